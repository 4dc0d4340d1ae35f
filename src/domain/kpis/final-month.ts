import { addDays } from '../outlets/wall-time.ts'
import type { KpiDefinition } from './kpi-definition.ts'

const MONTH_LETTERS = 7

/** Last day of a month: `lastDayOf('2026-02')` is `'2026-02-28'`. */
export function lastDayOf(month: string): string {
  const next = addDays(`${month}-28`, 4).slice(0, MONTH_LETTERS)
  return addDays(`${next}-01`, -1)
}

/**
 * The first local day on which a month's figure is final but for late entries; earlier it is "not final
 * yet". Repeats within 30 days, of October: its last day is 31 October, so final from 1 December on.
 */
export const finalFrom = (
  { finalAfterDays }: Pick<KpiDefinition, 'finalAfterDays'>,
  month: string,
): string => addDays(lastDayOf(month), finalAfterDays + 1)
