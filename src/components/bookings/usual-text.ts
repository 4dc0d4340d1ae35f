import type { FixpointConfig } from '#config'
import { type ReportedFault, usualWork } from '#domain/repairs/catalogue.ts'
import { formatPrice } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'

/** Minutes as people say them: `about 45 minutes`, `about 2 hours`. */
export const durationText = (locale: Locale, minutes: number): string =>
  minutes < 100
    ? plural(locale, 'bookings.minutes', minutes)
    : plural(locale, 'bookings.hours', Math.round(minutes / 60))

/** What a fault usually takes and costs, each as a text; wherever faults are listed it is the same. */
export function usualTexts(
  locale: Locale,
  fault: ReportedFault,
  { catalogue, currency }: Pick<FixpointConfig, 'catalogue' | 'currency'>,
): readonly string[] {
  const t = translator(locale)
  const work = usualWork(catalogue, fault)
  if (!work) return []
  const money = (amount: number): string => formatPrice(locale, amount, currency)
  const price =
    work.toMinor === 0
      ? t('bookings.start.price_free')
      : work.fromMinor === 0
        ? t('bookings.start.price_up_to', { price: money(work.toMinor) })
        : t('bookings.start.price_from', { price: money(work.fromMinor) })
  return [durationText(locale, work.minutes), price]
}
