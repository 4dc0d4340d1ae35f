import { describe, expect, it } from 'vitest'
import type { Booking, BookingAction, BookingEvent } from '#domain/bookings/booking.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { bucketMeasure } from '#domain/kpis/sketch.ts'
import { tallyOfBooking } from '#domain/kpis/tally-of-booking.ts'
import type { Role } from '#domain/repairs/actor.ts'
import { BOOKED_AT, book, by, done, SLOT_AT, walkIn } from '../bookings/a-booking.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Step = readonly [action: BookingAction, role: Role, at: number]

function visit(steps: readonly Step[]) {
  let booking: Booking | null = null
  const events: BookingEvent[] = []
  for (const [action, role, at] of steps) {
    const decision = done(booking, action, by(role, at))
    booking = decision.ok ? decision.booking : booking
    if (decision.ok) events.push(...decision.events)
  }
  const counts: Record<string, number> = {}
  for (const { day, measure, by: number } of events.flatMap(countsOfEvent)) {
    const key = `${day} ${measure}`
    if (!measure.startsWith('booking.')) counts[key] = (counts[key] ?? 0) + number
  }
  const stands = Object.fromEntries(Object.entries(counts).filter(([, number]) => number !== 0))
  const tally: Record<string, number> = {}
  for (const { day, measure, by: number } of booking ? tallyOfBooking(booking) : []) {
    tally[`${day} ${measure}`] = (tally[`${day} ${measure}`] ?? 0) + number
  }
  expect(stands).toEqual(tally)
  return stands
}

const booked: Step = [book, 'customer', BOOKED_AT]
const arrived: Step = [{ type: 'arrive', walkIn: null, queueNumber: 7 }, 'counter', SLOT_AT]
const missed: Step = [{ type: 'miss' }, 'system', SLOT_AT + 60 * MINUTE]
const moved: Step = [
  { type: 'move', startsAt: SLOT_AT + 2 * DAY },
  'customer',
  SLOT_AT + 90 * MINUTE,
]

describe('a visit', () => {
  it('is counted in its slot once somebody came, and in the queue of that day', () => {
    expect(visit([booked])).toEqual({})
    expect(visit([booked, arrived, [{ type: 'call' }, 'counter', SLOT_AT + 12 * MINUTE]])).toEqual({
      '2026-10-03 visits_booked': 1,
      '2026-10-03 queue_arrived': 1,
      '2026-10-03 queue_called_15': 1,
      [`2026-10-03 ${bucketMeasure('queue_wait', 12)}`]: 1,
    })
  })

  it('that was called after fifteen minutes isn’t called in time, though it was recalled', () => {
    const called: Step = [{ type: 'call' }, 'counter', SLOT_AT + 16 * MINUTE]
    const stands = visit([booked, arrived, called, called])
    expect(stands).not.toHaveProperty('2026-10-03 queue_called_15')
    expect(stands).toHaveProperty(`2026-10-03 ${bucketMeasure('queue_wait', 16)}`, 1)
  })

  it('that nobody came to stays missed, whenever it is moved to', () => {
    const of = { '2026-10-03 visits_booked': 1, '2026-10-03 visits_missed': 1 }
    expect(visit([booked, missed])).toEqual(of)
    expect(visit([booked, missed, moved])).toEqual(of)
    expect(
      visit([booked, missed, [{ type: 'cancel', by: 'customer' }, 'customer', SLOT_AT + DAY]]),
    ).toEqual(of)
  })

  it('that comes after it was missed has come', () => {
    const late: Step = [
      { type: 'arrive', walkIn: null, queueNumber: 9 },
      'counter',
      SLOT_AT + 80 * MINUTE,
    ]
    expect(visit([booked, missed, late])).toEqual({
      '2026-10-03 visits_booked': 1,
      '2026-10-03 queue_arrived': 1,
    })
  })

  it('that walked away has left, whatever becomes of it', () => {
    const left: Step = [{ type: 'leave' }, 'counter', SLOT_AT + 40 * MINUTE]
    const of = {
      '2026-10-03 visits_booked': 1,
      '2026-10-03 queue_arrived': 1,
      '2026-10-03 queue_left': 1,
    }
    expect(visit([booked, arrived, left])).toEqual(of)
    expect(visit([booked, arrived, left, moved])).toEqual(of)
  })

  it('cancelled before it was missed is counted nowhere', () => {
    expect(visit([booked, [{ type: 'cancel', by: 'customer' }, 'customer', SLOT_AT]])).toEqual({})
  })

  it('of a walk-in is in no slot', () => {
    const came: Step = [{ type: 'arrive', walkIn, queueNumber: 1 }, 'counter', SLOT_AT]
    expect(visit([came])).toEqual({ '2026-10-03 queue_arrived': 1 })
  })
})
