import { definitionText } from '#components/kpis/definition-text.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import { type KpiLine, kpiLines } from '#functions/kpis/kpi-lines.ts'
import type { ReadFigures } from '#functions/kpis/read-figures.ts'
import type { NamedPlace } from '#functions/kpis/see-place.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import { type KpisAsked, kpiAddress } from '../kpis-query.ts'
import { intervalText, targetText, valueText } from './figure-text.ts'
import { PeersNote, peersText } from './peers-text.tsx'
import { placeText, Question, Wrong } from './question.tsx'
import { Spark } from './trend-parts.tsx'

export type ShownKpis = {
  readonly t: Translate
  readonly locale: Locale
  readonly ask: KpisAsked
  readonly places: readonly NamedPlace[]
  /** null = what was asked can't be taken. */
  readonly read: ReadFigures | null
}

/** Whether it is kept, in a word, or why that can't be said. */
export const Standing = ({ t, line }: { readonly t: Translate; readonly line: KpiLine }) => {
  const { met, finalOn, value } = line.now
  if (value === null) return <span className="desk-muted">{t('desk.kpis.no_data')}</span>
  if (finalOn)
    return <span className="desk-muted">{t('desk.kpis.not_final', { date: finalOn })}</span>
  if (met === null) return <span className="desk-muted">{t('desk.kpis.no_target')}</span>
  return met ? (
    <span className="kpis-kept">{t('desk.kpis.kept')}</span>
  ) : (
    <strong className="kpis-missed">{t('desk.kpis.missed')}</strong>
  )
}

const COLUMNS = [
  ...(['figure', 'target', 'standing', 'n', 'interval', 'before', 'network', 'peers'] as const),
  'trend',
] as const

/** Only an outlet has any like it. */
const columnsOf = ({ peers }: ReadFigures) =>
  COLUMNS.filter((column) => column !== 'peers' || peers !== null)

type RowProps = Pick<ShownKpis, 't' | 'locale'> & {
  readonly line: KpiLine
  readonly read: ReadFigures
}

const Row = ({ t, locale, line, read }: RowProps) => {
  const { id, now, before, network, held, months } = line
  const text = (value: number | null) => (value === null ? '–' : valueText(t, id, value))
  const place = kpiPlaceKey(read.place)
  return (
    <tr>
      <th scope="row">
        <a className="tap-target" href={kpiAddress(`/desk/kpis/${id}/`, { ...read, place })}>
          {definitionText(locale, id).title}
        </a>
      </th>
      <td
        className={`kpis-number${now.finalOn ? ' desk-muted' : ' kpis-figure'}`}
        data-label={t('desk.kpis.figure')}
      >
        {text(now.value)}
      </td>
      <td className="kpis-number" data-label={t('desk.kpis.target')}>
        {held ? targetText(t, id, held.target) : '–'}
      </td>
      <td data-label={t('desk.kpis.standing')}>
        <Standing t={t} line={line} />
      </td>
      <td className="kpis-number" data-label={t('desk.kpis.n')}>
        {formatNumber(now.n)}
      </td>
      <td className="kpis-number" data-label={t('desk.kpis.interval')}>
        {intervalText(id, now) ?? '–'}
      </td>
      <td className="kpis-number" data-label={t('desk.kpis.before')}>
        {text(before.value)}
      </td>
      <td className="kpis-number" data-label={t('desk.kpis.network')}>
        {text(network.value)}
      </td>
      {read.peers && (
        <td className="kpis-number" data-label={t('desk.kpis.peers')}>
          {peersText(t, line)}
        </td>
      )}
      <td data-label={t('desk.kpis.trend')}>
        <Spark
          values={months.map(({ value, finalOn }) => (finalOn ? null : value))}
          target={held?.target ?? null}
        />
      </td>
    </tr>
  )
}

const SCROLLED = { tabIndex: 0 } as const

const Table = ({
  t,
  locale,
  read,
}: Pick<ShownKpis, 't' | 'locale'> & { readonly read: ReadFigures }) => (
  <div className="desk-scroll" role="region" {...SCROLLED} aria-label={t('desk.kpis.title')}>
    <table className="desk-table is-stacked kpis-table">
      <thead>
        <tr>
          <th scope="col">{t('desk.kpis.kpi')}</th>
          {columnsOf(read).map((column) => (
            <th
              key={column}
              scope="col"
              className={column === 'standing' || column === 'trend' ? undefined : 'kpis-number'}
            >
              {t(`desk.kpis.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kpiLines(read).map((line) => (
          <Row key={line.id} {...{ t, locale, line, read }} />
        ))}
      </tbody>
    </table>
  </div>
)

/** How far the counts of the month go where they are added up behind the events, and by whose word they are held. */
export const Through = ({ t, read }: { readonly t: Translate; readonly read: ReadFigures }) => {
  const last = read.months.at(-1)
  const isAdded = read.place.kind === 'network' || read.place.kind === 'region'
  const told = [
    ...(isAdded && last?.through ? [t('desk.kpis.through', { day: last.through })] : []),
    ...(isAdded && !last?.through ? [t('desk.kpis.not_closed')] : []),
    ...(read.isHeldToLater ? [t('desk.kpis.held_to_later')] : []),
  ]
  return told.length > 0 ? <p className="desk-muted">{told.join(' ')}</p> : null
}

/** All figures of a place and a month, each a line. */
export const KpisView = ({ t, locale, ask, places, read }: ShownKpis) => {
  const shown = read && kpiPlaceKey(read.place)
  return (
    <>
      <h1>
        {read
          ? `${t('desk.kpis.title')} · ${placeText({ t, locale }, read)}`
          : t('desk.kpis.title')}
      </h1>
      <Question {...{ t, locale, ask, places, shown }} path="/desk/kpis/" />
      <Wrong t={t} ask={ask} />
      {read && (
        <>
          <p className="desk-row kpis-ways">
            <a
              className="btn"
              href={kpiAddress('/desk/kpis.csv', { ...read, place: shown })}
              download
            >
              {t('desk.kpis.csv')}
            </a>
          </p>
          <Through t={t} read={read} />
          <PeersNote t={t} read={read} />
          <Table {...{ t, locale, read }} />
        </>
      )}
    </>
  )
}
