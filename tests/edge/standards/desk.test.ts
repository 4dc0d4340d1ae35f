import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Standard } from '#domain/standards/standard.ts'
import { standardFields } from '#functions/standards/form-query.ts'
import { aStandard } from '#support/a-standard.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { putDraft, putEdition, STANDARDS } from '../support/a-standard-set.ts'
import { asForm, aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker({})
let quality: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'HZ-002' })])
  await putEdition()
  quality = await signedIn([everywhere('hq_quality')])
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  ...{ ...init, redirect: 'manual' },
  headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
})
const see = async (path: string, who = quality) => (await ask(path, as(who))).text()
const post = (path: string, said: Readonly<Record<string, string>>, who = quality) =>
  ask(path, as(who, asForm({ commandId: crypto.randomUUID(), ...said })))

const fieldsOf = (about: Parameters<typeof aStandard>[0] = {}) =>
  Object.fromEntries(standardFields(aStandard(about))) as Record<string, string>
const edit = (said: Readonly<Record<string, string>>, who = quality) =>
  post('/desk/standards/edit/', { act: 'put', version: '1', ...said }, who)
const publish = (said: Readonly<Record<string, string>> = {}) =>
  post('/desk/standards/publish/', { version: '1', sure: 'yes', ...said })

const setAt = (version: number) =>
  env.HUB.prepare('SELECT * FROM standard_sets WHERE version = ?1').bind(version).first<{
    status: string
    revision: number
    body: string
    effective_from: number
  }>()

