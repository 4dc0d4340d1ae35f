import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/outlets/wall-time.ts'
import { monthAfter } from '#domain/publications/publication-calendar.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { putEdition } from '../support/a-standard-set.ts'
import { asForm, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const SCHEMA = '{"title":"the published schema"}'
const ask = aWorker({ files: { '/data/publications/schema-1.json': SCHEMA } })
const OUTLET = 'HZ-001'
let quality: SignedInStaff
let second: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter()])
  await putEdition()
  quality = await signedIn([everywhere('hq_quality')])
  second = await signedIn([everywhere('hq_admin')], { key: 'two' })
  for (const { key } of (await env.MEDIA.list({ prefix: 'publications/' })).objects) {
    await env.MEDIA.delete(key)
  }
  for (let back = 0; back < 4; back += 1) {
    await putMonth(monthAfter('2026-10', -back), { promise_due: 40, promise_kept: 38 - back })
  }
})

const putMonth = (month: string, counts: Readonly<Record<string, number>>) =>
  env.HUB.prepare(
    'INSERT INTO kpi_months VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET counts = ?3',
  )
    .bind(OUTLET, month, JSON.stringify(counts))
    .run()

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  ...{ ...init, redirect: 'manual' },
  headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
})
const see = async (path: string, who = quality) => await (await ask(path, as(who))).text()
const post = (path: string, said: Readonly<Record<string, string>>, who = quality) =>
  ask(path, as(who, asForm({ commandId: crypto.randomUUID(), ...said })))

const LIST = '/desk/publications/'
const draft = (said = {}) => post(LIST, { month: '2026-10', reason: '', ...said })
const freeze = (number = 1, said = {}) =>
  post(`${LIST}${number}/`, { act: 'freeze', version: '1', ...said })
const signOff = (number = 1, who = second) =>
  post(`${LIST}${number}/sign-off`, { version: '2' }, who)
const publish = (number = 1) =>
  post(`${LIST}${number}/`, { act: 'publish', version: '3', sure: 'yes' })

const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status)

async function publishOctober(): Promise<void> {
  for (const step of [draft, freeze, signOff, publish]) expect((await step()).status).toBe(303)
}

const figuresOf = async (number: number): Promise<PublicationDocument> =>
  (await ask(`/api/v1/publications/${number}`)).json()

