import { monthsOf, type ToldFigures } from '#domain/publications/told-figures.ts'
import type { Standard } from '#domain/standards/standard.ts'
import { fullMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'

type Props = {
  readonly locale: Locale
  readonly told: ToldFigures
  /** Promises that nobody counts yet. */
  readonly uncounted: readonly Standard[]
}

const A_YEAR = 12

/** Figures that can still change, each with the newest month that can't. */
function pendingOf({ locale, told }: Props): readonly string[] {
  const t = translator(locale)
  return told.document.definitions.flatMap(({ kpi }) => {
    const [newest, before] = monthsOf(told, { kpi, cut: null })
    if (newest?.status !== 'not_final' || !before) return []
    const { title } = definitionText(locale, kpi)
    const month = fullMonth(locale, before.period.to)
    return before.disclosure === 'nothing'
      ? [t('performance.weak.pending_none', { title })]
      : [t('performance.weak.pending_one', { title, month })]
  })
}

/** Months of which there is a figure at all. */
function monthCount(told: ToldFigures): number {
  const months = told.document.definitions.flatMap(({ kpi }) =>
    monthsOf(told, { kpi, cut: null }).flatMap(({ disclosure, period }) =>
      disclosure === 'nothing' ? [] : [period.to],
    ),
  )
  return new Set(months).size
}

function weakPoints(props: Props): readonly string[] {
  const { locale, told, uncounted } = props
  const t = translator(locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const pending = pendingOf(props)
  const months = monthCount(told)
  const titles = uncounted.map(({ title }) => title[locale])
  const { exclusions, targets } = told.document
  return [
    ...(titles.length > 0
      ? [t('performance.weak.uncounted', { titles: list.format(titles) })]
      : []),
    ...(pending.length > 0
      ? [t('performance.weak.pending', { figures: list.format(pending) })]
      : []),
    ...(months < A_YEAR ? [t('performance.weak.short', { months })] : []),
    t('performance.weak.few'),
    t('performance.weak.sketch'),
    ...(targets.some(({ kpi }) => kpi === 'quote_drift') ? [t('performance.weak.price')] : []),
    t('performance.weak.entered'),
    exclusions.length > 0
      ? t('performance.weak.excluded', { count: formatNumber(exclusions.length) })
      : t('performance.weak.no_exclusions'),
  ]
}

/** Who had no say in the figures about opinions. */
function unaskedPoints({ locale, told }: Props): readonly string[] {
  const t = translator(locale)
  const asked = monthsOf(told, { kpi: 'response_rate', cut: null }).find(
    ({ n, hits }) => n !== null && hits !== null,
  )
  return [
    ...(asked?.n && asked.hits !== null
      ? [
          t('performance.unasked.silent', {
            month: fullMonth(locale, asked.period.to),
            ...{ n: formatNumber(asked.n), silent: formatNumber(asked.n - asked.hits) },
          }),
        ]
      : []),
    t('performance.unasked.contact'),
    t('performance.unasked.open'),
    t('performance.unasked.staff'),
    t('performance.unasked.elsewhere'),
  ]
}

/** What is missing or weak in the figures, and who wasn't asked. */
export const WeakPoints = (props: Props) => {
  const t = translator(props.locale)
  return (
    <section className="perf-part prose-column" aria-labelledby="weak">
      <h2 id="weak">{t('performance.weak')}</h2>
      <ul>
        {weakPoints(props).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h3>{t('performance.unasked')}</h3>
      <ul>
        {unaskedPoints(props).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
