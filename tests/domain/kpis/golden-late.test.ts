import { describe, expect, it } from 'vitest'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { figureOf, type PackedCounts } from '#domain/kpis/figure-of.ts'
import { finalFrom } from '#domain/kpis/final-month.ts'
import { definitionOf } from '#domain/kpis/kpi-definitions.ts'
import { newestFinal } from '#domain/publications/months-of-places.ts'
import { repeatVisit } from '#domain/repairs/repeat-visit.ts'
import { decideSurvey, type SurveyAction } from '#domain/surveys/decide-survey.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { SurveyEvent } from '#domain/surveys/survey-event.ts'
import { aComplaint, DAY_MS, DISPATCH, HOUR_MS, PEOPLE, REACHED } from '#support/a-complaint.ts'
import { aboutRepair, answer, CUSTOMER, ID, SYSTEM } from '../surveys/a-survey.ts'
import { aLife, instantOf, recountedAt, type Step, standsAt } from './a-life.ts'

type Told = { readonly type: string; readonly data: object }

/** What some events change, each on its day. */
function changes(events: readonly Told[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const event of events) {
    for (const { day, measure, by } of countsOfEvent({ ...event, data: { ...event.data } })) {
      const key = `${day} ${measure}`
      if (!measure.startsWith('repair.')) sums[key] = (sums[key] ?? 0) + by
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, by]) => by !== 0))
}

/** On the last of October: in at nine, promised for six. */
const READY: readonly Step[] = [
  ['2026-10-31 09:00', 'request'],
  ['2026-10-31 09:00', 'receive', { promisedAt: instantOf('2026-10-31 18:00') }],
  ['2026-10-31 10:00', 'diagnose'],
  ['2026-10-31 11:00', 'start'],
  ['2026-10-31 16:00', 'finish'],
]

describe('what is entered late', () => {
  const entered = '2026-11-02 09:00'
  const life = aLife([
    ...READY,
    ['2026-10-31 17:30', 'pass_check', {}, entered],
    ['2026-10-31 17:50', 'hand_over', {}, entered],
  ])

  it('counts on the day when it happened, whatever day it is entered', () => {
    const october = standsAt([life], 'SZ-001', '2026-10')
    expect(recountedAt([life], 'SZ-001', '2026-10')).toEqual(october)
    // Ready at half past five of a promise for six; 8.5 h after it came in.
    expect(october).toMatchObject({
      ...{ promise_due: 1, promise_kept: 1, handed_over: 1, closed: 1 },
      'turnaround_done_1d|way_in=walk_in': 1,
      'held_minutes|holder=outlet': 8.5 * 60,
      'held_minutes|holder=customer': 20,
    })
    expect(standsAt([life], 'SZ-001', '2026-11')).toEqual({})
  })

  it('is named as a late entry where a promise is judged by it, and where the phone came in', () => {
    const late = (steps: readonly Step[]) => standsAt([aLife(steps)], 'SZ-001', '2026-10')
    const ready: Step = ['2026-10-31 17:30', 'pass_check']
    const enteredAt = (time: string): Step => [ready[0], ready[1], {}, time]
    expect(late([...READY, ready])['received_late']).toBeUndefined()
    expect(late([...READY, enteredAt('2026-10-31 18:20')])['received_late']).toBeUndefined()
    expect(late([...READY, enteredAt('2026-10-31 18:31')])['received_late']).toBe(1)
    expect(standsAt([life], 'SZ-001', '2026-10')['received_late']).toBe(1)
    const handedOver: Step = ['2026-10-31 17:50', 'hand_over', {}, entered]
    expect(late([...READY, ready, handedOver])['received_late']).toBeUndefined()
  })

  it('reaches a hand-over of an earlier month, though that month is final', () => {
    // Entered on 2 December, when October's repeats are final: back on 30 November is the thirtieth day.
    const at = '2026-11-30 17:50'
    const repeat = repeatVisit([life.repair], instantOf(at))
    const back = aLife(
      [
        [at, 'request', {}, '2026-12-02 09:00'],
        [at, 'receive', { repeat }, '2026-12-02 09:00'],
      ],
      { outlet: 'SZ-002', code: '7K0000000000A' },
    )
    expect(changes(back.events)).toMatchObject({
      '2026-10-31 repeat_30': 1,
      '2026-10-31 repeat_90': 1,
      '2026-10-31 first_time_fix_kept': -1,
    })
  })
})

describe('a correction', () => {
  it('takes back, with its sign, what an earlier month had been given', () => {
    const life = aLife([
      ...READY,
      ['2026-10-31 17:30', 'pass_check'],
      // Two days later it fails before its customer.
      ['2026-11-02 10:00', 'reopen', { reason: 'not_fixed' }],
    ])
    const [reopened] = life.events.slice(-1)
    expect(changes(reopened ? [reopened] : [])).toMatchObject({
      '2026-10-31 promise_kept': -1,
      '2026-10-31 turnaround_done_1d|way_in=walk_in': -1,
    })
    const october = standsAt([life], 'SZ-001', '2026-10')
    expect(figureOf('promise_kept', october)).toMatchObject({ value: 0, hits: 0, n: 1 })
  })

  it('of a complaint that was told twice takes it out of the month when it was registered', () => {
    const registered = Date.UTC(2026, 9, 31, 2)
    const story = aComplaint({ receivedAt: registered })
    const merge = { type: 'merge', into: '7K3M9QXF2T8BX' } as const
    const merged = story.and(merge, { by: PEOPLE.quality, after: 3 * DAY_MS })
    expect(changes(story.events)).toMatchObject({ '2026-10-31 complaints_registered': 1 })
    expect(changes(merged.events.slice(-1))).toMatchObject({
      '2026-10-31 complaints_registered': -1,
    })
  })
})

