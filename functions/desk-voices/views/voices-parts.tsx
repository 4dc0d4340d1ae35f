import type { Share } from '#domain/surveys/scores.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'

export const percent = (share: number): string => `${formatNumber(share * 100, 1)}%`

/** A share as its row tells it: how much, of how many, and how sure. */
export const ShareCells = ({
  t,
  share,
}: {
  readonly t: Translate
  readonly share: Share | null
}) =>
  share ? (
    <>
      <td className="voices-number">
        {percent(share.share)}{' '}
        <small className="desk-muted">
          {`${formatNumber(share.hits)} / ${formatNumber(share.n)}`}
        </small>
      </td>
      <td className="voices-number">
        {`${percent(share.interval.low)}\u00a0– ${percent(share.interval.high)}`}
      </td>
    </>
  ) : (
    <td colSpan={2} className="voices-number">
      {t('desk.voices.no_data')}
    </td>
  )

export const ShareHead = ({ t, what }: { readonly t: Translate; readonly what: string }) => (
  <thead>
    <tr>
      <th scope="col">{what}</th>
      <th scope="col" className="voices-number">
        {t('desk.voices.share')}
      </th>
      <th scope="col" className="voices-number">
        {t('desk.voices.interval')}
      </th>
    </tr>
  </thead>
)

/** Nothing in these tables takes the focus, and a year of them is wider than a phone. */
const SCROLLED = { tabIndex: 0 } as const

type OverTimeProps = {
  readonly t: Translate
  readonly title: string
  readonly months: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly string[]
    readonly total: string
  }[]
}

/** Counts month by month. */
export const OverTimeTable = ({ t, title, months, rows }: OverTimeProps) =>
  rows.length === 0 ? (
    <p>{t('desk.voices.nothing')}</p>
  ) : (
    <div className="desk-scroll" role="region" {...SCROLLED} aria-label={title}>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="voices-number">
                {month}
              </th>
            ))}
            <th scope="col" className="voices-number">
              {t('desk.voices.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells, total }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, place) => (
                <td key={months[place]} className="voices-number">
                  {cell}
                </td>
              ))}
              <td className="voices-number">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
