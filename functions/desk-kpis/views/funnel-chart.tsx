import type { Comparison } from '#domain/kpis/compared-places.ts'
import { FUNNEL_LINES, type Funnel, type FunnelLine, funnelLimits } from '#domain/kpis/funnel.ts'
import type { Translate } from '#i18n/translate.ts'

const WIDTH = 640
const HEIGHT = 320
const PAD = 30
const STEPS = 32
const LINES = Object.keys(FUNNEL_LINES) as readonly FunnelLine[]

const near = (value: number): string => value.toFixed(1)

/** By the root of n: what is small would lie in a heap otherwise. */
const across = (n: number, most: number): number =>
  PAD + ((WIDTH - 2 * PAD) * Math.sqrt(n)) / Math.sqrt(most)

type Limit = { readonly n: number; readonly low: number; readonly high: number }

function limitsOf(funnel: Funnel, line: FunnelLine, most: number): readonly Limit[] {
  const steps = Array.from({ length: STEPS }, (_, step) =>
    Math.max(1, Math.round(most * ((step + 1) / STEPS) ** 2)),
  )
  return [...new Set(steps)].map((n) => ({ n, ...funnelLimits(funnel, { n, line }) }))
}

const pathOf = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${near(x)} ${near(y)}`).join('')

type Props = {
  readonly t: Translate
  readonly comparison: Comparison<{ readonly key: string; readonly id: string }>
  readonly funnel: Funnel
}

/** Each place by how many it stands on; the lines are how far chance alone reaches. */
export const FunnelChart = ({ t, comparison, funnel }: Props) => {
  const points = comparison.places.flatMap(({ place, figure, standing, isBetter }) =>
    figure.n === 0
      ? []
      : [
          {
            key: place.key,
            id: place.id,
            standing,
            isBetter,
            n: figure.n,
            share: Math.min(1, (figure.hits ?? 0) / figure.n),
          },
        ],
  )
  const most = Math.max(1, ...points.map(({ n }) => n))
  const limits = LINES.map((line) => ({ line, at: limitsOf(funnel, line, most) }))
  const shares = points.map(({ share }) => share)
  const inner = limits.flatMap(({ at }) => at.slice(Math.floor(at.length / 4)))
  const low = Math.min(...shares, ...inner.map((limit) => limit.low))
  const high = Math.max(...shares, ...inner.map((limit) => limit.high), low + 0.01)
  const y = (share: number): number =>
    HEIGHT -
    PAD -
    ((HEIGHT - 2 * PAD) * (Math.min(Math.max(share, low), high) - low)) / (high - low)
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
  return (
    <svg
      className="kpis-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('desk.kpis.funnel_what')}
    >
      <path className="kpis-centre" d={`M${PAD} ${near(y(funnel.centre))}H${WIDTH - PAD}`} />
      {limits.map(({ line, at }) =>
        (['low', 'high'] as const).map((side) => (
          <path
            key={`${line} ${side}`}
            className={`kpis-limit kpis-limit-${line}`}
            d={pathOf(at.map((limit) => [across(limit.n, most), y(limit[side])]))}
          />
        )),
      )}
      {points.map(({ key, id, n, share, standing, isBetter }) => (
        <circle
          key={key}
          className={standing === 'within' ? 'kpis-dot' : `kpis-ring${isBetter ? '' : ' is-worse'}`}
          cx={near(across(n, most))}
          cy={near(y(share))}
          r="4"
        >
          <title>{id}</title>
        </circle>
      ))}
      <text x="0" y={PAD - 12}>
        {percent(high)}
      </text>
      <text x="0" y={HEIGHT - PAD + 16}>
        {percent(low)}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {t('desk.kpis.up_to', { n: most })}
      </text>
    </svg>
  )
}
