import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { booked, stepped } from '../desk-repair/a-desk.ts'
import { at, signedIn } from '../support/signed-in.ts'
import {
  answered,
  aSurveyedRepair,
  DAY_MS,
  HOUR_MS,
  handedOver,
  openedSurvey,
  ring,
  type Surveyed,
  seen,
  surveys,
  theSurvey,
} from './a-surveyed-repair.ts'

let one: Surveyed

beforeEach(async () => {
  one = await aSurveyedRepair()
})

const outbox = async (template: string) => {
  const { results } = await env.HUB.prepare('SELECT subject FROM outbox WHERE template = ?1')
    .bind(template)
    .all<{ subject: string }>()
  return results.map(({ subject }) => subject)
}
const wanted = async () =>
  (await env.HUB.prepare('SELECT count(*) AS n FROM survey_wanted').first<{ n: number }>())?.n

describe('who is asked', () => {
  it('is whoever collected a phone, once, an hour later, by one message', async () => {
    const survey = await theSurvey()
    expect(survey).toMatchObject({ kind: 'repair', ending: 'collected', outlet: 'HZ-001' })
    expect(await outbox('survey_invitation')).toEqual([`survey/${survey.id}`])
    await ring(one.desk)
    expect(await surveys()).toHaveLength(1)
    expect(await wanted()).toBe(0)
  })

  it('is nobody before the hour is over', async () => {
    await handedOver(one.desk)
    one.desk.later(HOUR_MS - 1)
    await ring(one.desk)
    expect(await surveys()).toHaveLength(1)
    one.desk.later(1)
    await ring(one.desk)
    expect(await surveys()).toHaveLength(2)
  })

  it('is also whose phone went back as it was, and who cancelled', async () => {
    const { desk } = one
    const code = await handedOver(desk)
    await stepped(desk, await booked(desk.ask), [['cancel']])
    desk.later(HOUR_MS)
    await ring(desk)
    const endings = (await surveys()).map(({ ending }) => ending).sort()
    expect(endings).toEqual(['cancelled', 'collected', 'collected'])
    expect((await surveys()).some(({ repairCode }) => repairCode === code)).toBe(true)
  })

  it('is nobody of the staff, told by their e-mail address', async () => {
    await signedIn([at('counter', 'HZ-001')], { key: 'wang' })
    const contact = { name: 'Wang', phone: '13800138001', locale: 'en' }
    await handedOver(one.desk, { contact: { ...contact, email: 'Wang@fixpoint.example' } })
    one.desk.later(HOUR_MS)
    await ring(one.desk)
    expect(await surveys()).toHaveLength(1)
    expect(await wanted()).toBe(0)
  })
})

