import { addDays } from '../outlets/wall-time.ts'

const MONTH_LETTERS = 7

/** The month before: of `2027-01` it is `2026-12`. */
export const monthBefore = (month: string): string =>
  addDays(`${month}-01`, -1).slice(0, MONTH_LETTERS)

/**
 * So many months up to one, itself included, oldest first.
 * `monthsUpTo('2027-01', 3)` is `['2026-11', '2026-12', '2027-01']`.
 */
export function monthsUpTo(month: string, count: number): readonly string[] {
  const months = [month]
  while (months.length < count) months.unshift(monthBefore(months[0] ?? month))
  return months
}
