import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { runScorecards } from '#functions/scorecards/run-clocks.ts'
import { seeScorecards } from '#functions/scorecards/see-scorecards.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const ask = aWorker()
const LIST = '/desk/scorecards/'
const ONE = `${LIST}HZ-001/`
const HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>'
let quality: SignedInStaff
let admin: SignedInStaff
let manager: SignedInStaff

const BAD = {
  ...{ promise_due: 100, promise_kept: 40, one_hour_due: 100, one_hour_kept: 40 },
  ...{ first_time_fix_due: 100, first_time_fix_kept: 60, closed: 100, record_complete: 60 },
  ...{ 'survey.csat|score=5': 100, repairs_received: 100 },
}

beforeEach(async () => {
  await fillHub([
    aCounter({ name: { en: HOSTILE, 'zh-CN': '杭州' } }),
    aCounter({ code: 'HZ-002' }),
  ])
  quality = await signedIn([everywhere('hq_quality')], { key: 'quality' })
  admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
  manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
  for (const month of ['2026-07', '2026-08', '2026-09', '2026-10']) {
    await env.HUB.prepare('INSERT INTO kpi_months VALUES (?1, ?2, ?3)')
      .bind('HZ-001', month, JSON.stringify(BAD))
      .run()
    if (month < '2026-09') continue
    await env.HUB.prepare(`INSERT INTO kpi_region_months VALUES (?1, 'network', '{}', '')`)
      .bind(month)
      .run()
  }
  for (const minute of [6, 16]) {
    await runScorecards(theSources({ now: Date.UTC(2026, 10, 18, 3, minute) }))
  }
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  ...{ ...init, redirect: 'manual' },
  headers: { Accept: 'text/html', ...(init.headers as Record<string, string>), Cookie: cookie },
})
const see = async (path: string, who = quality) => {
  const answer = await ask(path, as(who))
  return { status: answer.status, text: await answer.text() }
}
const post = async (who: SignedInStaff, said: Readonly<Record<string, string>>, path = ONE) => {
  const answer = await ask(path, as(who, asForm({ commandId: crypto.randomUUID(), ...said })))
  return { status: answer.status, text: await answer.text() }
}

describe('the list', () => {
  it('tells score, what costs most, and that a review is proposed; no name runs as a script', async () => {
    const { status, text } = await see(LIST)
    expect(status).toBe(200)
    expect(text).toContain('35.7')
    expect(text).toContain('Review proposed')
    expect(text).toContain('Two failing months in a row: 2026-09, 2026-10')
    expect(text).not.toContain('<script>alert')
  })

  it('costs a row for each outlet and a few', async () => {
    const sources = theSources()
    const staff = {
      ...{ id: 'stf_x', name: 'x', email: 'x@fixpoint.example', locale: 'en' as const },
      grants: [everywhere('hq_quality')],
    }
    const found = await seeScorecards({ ...sources, staff }, { place: null, month: null })
    expect('cards' in found && found.cards).toHaveLength(2)
    expect(sources.hub.tally.rowsRead).toBeLessThanOrEqual(2 + 50)
  })

  it('leaves no open process out, though the month has no scorecard of the outlet', async () => {
    const suspend = { act: 'suspend', cause: 'fraud', version: '0', 'suspend-text': 'x' }
    expect((await post(quality, suspend)).status).toBe(303)
    expect((await see(`${LIST}?month=2026-10`)).text).toContain('Suspended')
    const { text } = await see(`${LIST}?month=2026-05`)
    expect(text).toContain(ONE)
    expect(text).toContain('Suspended')
  })

  it('is saved as a table that no spreadsheet runs', async () => {
    const { text } = await see('/desk/scorecards.csv')
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")`)
    expect(text).toContain('"HZ-001"')
  })
})

describe('the page of an outlet', () => {
  it('retraces the score to the last point, and the API tells the same', async () => {
    const { text } = await see(ONE)
    expect(text).toContain('25 of 70 applicable points earned: 35.7')
    expect(text).toContain('no parts are recorded yet')
    const answer = await ask('/api/v1/scorecards/hz-001', as(quality))
    const { scorecard } = await answer.json<{
      scorecard: { score: number; earned: number; criteria: { points: number | null }[] }
    }>()
    expect(scorecard).toMatchObject({ score: 35.7, closesOn: null, method: 2, passes: false })
    const sum = scorecard.criteria.reduce((total, { points }) => total + (points ?? 0), 0)
    expect(sum).toBe(scorecard.earned)
  })

  it('scores a month that isn’t closed by what is counted now', async () => {
    const { text } = await see(`${ONE}?month=2026-11`)
    expect(text).toContain('fixed from 2026-12-15 on')
  })

  it('is the outlet’s own to see; another’s isn’t there', async () => {
    expect((await see(ONE, manager)).status).toBe(200)
    expect((await see(`${LIST}HZ-002/`, manager)).status).toBe(404)
    expect((await see(LIST, manager)).text).not.toContain('HZ-002')
  })
})

describe('a step', () => {
  const review = (change = {}) =>
    post(quality, {
      act: 'open_review',
      rule: 'failing_months',
      version: '0',
      text: 'x',
      ...change,
    })

  it('is taken by whose it is, with the figures the system knows', async () => {
    expect((await review()).status).toBe(303)
    expect((await post(quality, { act: 'notice', version: '1', text: 'Cure it.' })).status).toBe(
      303,
    )
    const { text } = await see(ONE, manager)
    expect(text).toContain('On notice, waiting')
    expect(text).toContain('Fixed the first time: 60.0%, n\u00a0100')
    const reply = { act: 'reply', version: '2', text: HOSTILE }
    expect((await post(manager, reply, `${ONE}answer`)).status).toBe(303)
    const told = await see(ONE, admin)
    expect(told.text).toContain('=HYPERLINK(')
    expect(told.text).not.toContain('<script>alert')
    expect((await post(quality, { act: 'find_cured', version: '3', text: 'x' })).status).toBe(409)
    expect((await post(admin, { act: 'find_cured', version: '3', text: 'x' })).status).toBe(303)
  })

  it('that lacks something says which field, and keeps what was typed', async () => {
    const without = await review({ text: '', evidence: '7K3M-9QXF' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Write what is said to the outlet.')
    expect(without.text).toContain('7K3M-9QXF')
    const wrong = await review({ text: 'Kept as typed', evidence: '7K3M-9QXF' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kept as typed')
    expect((await review({ rule: 'funnel' })).status).toBe(422)
  })

  it('with a version that is past is refused, with what was typed still there', async () => {
    await review()
    const late = await review({ text: 'Also this' })
    expect(late.status).toBe(409)
    expect(
      (await post(quality, { act: 'notice', version: '0', text: 'Also this' })).text,
    ).toContain('Also this')
  })

  it('of the head office isn’t the outlet’s, nor the other way round', async () => {
    expect((await post(manager, { act: 'open_review', version: '0', text: 'x' })).status).toBe(403)
    const reply = { act: 'reply', version: '0', text: 'x' }
    expect((await post(quality, reply, `${ONE}answer`)).status).toBe(403)
    const elsewhere = `${LIST}HZ-002/answer`
    expect((await post(manager, reply, elsewhere)).status).toBe(404)
  })
})
