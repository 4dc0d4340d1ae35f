import type { FixpointConfig } from '#config'
import { modelOf, priceRange, type ReportedFault } from '#domain/repairs/catalogue.ts'
import { formatPrice } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { MadeChoice } from '../choice-query.ts'

type Prices = Pick<FixpointConfig, 'catalogue' | 'currency'>

/** What a choice costs whoever pays for it, before any personal question is asked. */
export function priceText(locale: Locale, choice: MadeChoice, config: Prices): string {
  const t = translator(locale)
  const range = priceRange(config.catalogue, choice)
  if (!range) return t('bookings.price.unknown')
  const [from, to] = [range.fromMinor, range.toMinor].map((amount) =>
    formatPrice(locale, amount, config.currency),
  ) as [string, string]
  if (range.toMinor === 0) return t('bookings.price.free')
  return from === to ? t('bookings.price.exact', { from }) : t('bookings.price.range', { from, to })
}

const DAMAGE: readonly ReportedFault[] = ['screen', 'liquid']

/** What to expect of the warranty, by what usually causes such a fault; the law's terms stand elsewhere. */
export const warrantyKey = (fault: ReportedFault) =>
  DAMAGE.includes(fault)
    ? 'bookings.warranty.damage'
    : fault === 'battery'
      ? 'bookings.warranty.wear'
      : 'bookings.warranty.by_itself'

export const modelName = (locale: Locale, id: string, { catalogue }: Prices): string =>
  modelOf(catalogue, id)?.name ?? translator(locale)('bookings.start.other_model')
