import type { PublicImprovement } from '#domain/improvements/public-improvement.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import type {
  PublishedDefinition,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import type { Verdict } from '#domain/publications/told-figures.ts'
import type { Standard } from '#domain/standards/standard.ts'
import { formatMonth, fullDate } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { shareText } from '../coverage/share-text.ts'
import { definitionText } from '../kpis/definition-text.ts'
import { measureText } from '../standards/measure-text.ts'
import { PromiseMark } from '../standards/promise-mark.tsx'
import { FigureTable } from './figure-table.tsx'
import { figureText, intervalText, periodText } from './figure-words.ts'
import { TrendLine } from './trend-line.tsx'

/** How a promise went, out of a publication alone. */
export type Outcome = {
  readonly kpi: FigureId
  readonly definition: PublishedDefinition
  readonly target: number
  readonly verdict: Verdict
  /** null = the publication has no such figure. */
  readonly headline: PublishedFigure | null
  /** Newest first. */
  readonly months: readonly PublishedFigure[]
}

export type Kept = {
  /** As it read when the figures were frozen, held to the target of that day. */
  readonly standard: Standard
  /** null = nobody counts just that. */
  readonly outcome: Outcome | null
  /** What is or was done about its measure. */
  readonly improvements: readonly PublicImprovement[]
  /** How far people live from an outlet, which no month counts; of that promise alone. */
  readonly reach?: {
    readonly people: number
    readonly within: number
    readonly takenOn: string
    readonly isKept: boolean
  }
}

type Props = { readonly locale: Locale; readonly kept: Kept }

/** How a promise went; null = nobody counts just that. */
const verdictOn = ({ outcome, reach }: Kept): Verdict | null =>
  reach ? (reach.isKept ? 'kept' : 'missed') : (outcome?.verdict ?? null)

/** Kept or missed, in a sentence. */
export function verdictText(locale: Locale, { standard, outcome, reach }: Kept): string {
  const t = translator(locale)
  if (reach) {
    const target = measureText(locale, standard)
    return t(`performance.verdict.reach.${reach.isKept ? 'kept' : 'missed'}`, {
      ...{ share: shareText(reach.within, reach.people), target },
      date: fullDate(locale, reach.takenOn),
    })
  }
  if (!outcome) return t('performance.verdict.uncounted')
  const { definition, verdict, headline, target } = outcome
  if (!headline || verdict === 'no_data')
    return t(`performance.verdict.no_data.${definition.counted}`)
  return t(`performance.verdict.${verdict}`, {
    period: periodText(locale, headline.period),
    value: figureText(locale, definition, headline),
    target: measureText(locale, { ...standard, target }),
  })
}

/** What we do about a miss: what is under way, else what the promise itself owes. */
const Answer = ({ locale, kept }: Props) => {
  const t = translator(locale)
  const { standard, improvements } = kept
  if (verdictOn(kept) !== 'missed') return null
  if (improvements.length === 0) {
    return (
      <p>
        <strong>{t('standards.remedy')}</strong> {standard.remedy[locale]}
      </p>
    )
  }
  return (
    <>
      {improvements.map(({ id, status, change }) => (
        <p key={id}>
          <strong>{t(`improvements.status.${status}`)}</strong>{' '}
          <a href={localePath(locale, `/you-said/#${id}`)}>{change[locale]}</a>
        </p>
      ))}
    </>
  )
}

type CountedProps = { readonly locale: Locale; readonly outcome: Outcome; readonly title: string }

const Numbers = ({ locale, outcome, title }: CountedProps) => {
  const t = translator(locale)
  const { kpi, definition, target, headline, months } = outcome
  if (!headline) return null
  const interval = intervalText(locale, definition, headline)
  const final = months.filter(({ status }) => status === 'final')
  const isTold = headline.disclosure !== 'nothing'
  const hasMonths = final.some(({ disclosure }) => disclosure !== 'nothing')
  return (
    <div className="perf-numbers">
      {isTold && (
        <div>
          <p className={`perf-figure is-${outcome.verdict}`}>
            {figureText(locale, definition, headline)}
          </p>
          {interval && <p className="notes">{t('performance.surely', { interval })}</p>}
        </div>
      )}
      <TrendLine {...{ locale, definition, target }} months={final.toReversed()} />
      {headline.n !== null && (
        <p className="notes">
          {t('performance.of', {
            n: formatNumber(headline.n),
            denominator: definitionText(locale, kpi).denominator,
          })}
        </p>
      )}
      {hasMonths && (
        <details>
          <summary>{t('performance.by_month')}</summary>
          <FigureTable
            locale={locale}
            caption={t('performance.by_month_of', { title })}
            head={t('performance.month')}
            rows={months.map((figure) => ({
              ...{ key: figure.period.to, name: formatMonth(locale, figure.period.to) },
              ...{ figure, definition },
            }))}
          />
        </details>
      )}
      <a className="tap-target" href={localePath(locale, `/performance/kpis/${kpi}/`)}>
        {t('performance.method')}
      </a>
    </div>
  )
}

/** How a promise went, on its own page. */
export const PromiseOutcome = ({ locale, kept }: Props) => {
  const { standard, outcome } = kept
  if (!outcome) return null
  return (
    <div className="perf-outcome">
      <p className={`perf-verdict is-${outcome.verdict}`}>{verdictText(locale, kept)}</p>
      <Answer locale={locale} kept={kept} />
      <Numbers {...{ locale, outcome, title: standard.title[locale] }} />
    </div>
  )
}

/** One promise: kept or missed in a sentence, the figure, and what is done about a miss. */
export const PromiseLine = ({ locale, kept }: Props) => {
  const { standard, outcome } = kept
  const title = standard.title[locale]
  return (
    <li className="perf-promise" data-standard={standard.id}>
      <div className="perf-words">
        <h4>
          <a href={localePath(locale, `/standards/${standard.id}/`)}>{title}</a>
        </h4>
        <PromiseMark locale={locale} standard={standard} />
        <p className={`perf-verdict is-${verdictOn(kept) ?? 'no_data'}`}>
          {verdictText(locale, kept)}
        </p>
        <Answer locale={locale} kept={kept} />
      </div>
      {kept.reach && (
        <div className="perf-numbers">
          <a className="tap-target" href={localePath(locale, '/performance/coverage/')}>
            {translator(locale)('coverage.title')}
          </a>
        </div>
      )}
      {outcome && <Numbers {...{ locale, outcome, title }} />}
    </li>
  )
}
