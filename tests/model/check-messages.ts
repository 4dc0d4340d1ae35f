import { messagesOfEvents } from '#domain/messages/messages-of-event.ts'
import { must } from './judge.ts'
import type { Receiver } from './receiver.ts'
import type { EventRecord, OutboxRow, Records } from './records.ts'

const keyOf = ({
  subject,
  version,
  template,
}: Pick<OutboxRow, 'subject' | 'version' | 'template'>) => `${subject}/${version}/${template}`

/** The events of each command, visit before repair as they were appended. */
function commandsOf(events: readonly EventRecord[]): readonly (readonly EventRecord[])[] {
  const commands = new Map<string, EventRecord[]>()
  for (const event of events) {
    const code = event.subject.slice(event.subject.indexOf('/') + 1)
    const key = `${code} ${event.recordedAt} ${event.commandId}`
    commands.set(key, [...(commands.get(key) ?? []), event])
  }
  return [...commands.values()]
}

const REMINDERS = /^(?:answer_reminder|lapse_reminder|uncollected_reminder)/

/** Every message that an event asks for has its row, and every row was asked for. */
export function checkAsked({ outbox, events }: Records): void {
  const rows = new Set(outbox.map(keyOf))
  const asked = new Set(commandsOf(events).flatMap((all) => messagesOfEvents(all).map(keyOf)))
  for (const key of asked) must(rows.has(key), () => `message lost: ${key}`)
  for (const row of outbox) {
    const isAsked = asked.has(keyOf(row)) || REMINDERS.test(row.template)
    must(isAsked, () => `nobody asked for ${keyOf(row)}`)
  }
}

const RIGHT_ENDS = /^(?:out_of_date|http_503|adapter_failed|broken_off|not_loaded)$/

/** What was sent was received, what was received was asked for, and what wasn't sent says why. */
export function checkDelivered(records: readonly Records[], { taken, atNight }: Receiver): void {
  const outbox = records.flatMap((one) => one.outbox)
  const rows = new Map(outbox.map((row) => [keyOf(row), row]))
  must(atNight.length === 0, () => `sent at night: ${atNight}`)
  for (const id of taken.keys()) must(rows.has(id), () => `received, never asked for: ${id}`)
  for (const [id, { state, last_error: error, attempts }] of rows) {
    if (state === 'sent') must(taken.has(id), () => `sent, never received: ${id}`)
    if (state === 'dropped') must(error === 'out_of_date', () => `${id} dropped: ${error}`)
    if (state === 'dead')
      must(RIGHT_ENDS.test(error ?? ''), () => `${id} dead: ${error} ${attempts}`)
  }
}
