import { Temporal } from 'temporal-polyfill'

const FROM_HOUR = 21
const UNTIL_HOUR = 8

/**
 * The first instant from `at` (epoch ms) on that lies outside `[21:00, 8:00)` on the wall of an IANA
 * zone: `at` itself by day, else the next eight o'clock, however long that night is. RangeError for a
 * zone that doesn't exist. 21:00 in Shanghai answers 8:00 of the next day, 8:00 answers itself.
 */
export function afterQuietHours(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  if (local.hour >= UNTIL_HOUR && local.hour < FROM_HOUR) return at
  const morning =
    local.hour < UNTIL_HOUR ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return morning.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: UNTIL_HOUR }),
  }).epochMilliseconds
}
