import type { FixpointConfig } from '#config'
import {
  type Model,
  modelOf,
  priceRange,
  type ReportedFault,
  typicalMinutes,
} from '#domain/repairs/catalogue.ts'
import { formatPrice } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import type { MadeChoice } from '../choice-query.ts'

type Prices = Pick<FixpointConfig, 'catalogue' | 'currency'>

/** Minutes as people say them: `about 45 minutes`, `about 2 hours`. */
export const durationText = (locale: Locale, minutes: number): string =>
  minutes < 100
    ? plural(locale, 'bookings.minutes', minutes)
    : plural(locale, 'bookings.hours', Math.round(minutes / 60))

const worksOf = (models: readonly Model[], fault: ReportedFault, { catalogue }: Prices) =>
  models.flatMap(({ id }) => {
    const asked = { model: id, fault }
    const price = priceRange(catalogue, asked)
    const minutes = typicalMinutes(catalogue, asked)
    return price && minutes !== null ? [{ ...price, minutes }] : []
  })

/** What a fault takes and costs at least, over the models of the family most people have. */
export function usualOf(locale: Locale, fault: ReportedFault, config: Prices): readonly string[] {
  const t = translator(locale)
  const phones = config.catalogue.models.filter(({ family }) => family === 'phone')
  const works = worksOf(phones.length > 0 ? phones : config.catalogue.models, fault, config)
  if (works.length === 0) return []
  const times = works.map(({ minutes }) => minutes).sort((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] ?? 0
  const least = Math.min(...works.map(({ fromMinor }) => fromMinor))
  const most = Math.max(...works.map(({ toMinor }) => toMinor))
  const money = (amount: number): string => formatPrice(locale, amount, config.currency)
  const price =
    most === 0
      ? t('bookings.start.price_free')
      : least === 0
        ? t('bookings.start.price_up_to', { price: money(most) })
        : t('bookings.start.price_from', { price: money(least) })
  return [durationText(locale, median), price]
}

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
