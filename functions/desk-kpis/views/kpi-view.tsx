import { definitionText } from '#components/kpis/definition-text.ts'
import { definitionOf, type FigureId, isTurnaround } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import { type KpiLine, kpiLine } from '#functions/kpis/kpi-lines.ts'
import type { Below } from '#functions/kpis/read-below.ts'
import type { ReadFigures } from '#functions/kpis/read-figures.ts'
import type { OpenAges } from '#functions/kpis/read-open-ages.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { kpiAddress } from '../kpis-query.ts'
import { BehindWay } from './behind-way.tsx'
import { BelowPart } from './below-part.tsx'
import { intervalText, targetText, valueText } from './figure-text.ts'
import { type ShownKpis, Standing, Through } from './kpis-view.tsx'
import { OpenAgesPart } from './open-ages-part.tsx'
import { PartsPart } from './parts-part.tsx'
import { PeersNote, peersText } from './peers-text.tsx'
import { placeText, Question, Wrong } from './question.tsx'
import { TrendPart } from './trend-part.tsx'

export type ShownKpi = ShownKpis & {
  readonly id: FigureId
  /** null = what was asked can't be taken. */
  readonly below: Below | null
  /** Of what is open; null = the place is no outlet, or the figure no turnaround. */
  readonly ages: OpenAges | null
  readonly may: (permission: Permission) => boolean
  /** Where the outlet says that it was counted wrongly; null = it is none, or the month's window is over. */
  readonly contest: string | null
}

type Told = Pick<ShownKpi, 't' | 'locale'> & { readonly id: FigureId }

/** The figure in one line: how much, of how many, how sure, held to what. */
const Head = ({ t, id, line }: Pick<Told, 't' | 'id'> & { readonly line: KpiLine }) => {
  const { now, held, before, network, peers } = line
  const interval = intervalText(id, now)
  const beside = (value: number | null) => (value === null ? '–' : valueText(t, id, value))
  return (
    <>
      <p className="kpis-head">
        <span className="desk-count">{beside(now.value)}</span> <Standing t={t} line={line} />
      </p>
      <p className="desk-muted">
        {[
          held && `${t('desk.kpis.target')} ${targetText(t, id, held.target)}`,
          `${t('desk.kpis.n')} ${formatNumber(now.n)}`,
          interval && `${t('desk.kpis.interval')} ${interval}`,
          `${t('desk.kpis.before')} ${beside(before.value)}`,
          `${t('desk.kpis.network')} ${beside(network.value)}`,
          peers && `${t('desk.kpis.peers')} ${peersText(t, line)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

const Definition = ({ t, locale, id }: Told) => {
  const { numerator, denominator, exclusions, date } = definitionText(locale, id)
  return (
    <section className="desk-stack" aria-labelledby="counted">
      <h2 id="counted">{t('desk.kpis.how')}</h2>
      <dl className="kpis-definition">
        <dt>{t('desk.kpis.numerator')}</dt>
        <dd>{numerator}</dd>
        <dt>{t('desk.kpis.denominator')}</dt>
        <dd>{denominator}</dd>
        <dt>{t('desk.kpis.rules')}</dt>
        <dd>{[date, ...exclusions].join(' ')}</dd>
        <dt>{t('desk.kpis.version')}</dt>
        <dd>{definitionOf(id).version}</dd>
      </dl>
    </section>
  )
}

type WaysProps = Pick<ShownKpi, 't' | 'id' | 'below'> & { readonly read: ReadFigures }

const Ways = ({ t, id, below, read }: WaysProps) => {
  const at = { month: read.month, place: kpiPlaceKey(read.place) }
  const by = below?.by ?? 'outlets'
  const other = by === 'regions' ? 'outlets' : 'regions'
  const hasLevels = read.place.kind === 'network' || read.place.kind === 'region'
  return (
    <p className="desk-row kpis-ways">
      <a className="btn" href={kpiAddress('/desk/kpis/', at)}>
        {t('desk.kpis.all')}
      </a>
      {hasLevels && (
        <a className="btn" href={kpiAddress(`/desk/kpis/${id}/`, at, { by: other })}>
          {t(`desk.kpis.by.${other}`)}
        </a>
      )}
      <a className="btn" href={kpiAddress(`/desk/kpis/${id}/figures.csv`, at, { by })} download>
        {t('desk.kpis.csv')}
      </a>
    </p>
  )
}

/** One KPI of a place: its months, what it is made of, and the places below against each other. */
export const KpiView = (shownKpi: ShownKpi) => {
  const { t, locale, ask, places, read, id, below, may, ages, contest } = shownKpi
  const { title, sentence } = definitionText(locale, id)
  const shown = read && kpiPlaceKey(read.place)
  const counts = read?.months.at(-1)?.counts ?? {}
  return (
    <>
      <h1>{read ? `${title} · ${placeText({ t, locale }, read)}` : title}</h1>
      <p>{sentence}</p>
      <Question {...{ t, locale, ask, places, shown }} path={`/desk/kpis/${id}/`} />
      <Wrong t={t} ask={ask} />
      {read && (
        <>
          <Ways {...{ t, id, below, read }} />
          <Through t={t} read={read} />
          <Head {...{ t, id }} line={kpiLine(read, id)} />
          <PeersNote t={t} read={read} />
          {read.place.kind === 'outlet' && (
            <BehindWay {...{ t, id, may }} at={{ month: read.month, place: shown }} />
          )}
          {contest && may('publication.contest') && (
            <p>
              <a className="btn" href={contest}>
                {t('desk.contests.raise')}
              </a>
            </p>
          )}
          <div className="voices-grid">
            <TrendPart t={t} line={kpiLine(read, id)} />
            <div className="kpis-parts">
              <PartsPart {...{ t, locale, id, counts }} at={{ month: read.month, place: shown }} />
              {isTurnaround(id) && <OpenAgesPart {...{ t, ages }} />}
              <Definition {...{ t, locale, id }} />
            </div>
          </div>
          {below && <BelowPart {...{ t, locale, id, below, month: read.month }} />}
        </>
      )}
    </>
  )
}
