import { Temporal } from 'temporal-polyfill'

/**
 * Last millisecond (epoch ms) of a local date in an IANA zone, whatever its clock does that day.
 * Throws RangeError for no date or no zone. `endOfDay('2026-10-03', 'Asia/Shanghai')` is
 * 2026-10-03T15:59:59.999Z.
 */
export const endOfDay = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1
