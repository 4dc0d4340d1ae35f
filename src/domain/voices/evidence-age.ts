import { daysOfMonth } from './period.ts'

const DAY_MS = 86_400_000

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** How many voices reached the network in a month. */
export type MonthOfEvidence = { readonly month: string; readonly count: number }

/**
 * The median age of evidence in days, today minus the day it came, from counts by month: within the month
 * that holds the middle one, voices are taken to have come evenly (median of grouped data). Of the month
 * that runs, only the days until today. Null of no evidence.
 * On 2026-11-21, 30 voices in November 2026: 10 days.
 */
export function medianAgeDays(months: readonly MonthOfEvidence[], today: string): number | null {
  const total = months.reduce((sum, { count }) => sum + count, 0)
  if (total <= 0) return null
  const sorted = months.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  let before = 0
  for (const { month, count } of sorted) {
    if (before + count >= total / 2 && count > 0) {
      const { from, until } = daysOfMonth(month)
      const first = dayNumber(from)
      const last = Math.max(first, Math.min(dayNumber(until), dayNumber(today)))
      const middle = first + ((total / 2 - before) / count) * (last - first)
      return Math.max(0, Math.round(dayNumber(today) - middle))
    }
    before += count
  }
  return null
}
