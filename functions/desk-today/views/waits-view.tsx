import type { DeskRepair } from '#domain/desk/today-due.ts'
import { WAITS_FOR, type WaitsFor } from '#domain/desk/today-waits.ts'
import { Rest } from './jobs-view.tsx'
import { RepairList } from './repair-list.tsx'
import type { TodayPage } from './today-page.ts'

const MOST_SHOWN = 20

type GroupProps = {
  readonly page: TodayPage
  readonly who: WaitsFor
  readonly repairs: readonly DeskRepair[]
}

const Group = ({ page, who, repairs }: GroupProps) => {
  const title = page.t(`desk.today.waits.${who}`)
  const shown = repairs.slice(0, MOST_SHOWN)
  if (repairs.length === 0) {
    return (
      <p className="desk-row desk-wait">
        {title} <span className="desk-count">0</span>
      </p>
    )
  }
  return (
    <details className="desk-fold" id={`waits-${who}`}>
      <summary className="desk-row desk-wait">
        <span id={`label-${who}`}>{title}</span>{' '}
        <span className="desk-count">{repairs.length}</span>
      </summary>
      <RepairList
        page={page}
        headedBy={`label-${who}`}
        part={`waits-${who}`}
        rows={shown.map((one) => ({ one, note: null }))}
      />
      <Rest page={page} count={repairs.length - shown.length} />
    </details>
  )
}

type Props = { readonly page: TodayPage }

/** Open repairs by whom they wait for. */
export const WaitsView = ({ page }: Props) => (
  <section className="desk-part" aria-labelledby="waits">
    <h2 id="waits">{page.t('desk.today.waits')}</h2>
    {WAITS_FOR.map((who) => (
      <Group key={who} page={page} who={who} repairs={page.waits[who]} />
    ))}
    {page.day.isCut ? <p className="desk-alarm">{page.t('desk.today.cut')}</p> : null}
  </section>
)
