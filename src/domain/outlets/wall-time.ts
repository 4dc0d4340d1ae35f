/** Wall-clock time of some zone: a local date and the minutes since its midnight, `0 <= minutes < 1440`. */
export type WallTime = { readonly date: string; readonly minutes: number }

const DAY_MS = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(zone, clock)
  return clock
}

/**
 * What the clock on the wall of an IANA zone shows at an instant (epoch ms); seconds are dropped.
 * Throws RangeError for a zone that doesn't exist.
 * `wallTimeIn('Asia/Shanghai', Date.UTC(2026, 9, 1, 1, 5))` is `{ date: '2026-10-01', minutes: 545 }`.
 */
export function wallTimeIn(zone: string, epochMs: number): WallTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(zone).formatToParts(epochMs)) parts[type] = value
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

/** The local date `days` later (a date alone is read as UTC midnight, so no zone can shift it): `addDays('2026-02-28', 1)` is `'2026-03-01'`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** Weekday of a local date, Monday = 0: `weekdayOf('2026-11-21')` is 5, a Saturday. */
export const weekdayOf = (date: string): number => (new Date(date).getUTCDay() + 6) % 7

/** Minutes past midnight of `date` as wall time; 1440 and more roll into the following days. */
export const wallTime = (date: string, minutes: number): WallTime => ({
  date: addDays(date, Math.floor(minutes / 1440)),
  minutes: minutes % 1440,
})

/** Orders wall times of one zone: negative when `a` comes first. */
export const compareWallTimes = (a: WallTime, b: WallTime): number =>
  a.date === b.date ? a.minutes - b.minutes : a.date < b.date ? -1 : 1