describe('the page', () => {
  it('asks five questions with nothing chosen, and says both ends alike', async () => {
    const { id } = await theSurvey()
    const cookie = await openedSurvey(one, id)
    const answer = await seen(one, cookie)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html.match(/<fieldset/g)).toHaveLength(5)
    expect(html).not.toContain('checked')
    expect(html).toContain('1 = Very dissatisfied')
    expect(html).toContain('5 = Very satisfied')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await (await seen(one, cookie, '/zh/survey/')).text()).toContain('非常不满意')
  })

  it("is nobody's without the link", async () => {
    expect((await seen(one, '')).status).toBe(401)
    expect((await answered(one, '', { 'q.csat': '5' })).status).toBe(401)
    expect((await theSurvey()).status).toBe('invited')
  })

  it('takes an answer once', async () => {
    const { id } = await theSurvey()
    const cookie = await openedSurvey(one, id)
    const sent = await answered(one, cookie, { 'q.csat': '4', 'q.nps': '9', button: 'send' })
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/survey/thanks/'])
    expect(await (await seen(one, cookie, '/survey/thanks/')).text()).toContain('Thank you')
    await answered(one, cookie, { 'q.csat': '1', button: 'send' })
    expect((await theSurvey()).scores).toEqual({ csat: 4, nps: 9 })
    expect(await (await seen(one, cookie)).text()).toContain('You have answered already')
  })

  it('answers the same form sent twice as once', async () => {
    const { id } = await theSurvey()
    const cookie = await openedSurvey(one, id)
    const form = { 'q.csat': '4', button: 'stop', commandId: 'twice' }
    for (const _ of [1, 2]) expect((await answered(one, cookie, form)).status).toBe(303)
    expect((await theSurvey()).version).toBe(2)
  })

  it('keeps a part, and shows it again', async () => {
    const { id } = await theSurvey()
    const cookie = await openedSurvey(one, id)
    await answered(one, cookie, { 'q.csat': '3', button: 'stop' })
    expect((await theSurvey()).status).toBe('partial')
    const html = await (await seen(one, cookie)).text()
    expect(html).toMatch(/name="q.csat" value="3" checked/)
    expect(await (await seen(one, cookie, '/survey/thanks/')).text()).toContain('brings you back')
  })

  it('says what is missing, and loses nothing that was typed', async () => {
    const { id } = await theSurvey()
    const cookie = await openedSurvey(one, id)
    const empty = await answered(one, cookie, { button: 'send' })
    expect([empty.status, (await empty.text()).includes('at least one question')]).toEqual([
      422,
      true,
    ])
    const bad = await answered(one, cookie, { 'q.csat': '9', 'q.nps': '7', comment: 'kept words' })
    const html = await bad.text()
    expect(bad.status).toBe(422)
    expect(html).toContain('kept words')
    expect(html).toMatch(/name="q.nps" value="7" checked/)
    expect((await theSurvey()).version).toBe(1)
  })

  it('is refused on a browser where staff are signed in', async () => {
    const { id } = await theSurvey()
    const staff = await signedIn([at('counter', 'HZ-001')])
    const cookie = `${await openedSurvey(one, id)}; ${staff.cookie}`
    expect((await seen(one, cookie)).status).toBe(403)
    expect((await answered(one, cookie, { 'q.csat': '5' })).status).toBe(403)
    expect((await theSurvey()).version).toBe(1)
  })

  it('shows hostile words back as words, and keeps them out of every event', async () => {
    const { id } = await theSurvey()
    const cookie = await openedSurvey(one, id)
    const hostile = '<script>alert(1)</script>=HYPERLINK("x")\r\nBcc: a@b'
    const back = await answered(one, cookie, { 'q.csat': '9', comment: hostile })
    expect(await back.text()).not.toContain('<script>alert')
    await answered(one, cookie, { 'q.csat': '2', comment: hostile, button: 'send' })
    const { results } = await env.HUB.prepare('SELECT data FROM events').all<{ data: string }>()
    expect(results.some(({ data }) => data.includes('HYPERLINK'))).toBe(false)
    const row = await env.HUB.prepare('SELECT words FROM voices_private WHERE code = ?1')
      .bind(id)
      .first<{ words: string }>()
    expect(JSON.parse(row?.words ?? '{}').comment).toContain('=HYPERLINK')
  })
})

describe('the clock', () => {
  it('reminds once on the fifth day and ends after fourteen', async () => {
    const { id } = await theSurvey()
    one.desk.later(5 * DAY_MS)
    await ring(one.desk)
    await ring(one.desk)
    expect(await outbox('survey_reminder')).toEqual([`survey/${id}`])
    one.desk.later(9 * DAY_MS)
    await ring(one.desk)
    expect((await theSurvey()).status).toBe('expired')
    const cookie = await openedSurvey(one, id)
    expect(await (await seen(one, cookie)).text()).toContain('This survey is over')
  })

  it('counts an invitation that reached nobody as never sent', async () => {
    await env.HUB.prepare(
      `UPDATE outbox SET state = 'dropped', due_at = NULL WHERE template = 'survey_invitation'`,
    ).run()
    one.desk.later(5 * DAY_MS)
    await ring(one.desk)
    expect((await theSurvey()).status).toBe('undelivered')
    const row = await env.HUB.prepare('SELECT counts FROM kpi_days').all<{ counts: string }>()
    const counts = row.results.map((one) => JSON.parse(one.counts)['survey.delivered'])
    expect(counts.filter((count) => count !== undefined)).toEqual([0])
  })
})

it('is about the outlet where the customer came, by its clock, wherever the phone was repaired', async () => {
  const { desk } = one
  const code = await booked(desk.ask)
  await stepped(desk, code, [
    ...([['receive'], ['send_on', { outlet: 'SZ-001' }], ['take_in', {}]] as const),
    ...([
      ['give_up', { barrier: 'unrepairable' }],
      ['send_on', { outlet: 'HZ-001' }],
    ] as const),
    ...([['take_in', {}], ['hand_over']] as const),
  ])
  desk.later(HOUR_MS)
  await ring(desk)
  const survey = (await surveys()).find(({ repairCode }) => repairCode === code)
  expect(survey).toMatchObject({ outlet: 'HZ-001', outcome: 'returned_unrepaired' })
})
