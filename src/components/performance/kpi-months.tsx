import type {
  PublishedDefinition,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import type { Verdict } from '#domain/publications/told-figures.ts'
import { fullMonth } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { type FigureRow, FigureTable } from './figure-table.tsx'
import { figureText, intervalText, periodText } from './figure-words.ts'
import { TrendLine } from './trend-line.tsx'

export type KpiSeries = {
  /** The part that it tells of; null = the whole. */
  readonly title: string | null
  readonly headline: PublishedFigure
  readonly verdict: Verdict
  /** Newest first, each with the month of the publication that says so where that isn't the newest. */
  readonly months: readonly { readonly figure: PublishedFigure; readonly month: string | null }[]
  /** Three and twelve months. */
  readonly rolling: readonly PublishedFigure[]
}

type Props = {
  readonly locale: Locale
  readonly definition: PublishedDefinition
  readonly series: KpiSeries
  /** Id of the heading that names the tables. */
  readonly id: string
}

/** A figure of the network: the newest, its trend, and every month that was ever published. */
export const KpiMonths = ({ locale, definition, series, id }: Props) => {
  const t = translator(locale)
  const { title, headline, verdict, months, rolling } = series
  const interval = intervalText(locale, definition, headline)
  const isHeld = verdict === 'kept' || verdict === 'missed'
  const final = months.flatMap(({ figure }) => (figure.status === 'final' ? [figure] : []))
  const rows: readonly FigureRow[] = [
    ...months.map(({ figure, month }) => ({
      ...{ key: figure.period.to, name: fullMonth(locale, figure.period.to), figure, definition },
      href: month === null ? undefined : localePath(locale, `/performance/${month}/`),
    })),
    ...rolling.map((figure) => ({
      ...{ key: figure.period.kind, name: periodText(locale, figure.period), figure, definition },
    })),
  ]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title ?? t('performance.whole_network')}</h2>
      <div className="perf-kpi">
        <div>
          <p className={isHeld ? `perf-figure is-${verdict}` : 'perf-figure'}>
            {figureText(locale, definition, headline)}
          </p>
          <p className="notes">
            {periodText(locale, headline.period)}
            {interval && ` · ${t('performance.surely', { interval })}`}
          </p>
        </div>
        <TrendLine
          {...{ locale, definition, target: headline.target }}
          months={final.toReversed()}
        />
      </div>
      <FigureTable
        {...{ locale, rows, head: t('performance.month') }}
        caption={t('performance.by_month')}
      />
    </section>
  )
}
