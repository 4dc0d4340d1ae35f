import { describe, expect, it } from 'vitest'
import type { Booking } from '#domain/bookings/booking.ts'
import { newRegionSums, regionsOfOutlets } from '#domain/kpis/close-months.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { by, done } from '../bookings/a-booking.ts'
import {
  aLife,
  instantOf,
  type Life,
  recountedAt,
  SHANGHAI,
  type Step,
  standsAt,
} from './a-life.ts'

/** SZ-002 closes for good on Thursday 15 October at six; SZ-001 takes what is left of its work. */
const CLOSED = 'SZ-002'
const TAKES_OVER = 'SZ-001'
const SHOPS = { [CLOSED]: 'cn-nanshan', [TAKES_OVER]: 'cn-futian' }

const receive = (at: string, promisedAt: string): readonly Step[] => [
  [at, 'request'],
  [at, 'receive', { promisedAt: instantOf(promisedAt) }],
]
const home = (code: string, steps: readonly Step[]): Life => aLife(steps, { outlet: CLOSED, code })

/** Done and gone before the end: in on the 13th at ten, ready after six hours, promised for the 14th. */
const GONE = home('7K3M9QXF2T8BV', [
  ...receive('2026-10-13 10:00', '2026-10-14 18:00'),
  ['2026-10-13 11:00', 'diagnose'],
  ['2026-10-13 12:00', 'start'],
  ['2026-10-13 15:00', 'finish'],
  ['2026-10-13 16:00', 'pass_check'],
  ['2026-10-14 09:00', 'hand_over'],
])

/** In on the 14th at ten, sent on as the outlet closes, ready there on the 17th at four and posted home. */
const SENT_ON = home('7K0000000000A', [
  ...receive('2026-10-14 10:00', '2026-10-16 18:00'),
  ['2026-10-15 17:00', 'send_on', { outlet: TAKES_OVER }],
  ['2026-10-15 18:00', 'correct', { field: 'way_back', value: 'post', reason: 'outlet_closed' }],
  ['2026-10-16 17:00', 'take_in'],
  ['2026-10-17 10:00', 'diagnose'],
  ['2026-10-17 10:00', 'start'],
  ['2026-10-17 15:00', 'finish'],
  ['2026-10-17 16:00', 'pass_check'],
  ['2026-10-17 17:00', 'post_back'],
  ['2026-10-19 17:00', 'delivered'],
])

/** In on the closing day itself, and nobody has touched it since. */
const LEFT_LYING = home('7K0000000001B', receive('2026-10-15 11:00', '2026-10-17 18:00'))

const LIVES = [GONE, SENT_ON, LEFT_LYING]

function october(outlet: string) {
  const stands = standsAt(LIVES, outlet, '2026-10')
  expect(recountedAt(LIVES, outlet, '2026-10')).toEqual(stands)
  return stands
}

describe('an outlet that closes in the middle of October', () => {
  it('goes on answering for every phone that it took in', () => {
    const stands = october(CLOSED)
    expect(stands).toMatchObject({
      repairs_received: 3,
      // Fallen due on the 14th, 16th and 17th, two of them after the door was shut for good.
      promise_due: 3,
      promise_kept: 1,
      'turnaround_started|way_in=walk_in': 3,
      // 6 h; from the 14th at ten to the 17th at four are 78 h, over three days of 72; the third never.
      'turnaround_done_1d|way_in=walk_in': 1,
      'turnaround_done_3d|way_in=walk_in': 1,
      'turnaround_done_10d|way_in=walk_in': 2,
      // Handed over on the 14th, delivered on the 19th.
      closed: 2,
      handed_over: 2,
      first_time_fix_due: 2,
      first_time_fix_kept: 2,
    })
    // 1 of 3, and what it left lying is a miss for ever instead of nothing.
    expect(figureOf('promise_kept', stands)).toMatchObject({ hits: 1, n: 3 })
    expect(figureOf('turnaround_walk_in_10d', stands)).toMatchObject({ hits: 2, n: 3 })
  })

  it('charges whoever took its work over with the time that they held it, and with nothing else', () => {
    // From the 16th at five in the afternoon to the 17th at five: 24 h.
    const stands = october(TAKES_OVER)
    expect(stands).toMatchObject({ 'held_minutes|holder=outlet': 24 * 60 })
    const others = Object.keys(stands).filter((measure) => !/held/.test(measure))
    expect(others).toEqual([])
    // At home: 23 h of the first (of them 17 h are the customer's) and 31 h until it was sent on.
    expect(october(CLOSED)).toMatchObject({
      'held_minutes|holder=outlet': (6 + 31) * 60,
      'held_minutes|holder=customer': 17 * 60,
    })
  })

  it('counts in its region and in the network like any other', () => {
    const regions = [
      { id: 'cn', parentId: null },
      ...Object.values(SHOPS).map((id) => ({ id, parentId: 'cn' })),
    ]
    const outlets = Object.entries(SHOPS).map(([code, regionId]) => ({
      ...{ code, regionId, zone: SHANGHAI },
    }))
    const sums = newRegionSums(regionsOfOutlets(regions, outlets))
    for (const { code } of outlets) sums.add({ outlet: code, counts: october(code) })
    expect(sums.of('cn-nanshan')).toMatchObject({ promise_due: 3, promise_kept: 1 })
    expect(sums.of('network')).toMatchObject({ repairs_received: 3, closed: 2 })
    // 37 h of its own and the other's 24.
    expect(sums.of('network')).toMatchObject({ 'held_minutes|holder=outlet': 61 * 60 })
  })
})

describe('a visit booked at an outlet that closes', () => {
  const startsAt = instantOf('2026-10-17 10:00')
  const asked = instantOf('2026-10-12 20:00')
  const visit = { type: 'book', code: '7K3M9QXF2T8BV', service: 'one_hour' } as const

  function counted(outlet: string, steps: readonly Parameters<typeof done>[1][]) {
    const sums: Record<string, number> = {}
    let booking: Booking | null = null
    for (const [at, action] of steps.entries()) {
      const role =
        action.type === 'book' ? 'customer' : action.type === 'miss' ? 'system' : 'counter'
      const now = action.type === 'miss' ? startsAt + 60 * 60_000 : asked + at * 60_000
      const decided = done(booking, action, by(role, now))
      booking = decided.booking
      for (const { outlet: where, measure, by: number } of decided.events.flatMap(countsOfEvent)) {
        const key = `${where} ${measure}`
        if (!measure.startsWith('booking.')) sums[key] = (sums[key] ?? 0) + number
      }
    }
    expect(booking?.outlet).toBe(outlet)
    return sums
  }

  it('and called off by it is counted nowhere, neither as a visit nor as missed', () => {
    const day = 86_400_000
    const alternatives = [0, 1, 2].map((later) => ({
      ...{ outlet: TAKES_OVER, startsAt: startsAt + later * day },
    }))
    const cancel = { type: 'cancel', by: 'outlet', alternatives } as const
    expect(counted(CLOSED, [{ ...visit, outlet: CLOSED, startsAt }, cancel])).toEqual({})
  })

  it('and forgotten stands as missed at the closed outlet, where it shows', () => {
    expect(counted(CLOSED, [{ ...visit, outlet: CLOSED, startsAt }, { type: 'miss' }])).toEqual({
      'SZ-002 visits_booked': 1,
      'SZ-002 visits_missed': 1,
    })
  })
})
