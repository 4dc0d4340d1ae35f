import { describe, expect, it } from 'vitest'
import { BOOKING_STATUSES, type Booking } from '#domain/bookings/booking.ts'
import { isWaiting, nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { closesAfter } from '#domain/bookings/closing-time.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { aBooking } from './a-booking.ts'

const SHANGHAI = 'Asia/Shanghai'
const NEW_YORK = 'America/New_York'
const MINUTE = 60_000

const hours = (zone: string, ...day: readonly (readonly [number, number])[]): CompiledHours => ({
  zone,
  week: Array.from({ length: 7 }, () => day.map(([from, until]) => [from, until] as const)),
  days: {},
  lastIntakeMinutes: 30,
  until: '2027-12-31',
  untilBecause: 'horizon',
})
const at = (text: string): number => Date.parse(text)
const DAYTIME = hours(SHANGHAI, [9 * 60, 12 * 60], [13 * 60, 18 * 60])

describe('the day of an outlet closes', () => {
  it.each([
    ['before it opens', '2026-11-18T08:00:00+08:00', '2026-11-18T18:00:00+08:00'],
    ['at its last opening, not at noon', '2026-11-18T11:00:00+08:00', '2026-11-18T18:00:00+08:00'],
    ['at midnight where it had closed', '2026-11-18T18:00:00+08:00', '2026-11-19T00:00:00+08:00'],
  ])('%s', (_, from, until) => {
    expect(closesAfter(DAYTIME, SHANGHAI, at(from))).toBe(at(until))
  })

  it('as the night ends that runs into the next morning', () => {
    const night = hours(SHANGHAI, [18 * 60, 26 * 60])
    const closing = at('2026-11-19T02:00:00+08:00')
    expect(closesAfter(night, SHANGHAI, at('2026-11-18T20:00:00+08:00'))).toBe(closing)
    expect(closesAfter(night, SHANGHAI, at('2026-11-19T00:30:00+08:00'))).toBe(closing)
    const next = at('2026-11-20T02:00:00+08:00')
    expect(closesAfter(night, SHANGHAI, closing)).toBe(next)
  })

  it('at the end of the local day where nobody knows the hours, however long that day is', () => {
    const began = at('2026-11-01T00:00:00-04:00')
    expect(closesAfter(null, NEW_YORK, began) - began).toBe(25 * 60 * MINUTE)
    const roundTheClock = hours(NEW_YORK, [0, 1440])
    expect(closesAfter(roundTheClock, NEW_YORK, began) - began).toBe(25 * 60 * MINUTE)
  })

  it('always later than asked', () => {
    for (let minute = 0; minute < 2 * 1440; minute += 17) {
      const asked = at('2026-11-18T00:00:00+08:00') + minute * MINUTE
      for (const known of [DAYTIME, hours(SHANGHAI, [18 * 60, 26 * 60]), null]) {
        expect(closesAfter(known, SHANGHAI, asked)).toBeGreaterThan(asked)
      }
    }
  })
})

describe('the clock of a visit', () => {
  const CLOSES = at('2026-11-18T18:00:00+08:00')
  const timerOf = (status: Booking['status']) =>
    nextBookingTimer(aBooking(status) as Booking, 0, CLOSES)

  it('ends the wait as the outlet closes, and half an hour later of who was called', () => {
    expect([timerOf('arrived'), timerOf('called')]).toEqual([CLOSES, CLOSES + 30 * MINUTE])
  })

  it('has no closing time for anybody who isn’t there', () => {
    for (const status of BOOKING_STATUSES.filter((one) => !isWaiting({ status: one }))) {
      expect(timerOf(status), status).not.toBe(CLOSES)
    }
  })
})
