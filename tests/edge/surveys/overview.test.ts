import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { opened, sent } from '../desk-repair/a-desk.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import {
  answered,
  aSurveyedRepair,
  DAY_MS,
  openedSurvey,
  ring,
  type Surveyed,
  surveys,
  theSurvey,
} from './a-surveyed-repair.ts'

let one: Surveyed
let quality: SignedInStaff

beforeEach(async () => {
  one = await aSurveyedRepair()
  const cookie = await openedSurvey(one, (await theSurvey()).id)
  await answered(one, cookie, { 'q.csat': '2', 'q.nps': '10', comment: 'slow', button: 'send' })
  quality = await signedIn([everywhere('hq_quality')], { key: 'quality' })
})

const open = (path: string, who: SignedInStaff) => opened(one.desk.ask, path, who)

describe('figures', () => {
  it('show satisfied and dissatisfied apart, with n and interval, and that the sample is small', async () => {
    const html = await (await open('/desk/surveys/', quality)).text()
    expect(html).toContain('0 of 1')
    expect(html).toContain('1 of 1')
    expect(html).toContain('20.7% to 100%')
    expect(html).toContain('Too small')
    expect(html).toContain('Coaching a score is forbidden')
  })

  it('count a callback as due when it is: before, it is neither in time nor missed', async () => {
    const fresh = await (await open('/desk/surveys/', quality)).text()
    expect(fresh).toContain('Callbacks begun in time: 0 of 0 due.')
    expect(fresh).toContain('Not due yet: 1.')
    one.desk.later(DAY_MS + 1)
    const tomorrow = await signedIn([everywhere('hq_quality')], {
      ...{ key: 'tomorrow', since: one.desk.now() },
    })
    const missed = await (await open('/desk/surveys/', tomorrow)).text()
    expect(missed).toContain('Callbacks begun in time: 0 of 1 due.')
    expect(missed).not.toContain('Not due yet')
  })

  it('name each figure in its row, which stands under each other in a hand', async () => {
    const html = await (await open('/desk/surveys/', quality)).text()
    expect(html).toMatch(/<table class="desk-table is-stacked">[\s\S]*?<td data-label="Value">/)
  })

  it("are an outlet manager's of their own outlet alone, with words and no names", async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    const own = await (await open('/desk/surveys/?outlet=hz-001', manager)).text()
    expect(own).toContain('slow')
    expect(own).not.toContain('Demo Customer')
    expect((await open('/desk/surveys/?outlet=SZ-001', manager)).status).toBe(404)
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    expect((await open('/desk/surveys/', counter)).status).toBe(403)
  })

  it('say "no data" where nobody was asked', async () => {
    const html = await (await open('/desk/surveys/?outlet=SZ-001', quality)).text()
    expect(html).toContain('no data')
    expect(html).not.toContain('0%')
  })
})

describe('the panel', () => {
  const begin = (fields: Readonly<Record<string, string>>) =>
    sent(one.desk.ask, '/desk/surveys/panel/', { commandId: 'wave', ...fields }, quality)
  const GOOD = { from: '2026-11-01', until: '2026-11-30', wanted: '400' }

  it('asks a sample of those whose repair ended in the period, once', async () => {
    for (const _ of [1, 2]) expect((await begin(GOOD)).status).toBe(303)
    await ring(one.desk)
    const panel = (await surveys()).filter(({ kind }) => kind === 'panel')
    expect(panel).toHaveLength(1)
    expect(panel[0]).toMatchObject({ repairCode: one.code, scores: {} })
    expect(panel[0]?.questions).toHaveLength(44)
    const cookie = await openedSurvey(one, panel[0]?.id ?? '')
    const page = await one.desk.ask('/survey/', { headers: { Cookie: cookie } })
    expect((await page.text()).match(/<fieldset/g)).toHaveLength(44)
    const [wave] = (await env.HUB.prepare('SELECT id FROM survey_waves').all<{ id: string }>())
      .results
    const html = await (await open(`/desk/surveys/panel/${wave?.id}/`, quality)).text()
    expect(html).toContain('Not enough answers (0 of 100)')
  })

  it('leaves out who ended outside the period', async () => {
    await begin({ ...GOOD, from: '2026-10-01', until: '2026-10-31' })
    await ring(one.desk)
    expect((await surveys()).some(({ kind }) => kind === 'panel')).toBe(false)
  })

  it.each([
    { from: '2026-11-30', until: '2026-11-01', wanted: '10' },
    { from: '2026-01-01', until: '2026-11-01', wanted: '10' },
    { from: '2026-11-01', until: '2026-11-30', wanted: '0' },
    { from: '2026-11-01', until: '2026-11-30', wanted: '=1+1' },
    { from: 'x', until: '2026-11-30', wanted: '10' },
  ])('refuses %o, and keeps what was typed', async (fields) => {
    const answer = await begin(fields)
    expect([answer.status, (await answer.text()).includes('at most 190 days')]).toEqual([422, true])
  })

  it("is the head office's alone", async () => {
    const region = { kind: 'region', region: 'cn-zhejiang' } as const
    const regional = await signedIn([{ role: 'regional_manager', scope: region }], {
      key: 'region',
    })
    expect((await open('/desk/surveys/panel/', regional)).status).toBe(403)
    const local = await signedIn([{ role: 'hq_quality', scope: region }], { key: 'local' })
    expect((await open('/desk/surveys/panel/', local)).status).toBe(403)
  })
})
