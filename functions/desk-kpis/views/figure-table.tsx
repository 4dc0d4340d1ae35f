import type { Figure } from '#domain/kpis/figure-of.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import { intervalText, valueText } from './figure-text.ts'

export type FigureRow = {
  readonly key: string
  /** What the row is of, and what is said of its figure. */
  readonly of: React.ReactNode
  readonly said: string
  readonly figure: Figure
  /** Where a chart is drawn from the table: whether the figure may still change. */
  readonly drawn?: { readonly isOpen: boolean }
}

/** What a chart reads of a row, not rounded; nothing where none is drawn. */
const numbersOf = ({ figure: { value, interval }, drawn }: FigureRow) =>
  drawn && {
    'data-value': value?.toString(),
    'data-low': interval?.low.toString(),
    'data-high': interval?.high.toString(),
    'data-open': drawn.isOpen ? '' : undefined,
  }

/** Wider than a phone, with nothing in it that takes the focus. */
const SCROLLED = { tabIndex: 0 } as const

type RowProps = { readonly t: Translate; readonly id: FigureId; readonly row: FigureRow }

const Row = ({ t, id, row }: RowProps) => {
  const { of, said, figure } = row
  return (
    <tr {...numbersOf(row)}>
      <th scope="row">{of}</th>
      <td className="kpis-number">
        {figure.value === null ? t('desk.kpis.no_data') : valueText(t, id, figure.value)}
      </td>
      <td className="kpis-number">{formatNumber(figure.n)}</td>
      <td className="kpis-number">{intervalText(id, figure) ?? '–'}</td>
      <td>{said}</td>
    </tr>
  )
}

/** Figures with what they stand on, a row each. */
export const FigureTable = ({
  t,
  id,
  labelledBy,
  heads: [of, said],
  rows,
}: {
  readonly t: Translate
  readonly id: FigureId
  readonly labelledBy: string
  readonly heads: readonly [of: string, said: string]
  readonly rows: readonly FigureRow[]
}) => (
  <div className="desk-scroll" role="region" {...SCROLLED} aria-labelledby={labelledBy}>
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {(['figure', 'n', 'interval'] as const).map((head) => (
            <th key={head} scope="col" className="kpis-number">
              {t(`desk.kpis.${head}`)}
            </th>
          ))}
          <th scope="col">{said}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} {...{ t, id, row }} />
        ))}
      </tbody>
    </table>
  </div>
)
