import type { Locale } from './locale.ts'
import { translator } from './translate.ts'

/** From one number to another as it is read: `15.4–21.4`, and `−17.9 to −6.5`, where a dash would be one more minus. */
export const numberRange = (locale: Locale, low: string, high: string): string =>
  [low, high].some((end) => end.startsWith('−'))
    ? translator(locale)('performance.period', { from: low, to: high })
    : `${low}–${high}`
