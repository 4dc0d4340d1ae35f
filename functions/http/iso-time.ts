import { Temporal } from 'temporal-polyfill'

/** An instant (epoch ms) with a zone's own offset: `2026-11-23T10:00:00+08:00`. */
export const isoAt = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
