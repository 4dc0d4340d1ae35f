import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'

export type CountBar = {
  readonly key: string
  readonly name: string
  /** null = hidden: too few people stand behind it. */
  readonly count: number | null
}

type Props = {
  readonly locale: Locale
  /** Id of the heading that names the table. */
  readonly labelledBy: string
  /** What the rows are. */
  readonly head: string
  readonly bars: readonly CountBar[]
}

const WIDTH = 100

/** A distribution: a table whose last column is drawn from the one before. */
export const CountBars = ({ locale, labelledBy, head, bars }: Props) => {
  const t = translator(locale)
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))
  return (
    <table className="hours perf-bars" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('performance.how_many')}</th>
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, count }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{count === null ? t('performance.hidden') : formatNumber(count)}</td>
            <td aria-hidden="true">
              <svg
                aria-hidden="true"
                className="perf-bar"
                viewBox={`0 0 ${WIDTH} 8`}
                preserveAspectRatio="none"
              >
                <rect width={((WIDTH * (count ?? 0)) / most).toFixed(1)} height="8" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
