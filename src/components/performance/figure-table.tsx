import type {
  PublishedDefinition,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { figureText, intervalText } from './figure-words.ts'

export type FigureRow = {
  readonly key: string
  readonly name: string
  readonly href?: string | undefined
  readonly figure: PublishedFigure
  readonly definition: PublishedDefinition
}

type Props = {
  readonly locale: Locale
  readonly caption: string
  /** What the rows are: months, places, figures. */
  readonly head: string
  readonly rows: readonly FigureRow[]
}

function standing({ kept, target }: PublishedFigure): 'kept' | 'missed' | null {
  if (kept === null || target === null) return null
  return kept ? 'kept' : 'missed'
}

type RowProps = Pick<Props, 'locale'> & { readonly row: FigureRow; readonly isHeld: boolean }

const Row = ({ locale, row, isHeld }: RowProps) => {
  const t = translator(locale)
  const { name, href, figure, definition } = row
  const verdict = standing(figure)
  return (
    <tr>
      <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
      <td>{figureText(locale, definition, figure)}</td>
      <td>{figure.n === null ? '–' : formatNumber(figure.n)}</td>
      <td>{intervalText(locale, definition, figure) ?? '–'}</td>
      {isHeld && (
        <td>
          {verdict && <span className={`perf-${verdict}`}>{t(`performance.word.${verdict}`)}</span>}
        </td>
      )}
    </tr>
  )
}

/** Figures in rows, as they were frozen. */
export const FigureTable = ({ locale, caption, head, rows }: Props) => {
  const t = translator(locale)
  const isHeld = rows.some(({ figure }) => figure.target !== null)
  return (
    <table className="hours perf-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('performance.figure')}</th>
          <th scope="col">{t('performance.n')}</th>
          <th scope="col">{t('performance.interval')}</th>
          {isHeld && <th scope="col">{t('performance.promise')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} {...{ locale, row, isHeld }} />
        ))}
      </tbody>
    </table>
  )
}
