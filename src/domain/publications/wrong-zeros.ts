import { lastDayOf } from '../kpis/final-month.ts'
import { addDays } from '../outlets/wall-time.ts'

export type DataOfOutlet = {
  readonly outlet: string
  /** Local days on which anything at all was counted. */
  readonly days: ReadonlySet<string>
  /** Whether the outlet's hours say open on a local day; null = unknown. */
  readonly isOpen: (day: string) => boolean | null
}

export type WrongZero = { readonly outlet: string; readonly day: string }

const TRAILING_DAYS = 28
const FEWEST_OPEN_DAYS = 15
const BUSY_SHARE = 0.9

function isBusyBefore({ days, isOpen }: DataOfOutlet, day: string): boolean {
  const open = Array.from({ length: TRAILING_DAYS }, (_, at) => addDays(day, -at - 1)).filter(
    isOpen,
  )
  const counted = open.filter((one) => days.has(one)).length
  return open.length >= FEWEST_OPEN_DAYS && counted >= BUSY_SHARE * open.length
}

/**
 * Days of a month on which nothing was counted at an outlet that was open and, in the four weeks before,
 * had something on nine of ten open days: rather a count that is missing than a day without customers.
 * An outlet that is often without any is never named, nor a day of which the hours say nothing.
 */
export function wrongZeros(data: DataOfOutlet, month: string): readonly WrongZero[] {
  const zeros: WrongZero[] = []
  for (let day = `${month}-01`; day <= lastDayOf(month); day = addDays(day, 1)) {
    const isEmpty = !data.days.has(day) && data.isOpen(day) === true
    if (isEmpty && isBusyBefore(data, day)) zeros.push({ outlet: data.outlet, day })
  }
  return zeros
}
