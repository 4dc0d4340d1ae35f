import { compileHours, type HoursPlan, writeHours } from '#domain/desk/network-hours.ts'
import {
  changedDetails,
  decideEdit,
  detailsOf,
  type KnownOutlet,
  type OutletDetails,
  withDetails,
} from '#domain/desk/network-outlet.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { NotPermitted, Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import type { OutletAnswer } from './change-outlet.ts'
import { type EditableRow, editableOutlet, setContacts, updateOutlet } from './edit-outlet-store.ts'
import { contactsJson, contactsText } from './import-outlets.ts'
import { networkCalendar } from './network-calendar.ts'
import { outletFromRow } from './outlet-rows.ts'

export type EditingAs = Pick<Sources, 'hub' | 'now' | 'config' | 'keys'> & { readonly staff: Staff }

/** An outlet with what only the desk knows of it. */
export type EditableOutlet = KnownOutlet & {
  readonly version: number
  readonly country: string
}

export type OutletEdit =
  | { readonly kind: 'details'; readonly details: OutletDetails }
  /** null = the hours aren't known. */
  | { readonly kind: 'hours'; readonly plan: HoursPlan | null }

type Wish = {
  readonly code: string
  readonly edit: OutletEdit
  /** The version that the asker has seen. */
  readonly expectedVersion: number
  readonly key: string | null
}

export type EditOutletRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'unknown_outlet'
  | 'not_your_role'
  | 'key_reused'

const PERMISSIONS = {
  details: 'outlet.edit',
  hours: 'outlet.hours',
} as const satisfies Record<OutletEdit['kind'], Permission>

const editableFrom = (row: EditableRow): EditableOutlet => ({
  outlet: outletFromRow(row),
  version: row.version,
  lastIntakeMinutes: row.last_intake_minutes,
  contacts: contactsText(row.contacts),
  country: row.country_code,
})

/** Out of scope is as if it weren't there. */
export const outletRefusal = (why: NotPermitted) =>
  why === 'out_of_scope' ? ('unknown_outlet' as const) : why

export type FoundOutlet =
  | { readonly ok: true; readonly found: EditableOutlet }
  | { readonly ok: false; readonly refusal: 'unknown_outlet' | 'not_your_role' }

/** An outlet as it stands, for somebody who holds a permission there. */
export async function findOutlet(
  { hub, staff }: Pick<EditingAs, 'hub' | 'staff'>,
  code: string,
  permission: Permission,
): Promise<FoundOutlet> {
  const why = await whyNotAtOutlet({ hub, staff }, code, permission)
  if (why) return { ok: false, refusal: outletRefusal(why) }
  const [[row]] = await readTogether([editableOutlet(hub, code)])
  return row ? { ok: true, found: editableFrom(row) } : { ok: false, refusal: 'unknown_outlet' }
}

/** What an edit makes of an outlet, whether or not it may be made. */
export type Edited = {
  readonly outlet: Outlet
  readonly lastIntakeMinutes: number | null
  readonly contacts: string | null
  /** Names of what differs. */
  readonly fields: readonly string[]
}

async function withPlan(
  asking: Pick<EditingAs, 'hub' | 'now' | 'config'>,
  { outlet, lastIntakeMinutes, contacts, country }: EditableOutlet,
  plan: HoursPlan | null,
): Promise<Edited> {
  const { now, config } = asking
  const { date: from } = wallTimeIn(outlet.zone, now)
  const calendar = plan?.holidays ? await networkCalendar(asking, country) : null
  const { horizonDays, lastIntakeMinutes: usual } = config.hours
  const terms = { zone: outlet.zone, calendar, from, horizonDays }
  const hours =
    plan && compileHours(plan, { ...terms, lastIntakeMinutes: lastIntakeMinutes ?? usual })
  const hoursText = plan && writeHours(plan)
  // Saving the same hours again says that somebody looked.
  const isNew = outlet.hoursText !== hoursText || outlet.hoursCheckedOn !== from
  return {
    outlet: { ...outlet, hours, hoursText, hoursCheckedOn: from },
    ...{ lastIntakeMinutes, contacts },
    fields: isNew ? ['hoursText', 'hours', 'hoursCheckedOn'] : [],
  }
}

/** What an edit would change, for looking at it first and for making it. */
export async function editedOutlet(
  asking: Pick<EditingAs, 'hub' | 'now' | 'config'>,
  found: EditableOutlet,
  edit: OutletEdit,
): Promise<Edited> {
  if (edit.kind === 'hours') return await withPlan(asking, found, edit.plan)
  const { details } = edit
  const { lastIntakeMinutes, contacts } = details
  return {
    outlet: withDetails(found.outlet, details, asking.config.hours.lastIntakeMinutes),
    ...{ lastIntakeMinutes, contacts },
    fields: changedDetails(detailsOf(found), details),
  }
}

/** Changes an outlet's details or its hours; the event names what changed, never the values. */
export async function editOutlet(
  asking: EditingAs,
  { code, edit, expectedVersion, key }: Wish,
): Promise<Task<OutletAnswer, EditOutletRefusal>> {
  const { hub, keys, now, staff } = asking
  const command = await commandOf({
    ...{ name: 'edit_outlet', key, body: { code, edit, expectedVersion }, actor: staff.id, now },
    // Whom the network calls is a person's name.
    mac: (text) => keys.mac('command', text),
  })
  const refused = (refusal: EditOutletRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  const seen = await findOutlet(asking, code, PERMISSIONS[edit.kind])
  if (!seen.ok) return refused(seen.refusal)
  const [kept] = await readTogether([keptAnswer(hub, command)])
  const replay = replayOf<OutletAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  const { found } = seen
  const { outlet, lastIntakeMinutes, contacts, fields } = await editedOutlet(asking, found, edit)
  const standing = { ...found.outlet, version: found.version }
  const decision = decideEdit(standing, expectedVersion, fields)
  if (!decision.ok) return refused(decision.refusal)
  const { version } = decision.event
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { code, version },
      events: [{ ...decision.event, happenedAt: now }],
      rows: [
        updateOutlet(hub, outlet, { version, lastIntakeMinutes, now }),
        ...(fields.includes('contacts') ? [setContacts(hub, code, contactsJson(contacts))] : []),
      ],
    },
  }
}
