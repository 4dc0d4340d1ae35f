import type { FixpointConfig } from '#config'
import type { ProposedCoverage } from '#domain/desk/intake-coverage.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { priceRange } from '#domain/repairs/catalogue.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { fullDate } from '#i18n/format.ts'
import { formatPrice } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { IntakeProposal } from '../propose-intake.ts'

/** What the form says of the warranty: who probably pays, and until when it runs. */
export function coverageText(locale: Locale, coverage: ProposedCoverage | null): string {
  if (!coverage) return ''
  const t = translator(locale)
  const { until } = coverage
  const proposed = t('desk.intake.coverage.proposed', {
    coverage: t(`desk.intake.coverage.${coverage.coverage}`),
  })
  const ends = until && t('desk.intake.coverage.until', { date: fullDate(locale, until) })
  return [proposed, ends].filter(Boolean).join(' ')
}

/** What the form says of the promised time. */
export function promiseText(
  locale: Locale,
  { zone }: Pick<Outlet, 'zone'>,
  { promise, areHoursUnknown }: Pick<IntakeProposal, 'promise' | 'areHoursUnknown'>,
): string {
  const t = translator(locale)
  if (areHoursUnknown) return t('desk.intake.promised.unknown')
  if (!promise) return t('desk.intake.promised.hint')
  return t('desk.intake.promised.proposed', { time: timeText(locale, zone, promise.at) })
}

/** What a fault of a model usually costs; '' = nobody can say. */
export function priceText(
  locale: Locale,
  asked: { readonly model: string; readonly fault: string },
  { catalogue, currency }: Pick<FixpointConfig, 'catalogue' | 'currency'>,
): string {
  const range = priceRange(catalogue, asked)
  if (!range) return ''
  const money = (minor: number) => formatPrice(locale, minor, currency)
  const [from, to] = [money(range.fromMinor), money(range.toMinor)]
  return translator(locale)('desk.intake.usual_price', { from, to })
}
