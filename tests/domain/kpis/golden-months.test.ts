import { describe, expect, it } from 'vitest'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { bucketMeasure } from '#domain/kpis/sketch.ts'
import { aLife, instantOf, type Life, recountedAt, type Step, standsAt } from './a-life.ts'

const promise = (at: string, over: object = {}) => ({ promisedAt: instantOf(at), ...over })

/** In at ten, ready after fifty minutes, gone at eleven. */
const WHILE_YOU_WAIT: readonly Step[] = [
  ['2026-10-05 10:00', 'request', { service: 'one_hour' }],
  ['2026-10-05 10:00', 'receive', promise('2026-10-05 18:00', { isOneHourListed: true })],
  ['2026-10-05 10:10', 'diagnose'],
  ['2026-10-05 10:20', 'start'],
  ['2026-10-05 10:40', 'finish'],
  ['2026-10-05 10:50', 'pass_check'],
  ['2026-10-05 11:00', 'hand_over'],
]

/** In on the last day of October, ready four days later than promised, still here. */
const LATE: readonly Step[] = [
  ['2026-10-31 17:00', 'request'],
  ['2026-10-31 17:00', 'receive', promise('2026-11-01 12:00', { family: 'phone' })],
  ['2026-11-02 09:00', 'diagnose'],
  ['2026-11-02 09:00', 'start'],
  ['2026-11-05 12:00', 'finish'],
  ['2026-11-05 12:00', 'pass_check'],
]

/** Refused the price of 320.00 and taken home as it was. */
const DECLINED: readonly Step[] = [
  ['2026-10-07 09:00', 'request'],
  ['2026-10-07 09:00', 'receive', promise('2026-10-08 09:00')],
  ['2026-10-07 09:30', 'diagnose'],
  ['2026-10-07 10:00', 'ask'],
  ['2026-10-07 10:20', 'decline'],
  ['2026-10-07 12:00', 'hand_over', { paidHow: 'cash' }],
]

const CUTS = (way = 'walk_in') => ({
  [`repairs_received|way_in=${way}`]: 1,
  'repairs_received|touchpoint=web': 1,
})

const agrees = (lives: readonly Life[], outlet: string, month: string) => {
  const stands = standsAt(lives, outlet, month)
  expect(recountedAt(lives, outlet, month)).toEqual(stands)
  return stands
}

