import type { DeskRepair } from '#domain/desk/today-due.ts'
import { RepairList } from './repair-list.tsx'
import type { TodayPage } from './today-page.ts'

type ListProps = {
  readonly page: TodayPage
  readonly kind: 'own' | 'unassigned'
  readonly repairs: readonly DeskRepair[]
}

const MOST_SHOWN = 50

const JobList = ({ page, kind, repairs }: ListProps) => {
  const { t } = page
  const title = t(`desk.today.jobs_${kind}`)
  const shown = repairs.slice(0, MOST_SHOWN)
  return (
    <section className="desk-part" aria-labelledby={`jobs-${kind}`}>
      <h2 id={`jobs-${kind}`} className="desk-row">
        {title} <span className="desk-count">{repairs.length}</span>
      </h2>
      {repairs.length === 0 ? (
        <p className="desk-muted">{t('desk.today.none')}</p>
      ) : (
        <RepairList
          page={page}
          headedBy={`jobs-${kind}`}
          part={kind}
          rows={shown.map((one) => ({ one, note: null }))}
        />
      )}
      <Rest page={page} count={repairs.length - shown.length} />
    </section>
  )
}

type RestProps = { readonly page: TodayPage; readonly count: number }

/** How many more there are, and where they stand. */
export const Rest = ({ page, count }: RestProps) =>
  count > 0 ? (
    <p>
      <a href={`/desk/board/?${new URLSearchParams({ outlet: page.day.outlet.code })}`}>
        {page.t('desk.today.more', { count })}
      </a>
    </p>
  ) : null

type Props = { readonly page: TodayPage }

/** What the person has in hand, and what nobody has. */
export const JobsView = ({ page }: Props) => (
  <>
    <JobList page={page} kind="own" repairs={page.jobs.own} />
    <JobList page={page} kind="unassigned" repairs={page.jobs.unassigned} />
  </>
)
