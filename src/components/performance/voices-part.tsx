import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import type { Breakdown } from '#domain/publications/publication-document.ts'
import { figureOver, type ToldFigures } from '#domain/publications/told-figures.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'
import { type CountBar, CountBars } from './count-bars.tsx'
import { FigureTable } from './figure-table.tsx'
import { periodText } from './figure-words.ts'

type Props = { readonly locale: Locale; readonly told: ToldFigures }

/** Figures of the network over a year, a row each. */
export function yearRows({ locale, told }: Props, kpis: readonly FigureId[]) {
  const network = { cut: null, scope: 'network', place: null } as const
  return kpis.flatMap((kpi) => {
    const figure = figureOver(told, { kpi, ...network }, 'rolling_12')
    const definition = told.document.definitions.find((one) => one.kpi === kpi)
    if (!figure || !definition) return []
    const href = localePath(locale, `/performance/kpis/${kpi}/`)
    return [{ key: kpi, name: definitionText(locale, kpi).title, href, figure, definition }]
  })
}

const barsOf = ({ parts }: Breakdown, name: (part: string) => string): readonly CountBar[] =>
  Object.entries(parts).map(([key, count]) => ({ key, name: name(key), count }))

const breakdownOf = ({ document }: ToldFigures, id: Breakdown['id']) =>
  document.breakdowns.find((one) => one.id === id)

/** How satisfied, and how dissatisfied: one isn't what the other leaves. */
export const SatisfactionPart = ({ locale, told }: Props) => {
  const t = translator(locale)
  const scores = breakdownOf(told, 'satisfaction')
  if (!scores) return null
  return (
    <section className="perf-part" aria-labelledby="satisfaction">
      <h2 id="satisfaction">{t('performance.satisfaction')}</h2>
      <p className="notes">{periodText(locale, scores.period)}</p>
      <FigureTable
        locale={locale}
        caption={t('performance.satisfaction')}
        head={t('performance.figure_name')}
        rows={yearRows({ locale, told }, ['csat', 'dsat', 'nps', 'ces', 'response_rate'])}
      />
      {scores.n === null ? (
        <p>{t('performance.nothing.people')}</p>
      ) : (
        <>
          <h3 id="scores">{t('performance.scores')}</h3>
          <CountBars
            {...{ locale, labelledBy: 'scores', head: t('performance.score') }}
            bars={barsOf(scores, (score) =>
              t(`performance.score.${score}` as 'performance.score.1'),
            ).toReversed()}
          />
        </>
      )}
    </section>
  )
}

const causeName = (t: ReturnType<typeof translator>) => (cause: string) =>
  cause === 'unsaid'
    ? t('performance.cause.unsaid')
    : t(`desk.complaints.cause.${cause}` as MessageKey & 'desk.complaints.cause.other')

/** How many complain, and what about. */
export const ComplaintsPart = ({ locale, told }: Props) => {
  const t = translator(locale)
  const causes = breakdownOf(told, 'complaint_causes')
  if (!causes) return null
  const bars = barsOf(causes, causeName(t))
  return (
    <section className="perf-part" aria-labelledby="complaints">
      <h2 id="complaints">{t('performance.complaints')}</h2>
      <p className="notes">{periodText(locale, causes.period)}</p>
      <FigureTable
        locale={locale}
        caption={t('performance.complaints')}
        head={t('performance.figure_name')}
        rows={yearRows({ locale, told }, ['complaint_rate', 'upheld_share'])}
      />
      <h3 id="causes">{t('performance.causes')}</h3>
      {bars.every(({ count }) => count === null) ? (
        <p>{t('performance.causes.hidden')}</p>
      ) : (
        <CountBars {...{ locale, bars, labelledBy: 'causes', head: t('performance.cause') }} />
      )}
      <p className="notes">{t('performance.hidden_note')}</p>
    </section>
  )
}
