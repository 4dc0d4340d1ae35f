import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { addDays } from '#domain/outlets/wall-time.ts'

/** Hours that only speak for longer are written when they gain a month, not every day. */
const GAIN_DAYS = 30

/** What hours say between two dates: the same text for the same openings. */
const saying = (hours: CompiledHours, from: string, until: string): string =>
  JSON.stringify([
    hours.week,
    hours.lastIntakeMinutes,
    Object.entries(hours.days)
      .filter(([date]) => date >= from && date <= until)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

/**
 * Whether freshly compiled hours are worth a write: they say something else about a day from `today`
 * on, end earlier or for another reason, or speak for a month longer.
 */
export function isWorthWriting(
  standing: CompiledHours | null,
  fresh: CompiledHours | null,
  today: string,
): boolean {
  if (!standing || !fresh) return standing !== fresh
  const [common = today] = [standing.until, fresh.until].sort()
  return (
    saying(standing, today, common) !== saying(fresh, today, common) ||
    standing.untilBecause !== fresh.untilBecause ||
    standing.until > fresh.until ||
    fresh.until >= addDays(standing.until, GAIN_DAYS)
  )
}
