import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Booking, BookingAction, BookingEvent } from '#domain/bookings/booking.ts'
import { decideBooking } from '#domain/bookings/decide-booking.ts'
import { foldBooking } from '#domain/bookings/evolve-booking.ts'
import type { Role } from '#domain/repairs/actor.ts'
import { BOOKED_AT, book, by, done, SLOT_AT, walkIn } from './a-booking.ts'

const HOUR = 3_600_000

/** Steps of all kinds by whoever may take them, half an hour or a day apart: many are refused on the way. */
const step: fc.Arbitrary<readonly [BookingAction, Role, number]> = fc
  .tuple(
    fc.constantFrom<readonly [BookingAction, Role]>(
      [{ type: 'move', startsAt: SLOT_AT + 90 * HOUR }, 'customer'],
      [{ type: 'move', startsAt: SLOT_AT + 180 * HOUR }, 'agent'],
      [{ type: 'cancel', by: 'staff' }, 'counter'],
      [{ type: 'arrive', walkIn: null, queueNumber: 5 }, 'counter'],
      [{ type: 'arrive', walkIn, queueNumber: 6 }, 'counter'],
      [{ type: 'call' }, 'counter'],
      [{ type: 'skip', behind: 7 }, 'counter'],
      [{ type: 'serve', received: 1, reason: null }, 'counter'],
      [{ type: 'leave' }, 'system'],
      [{ type: 'miss' }, 'system'],
      [book, 'customer'],
    ),
    fc.constantFrom(HOUR / 2, HOUR, 24 * HOUR),
  )
  .map(([[action, role], wait]) => [action, role, wait])

function liveThrough(steps: readonly (readonly [BookingAction, Role, number])[]) {
  let booking: Booking | null = null
  let now = BOOKED_AT
  const events: BookingEvent[] = []
  for (const [action, role, wait] of steps) {
    now += wait
    const decision = decideBooking(booking, action, by(role, now))
    if (!decision.ok) continue
    events.push(...decision.events)
    booking = decision.booking
  }
  return { booking, events }
}

const lives = fc.array(step, { minLength: 3, maxLength: 40 })
const random = { seed: 20261122, numRuns: 2000 }

describe('the events of a booking', () => {
  it('tell its state, after a way through a database too', () => {
    const lengths = new Set<number>()
    fc.assert(
      fc.property(lives, (steps) => {
        const { booking, events } = liveThrough(steps)
        lengths.add(events.length)
        expect(foldBooking(JSON.parse(JSON.stringify(events)))).toEqual(booking)
        expect(events.map(({ version }) => version)).toEqual(events.map((_, place) => place + 1))
      }),
      random,
    )
    expect(Math.max(...lengths)).toBeGreaterThan(8)
  })

  it('take and give back seats so that one is held exactly while the booking says so', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { booking, events } = liveThrough(steps)
        const held = new Map<unknown, number>()
        for (const { data } of events) {
          if (data['takes'] !== null) held.set(data['takes'], (held.get(data['takes']) ?? 0) + 1)
          if (data['frees'] !== null) held.set(data['frees'], (held.get(data['frees']) ?? 0) - 1)
        }
        const standing = [...held].filter(([, count]) => count !== 0)
        expect(standing).toEqual(booking?.holdsSeat ? [[booking.startsAt, 1]] : [])
      }),
      random,
    )
  })

  it('are refused with a gap, twice, or from another booking', () => {
    const first = done(null, book, by('customer', BOOKED_AT))
    const second = done(
      first.booking,
      { type: 'cancel', by: 'customer' },
      by('customer', BOOKED_AT),
    )
    const [booked, cancelled] = [...first.events, ...second.events]
    if (!booked || !cancelled) throw new Error('no events')
    expect(foldBooking([booked, cancelled])).toEqual(second.booking)
    expect(() => foldBooking([cancelled])).toThrow(/no event 2/)
    expect(() => foldBooking([booked, booked])).toThrow(/no event 1/)
    expect(() => foldBooking([booked, { ...cancelled, subject: 'booking/OTHER' }])).toThrow()
  })
})