describe('an outlet’s October, reckoned by hand', () => {
  it('of a repair done while its customer waited', () => {
    expect(agrees([aLife(WHILE_YOU_WAIT)], 'SZ-001', '2026-10')).toEqual({
      ...CUTS(),
      repairs_received: 1,
      promise_due: 1,
      promise_kept: 1,
      [bucketMeasure('promised', 8 * 60)]: 1,
      one_hour_due: 1,
      one_hour_kept: 1,
      'turnaround_started|way_in=walk_in': 1,
      'turnaround_done_1h|way_in=walk_in': 1,
      'turnaround_done_1d|way_in=walk_in': 1,
      'turnaround_done_3d|way_in=walk_in': 1,
      'turnaround_done_10d|way_in=walk_in': 1,
      [bucketMeasure('turnaround|way_in=walk_in', 50)]: 1,
      findings: 1,
      closed: 1,
      record_complete: 1,
      handed_over: 1,
      first_time_fix_due: 1,
      first_time_fix_kept: 1,
      'held_minutes|holder=outlet': 50,
      'held_minutes|holder=customer': 10,
      [bucketMeasure('own_held', 50)]: 1,
    })
  })

  it('counts what is done in November to the day in October that began it, and the promise to its own', () => {
    const late = aLife(LATE)
    expect(agrees([late], 'SZ-001', '2026-10')).toEqual({
      ...CUTS(),
      'repairs_received|family=phone': 1,
      repairs_received: 1,
      'turnaround_started|way_in=walk_in': 1,
      // Ninety-one hours is no miss of ten days, and one of three.
      'turnaround_done_10d|way_in=walk_in': 1,
    })
    expect(agrees([late], 'SZ-001', '2026-11')).toEqual({
      promise_due: 1,
      [bucketMeasure('promised', 19 * 60)]: 1,
      findings: 1,
      [bucketMeasure('turnaround|way_in=walk_in', 115 * 60)]: 1,
    })
  })

  it('takes an unrepaired return for success of nothing', () => {
    const stands = agrees([aLife(DECLINED)], 'SZ-001', '2026-10')
    expect(stands).toMatchObject({
      closed: 1,
      unrepaired: 1,
      'unrepaired|barrier=declined': 1,
      handed_over: 1,
      promise_due: 1,
      'turnaround_started|way_in=walk_in': 1,
    })
    const successes = Object.keys(stands).filter((measure) =>
      /kept|_done_|^turnaround\||first_time/.test(measure),
    )
    expect(successes).toEqual([])
    expect(figureOf('unrepaired_share', stands)).toMatchObject({ value: 100, n: 1 })
    expect(figureOf('one_hour_rate', stands)).toMatchObject({ value: null, n: 0 })
  })

  it('takes a success back where the phone fails before its customer, and a second trip stays', () => {
    const steps: readonly Step[] = [
      ...WHILE_YOU_WAIT.slice(0, -1),
      ['2026-10-05 11:00', 'reopen', { reason: 'not_fixed' }],
    ]
    const open = agrees([aLife(steps)], 'SZ-001', '2026-10')
    expect(open).toMatchObject({ promise_due: 1, one_hour_due: 1 })
    expect(open).not.toHaveProperty('promise_kept')
    expect(open).not.toHaveProperty('one_hour_kept')
    const mended = agrees(
      [
        aLife([
          ...steps,
          ['2026-10-05 12:00', 'start'],
          ['2026-10-05 13:00', 'finish'],
          ['2026-10-05 14:00', 'pass_check'],
          ['2026-10-06 14:00', 'hand_over'],
        ]),
      ],
      'SZ-001',
      '2026-10',
    )
    expect(mended).toMatchObject({ promise_kept: 1, first_time_fix_due: 1 })
    expect(mended).not.toHaveProperty('first_time_fix_kept')
    expect(mended).not.toHaveProperty('one_hour_kept')
  })

  it('charges own time to each outlet that held the phone, and everything else to its home', () => {
    const moved = aLife([
      ['2026-10-05 10:00', 'request'],
      ['2026-10-05 10:00', 'receive', promise('2026-10-09 18:00')],
      ['2026-10-05 12:00', 'send_on', { outlet: 'SZ-002' }],
      ['2026-10-06 12:00', 'take_in'],
      ['2026-10-06 12:00', 'diagnose'],
      ['2026-10-06 12:00', 'await_parts', { expectedOn: '2026-10-07' }],
      ['2026-10-07 12:00', 'part_arrived'],
      ['2026-10-07 13:00', 'finish'],
      ['2026-10-07 15:00', 'pass_check'],
      ['2026-10-07 15:00', 'send_on', { outlet: 'SZ-001' }],
      ['2026-10-08 15:00', 'take_in'],
      ['2026-10-08 16:00', 'hand_over'],
    ])
    const home = agrees([moved], 'SZ-001', '2026-10')
    expect(home).toMatchObject({
      promise_kept: 1,
      handed_over: 1,
      'held_minutes|holder=outlet': 120,
      'held_minutes|holder=customer': 60,
      // On its way home it is to be there: a whole day.
      'held_minutes|holder=courier': 1440,
      [bucketMeasure('own_held', 120)]: 1,
      // Away and ready it isn't ready: 10:00 on the 5th to 15:00 on the 8th.
      [bucketMeasure('turnaround|way_in=walk_in', (3 * 24 + 5) * 60)]: 1,
    })
    expect(agrees([moved], 'SZ-002', '2026-10')).toEqual({
      'held_minutes|holder=courier': 1440,
      'held_minutes|holder=supply': 1440,
      'held_minutes|holder=outlet': 180,
      [bucketMeasure('own_held', 180)]: 1,
    })
  })

  it('counts days of twenty-four hours and the outlet’s own dates where the clock goes back', () => {
    const zone = 'America/New_York'
    const place = { zone, outlet: 'NY-001' }
    const hour = aLife(
      [
        ['2026-11-01T01:30:00-04:00', 'request', { service: 'one_hour' }],
        ['2026-11-01T01:30:00-04:00', 'receive', { isOneHourListed: true }],
        ['2026-11-01T01:40:00-04:00', 'start'],
        ['2026-11-01T01:50:00-04:00', 'finish'],
        // Forty-five minutes later the wall shows a quarter past one.
        ['2026-11-01T01:15:00-05:00', 'pass_check'],
      ],
      place,
    )
    expect(standsAt([hour], 'NY-001', '2026-11-01')).toMatchObject({ one_hour_kept: 1 })
    const day = aLife(
      [
        ['2026-10-31 23:30', 'request'],
        ['2026-10-31 23:30', 'receive'],
        ['2026-11-01 10:00', 'start'],
        ['2026-11-01 11:00', 'finish'],
        // The same time of the next day is twenty-five hours later.
        ['2026-11-01 23:30', 'pass_check'],
      ],
      place,
    )
    const october = standsAt([day], 'NY-001', '2026-10-31')
    expect(october).toMatchObject({ 'turnaround_done_3d|way_in=walk_in': 1 })
    expect(october).not.toHaveProperty('turnaround_done_1d|way_in=walk_in')
  })

  it('adds a survey that is answered in November to the day in October that it asks about', () => {
    const answered = {
      type: 'survey.answered',
      data: {
        ...{ outlet: 'SZ-001', day: '2026-10-31', kind: 'repair', isFirst: true },
        ...{ before: {}, scores: { csat: 5 } },
      },
    }
    expect(countsOfEvent(answered)).toContainEqual({
      ...{ outlet: 'SZ-001', day: '2026-10-31', measure: 'survey.csat|score=5', by: 1 },
    })
  })

  it('leaves a parcel that was called off on its way out of the denominator', () => {
    const steps: readonly Step[] = [
      ['2026-10-05 10:00', 'request', { wayIn: 'mail_in', wayBack: 'post' }],
      ['2026-10-05 12:00', 'post'],
    ]
    const started = { 'turnaround_started|way_in=mail_in': 1 }
    expect(agrees([aLife(steps)], 'SZ-001', '2026-10')).toEqual(started)
    const cancelled = aLife([...steps, ['2026-10-06 10:00', 'cancel']])
    expect(agrees([cancelled], 'SZ-001', '2026-10')).toEqual({})
  })
})
