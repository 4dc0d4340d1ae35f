import { type WallTime, wallTimeIn } from './wall-time.ts'

/** No zone's clock is moved between two quarters of an hour, and none is off by less. */
const QUARTER_MS = 900_000
const MINUTE_MS = 60_000
const MOST_KEPT = 20_000
const kept = new Map<string, Map<number, WallTime>>()

function quarterIn(zone: string, quarter: number): WallTime {
  const quarters = kept.get(zone) ?? new Map<number, WallTime>()
  const known = quarters.get(quarter)
  if (known) return known
  const time = wallTimeIn(zone, quarter * QUARTER_MS)
  if (quarters.size === 0 || quarters.size > MOST_KEPT) {
    quarters.clear()
    kept.set(zone, quarters)
  }
  quarters.set(quarter, time)
  return time
}

/**
 * `wallTimeIn` for what asks again and again: answers are kept by the quarter of an hour. For instants
 * since 1973; RangeError for a zone that doesn't exist.
 * `keptWallTimeIn('Asia/Shanghai', Date.UTC(2026, 9, 1, 16, 7))` is `{ date: '2026-10-02', minutes: 7 }`.
 */
export function keptWallTimeIn(zone: string, epochMs: number): WallTime {
  const quarter = Math.floor(epochMs / QUARTER_MS)
  const { date, minutes } = quarterIn(zone, quarter)
  return { date, minutes: minutes + Math.floor((epochMs - quarter * QUARTER_MS) / MINUTE_MS) }
}

/**
 * The local date of an instant (epoch ms) in an IANA zone, as `keptWallTimeIn` tells it.
 * `localDayOf('Asia/Shanghai', Date.UTC(2026, 9, 1, 16))` is `'2026-10-02'`.
 */
export const localDayOf = (zone: string, at: number): string =>
  quarterIn(zone, Math.floor(at / QUARTER_MS)).date
