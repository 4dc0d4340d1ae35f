import type { Locale } from './locale.ts'

/**
 * A number as English and Chinese both write it: `1,234`, with one digit `1,234.5`. By hand, because
 * a phone's first `Intl.NumberFormat` takes it longer than finding the nearest outlets.
 */
export const formatNumber = (value: number, digits: 0 | 1 = 0): string =>
  value.toFixed(digits).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')

/** A number with all of its digits, and a minus that isn't a hyphen. */
export const fixedNumber = (value: number, digits: number): string =>
  value.toFixed(digits).replace('-', '−')

/** Which of a counted text's two forms a count takes; Chinese has one. */
export const pluralForm = (locale: Locale, count: number): 'one' | 'other' =>
  locale === 'en' && count === 1 ? 'one' : 'other'
