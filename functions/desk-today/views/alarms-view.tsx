import { ALARMS, type Alarm, type Alarming, countsOfAlarms } from '#domain/desk/today-alarms.ts'
import { Rest } from './jobs-view.tsx'
import { RepairList } from './repair-list.tsx'
import { timeShort } from './texts.ts'
import type { TodayPage } from './today-page.ts'

const MOST_SHOWN = 60

/** An alarm in words, with the time or the days that make it one. */
function alarmText(page: TodayPage, { one }: Alarming, { kind, at, days }: Alarm): string {
  const { t } = page
  const time = at === null ? '' : timeShort(page, one.zone, at)
  switch (kind) {
    case 'uncollected':
    case 'open_long':
      return t(`desk.today.alarm.${kind}`, { days: days ?? 0 })
    case 'message_failed':
    case 'part_date_passed':
      return t(`desk.today.alarm.${kind}`)
    default:
      return t(`desk.today.alarm.${kind}`, { time })
  }
}

type Props = { readonly page: TodayPage; readonly alarming: readonly Alarming[] }

/** The manager's list: what is late or about to be, gravest first, each repair once. */
export const AlarmsView = ({ page, alarming }: Props) => {
  const { t } = page
  const counts = countsOfAlarms(alarming)
  const shown = alarming.slice(0, MOST_SHOWN)
  return (
    <section className="desk-part" aria-labelledby="alarms">
      <h2 id="alarms" className="desk-row">
        {t('desk.today.alarms')} <span className="desk-count">{alarming.length}</span>
      </h2>
      {alarming.length === 0 ? <p className="desk-muted">{t('desk.today.all_well')}</p> : null}
      <ul className="desk-counts">
        {ALARMS.filter((kind) => counts[kind] > 0).map((kind) => (
          <li key={kind}>
            {t(`desk.today.alarms.${kind}`)} <strong>{counts[kind]}</strong>
          </li>
        ))}
      </ul>
      {alarming.length > 0 ? (
        <RepairList
          page={page}
          headedBy="alarms"
          part="alarm"
          rows={shown.map((found) => ({
            one: found.one,
            note: found.alarms
              .map((alarm) => alarmText(page, found, alarm))
              .join(t('desk.today.and')),
          }))}
        />
      ) : null}
      <Rest page={page} count={alarming.length - shown.length} />
    </section>
  )
}
