import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairPrivate } from '#domain/repairs/contact.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import type { PlacedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { alarmOf } from './alarm.ts'
import { capRows } from './cap-store.ts'
import { nameRows } from './find-rows.ts'
import { digitsHash, phoneHash } from './keyed-hashes.ts'
import { linkOf } from './link-token.ts'
import { insertLink } from './lookup-store.ts'
import { insertPrivate } from './private-store.ts'
import { insertRepair } from './store.ts'

export const CUSTOMER: Actor = { id: 'customer', roles: ['customer'], via: 'lookup' }

export type NewRepair = {
  readonly request: Extract<RepairAction, { type: 'request' }>
  readonly personal: RepairPrivate
  readonly placed: PlacedOutlet
  readonly actor: Actor
}

export type RequestedRepair = {
  readonly repair: Repair
  readonly events: readonly RepairEvent[]
  readonly rows: readonly Prepared[]
}

const LAST_DIGITS = 4

/** The last four digits of a number as dialled: what a customer proves a code with. */
export const lastDigits = (dial: string): string =>
  (dial.split(',')[0] ?? '').replace(/\D/g, '').slice(-LAST_DIGITS)

type Begun = {
  readonly repair: Repair
  readonly personal: RepairPrivate
  readonly placed: PlacedOutlet
}

/** The rows of a repair that begins with this command: its state, its private row, the name it is found by, and the link that its messages carry. */
export async function rowsOfNew(
  { keys, now }: Pick<Sources, 'keys' | 'now'>,
  database: Database,
  { repair, personal, placed }: Begun,
): Promise<readonly Prepared[]> {
  const { code } = repair
  const { dial } = personal.contact.phone
  const hashes = {
    digits: await digitsHash(keys, code, lastDigits(dial)),
    phone: await phoneHash(keys, dial),
  }
  const due = { dueAt: alarmOf(repair, now), now }
  const place = { zone: placed.outlet.zone, country: placed.country }
  const link = await linkOf(keys, { code, purpose: 'status', askVersion: null })
  return [
    insertRepair(database, repair, { due, hashes, place }),
    insertPrivate(database, code, personal),
    insertLink(database, link, now),
    ...nameRows(database, { homeOutlet: repair.homeOutlet, code, name: personal.contact.name }),
  ]
}

/** A repair that is asked for: its first event and its rows. Who stands at the counter, or has called, is counted by nobody. */
export async function newRepair(
  asking: Pick<Sources, 'keys' | 'now' | 'config' | 'client'>,
  database: Database,
  { request, personal, placed, actor }: NewRepair,
): Promise<RequestedRepair> {
  const decision = decideRepair(null, request, {
    now: asking.now,
    happenedAt: null,
    actor,
    zone: placed.outlet.zone,
    afterWorkingDays: (at) => at,
  })
  if (!decision.ok) throw new Error(`a request was refused: ${decision.refusal}`)
  const { repair, events } = decision
  const rows = await rowsOfNew(asking, database, { repair, personal, placed })
  if (!actor.roles.includes('customer')) return { repair, events, rows }
  const phone = await phoneHash(asking.keys, personal.contact.phone.dial)
  return { repair, events, rows: [...rows, ...(await capRows(asking, database, phone))] }
}
