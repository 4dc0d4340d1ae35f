import { compileByRules } from './compile-by-rules.ts'
import { compileChina } from './compile-china.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'

/** Years after the present one that are compiled where a library can tell them. */
const YEARS_AHEAD = 2

/**
 * A country's calendar from the year before `today` on, or null when no library knows the country.
 * China comes from the published arrangements (chinese-days), other countries from rules (date-holidays).
 * `compileCalendar('CN', '2026-11-21')` covers until the last arrangement published.
 */
export function compileCalendar(countryCode: string, today: string): CompiledCalendar | null {
  const firstYear = Number(today.slice(0, 4)) - 1
  if (countryCode === 'CN') return compileChina(firstYear)
  return compileByRules(countryCode, firstYear, firstYear + 1 + YEARS_AHEAD)
}
