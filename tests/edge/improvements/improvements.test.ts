import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { anImprovement, IMPROVEMENT, PLAN_BODY, PLAN_FORM } from './an-improvement.ts'

const ask = aWorker({})
const inRegion = (region: string): Grant => ({
  role: 'regional_manager',
  scope: { kind: 'region', region },
})
const quality = () => signedIn([everywhere('hq_quality')])

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' })])
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  redirect: 'manual',
  ...init,
  headers: { Accept: 'text/html', ...(init.headers as Record<string, string>), Cookie: cookie },
})
const post = (who: SignedInStaff, path: string, fields: Readonly<Record<string, string>>) =>
  ask(path, as(who, asForm({ commandId: crypto.randomUUID(), ...fields })))
const textOf = async (who: SignedInStaff, path: string) => await (await ask(path, as(who))).text()
const step = (who: SignedInStaff, name: string, fields: Record<string, string>, id = IMPROVEMENT) =>
  post(who, `/desk/improvements/${id}/steps/${name}`, fields)
const publicOnes = async () =>
  (await (await ask('/api/v1/improvements')).json()) as {
    improvements: Record<string, unknown>[]
  }
const typesOf = async (id: string) =>
  (
    await env.HUB.prepare('SELECT type, data FROM events WHERE subject = ?1 ORDER BY version')
      .bind(`improvement/${id}`)
      .all<{ type: string; data: string }>()
  ).results

describe('an improvement', () => {
  it('is planned, done, measured and made public by HQ, and the public reads it', async () => {
    const hq = await quality()
    const made = await post(hq, '/desk/new-improvement/', PLAN_FORM)
    expect(made.status).toBe(303)
    const id = /imp_\w+/.exec(made.headers.get('Location') ?? '')?.[0] ?? ''
    expect(await textOf(hq, '/desk/improvements/')).toContain('One more counter at noon.')
    expect((await publicOnes()).improvements).toEqual([])
    const done = {
      version: '1',
      ...{ day: '2026-11-10', evidenceEn: 'The counter is open.', evidenceZh: '窗口已开放。' },
    }
    expect((await step(hq, 'finish', done, id)).status).toBe(303)
    const after = {
      version: '2',
      ...{ afterAmount: '58', afterN: '60', afterFrom: '2026-11-11', afterUntil: '2026-11-17' },
    }
    expect((await step(hq, 'measure', after, id)).status).toBe(303)
    expect((await step(hq, 'publish', { version: '3' }, id)).status).toBe(303)
    expect((await publicOnes()).improvements).toMatchObject([
      {
        ...{ id, status: 'done', overdue: false, endedOn: '2026-11-10' },
        evidence: { en: 'The counter is open.', 'zh-CN': '窗口已开放。' },
        before: { kind: 'rate', share: 0.9, n: 50 },
        after: { kind: 'rate', n: 60 },
      },
    ])
    const periods = (await publicOnes()).improvements.flatMap(({ before, after }) => [
      (before as { until: string }).until,
      (after as { until: string }).until,
    ])
    expect(periods).toEqual(['2026-10-01', '2026-11-18'])
    const shown = await textOf(hq, `/desk/improvements/${id}/`)
    expect(shown).toContain('1 September 2026 to 30 September 2026')
    expect(shown).toContain('11 November 2026 to 17 November 2026')
    const events = await typesOf(id)
    expect(events.map(({ type }) => type)).toEqual([
      ...['improvement.planned', 'improvement.finished', 'improvement.measured'],
      'improvement.published',
    ])
    expect(JSON.stringify(events)).not.toMatch(/counter|窗口|queue/)
  })

  it('asks for the last day of a period, and brings it back as it was typed', async () => {
    const hq = await quality()
    const made = await post(hq, '/desk/new-improvement/', PLAN_FORM)
    const id = /imp_\w+/.exec(made.headers.get('Location') ?? '')?.[0] ?? ''
    const form = await textOf(hq, `/desk/improvements/${id}/edit/`)
    expect(form).toMatch(/name="beforeUntil"[^>]*value="2026-09-30"/)
    const wrong = await post(hq, '/desk/new-improvement/', { ...PLAN_FORM, beforeUntil: '30 Sept' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/name="beforeUntil"[^>]*value="30 Sept"/)
  })

  it('is never published with figures of fewer than ten', async () => {
    await anImprovement({
      isPublic: true,
      before: { amount: 5, n: 9, from: '2026-09-01', until: '2026-10-01' },
    })
    const [shown] = (await publicOnes()).improvements
    expect(shown?.['before']).toEqual({
      ...{ kind: 'too_few', from: '2026-09-01', until: '2026-10-01' },
    })
  })

  it('is told overdue, and how late it was named at first', async () => {
    await anImprovement({ dueDay: '2026-11-17', firstDueDay: '2026-10-01', isPublic: true })
    const page = await textOf(await quality(), '/desk/improvements/')
    expect(page).toMatch(/overdue/)
    expect(page).toContain('first named: 1 October 2026')
    expect((await publicOnes()).improvements[0]).toMatchObject({ overdue: true })
  })

  it('that is sent twice is one, and under its key nothing else is taken', async () => {
    const hq = await quality()
    const commandId = crypto.randomUUID()
    const [one, two] = [
      await post(hq, '/desk/new-improvement/', { ...PLAN_FORM, commandId }),
      await post(hq, '/desk/new-improvement/', { ...PLAN_FORM, commandId }),
    ]
    expect(two.headers.get('Location')).toBe(one.headers.get('Location'))
    const other = await post(hq, '/desk/new-improvement/', {
      ...{ ...PLAN_FORM, commandId, changeEn: 'Something else.' },
    })
    expect(other.status).toBe(422)
    expect(await countOf('improvements')).toBe(1)
  })

  it('that somebody else changed meanwhile is refused, and keeps what was typed', async () => {
    const hq = await quality()
    await anImprovement()
    expect((await step(hq, 'start', { version: '1' })).status).toBe(303)
    const late = await post(hq, `/desk/improvements/${IMPROVEMENT}/edit/`, {
      ...{ ...PLAN_FORM, region: 'cn-zhejiang-hangzhou', changeEn: 'Typed at length.' },
    })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Typed at length.')
    expect(page).toContain('name="version" value="2"')
    const stale = await step(hq, 'drop', {
      ...{ version: '1', reasonEn: 'Too dear after all.', reasonZh: '成本过高。' },
    })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Too dear after all.')
  })

  it('stays on record when it is given up, with the reason', async () => {
    const hq = await quality()
    await anImprovement({ isPublic: true })
    const given = { version: '1', reasonEn: 'No room for it.', reasonZh: '没有场地。' }
    expect((await step(hq, 'drop', given)).status).toBe(303)
    expect((await publicOnes()).improvements).toMatchObject([
      { status: 'dropped', reason: { en: 'No room for it.' }, endedOn: '2026-11-18' },
    ])
    expect((await step(hq, 'start', { version: '2' })).status).toBe(409)
  })

  it('names every field that can’t be taken, and keeps the rest', async () => {
    const wrong = { ...PLAN_FORM, themes: '', dueDay: '2026-02-30', beforeN: 'many', heardEn: '' }
    const answer = await post(await quality(), '/desk/new-improvement/', wrong)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const field of ['themes', 'dueDay', 'beforeN', 'heardEn']) {
      expect(page, field).toContain(`href="#${field}"`)
    }
    expect(page).toContain('中午增开一个窗口。')
    expect(await countOf('improvements')).toBe(0)
  })

  it('takes nobody’s number, address or code for the public to read', async () => {
    for (const changeEn of ['Ring 138 0013 8000', 'Write to a@b.example', 'See 7K3M-9QXF-2T8B-V']) {
      const answer = await post(await quality(), '/desk/new-improvement/', {
        ...{ ...PLAN_FORM, changeEn },
      })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('may be somebody’s')
    }
  })

  it('is words to every page, whatever is written in it', async () => {
    const hq = await quality()
    const HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") \r\nBcc: x'
    const fields = { ...PLAN_FORM, heardEn: HOSTILE, changeEn: HOSTILE, changeZh: HOSTILE }
    const made = await post(hq, '/desk/new-improvement/', fields)
    expect(made.status).toBe(303)
    const path = made.headers.get('Location') ?? ''
    for (const address of [path, path.replace('?saved=1', 'edit/'), '/desk/improvements/']) {
      const page = await textOf(hq, address)
      expect(page, address).toContain('&lt;script&gt;')
      expect(page, address).not.toContain('<script>alert')
    }
  })
})

