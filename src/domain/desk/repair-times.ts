import { Temporal } from 'temporal-polyfill'

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/

/**
 * An instant (epoch ms) as a `datetime-local` field holds it, by the clock of an IANA zone, to the minute.
 * `localInput(Date.UTC(2026, 9, 1, 1, 5), 'Asia/Shanghai')` is `2026-10-01T09:05`.
 */
export const localInput = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/**
 * What a `datetime-local` field says, as an instant with its offset (ISO 8601), by the clock of an IANA
 * zone; null = no such time. What the clock shows twice is the first of both, what it leaps over is as
 * much later. `zonedInstant('2026-10-01T09:05', 'Asia/Shanghai')` is `2026-10-01T09:05:00+08:00`.
 */
export function zonedInstant(typed: string, zone: string): string | null {
  if (!WALL.test(typed)) return null
  try {
    return Temporal.PlainDateTime.from(typed, { overflow: 'reject' })
      .toZonedDateTime(zone)
      .toString({ timeZoneName: 'never' })
  } catch {
    return null
  }
}
