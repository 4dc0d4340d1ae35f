/** The most months that are looked at together. */
export const MOST_MONTHS = 12

const MONTH = /^(20\d{2})-(0[1-9]|1[0-2])$/
const MONTHS_A_YEAR = 12

const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5)) - 1

const monthAt = (number: number): string =>
  `${Math.floor(number / MONTHS_A_YEAR)}-${String((number % MONTHS_A_YEAR) + 1).padStart(2, '0')}`

/** Whether a text names a month of this century. `isMonth('2026-13')` is false. */
export const isMonth = (text: string): boolean => MONTH.test(text)

/**
 * The months from one to another, both included, oldest first; null where they aren't months, the second
 * comes first, or there are more than twelve.
 * `monthsBetween('2026-11', '2027-01')` is `['2026-11', '2026-12', '2027-01']`.
 */
export function monthsBetween(from: string, to: string): readonly string[] | null {
  if (!isMonth(from) || !isMonth(to)) return null
  const [first, last] = [numberOf(from), numberOf(to)]
  if (last < first || last - first >= MOST_MONTHS) return null
  return Array.from({ length: last - first + 1 }, (_, place) => monthAt(first + place))
}

/** The first day of a month, and of the next: `[from, until)`. `2026-12`: `2026-12-01`, `2027-01-01`. */
export const daysOfMonth = (month: string): { readonly from: string; readonly until: string } => ({
  from: `${month}-01`,
  until: `${monthAt(numberOf(month) + 1)}-01`,
})