describe('who may', () => {
  it('is written by the manager of its region, and for no other region nor the network', async () => {
    const zhejiang = await signedIn([inRegion('cn-zhejiang')])
    const planned = (region: string) =>
      post(zhejiang, '/desk/new-improvement/', { ...PLAN_FORM, region })
    expect((await planned('cn-zhejiang-hangzhou')).status).toBe(303)
    expect((await planned('cn-guangdong')).status).toBe(403)
    expect((await planned('')).status).toBe(403)
    expect((await planned('nowhere')).status).toBe(422)
  })

  it('moves one to no region that isn’t theirs', async () => {
    await anImprovement()
    const zhejiang = await signedIn([inRegion('cn-zhejiang')])
    const path = `/desk/improvements/${IMPROVEMENT}/edit/`
    const moved = await post(zhejiang, path, { ...PLAN_FORM, region: 'cn-guangdong' })
    expect(moved.status).toBe(403)
  })

  it('is seen from below its region and by the region, and elsewhere isn’t there', async () => {
    await anImprovement()
    const path = `/desk/improvements/${IMPROVEMENT}/`
    const below = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'hz' })
    expect((await ask(path, as(below))).status).toBe(200)
    expect((await step(below, 'start', { version: '1' })).status).toBe(403)
    const beside = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'sz' })
    const elsewhere = await signedIn([inRegion('cn-guangdong')], { key: 'gd' })
    for (const who of [beside, elsewhere]) {
      expect((await ask(path, as(who))).status).toBe(404)
      expect(await textOf(who, '/desk/improvements/')).not.toContain('One more counter')
    }
    expect((await step(elsewhere, 'start', { version: '1' })).status).toBe(404)
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    expect((await ask('/desk/improvements/', as(counter))).status).toBe(403)
  })

  it('is the same by the API, with the version seen', async () => {
    const hq = await quality()
    const made = await ask('/api/v1/desk/improvements', as(hq, asJson(PLAN_BODY)))
    expect(made.status).toBe(200)
    const { improvement } = (await made.json()) as { improvement: { id: string } }
    const path = `/api/v1/desk/improvements/${improvement.id}/steps`
    const stepped = (version: string | null) =>
      ask(path, {
        ...as(hq, asJson({ type: 'start' })),
        headers: {
          ...{ 'Content-Type': 'application/json', Cookie: hq.cookie },
          ...(version && { 'If-Match': version }),
        },
      })
    expect((await stepped(null)).status).toBe(428)
    expect((await stepped('"7"')).status).toBe(409)
    const started = await stepped('"1"')
    expect(started.status).toBe(200)
    expect(started.headers.get('ETag')).toBe('"2"')
    const list = await ask('/api/v1/desk/improvements', as(hq))
    expect(await list.json()).toMatchObject({
      improvements: [{ id: improvement.id, status: 'under_way', public: false }],
      nextCursor: null,
    })
  })
})
