import { describe, expect, it } from 'vitest'
import type { BookingStatus } from '#domain/bookings/booking.ts'
import { decideServing } from '#domain/bookings/serve-visit.ts'
import type { Role } from '#domain/repairs/actor.ts'
import { aBooking, by, SLOT_AT, SLOT_OVER, walkIn } from './a-booking.ts'

const NOW = SLOT_OVER + 40 * 60_000
const serving = { queueNumber: 12, walkIn: null, received: 1, arrivedAt: null }

const served = (status: BookingStatus | null, change: object = {}, role: Role = 'counter') =>
  decideServing(aBooking(status), { ...serving, ...change }, by(role, NOW))

const typesOf = (decision: ReturnType<typeof served>) =>
  decision.ok ? decision.events.map(({ type }) => type.replace('booking.', '')) : decision.refusal

describe('receiving a device serves the visit it came with', () => {
  it('adding what is missing on the way', () => {
    expect(typesOf(served('called'))).toEqual(['served'])
    expect(typesOf(served('arrived'))).toEqual(['called', 'served'])
    for (const status of ['booked', 'no_show'] as const) {
      expect(typesOf(served(status))).toEqual(['arrived', 'called', 'served'])
    }
    expect(typesOf(served(null, { walkIn }))).toEqual(['arrived', 'called', 'served'])
  })

  it('once: further devices of the same visit change nothing', () => {
    expect(served('served')).toMatchObject({ ok: true, events: [], booking: { status: 'served' } })
  })

  it('but not a visit that was left or cancelled', () => {
    expect(typesOf(served('left'))).toBe('not_allowed_now')
    expect(typesOf(served('cancelled'))).toBe('not_allowed_now')
  })

  it('by counter, bench and manager, whoever may receive', () => {
    for (const role of ['counter', 'bench', 'outlet_manager'] as const) {
      expect(served('booked', {}, role).ok).toBe(true)
    }
    for (const role of ['customer', 'agent', 'system', 'courier', 'hq_supply'] as const) {
      expect(typesOf(served('booked', {}, role))).toBe('not_your_role')
    }
  })

  it('with the wait that the customer had, when somebody tells when they came', () => {
    const decision = served('booked', { arrivedAt: SLOT_AT + 60_000 })
    expect(decision).toMatchObject({
      ok: true,
      booking: { arrivedAt: SLOT_AT + 60_000, calledAt: NOW, queueNumber: 12, version: 4 },
      events: [{ happenedAt: SLOT_AT + 60_000 }, { happenedAt: NOW }, { happenedAt: NOW }],
    })
    expect(typesOf(served('booked', { arrivedAt: NOW + 1 }))).toBe('bad_time')
  })
})