describe('a clock that was kept and entered late', () => {
  it('is kept, on the day when it was due, and is named as a late entry', () => {
    // Registered on 31 October at ten: due on 1 November; called in time, entered two days later.
    const registered = Date.UTC(2026, 9, 31, 2)
    const story = aComplaint({ receivedAt: registered })
      .and(DISPATCH, { by: PEOPLE.agent })
      .and(REACHED, { after: 3 * DAY_MS, happenedAt: registered + 20 * HOUR_MS })
    const stands = changes(story.events)
    expect(stands).toMatchObject({
      '2026-10-31 complaints_registered': 1,
      '2026-11-01 complaint_contact_due': 1,
      '2026-11-01 complaint_contact_in_time': 1,
      '2026-11-01 complaint_contact_late_entry': 1,
    })
  })
})

describe('a survey about the last of October', () => {
  const about = aboutRepair({ day: '2026-10-31', endedAt: Date.UTC(2026, 9, 31, 9) })
  const at = (day: number) => Date.UTC(2026, 10, day, 3)

  function told(steps: readonly (readonly [SurveyAction, number])[]): readonly SurveyEvent[] {
    let survey: Survey | null = null
    const events: SurveyEvent[] = []
    const all = [[{ type: 'invite', id: ID, about }, at(1)] as const, ...steps]
    for (const [action, now] of all) {
      const actor = action.type === 'answer' ? CUSTOMER : SYSTEM
      const decided = decideSurvey(survey, action, { now, actor })
      if (!decided.ok) throw new Error(decided.refusal)
      survey = decided.survey
      events.push(...decided.events)
    }
    return events
  }

  const ofOctober = (events: readonly SurveyEvent[]): PackedCounts =>
    Object.fromEntries(
      Object.entries(changes(events)).map(([key, by]) => [key.slice('2026-10-31 '.length), by]),
    )

  it('is October’s when it is answered in November', () => {
    const once = told([[answer({ scores: { csat: 5 }, isDone: false }), at(9)]])
    expect(changes(once)).toEqual({
      '2026-10-31 survey.delivered': 1,
      '2026-10-31 survey.answered': 1,
      '2026-10-31 survey.csat|score=5': 1,
    })
    expect(figureOf('response_rate', ofOctober(once))).toMatchObject({ value: 100, n: 1 })
  })

  it('takes an answer back where it is changed, and is one answer still', () => {
    const once = [answer({ scores: { csat: 5 }, isDone: false }), at(9)] as const
    const twice = told([once, [answer({ scores: { csat: 2 } }), at(12)]])
    expect(changes(twice.slice(told([once]).length))).toMatchObject({
      '2026-10-31 survey.csat|score=5': -1,
      '2026-10-31 survey.csat|score=2': 1,
    })
    const october = ofOctober(twice)
    expect(figureOf('csat', october)).toMatchObject({ value: 0, n: 1 })
    expect(figureOf('dsat', october)).toMatchObject({ value: 100, n: 1 })
    expect(figureOf('response_rate', october)).toMatchObject({ hits: 1, n: 1 })
  })
})

describe('October is final', () => {
  // The day after 31 October and so many days; by limit, rounded up to whole days.
  it.each([
    ['promise_kept', '2026-11-01'],
    ['turnaround_walk_in_1h', '2026-11-02'],
    ['one_hour_rate', '2026-11-02'],
    ['no_show', '2026-11-02'],
    ['turnaround_walk_in_3d', '2026-11-04'],
    ['repeat_7', '2026-11-08'],
    ['turnaround_mail_in_10d', '2026-11-11'],
    ['csat', '2026-11-15'],
    ['first_time_fix', '2026-12-01'],
    ['repeat_30', '2026-12-01'],
    ['repeat_90', '2027-01-30'],
  ] as const)('for %s from %s on', (kpi, day) => {
    expect(finalFrom(definitionOf(kpi), '2026-10')).toBe(day)
  })

  it('or the newest month that is stands in its place on the day when it freezes', () => {
    const onTheFifteenth = (kpi: Parameters<typeof newestFinal>[0]) =>
      newestFinal(kpi, '2026-10', '2026-11-15')
    expect(onTheFifteenth('csat')).toBe('2026-10')
    expect(newestFinal('csat', '2026-10', '2026-11-14')).toBe('2026-09')
    expect(onTheFifteenth('repeat_30')).toBe('2026-09')
    // August's 31st and 90 days are 29 November; July's are 29 October.
    expect(onTheFifteenth('repeat_90')).toBe('2026-07')
  })
})
