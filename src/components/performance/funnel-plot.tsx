import { FUNNEL_LINES, type Funnel, type FunnelLine, funnelLimits } from '#domain/kpis/funnel.ts'
import type { FunnelOutlet, OutletFunnel } from '#domain/publications/outlet-funnel.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'

const WIDTH = 640
const HEIGHT = 320
const PAD = 30
const STEPS = 32
const LINES = Object.keys(FUNNEL_LINES) as readonly FunnelLine[]

const near = (value: number): string => String(Math.round(value * 10) / 10)

/** By the root of n: what is small would lie in a heap otherwise. */
const across = (n: number, most: number): number =>
  PAD + ((WIDTH - 2 * PAD) * Math.sqrt(n)) / Math.sqrt(most)

function limitsOf(funnel: Funnel, line: FunnelLine, most: number) {
  const steps = Array.from({ length: STEPS }, (_, step) =>
    Math.max(1, Math.round(most * ((step + 1) / STEPS) ** 2)),
  )
  return [...new Set(steps)].map((n) => ({ n, ...funnelLimits(funnel, { n, line }) }))
}

type Scale = {
  readonly x: (n: number) => number
  readonly y: (share: number) => number
  readonly low: number
  readonly high: number
}

const shareOf = ({ hits, n }: FunnelOutlet): number => hits / n

/** As high as the outlets lie; the limits of very few may run out of it. */
function scaleOf({ outlets }: OutletFunnel, most: number): Scale {
  const shares = outlets.map(shareOf)
  const [low, high] = [Math.min(...shares), Math.max(...shares)]
  const span = high - low || 1
  const within = (share: number) => Math.min(Math.max(share, low), high)
  return {
    ...{ low, high, x: (n) => across(n, most) },
    y: (share) => HEIGHT - PAD - ((HEIGHT - 2 * PAD) * (within(share) - low)) / span,
  }
}

/** All that chance explains is one path of dots: thousands of elements would weigh more than the page. */
const dotsOf = (outlets: readonly FunnelOutlet[], { x, y }: Scale): string =>
  outlets
    .filter(({ standing }) => standing === 'within')
    .map((one) => `M${near(x(one.n))} ${near(y(shareOf(one)))}h0`)
    .join('')

const Limits = ({ funnel, most, scale }: { funnel: Funnel; most: number; scale: Scale }) => (
  <>
    <path className="perf-centre" d={`M${PAD} ${near(scale.y(funnel.centre))}H${WIDTH - PAD}`} />
    {LINES.flatMap((line) => {
      const limits = limitsOf(funnel, line, most)
      return (['low', 'high'] as const).map((side) => (
        <path
          key={`${line} ${side}`}
          className={`perf-limit perf-limit-${line}`}
          d={limits
            .map(
              (one, at) => `${at ? 'L' : 'M'}${near(scale.x(one.n))} ${near(scale.y(one[side]))}`,
            )
            .join('')}
        />
      ))
    })}
  </>
)

type Props = { readonly locale: Locale; readonly compared: OutletFunnel }

/** Each outlet by how many stand behind its figure, with the limits that chance alone keeps within. */
export const FunnelPlot = ({ locale, compared }: Props) => {
  const t = translator(locale)
  const { funnel, outlets } = compared
  const most = Math.max(1, ...outlets.map(({ n }) => n))
  const scale = scaleOf(compared, most)
  const percent = (share: number): string => `${(share * 100).toFixed(0)}%`
  return (
    <svg
      className="perf-funnel"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('performance.funnel_what', {
        outlets: formatNumber(outlets.length),
        beyond: formatNumber(outlets.filter(({ standing }) => standing !== 'within').length),
      })}
    >
      <Limits {...{ funnel, most, scale }} />
      <path className="perf-dots" d={dotsOf(outlets, scale)} />
      {outlets
        .filter(({ standing }) => standing !== 'within')
        .map((one) => (
          <circle
            key={one.code}
            className={one.isBetter ? 'perf-ring' : 'perf-ring is-worse'}
            {...{ cx: near(scale.x(one.n)), cy: near(scale.y(shareOf(one))), r: 5 }}
          >
            <title>{one.code}</title>
          </circle>
        ))}
      <text x="0" y={PAD - 12}>
        {percent(scale.high)}
      </text>
      <text x="0" y={HEIGHT - PAD + 16}>
        {percent(scale.low)}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {t('performance.funnel_most', { n: formatNumber(most) })}
      </text>
    </svg>
  )
}
