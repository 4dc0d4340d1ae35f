import type {
  PublishedDefinition,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import { formatMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { figureText } from './figure-words.ts'

const WIDTH = 240
const HEIGHT = 64
const PAD = 8

const near = (value: number): string => value.toFixed(1)

type Props = {
  readonly locale: Locale
  readonly definition: PublishedDefinition
  /** Final months, the oldest first. */
  readonly months: readonly PublishedFigure[]
  readonly target: number | null
}

type Point = { readonly x: number; readonly y: number }

/** Where a month without a rate stands between two that have one, the line breaks. */
function stretches(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point) runs.at(-1)?.push(point)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

const pathOf = (run: readonly Point[]): string =>
  run.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${near(x)} ${near(y)}`).join('')

/** A figure by month, as a line with its newest month as a ring; its table has the numbers. */
export const TrendLine = ({ locale, definition, months, target }: Props) => {
  const values = months.flatMap(({ value }) => value ?? [])
  const [first] = months
  const last = months.at(-1)
  if (values.length === 0 || !first || !last) return null
  const seen = target === null ? values : [...values, target]
  const low = Math.min(...seen)
  const span = Math.max(...seen) - low || 1
  const yOf = (value: number) => HEIGHT - PAD - ((HEIGHT - 2 * PAD) * (value - low)) / span
  const step = months.length > 1 ? (WIDTH - 2 * PAD) / (months.length - 1) : 0
  const points = months.map(({ value }, at) =>
    value === null ? null : { x: PAD + at * step, y: yOf(value) },
  )
  const end = points.findLast((point) => point !== null)
  return (
    <svg
      className="perf-trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={translator(locale)('performance.trend', {
        from: formatMonth(locale, first.period.to),
        to: formatMonth(locale, last.period.to),
        first: figureText(locale, definition, first),
        last: figureText(locale, definition, last),
      })}
    >
      {target !== null && <path className="perf-target" d={`M0 ${near(yOf(target))}H${WIDTH}`} />}
      {stretches(points).map((run) => (
        <path key={run[0]?.x} className="perf-line" d={pathOf(run)} />
      ))}
      {points.map(
        (point, at) =>
          point && (
            <circle
              key={months[at]?.period.to}
              className={point === end ? 'perf-now' : 'perf-dot'}
              cx={near(point.x)}
              cy={near(point.y)}
              r={point === end ? 5 : 2.5}
            />
          ),
      )}
    </svg>
  )
}
