import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterQuietHours } from '#domain/messages/quiet-hours.ts'
import { isAwaited } from '#domain/messages/templates.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'

const iso = (at: number): string => new Date(at).toISOString()
const after = (text: string, zone: string): string => iso(afterQuietHours(Date.parse(text), zone))

it('lets day be day: from eight on, up to but not including nine in the evening', () => {
  expect(after('2026-10-01T08:00:00+08:00', 'Asia/Shanghai')).toBe('2026-10-01T00:00:00.000Z')
  expect(after('2026-10-01T20:59:59.999+08:00', 'Asia/Shanghai')).toBe('2026-10-01T12:59:59.999Z')
})

it('waits for the next eight o’clock from nine in the evening on', () => {
  expect(after('2026-10-01T21:00:00+08:00', 'Asia/Shanghai')).toBe('2026-10-02T00:00:00.000Z')
  expect(after('2026-10-02T00:00:00+08:00', 'Asia/Shanghai')).toBe('2026-10-02T00:00:00.000Z')
  expect(after('2026-10-02T07:59:59.999+08:00', 'Asia/Shanghai')).toBe('2026-10-02T00:00:00.000Z')
})

it('waits until eight on the wall, though a clock change makes the night shorter or longer', () => {
  expect(after('2026-03-07T22:00:00-05:00', 'America/New_York')).toBe('2026-03-08T12:00:00.000Z')
  expect(after('2026-10-31T22:00:00-04:00', 'America/New_York')).toBe('2026-11-01T13:00:00.000Z')
  expect(after('2026-09-26T21:30:00+12:00', 'Pacific/Auckland')).toBe('2026-09-26T19:00:00.000Z')
})

it('answers a time by day that comes within half a day or so, and itself from then on', () => {
  const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']
  const from = Date.UTC(2024, 0, 1)
  const instant = fc.integer({ min: from, max: Date.UTC(2031, 0, 1) })
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
      const allowed = afterQuietHours(at, zone)
      const { minutes } = wallTimeIn(zone, allowed)
      expect(minutes).toBeGreaterThanOrEqual(8 * 60)
      expect(minutes).toBeLessThan(21 * 60)
      expect(allowed - at).toBeGreaterThanOrEqual(0)
      expect(allowed - at).toBeLessThanOrEqual(12 * 3_600_000)
      expect(afterQuietHours(allowed, zone)).toBe(allowed)
    }),
    { seed: 20261003 },
  )
})

it('knows what is waited for: a code always, a one-hour repair in the shop, a report never', () => {
  expect(isAwaited('ticket_code', 'repair')).toBe(true)
  expect(isAwaited('code_again', 'repair')).toBe(true)
  expect(isAwaited('ready_repaired', 'one_hour')).toBe(true)
  expect(isAwaited('answer_needed', 'one_hour')).toBe(true)
  expect(isAwaited('ready_repaired', 'repair')).toBe(false)
  expect(isAwaited('report', 'one_hour')).toBe(false)
})
