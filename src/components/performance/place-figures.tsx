import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import type {
  PublishedDefinition,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'
import { figureText, intervalText } from './figure-words.ts'

/** A place's figure over three and twelve months, beside the network's. */
export type PlaceRow = {
  readonly kpi: FigureId
  readonly definition: PublishedDefinition
  /** null = not told of the place. */
  readonly three: PublishedFigure | null
  readonly twelve: PublishedFigure | null
  readonly network: PublishedFigure
}

type CellProps = {
  readonly locale: Locale
  readonly label: string
  readonly definition: PublishedDefinition
  readonly figure: PublishedFigure | null
}

/** What a count stands for is in its text; a rate says of how many it is. */
const Cell = ({ locale, label, definition, figure }: CellProps) => {
  const t = translator(locale)
  const interval = figure && intervalText(locale, definition, figure)
  return (
    <td data-label={label}>
      {figure
        ? figureText(locale, definition, figure)
        : t(`performance.nothing.${definition.counted}`)}
      {figure && figure.n !== null && (
        <small>
          {[
            ...(figure.value === null
              ? []
              : [t('performance.of_n', { n: formatNumber(figure.n) })]),
            ...(interval ? [interval] : []),
          ].join(' · ')}
        </small>
      )}
    </td>
  )
}

type Props = {
  readonly locale: Locale
  /** Id of the heading that names the table. */
  readonly labelledBy: string
  readonly rows: readonly PlaceRow[]
}

/** What a publication tells of a region or an outlet. */
export const PlaceFigures = ({ locale, labelledBy, rows }: Props) => {
  const t = translator(locale)
  const heads = {
    three: t('performance.three_months'),
    twelve: t('performance.twelve_months'),
    network: t('performance.network_twelve'),
  }
  return (
    <table className="hours perf-place" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('performance.figure_name')}</th>
          <th scope="col">{heads.three}</th>
          <th scope="col">{heads.twelve}</th>
          <th scope="col">{heads.network}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.kpi}>
            <th scope="row">
              <a href={localePath(locale, `/performance/kpis/${row.kpi}/`)}>
                {definitionText(locale, row.kpi).title}
              </a>
            </th>
            {(['three', 'twelve', 'network'] as const).map((name) => (
              <Cell
                key={name}
                {...{ locale, label: heads[name], figure: row[name] }}
                definition={row.definition}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
