import type { Outlet } from '#domain/outlets/outlet.ts'

const DAY_MS = 86_400_000
const HALF_HOUR_MS = 1_800_000
/** 10:00 in Shenzhen, 10:00 or 11:00 in New York: hours of UTC. */
const OPENS: Readonly<Record<string, number>> = { 'Asia/Shanghai': 2, 'America/New_York': 15 }
const STARTS = 3
const DAYS = 2

/**
 * A slot that a number names: mostly one of a few, so that they fill up; now and then one that there
 * isn't: off the half hour, in the past, at night, beyond the horizon.
 */
export function slotAt({ zone }: Pick<Outlet, 'zone'>, now: number, pick: number): number {
  const midnight = Math.floor(now / DAY_MS) * DAY_MS
  const day = 1 + (Math.floor(pick / STARTS) % DAYS)
  const start =
    midnight + day * DAY_MS + (OPENS[zone] ?? 0) * 2 * HALF_HOUR_MS + (pick % STARTS) * HALF_HOUR_MS
  switch (pick % 40) {
    case 0:
      return start + 15 * 60_000
    case 1:
      return start - 3 * DAY_MS
    case 2:
      return start + 12 * HALF_HOUR_MS * 2
    case 3:
      return start + 20 * DAY_MS
    default:
      return start
  }
}
