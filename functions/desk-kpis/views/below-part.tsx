import { type ComparedPlace, comparePlaces } from '#domain/kpis/compared-places.ts'
import { FUNNEL_LINES, type FunnelLine, funnelLimits } from '#domain/kpis/funnel.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import type { Below, PlaceBelow } from '#functions/kpis/read-below.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import { kpiAddress } from '../kpis-query.ts'
import { FigureTable } from './figure-table.tsx'
import { FunnelChart } from './funnel-chart.tsx'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly id: FigureId
  readonly month: string
  readonly below: Below
}

/** Where a place stands, in words: colour and place alone tell too little. */
export function standingText(t: Translate, { standing, isBetter }: ComparedPlace<unknown>): string {
  if (standing === null) return '–'
  if (standing === 'within') return t('desk.kpis.within')
  return t(`desk.kpis.${standing}.${isBetter ? 'better' : 'worse'}`)
}

const PlaceLink = ({
  locale,
  id,
  month,
  place,
}: Pick<Props, 'locale' | 'id' | 'month'> & { readonly place: PlaceBelow }) => (
  <a className="tap-target" href={kpiAddress(`/desk/kpis/${id}/`, { month, place: place.key })}>
    {place.key.startsWith('outlet/') ? `${place.id} · ${place.name[locale]}` : place.name[locale]}
  </a>
)

type Told = Pick<Props, 't'> & { readonly comparison: ReturnType<typeof comparePlaces<PlaceBelow>> }

/** What the funnel is drawn from, in words. */
const FunnelWords = ({ t, comparison }: Told) => {
  const { funnel, places } = comparison
  if (!funnel) return null
  const most = Math.max(1, ...places.map(({ figure }) => figure.n))
  const percent = (share: number): string => (share * 100).toFixed(1)
  const limits = (line: FunnelLine) => {
    const { low, high } = funnelLimits(funnel, { n: most, line })
    return { low: percent(low), high: percent(high), n: formatNumber(most) }
  }
  return (
    <>
      <p>{t('desk.kpis.funnel_says', { centre: percent(funnel.centre) })}</p>
      <ul className="desk-list">
        {(Object.keys(FUNNEL_LINES) as readonly FunnelLine[]).map((line) => (
          <li key={line}>{t(`desk.kpis.limit.${line}`, limits(line))}</li>
        ))}
      </ul>
      <p>
        {funnel.dispersion > 1
          ? t('desk.kpis.dispersed', { factor: Math.sqrt(funnel.dispersion).toFixed(2) })
          : t('desk.kpis.not_dispersed')}
      </p>
    </>
  )
}

/** The places below, held against each other: by name or code, never by rank. */
export const BelowPart = (props: Props) => {
  const { t, locale, id, month, below } = props
  if (below.isTooMany) return <p>{t('desk.kpis.too_many')}</p>
  if (below.places.length === 0) return null
  const comparison = comparePlaces(id, below.places)
  const title = t(`desk.kpis.below.${below.by}`)
  return (
    <div className="desk-stack">
      <h2 id="below">{title}</h2>
      {comparison.funnel ? (
        <FunnelChart {...{ t, comparison, funnel: comparison.funnel }} />
      ) : (
        <p className="desk-muted">{t('desk.kpis.no_funnel')}</p>
      )}
      <FunnelWords t={t} comparison={comparison} />
      <FigureTable
        {...{ t, id }}
        labelledBy="below"
        heads={[t('desk.kpis.place'), t('desk.kpis.against_others')]}
        rows={comparison.places.map((one) => ({
          ...{ key: one.place.key, said: standingText(t, one), figure: one.figure },
          of: <PlaceLink {...{ locale, id, month }} place={one.place} />,
        }))}
      />
    </div>
  )
}
