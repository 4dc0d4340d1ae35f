import type { Locale } from './locale.ts'

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: Locale, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  formats.set(key, format)
  return format
}

/** How many minor units make one of a currency: 100 for CNY, 1 for JPY. */
export const minorUnits = (currency: string): number =>
  10 ** (formatOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2)

/** A price as people say it, integer minor units: `formatPrice('en', 39900, 'CNY')` is `¥399`, 39950 is `¥399.50`. */
export const formatPrice = (locale: Locale, amountMinor: number, currency: string): string =>
  formatOf(locale, currency).format(amountMinor / minorUnits(currency))

/** A currency's name: `Chinese Yuan`, `人民币`. */
export const currencyName = (locale: Locale, currency: string): string =>
  new Intl.DisplayNames([locale === 'en' ? 'en-GB' : locale], { type: 'currency' }).of(currency) ??
  currency
