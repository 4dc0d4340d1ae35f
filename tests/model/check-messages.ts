import { messagesOfEvents } from '#domain/messages/messages-of-event.ts'
import { isAwaited, isTemplate } from '#domain/messages/templates.ts'
import type { AnyTemplate } from '#domain/messages/voice-templates.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { must } from './judge.ts'
import { OUTLETS } from './network.ts'
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
export function checkDelivered(records: readonly Records[], { taken, ids }: Receiver): void {
  const outbox = records.flatMap((one) => one.outbox)
  const rows = new Map(outbox.map((row) => [keyOf(row), row]))
  for (const { id } of taken) must(rows.has(id), () => `received, never asked for: ${id}`)
  for (const [id, { state, last_error: error, attempts }] of rows) {
    if (state === 'sent') must(ids.has(id), () => `sent, never received: ${id}`)
    if (state === 'dropped') must(error === 'out_of_date', () => `${id} dropped: ${error}`)
    if (state === 'dead')
      must(RIGHT_ENDS.test(error ?? ''), () => `${id} dead: ${error} ${attempts}`)
  }
}

const EIGHT = 8 * 60
const NINE_PM = 21 * 60

const CODE_LETTERS = 13

/** What a message is about, and under which code. */
function ofMessage(id: string): { readonly kind: string; readonly code: string } {
  const [kind = '', code = ''] = id.split('/')
  return { kind, code: code.slice(0, CODE_LETTERS) }
}

const isWaitedFor = (template: AnyTemplate, { service }: Pick<Repair, 'service'>): boolean =>
  isTemplate(template) && isAwaited(template, service)

/** Nothing comes at night but what its customer awaits; a complaint has no repair to await it by. */
export function checkHours(records: readonly Records[], { taken }: Receiver): void {
  const repairs = new Map(records.flatMap((one) => one.repairs.map((row) => [row.code, row.state])))
  for (const { id, template, at } of taken) {
    const { kind, code } = ofMessage(id)
    if (kind === 'complaint') continue
    const repair = repairs.get(code)
    const home = OUTLETS.find((outlet) => outlet.code === repair?.homeOutlet)
    must(repair !== undefined && home !== undefined, () => `${id}: of no repair`)
    if (!repair || !home) continue
    const { minutes } = wallTimeIn(home.zone, at)
    const isNight = minutes < EIGHT || minutes >= NINE_PM
    must(!isNight || isWaitedFor(template, repair), () => `${id} came at night`)
  }
}
