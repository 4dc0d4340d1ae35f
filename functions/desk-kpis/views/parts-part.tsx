import { definitionText } from '#components/kpis/definition-text.ts'
import { COMPLAINT_CAUSES } from '#domain/complaints/complaint.ts'
import { figureOf, type PackedCounts } from '#domain/kpis/figure-of.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { ledgerOf, paretoOf, spreadOf } from '#domain/kpis/parts-of-figure.ts'
import { BARRIERS } from '#domain/repairs/repair.ts'
import { REPEAT_REASON_IDS } from '#domain/repeats/repeat.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import { kpiAddress } from '../kpis-query.ts'
import { valueText } from './figure-text.ts'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly id: FigureId
  readonly counts: PackedCounts
  /** What the counts are of. */
  readonly at: Parameters<typeof kpiAddress>[1]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

function codeText(t: Translate, id: FigureId, code: string): string {
  const barrier = BARRIERS.find((one) => one === code)
  if (id === 'unrepaired_share' && barrier) return t(`desk.kpis.barrier.${barrier}`)
  const reason = REPEAT_REASON_IDS.find((one) => one === code)
  if (id === 'attributable_repeat' && reason) return t(`desk.repeats.reason.${reason}`)
  const cause = COMPLAINT_CAUSES.find((one) => one === code)
  return cause ? t(`desk.complaints.cause.${cause}`) : code
}

/** Wider than a phone, with nothing in it that takes the focus. */
const SCROLLED = { tabIndex: 0 } as const

type Line = {
  readonly label: string
  readonly bar: number
  readonly cells: readonly string[]
}

/** A table whose shares are drawn beside their numbers. */
const Bars = ({
  id,
  title,
  heads,
  lines,
}: {
  readonly id: string
  readonly title: string
  readonly heads: readonly string[]
  readonly lines: readonly Line[]
}) => (
  <div className="desk-stack">
    <h2 id={id}>{title}</h2>
    <div className="desk-scroll" role="region" {...SCROLLED} aria-labelledby={id}>
      <table className="desk-table">
        <thead>
          <tr>
            {heads.map((head, place) => (
              <th key={head} scope="col" className={place === 0 ? undefined : 'kpis-number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, bar, cells }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                <progress className="voices-bar" max={1} value={bar} aria-hidden="true" />
              </th>
              {cells.map((text, place) => (
                <td key={heads[place + 1]} className="kpis-number">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
)

const Spread = ({ t, id, counts }: Props) => {
  const spread = spreadOf(id, counts)
  const most = spread.at(-1)?.value ?? 0
  if (spread.length === 0) return null
  return (
    <Bars
      id="spread"
      title={t('desk.kpis.spread')}
      heads={[t('desk.kpis.share'), t('desk.kpis.no_longer')]}
      lines={spread.map(({ share, value }) => ({
        ...{ label: t('desk.kpis.percentile', { percent: formatNumber(share * 100) }) },
        ...{ bar: most > 0 ? value / most : 0, cells: [valueText(t, id, value)] },
      }))}
    />
  )
}

const Pareto = ({ t, id, counts }: Props) => {
  const parts = paretoOf(id, counts)
  if (parts.length === 0) return null
  return (
    <Bars
      id="pareto"
      title={t('desk.kpis.pareto')}
      heads={[
        ...[t('desk.kpis.cause'), t('desk.kpis.count')],
        ...[t('desk.kpis.share'), t('desk.kpis.cumulative')],
      ]}
      lines={parts.map(({ code, count, share, cumulative }) => ({
        ...{ label: codeText(t, id, code), bar: share },
        cells: [formatNumber(count), percent(share), percent(cumulative)],
      }))}
    />
  )
}

const MINUTES_OF_HOUR = 60
const ASKED: FigureId = 'asked_again'

/** The customer's part may be theirs alone, or asked for: where outlets differ in that, a funnel shows. */
const AskedAgain = ({ t, locale, id, counts, at }: Props) => {
  const { value } = figureOf(ASKED, counts)
  if (id === ASKED || value === null) return null
  return (
    <p>
      <a className="tap-target" href={kpiAddress(`/desk/kpis/${ASKED}/`, at)}>
        {definitionText(locale, ASKED).title}
      </a>{' '}
      {valueText(t, ASKED, value)}
    </p>
  )
}

const Ledger = ({ t, id, counts }: Props) => {
  const held = ledgerOf(id, counts)
  if (held.length === 0) return null
  return (
    <Bars
      id="ledger"
      title={t('desk.kpis.ledger')}
      heads={[t('desk.kpis.holder'), t('desk.kpis.hours'), t('desk.kpis.share')]}
      lines={held.map(({ code, count, share }) => ({
        ...{ label: t(`desk.kpis.holder.${code}`), bar: share },
        cells: [formatNumber(count / MINUTES_OF_HOUR), percent(share)],
      }))}
    />
  )
}

/** What a figure is made of: how times are spread, who held them, what things went back or were complained of for. */
export const PartsPart = (props: Props) => (
  <>
    <Spread {...props} />
    <Ledger {...props} />
    {ledgerOf(props.id, props.counts).length > 0 && <AskedAgain {...props} />}
    <Pareto {...props} />
  </>
)
