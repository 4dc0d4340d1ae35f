import type { Outlet } from '#domain/outlets/outlet.ts'
import { type OutletRow, outletFromRow, outletValues, type SqlValue } from './outlet-rows.ts'

/** An outlet as a file says it should be. `contacts` is private: whom the network calls there. */
export type IncomingOutlet = {
  readonly outlet: Outlet
  readonly lastIntakeMinutes: number | null
  readonly contacts: string | null
}
/** What the hub holds of an outlet: its row, and its private contacts as JSON. */
export type PresentOutlet = { readonly row: OutletRow; readonly contacts: string | null }

export type OutletEvent = {
  readonly subject: string
  readonly version: number
  readonly type: 'outlet.registered' | 'outlet.changed'
  readonly data: Readonly<Record<string, unknown>>
}
export type OutletWrite = {
  readonly code: string
  readonly version: number
  /** Values of OUTLET_COLUMNS. */
  readonly values: readonly SqlValue[]
  readonly lastIntakeMinutes: number | null
  /** JSON for the private table; undefined = leave it. */
  readonly contacts?: string | null
}
export type ImportedOutlets = {
  readonly registered: readonly OutletWrite[]
  readonly changed: readonly OutletWrite[]
  readonly sameCount: number
  readonly events: readonly OutletEvent[]
}

export const contactsJson = (contacts: string | null): string | null =>
  contacts === null ? null : JSON.stringify([{ text: contacts }])

/** The text of what `contactsJson` made. */
export const contactsText = (json: string | null): string | null =>
  json === null ? null : ((JSON.parse(json) as { text: string }[])[0]?.text ?? null)

/** Names of what differs; never the values, for events hold no contact and no free text. */
export function changedFields(incoming: IncomingOutlet, present: PresentOutlet): readonly string[] {
  const before = outletFromRow(present.row)
  const fields = (Object.keys(incoming.outlet) as (keyof Outlet)[]).filter(
    (field) => JSON.stringify(incoming.outlet[field]) !== JSON.stringify(before[field]),
  )
  const intake = (present.row.last_intake_minutes ?? null) !== incoming.lastIntakeMinutes
  const contacts = contactsJson(incoming.contacts) !== present.contacts
  return [...fields, ...(intake ? ['lastIntakeMinutes'] : []), ...(contacts ? ['contacts'] : [])]
}

function writeOf(incoming: IncomingOutlet, version: number, contactsChanged: boolean): OutletWrite {
  return {
    code: incoming.outlet.code,
    version,
    values: outletValues(incoming.outlet),
    lastIntakeMinutes: incoming.lastIntakeMinutes,
    ...(contactsChanged && { contacts: contactsJson(incoming.contacts) }),
  }
}

function registeredEvent({ outlet }: IncomingOutlet): OutletEvent {
  const { code, kind, regionId, bucket } = outlet
  const data = { kind, regionId, bucket }
  return { subject: `outlet/${code}`, version: 1, type: 'outlet.registered', data }
}

/**
 * What importing outlets means for the hub: an outlet whose code it lacks is registered, one that
 * differs is changed (next version, one event with the names of the fields), one that doesn't is
 * left alone without version, event or change number. Codes are taken to be distinct.
 */
export function importOutlets(
  incoming: readonly IncomingOutlet[],
  present: ReadonlyMap<string, PresentOutlet>,
): ImportedOutlets {
  const registered: OutletWrite[] = []
  const changed: OutletWrite[] = []
  const events: OutletEvent[] = []
  let sameCount = 0
  for (const one of incoming) {
    const { code } = one.outlet
    const known = present.get(code)
    if (!known) {
      registered.push(writeOf(one, 1, one.contacts !== null))
      events.push(registeredEvent(one))
      continue
    }
    const fields = changedFields(one, known)
    if (fields.length === 0) {
      sameCount++
      continue
    }
    const version = Number(known.row.version) + 1
    changed.push(writeOf(one, version, fields.includes('contacts')))
    events.push({ subject: `outlet/${code}`, version, type: 'outlet.changed', data: { fields } })
  }
  return { registered, changed, sameCount, events }
}
