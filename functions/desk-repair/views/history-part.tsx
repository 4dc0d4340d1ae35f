import { actionOfEvent } from '#domain/repairs/event-facts.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { historyFacts } from './history-facts.ts'
import { at, nameOf, type RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }

/** Recorded so much later it was a late entry. */
const LATE_MS = 60_000

const Row = ({ page, event }: Props & { readonly event: RepairEvent }) => {
  const { t, shown } = page
  const recording = shown.recordings.find(({ version }) => version === event.version)
  const isLate = recording && recording.recorded_at - event.happenedAt > LATE_MS
  return (
    <tr>
      <td className="whitespace-nowrap">{at(page, event.happenedAt)}</td>
      <td>
        <strong>{t(`desk.repair.event.${actionOfEvent(event.type)}`)}</strong>
        {historyFacts(page, event).map(({ label, text }) => (
          <div key={label}>
            <span className="desk-muted">{label}</span> {text}
          </div>
        ))}
        {isLate ? (
          <div className="desk-muted">
            {t('desk.repair.entered_later', { time: at(page, recording.recorded_at) })}
          </div>
        ) : null}
      </td>
      <td className="desk-by">{recording ? nameOf(page, recording.actor) : ''}</td>
    </tr>
  )
}

/** Some events, with who did what when. */
export function EventTable({ page, events }: Props & { readonly events: readonly RepairEvent[] }) {
  const { t } = page
  return (
    <table className="desk-table desk-history">
      <thead>
        <tr>
          <th scope="col">{t('desk.repair.history.when')}</th>
          <th scope="col">{t('desk.repair.history.what')}</th>
          <th scope="col">{t('desk.repair.history.who')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.version} page={page} event={event} />
        ))}
      </tbody>
    </table>
  )
}

/** Everything that happened, the last first. */
export function HistoryPart({ page }: Props) {
  return (
    <section className="desk-part" aria-labelledby="history">
      <h2 id="history">{page.t('desk.repair.history')}</h2>
      <EventTable page={page} events={page.shown.events.toReversed()} />
    </section>
  )
}
