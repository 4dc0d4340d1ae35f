import { addDays } from '../outlets/wall-time.ts'

export type PublicationDays = {
  /** Day of the following month on which a month's figures freeze, 1-28. */
  readonly freezeDay: number
  /** Days before it until which outlets may contest what was counted. */
  readonly contestDays: number
}

const MONTH_LETTERS = 7

/** A month so many after another: `monthAfter('2026-11', 2)` is `2027-01`, with -1 `2026-10`. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number)
  const at = year * 12 + one - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The local day of the network on which a month freezes. Of October, with 15: `2026-11-15`. */
export const freezeDayOf = (month: string, { freezeDay }: PublicationDays): string =>
  `${monthAfter(month, 1)}-${String(freezeDay).padStart(2, '0')}`

/** The last local day on which what was counted in a month may be contested. Of October: `2026-11-12`. */
export const contestUntil = (month: string, days: PublicationDays): string =>
  addDays(freezeDayOf(month, days), -days.contestDays)

/** The newest month whose freeze day has come. On 15 November it is October, the day before September. */
export function freezableMonth(today: string, days: PublicationDays): string {
  const before = monthAfter(today.slice(0, MONTH_LETTERS), -1)
  return today >= freezeDayOf(before, days) ? before : monthAfter(before, -1)
}

export type ComingPublication = {
  readonly month: string
  readonly contestUntil: string
  readonly freezesOn: string
}

/** The next publications, the first that isn't frozen by its day yet first. */
export const comingPublications = (
  today: string,
  days: PublicationDays,
  most: number,
): readonly ComingPublication[] =>
  Array.from({ length: most }, (_, at) => {
    const month = monthAfter(freezableMonth(today, days), at + 1)
    return {
      month,
      contestUntil: contestUntil(month, days),
      freezesOn: freezeDayOf(month, days),
    }
  })
