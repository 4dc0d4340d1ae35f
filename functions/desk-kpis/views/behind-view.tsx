import { definitionText } from '#components/kpis/definition-text.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import type { ListedBehind, RepairBehind } from '#functions/kpis/list-behind.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { kpiAddress } from '../kpis-query.ts'
import { placeText } from './question.tsx'

export type ShownBehind = {
  readonly t: Translate
  readonly locale: Locale
  readonly id: FigureId
  readonly listed: ListedBehind
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
}

const MONTH_LETTERS = 7

/** How it counts, and in which month where that is another one. */
function countedText(t: Translate, month: string, { counted }: RepairBehind): string {
  if (counted === null) return t('desk.kpis.behind.not_counted')
  const as = t(`desk.kpis.behind.${counted.as}`)
  const of = counted.day.slice(0, MONTH_LETTERS)
  return of === month ? as : `${as} · ${t('desk.kpis.behind.of_month', { month: of })}`
}

/** Wider than a phone, with nothing in it that takes the focus. */
const SCROLLED = { tabIndex: 0 } as const

const Table = ({ t, locale, listed }: ShownBehind) => (
  <div className="desk-scroll" role="region" {...SCROLLED} aria-labelledby="behind">
    <table className="desk-table is-stacked">
      <thead>
        <tr>
          <th scope="col">{t('desk.find.column.code')}</th>
          <th scope="col">{t('desk.kpis.behind.received')}</th>
          <th scope="col">{t('desk.find.column.status')}</th>
          <th scope="col">{t('desk.kpis.behind.in_figure')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.listed.map((one) => (
          <tr key={one.code}>
            <th scope="row">
              <a className="tap-target" href={`/desk/repairs/${one.code}/`}>
                {spellCode(one.code)}
              </a>
            </th>
            <td data-label={t('desk.kpis.behind.received')}>
              {timeText(locale, listed.zone, one.receivedAt)}
            </td>
            <td data-label={t('desk.find.column.status')}>{t(`desk.find.status.${one.status}`)}</td>
            <td data-label={t('desk.kpis.behind.in_figure')}>
              {countedText(t, listed.month, one)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** The repairs behind a figure of an outlet and a month, the last that came in first. */
export const BehindView = (shown: ShownBehind) => {
  const { t, locale, id, listed, next } = shown
  const at = { month: listed.month, place: kpiPlaceKey(listed.place) }
  const { title, date } = definitionText(locale, id)
  return (
    <>
      <h1 id="behind">
        {t('desk.kpis.behind.title')} · {placeText({ t, locale }, listed)} · {listed.month}
      </h1>
      <p className="desk-row kpis-ways">
        <a className="btn" href={kpiAddress(`/desk/kpis/${id}/`, at)}>
          {title}
        </a>
      </p>
      <p>
        {t('desk.kpis.behind.what')} {date}
      </p>
      {listed.listed.length === 0 ? <p>{t('desk.kpis.behind.none')}</p> : <Table {...shown} />}
      {next && (
        <p>
          <a
            className="btn"
            rel="next"
            href={kpiAddress(`/desk/kpis/${id}/repairs/`, at, { from: next })}
          >
            {t('desk.network.next_page')}
          </a>
        </p>
      )}
    </>
  )
}