describe('a publication', () => {
  it('is drafted, frozen, signed off by somebody else and published', async () => {
    await publishOctober()
    const { publications } = await (await ask('/api/v1/publications')).json<{
      publications: { number: number; files: { name: string; sha256: string; bytes: number }[] }[]
    }>()
    expect(publications).toMatchObject([
      { number: 1, month: '2026-10', revision: 1, revises: null },
    ])
    const document = await figuresOf(1)
    expect(document.figures.find(({ kpi }) => kpi === 'promise_kept')).toMatchObject({
      ...{ n: 40, hits: 38, value: 95, period: { to: '2026-10' } },
    })
    expect(document.network).toEqual({ outlets: 1, cities: 1, oneHourOutlets: 1 })
  })

  it('has files in the bucket whose bytes are what was hashed', async () => {
    await publishOctober()
    const { publications } = await (await ask('/api/v1/publications')).json<{
      publications: [{ files: { name: string; sha256: string; bytes: number }[] }]
    }>()
    const { files } = publications[0]
    expect(files.map(({ name }) => name)).toEqual(['figures.json', 'figures.csv', 'schema.json'])
    for (const { name, sha256, bytes } of files) {
      const stored = await env.MEDIA.get(`publications/1/${sha256}/${name}`)
      const body = await (stored as R2ObjectBody).arrayBuffer()
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
      expect([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(sha256)
      expect(body.byteLength).toBe(bytes)
    }
  })

  it('isn’t signed off by who froze it, nor published before', async () => {
    await draft()
    await freeze()
    const own = await signOff(1, quality)
    expect(own.status).toBe(409)
    expect(await own.text()).toContain('Somebody else')
    expect((await publish()).status).toBe(409)
  })

  it('is published only by somebody who is sure, and asks for a build of the site', async () => {
    await draft()
    await freeze()
    await signOff()
    const unsure = await post(`${LIST}1/`, { act: 'publish', version: '3' })
    expect(unsure.status).toBe(422)
    expect(await countOf('site_builds_due')).toBe(0)
    expect((await publish()).status).toBe(303)
    expect(await countOf('site_builds_due')).toBe(1)
  })

  it('keeps its figures whatever comes late, and the database refuses to change them', async () => {
    await draft()
    await freeze()
    await putMonth('2026-10', { promise_due: 40, promise_kept: 1 })
    await signOff()
    await publish()
    expect((await figuresOf(1)).figures.find(({ kpi }) => kpi === 'promise_kept')?.hits).toBe(38)
    const change = env.HUB.prepare(
      `UPDATE publications SET status = 'dropped', published_at = NULL`,
    )
    await expect(change.run()).rejects.toThrow('stays as it is')
  })

  it('can’t be changed in the database from the freeze on', async () => {
    await draft()
    await freeze()
    const change = env.HUB.prepare(`UPDATE publications SET frozen = '{}'`)
    await expect(change.run()).rejects.toThrow('stay as they are')
  })

  it('isn’t begun for a month that was left out, once a later one is published', async () => {
    await publishOctober()
    const left = await draft({ month: '2026-09' })
    expect(left.status).toBe(409)
    expect(await left.text()).toContain('The time for it is over')
    expect((await draft({ month: '0206-09' })).status).toBe(422)
    expect(await countOf('publications')).toBe(1)
  })

  it('is replaced by a revision with a reason, and stays where it is', async () => {
    await publishOctober()
    expect((await draft()).status).toBe(422)
    await putMonth('2026-10', { promise_due: 40, promise_kept: 20 })
    expect((await draft({ reason: 'late_facts' })).headers.get('Location')).toBe(`${LIST}2/`)
    for (const step of [freeze, signOff, publish]) expect((await step(2)).status).toBe(303)
    expect((await figuresOf(2)).publication).toMatchObject({
      ...{ number: 2, revision: 2, revises: 1, reason: 'late_facts' },
    })
    expect((await figuresOf(1)).figures.find(({ kpi }) => kpi === 'promise_kept')?.hits).toBe(38)
    const { publications } = await (await ask('/api/v1/publications')).json<{
      publications: { revisedBy: number | null }[]
    }>()
    expect(publications.map(({ revisedBy }) => revisedBy)).toEqual([null, 2])
    expect(await see(`${LIST}2/`)).toContain('those of publication 1')
  })

  it('names who signs off, and the deputy for when that one can’t', async () => {
    await draft()
    await freeze()
    const words = 'Signs off: HQ quality. When they can’t: HQ administrator.'
    expect(await see(`${LIST}1/`)).toContain(words)
    expect((await signOff(1, second)).status).toBe(303)
  })

  it('says at the desk who froze it and who signed, and leads to what the public reads', async () => {
    await draft()
    await freeze()
    const frozen = await see(`${LIST}1/`)
    expect(frozen).toContain('Frozen by Staff one')
    expect(frozen).not.toContain('Signed off by')
    expect(frozen).not.toContain('/performance/2026-10/')
    await signOff()
    await publish()
    const page = await see(`${LIST}1/`)
    expect(page).toContain('Signed off by Staff two')
    expect(page).toContain('href="/performance/2026-10/"')
    expect(page).toContain('href="/data/publications/1/figures.csv"')
    expect(page).not.toContain('touchpoint=')
  })

  it('shows the last quarter as published and as a changed definition reckons it now', async () => {
    await publishOctober()
    expect(await see(`${LIST}1/`)).not.toContain('under the definitions of today')
    const { objects } = await env.MEDIA.list({ prefix: 'publications/1/' })
    const key = objects.find((one) => one.key.endsWith('figures.json'))?.key ?? ''
    const document = await figuresOf(1)
    const definitions = document.definitions.map((one) =>
      one.kpi === 'promise_kept' ? { ...one, version: 9 } : one,
    )
    await env.MEDIA.put(key, JSON.stringify({ ...document, definitions }))
    await env.HUB.prepare(
      `INSERT INTO kpi_region_months (region_id, month, counts, closed_through)
       VALUES ('network', '2026-10', '{"promise_due":40,"promise_kept":20}', '2026-10-31')`,
    ).run()
    await draft({ reason: 'definition' })
    const page = await see(`${LIST}2/`)
    // Of 40 each 38, 37 and 36 kept: 92.5 of 100. Now half of the 40 that are counted.
    expect(page).toContain(
      'Promised time kept, 2026-08 to 2026-10: published 92.5% (version 9), now 50.0% (version 1)',
    )
  })

  it('waits for the freeze day of its month, and for the one under way', async () => {
    expect((await draft({ month: '2026-11' })).status).toBe(409)
    expect((await draft({ month: '2026-13' })).status).toBe(422)
    expect(await statuses([draft()])).toEqual([303])
    expect((await draft({ month: '2026-09' })).status).toBe(409)
  })

  it('that is dropped leaves its number unused and its month free', async () => {
    await draft()
    await freeze()
    expect((await post(`${LIST}1/`, { act: 'drop', version: '2', sure: 'yes' })).status).toBe(303)
    expect((await draft()).headers.get('Location')).toBe(`${LIST}2/`)
    expect((await ask('/api/v1/publications/1')).status).toBe(404)
  })

  it('is nobody’s to read before it is published', async () => {
    await draft()
    await freeze()
    expect((await ask('/api/v1/publications/1')).status).toBe(404)
    expect(await (await ask('/api/v1/publications')).json()).toMatchObject({ publications: [] })
  })
})

describe('days without data', () => {
  /** Something every day of September and October but for one. */
  async function countEachDay(but: string): Promise<void> {
    const rows = []
    for (let day = '2026-09-01'; day <= '2026-10-31'; day = addDays(day, 1)) {
      if (day !== but) {
        rows.push(
          env.HUB.prepare(`INSERT INTO kpi_days VALUES (?1, ?2, '{"closed":1}')`).bind(OUTLET, day),
        )
      }
    }
    await env.HUB.batch(rows)
  }

  it('keep figures from freezing until somebody says why they are right', async () => {
    await countEachDay('2026-10-20')
    await draft()
    const refused = await freeze()
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('HZ-001 · 2026-10-20')
    expect((await env.MEDIA.list({ prefix: 'publications/' })).objects).toEqual([])
    const zeros = '<b>The shop was moving.</b>'
    expect((await freeze(1, { zeros })).status).toBe(303)
    const shown = await see(`${LIST}1/`)
    expect(shown).toContain('Days without data: 1.')
    expect(shown).not.toContain('<b>The shop')
  })
})

describe('who may', () => {
  it('make publications is headquarters’ quality team, for the whole network', async () => {
    const manager = await signedIn([at('outlet_manager', OUTLET)], { key: 'three' })
    expect((await ask(LIST, as(manager))).status).toBe(200)
    expect((await post(LIST, { month: '2026-10', reason: '' }, manager)).status).toBe(403)
    expect((await post(LIST, { month: '2026-10', reason: '' }, second)).status).toBe(403)
    const counter = await signedIn([at('counter', OUTLET)], { key: 'four' })
    expect((await ask(LIST, as(counter))).status).toBe(403)
  })
})