describe('the next version of the set', () => {
  it('begins as a copy, and only once', async () => {
    const begun = await post('/desk/standards/draft/', { act: 'start', number: 'FX-S-2' })
    expect(begun.status).toBe(303)
    const again = await post('/desk/standards/draft/', { act: 'start', number: 'FX-S-3' })
    expect(again.status).toBe(409)
    expect(await setAt(2)).toMatchObject({ status: 'draft', revision: 1 })
  })

  it('is edited, shown against the one in force, and published for good', async () => {
    await putDraft()
    const [, , noRepeat] = STANDARDS
    expect((await edit(fieldsOf({ ...noRepeat, target: 2 }))).status).toBe(303)
    const draft = await see('/desk/standards/draft/')
    expect(draft).toContain('<del>at most 3% within 30 days</del>')
    expect(draft).toContain('<ins>at most 2% within 30 days</ins>')
    const done = await publish({ version: '2' })
    expect(done.headers.get('Location')).toBe('/desk/standards/?version=2&published=yes')
    expect(await see('/desk/standards/?version=2&published=yes')).toContain('with the next build')
    expect(await see('/desk/standards/?version=2')).not.toContain('with the next build')
    expect(await setAt(2)).toMatchObject({ status: 'published', effective_from: NOW })
    expect(await see('/desk/standards/')).toContain('at most 2% within 30 days')
    expect((await edit(fieldsOf({ target: 1 }))).status).toBe(404)
    const { results } = await env.HUB.prepare(
      `SELECT type, data FROM events WHERE subject = 'standard_set/2' ORDER BY version`,
    ).all<{ type: string; data: string }>()
    expect(results.map(({ type }) => type)).toEqual([
      ...['standard_set.edited', 'standard_set.published'],
    ])
    expect(results[1]?.data).toBe(
      JSON.stringify({ effectiveFrom: NOW, repeals: 1, number: 'FX-S-1' }),
    )
  })

  it('warns of a limit that nobody counts and of words in one language, and is published all the same', async () => {
    const [oneHour, , noRepeat] = STANDARDS as [Standard, Standard, Standard]
    await putDraft([oneHour, noRepeat])
    expect(await see('/desk/standards/draft/')).not.toContain('standard-warnings')
    const title = { ...oneHour.title, en: 'Within ten minutes' }
    const { status } = await edit(fieldsOf({ ...oneHour, threshold: 10, title }))
    expect(status).toBe(303)
    for (const path of ['draft/', 'publish/']) {
      const page = await see(`/desk/standards/${path}`)
      expect(page).toContain('No figure is counted at 10 minutes: the page will say “no data”.')
      // Once in the list, once beside the difference.
      expect(page.split('Only the English words changed.')).toHaveLength(3)
      expect(page).not.toContain('Not to be published like this')
    }
    expect((await publish({ version: '2' })).status).toBe(303)
  })

  it('can’t be changed in the database either once it is published', async () => {
    const change = env.HUB.prepare(`UPDATE standard_sets SET number = 'x' WHERE version = 1`)
    await expect(change.run()).rejects.toThrow('stays as it is')
  })

  it('takes effect later by the network’s clock, never in the past', async () => {
    await putDraft()
    expect((await publish({ effectiveFrom: '2026-11-17T00:00' })).status).toBe(422)
    expect((await publish({ effectiveFrom: 'tomorrow' })).status).toBe(422)
    expect((await publish({ effectiveFrom: '2026-12-01T00:00' })).status).toBe(303)
    expect(await setAt(2)).toMatchObject({ effective_from: Date.parse('2026-12-01T00:00+08:00') })
    expect(await see('/desk/standards/')).toContain('FX-S-1, version 1')
  })

  it('is published only by who says that it can’t be taken back', async () => {
    await putDraft()
    const answer = await publish({ sure: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Tick it, or nothing is published')
    expect(await setAt(2)).toMatchObject({ status: 'draft' })
  })

  it('is refused while a minimum asks for less than its promise, by name', async () => {
    const lax = STANDARDS.map((one) => (one.id === 'bench-hour' ? { ...one, target: 80 } : one))
    await putDraft(lax)
    const answer = await publish()
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('bench-hour asks for less than the promise it serves.')
    for (const page of [text, await see('/desk/standards/publish/')]) {
      expect(page).toContain('href="/desk/standards/edit/?id=bench-hour"')
      expect(page).toContain('href="/desk/standards/edit/?id=one-hour"')
    }
    expect(await setAt(2)).toMatchObject({ status: 'draft' })
  })

  it('asks again who has read another difference than the one that would be published', async () => {
    await putDraft()
    await edit(fieldsOf({ id: 'another' }))
    const stale = await publish()
    expect(stale.status).toBe(409)
    const text = await stale.text()
    expect(text).toContain('another')
    expect(text).not.toMatch(/name="sure"[^>]*checked/)
  })

  it('refuses whoever saw an older draft, keeps what they typed and names what changed', async () => {
    await putDraft()
    await edit(fieldsOf({ target: 95 }))
    const stale = await edit(fieldsOf({ target: 90, threshold: 30 }))
    expect(stale.status).toBe(409)
    const text = await stale.text()
    expect(text).toMatch(/name="threshold"[^>]*value="30"/)
    expect(text).toContain('Limit · Target')
    expect(text).toContain('name="version" value="2"')
  })

  it('is changed once, however often the form is sent', async () => {
    await putDraft()
    const said = { ...fieldsOf({ target: 95 }), commandId: 'form-1' }
    expect((await edit(said)).status).toBe(303)
    expect((await edit(said)).status).toBe(303)
    expect(await setAt(2)).toMatchObject({ revision: 2 })
    expect((await edit({ ...said, target: '96' })).status).toBe(422)
  })

  it('names every field that can’t be taken, and loses nothing typed', async () => {
    await putDraft()
    const wrong = { titleZh: '', target: 'many', id: 'A B', stage: 'nowhere', promiseEn: 'kept' }
    const answer = await edit({ ...fieldsOf(), ...wrong })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const id of ['titleZh', 'target', 'id', 'stage']) expect(text).toContain(`href="#${id}"`)
    expect(text).toContain('kept')
    expect(text).toContain('many')
  })

  it('keeps a benchmark record whole or not at all, and tells it as a difference', async () => {
    await putDraft()
    const names = ['Peer', 'Chosen', 'Source', 'Figures', 'Decision']
    const record = Object.fromEntries(
      names.flatMap((name) => [
        [`benchmark${name}En`, `the ${name}`],
        [`benchmark${name}Zh`, `此${name}`],
      ]),
    )
    const half = await edit({ ...fieldsOf(), ...record })
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('href="#benchmarkTakenOn"')
    const one = await edit({ ...fieldsOf(), benchmarkPeerEn: 'Peer' })
    expect(await one.text()).toContain('href="#benchmarkDecisionZh"')
    const whole = { ...record, benchmarkTakenOn: '2026-10-01' }
    expect((await edit({ ...fieldsOf(), ...whole })).status).toBe(303)
    expect(await see('/desk/standards/draft/')).toContain('<ins>the Peer · 此Peer')
    const form = await see('/desk/standards/edit/?id=one-hour')
    expect(form).toMatch(/name="benchmarkTakenOn"[^>]*value="2026-10-01"/)
    expect((await publish({ version: '2' })).status).toBe(303)
    const told = await ask('/api/v1/standards/one-hour')
    expect(await told.json()).toMatchObject({
      standard: { benchmark: { peer: { en: 'the Peer' }, takenOn: '2026-10-01' } },
    })
  })

  it('belongs to the quality people of the whole network', async () => {
    await putDraft()
    for (const grant of [at('hq_quality', 'HZ-001'), everywhere('hq_admin')]) {
      const who = await signedIn([grant])
      expect((await edit(fieldsOf({ target: 95 }), who)).status).toBe(403)
      const page = await see('/desk/standards/', who)
      expect(page).toContain('bench-hour')
      expect(page).not.toContain('/desk/standards/draft/')
    }
    expect(
      (await ask('/desk/standards/?version=2', as(await signedIn([at('bench', 'HZ-001')])))).status,
    ).toBe(404)
    expect(await setAt(2)).toMatchObject({ revision: 1 })
  })
})

describe('words that would do harm', () => {
  const HOSTILE = '"><script>alert(1)</script>=HYPERLINK("x")\r\nBcc: a@b.example'

  it('are only words on every page of the desk', async () => {
    await putDraft()
    const texts = ['title', 'promise', 'appliesTo', 'measured', 'remedy', 'claim', 'source']
    texts.push(
      ...['Peer', 'Chosen', 'Source', 'Figures', 'Decision'].map((one) => `benchmark${one}`),
    )
    const said = Object.fromEntries(
      texts.flatMap((name) => [
        [`${name}En`, HOSTILE],
        [`${name}Zh`, HOSTILE],
      ]),
    )
    expect((await edit({ ...fieldsOf(), ...said, benchmarkTakenOn: '2026-10-01' })).status).toBe(
      303,
    )
    const head = { act: 'head', version: '2', number: 'FX-S-9' }
    const both = {
      scopeEn: HOSTILE,
      scopeZh: HOSTILE,
      supervisorEn: HOSTILE,
      supervisorZh: HOSTILE,
    }
    expect((await post('/desk/standards/draft/', { ...head, ...both })).status).toBe(303)
    for (const path of ['draft/', 'edit/?id=one-hour', 'publish/']) {
      expect(await see(`/desk/standards/${path}`), path).not.toContain('<script>alert')
    }
    await publish({ version: '3' })
    expect(await see('/desk/standards/')).not.toContain('<script>alert')
    expect(await see('/desk/standards/pledges/?place=outlet/HZ-001')).not.toContain('<script>alert')
    const api = await ask('/api/v1/standards')
    expect(api.headers.get('Content-Type')).toContain('application/json')
    const { results } = await env.HUB.prepare('SELECT data FROM events').all<{ data: string }>()
    expect(JSON.stringify(results)).not.toContain('HYPERLINK')
  })

  it('come back as words where a form is refused', async () => {
    await putDraft()
    const answer = await edit({ ...fieldsOf(), titleEn: HOSTILE, target: HOSTILE, id: HOSTILE })
    expect(await answer.text()).not.toContain('<script>alert')
  })
})

const pledge = (said: Readonly<Record<string, string>>, who: SignedInStaff) =>
  post(
    '/desk/standards/pledges/',
    {
      ...{ act: 'pledge', place: 'outlet/HZ-001', standard: 'one-hour', version: '0' },
      ...{ threshold: '45', target: '90', from: '' },
      ...said,
    },
    who,
  )

describe('promising more at an outlet or in a region', () => {
  const manager = () => signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
  const regional = (region: string) =>
    signedIn([{ role: 'regional_manager', scope: { kind: 'region', region } }], { key: 'regional' })

  it('begins at a place that is chosen by name, or an outlet by its code', async () => {
    const path = '/desk/standards/pledges/'
    const hq = await see(path)
    expect(hq).toMatch(/<option value="cn-zhejiang">[^<]+</)
    expect(hq).not.toContain('placeholder="outlet/')
    expect(await see(`${path}?region=cn-zhejiang&outlet=`)).toContain('· region/cn-zhejiang')
    expect(await see(`${path}?region=&outlet=hz-001`)).toContain('· outlet/HZ-001')
    expect(await see(`${path}?place=outlet/HZ-001`)).toContain('· outlet/HZ-001')
    const own = await see(path, await manager())
    expect(own).toContain('<option value="HZ-001">')
    expect(own).not.toContain('name="region"')
    const region = await see(path, await regional('cn-zhejiang'))
    expect(region).toContain('value="cn-zhejiang" selected')
    expect(region).not.toContain('cn-guangdong"')
  })

  it('is taken from who manages there, holds there and nowhere else', async () => {
    const who = await manager()
    expect((await pledge({}, who)).status).toBe(303)
    const there = await ask('/api/v1/standards/one-hour?outlet=hz-001')
    expect(await there.json()).toMatchObject({
      standard: {
        ...{ threshold: 45, target: 90, network: { threshold: 60, target: 90 } },
        pledges: [{ place: 'outlet/HZ-001', threshold: 45 }],
      },
    })
    const elsewhere = await ask('/api/v1/standards/one-hour?outlet=HZ-002')
    expect(await elsewhere.json()).toMatchObject({ standard: { threshold: 60, pledges: [] } })
    const { standards } = (await (await ask('/api/v1/standards')).json()) as { standards: object[] }
    expect(JSON.stringify(standards)).not.toContain('bench-hour')
  })

  it('is refused where it is less, with the part and what holds already', async () => {
    const answer = await pledge({ target: '85' }, await manager())
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain(
      'asks for at least 90% in 60 minutes here already: Target would be laxer',
    )
    expect(text).toMatch(/name="target"[^>]*value="85"/)
    expect(await countOf('pledges')).toBe(0)
  })

  it('is held against the region’s word, which a region’s manager gives', async () => {
    const who = await regional('cn-zhejiang')
    const region = { place: 'region/cn-zhejiang', threshold: '40' }
    expect((await pledge(region, who)).status).toBe(303)
    expect((await pledge({}, await manager())).status).toBe(422)
    expect((await pledge({ threshold: '30' }, await manager())).status).toBe(303)
  })

  it('is no word about what isn’t done there', async () => {
    await putDraft(STANDARDS.map((one) => ({ ...one, service: 'exchange' as const })))
    expect((await publish()).status).toBe(303)
    const answer = await pledge({}, await manager())
    expect(answer.status).toBe(404)
    expect(await countOf('pledges')).toBe(0)
  })

  it('is nothing for places out of scope, as if they weren’t there', async () => {
    expect((await pledge({ place: 'outlet/HZ-002' }, await manager())).status).toBe(404)
    expect((await pledge({ place: 'region/cn-zhejiang' }, await manager())).status).toBe(404)
    expect((await pledge({ place: 'outlet/NO-1' }, await manager())).status).toBe(404)
    expect((await pledge({}, await regional('cn-guangdong'))).status).toBe(404)
    expect((await pledge({}, await signedIn([at('bench', 'HZ-001')]))).status).toBe(403)
    expect(await countOf('pledges')).toBe(0)
  })

  it('follows up at the instant headquarters tightens', async () => {
    await pledge({ threshold: '45' }, await manager())
    await putDraft(
      STANDARDS.map((one) =>
        one.kpi === 'one_hour_rate' ? { ...one, threshold: 30, target: 96 } : one,
      ),
    )
    expect((await publish()).status).toBe(303)
    const there = await ask('/api/v1/standards/one-hour?outlet=HZ-001')
    expect(await there.json()).toMatchObject({ standard: { threshold: 30, target: 96 } })
  })

  it('is taken back for the version that was seen', async () => {
    const who = await manager()
    await pledge({}, who)
    const back = (version: string) => pledge({ act: 'withdraw', version }, who)
    expect((await back('7')).status).toBe(409)
    expect((await back('1')).status).toBe(303)
    expect((await back('2')).status).toBe(409)
    const there = await ask('/api/v1/standards/one-hour?outlet=HZ-001')
    expect(await there.json()).toMatchObject({ standard: { threshold: 60, pledges: [] } })
  })
})
