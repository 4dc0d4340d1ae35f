import type { KpiLine } from '#functions/kpis/kpi-lines.ts'
import type { Translate } from '#i18n/translate.ts'
import { FigureTable } from './figure-table.tsx'
import { targetText } from './figure-text.ts'
import { linePath, scaleOf } from './trend-parts.tsx'

const BOX = { width: 640, height: 220, pad: 30 }

const near = (value: number): string => value.toFixed(1)

type Props = { readonly t: Translate; readonly line: KpiLine }

/** The months as a line with a ring for each, hollow while not final; the target dashed. */
const TrendChart = ({ t, line }: Props) => {
  const { id, months, held } = line
  const values = months.map(({ value }) => value)
  if (values.every((value) => value === null)) return null
  const target = held?.target ?? null
  const at = scaleOf([...values, target], BOX)
  const count = months.length
  return (
    <svg
      className="kpis-chart"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={t('desk.kpis.trend_what')}
    >
      {target !== null && (
        <>
          <path className="kpis-target" d={`M0 ${near(at.y(target))}H${BOX.width}`} />
          <text x="0" y={near(at.y(target) - 5)}>
            {targetText(t, id, target)}
          </text>
        </>
      )}
      <path className="kpis-line" d={linePath(values, at)} />
      {months.map(({ month, value, finalOn }, place) =>
        value === null ? null : (
          <circle
            key={month}
            className={finalOn ? 'kpis-ring' : 'kpis-dot'}
            cx={near(at.x(place, count))}
            cy={near(at.y(value))}
            r="4"
          />
        ),
      )}
      <text x={BOX.pad} y={BOX.height - 4}>
        {months[0]?.month}
      </text>
      <text x={BOX.width} y={BOX.height - 4} textAnchor="end">
        {months.at(-1)?.month}
      </text>
    </svg>
  )
}

/** What a month's figure is beside its number. */
const stateText = (t: Translate, { value, finalOn, met }: KpiLine['months'][number]): string => {
  if (value === null) return '–'
  if (finalOn) return t('desk.kpis.not_final', { date: finalOn })
  return met === null ? t('desk.kpis.no_target') : t(met ? 'desk.kpis.kept' : 'desk.kpis.missed')
}

/** A KPI over the months, drawn and told: with a script the drawing is made anew from the table. */
export const TrendPart = (props: Props) => (
  <div className="desk-stack">
    <h2 id="trend">{props.t('desk.kpis.trend')}</h2>
    <kpi-chart
      data-target={props.line.held?.target.toString()}
      data-table={props.t('desk.kpis.table')}
    >
      <TrendChart {...props} />
      <FigureTable
        {...{ t: props.t, id: props.line.id }}
        labelledBy="trend"
        heads={[props.t('desk.kpis.month'), props.t('desk.kpis.standing')]}
        rows={props.line.months.map((month) => ({
          ...{ key: month.month, of: month.month, said: stateText(props.t, month), figure: month },
          drawn: { isOpen: month.finalOn !== null },
        }))}
      />
    </kpi-chart>
  </div>
)
