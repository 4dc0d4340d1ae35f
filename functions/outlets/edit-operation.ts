import { type Stretch, stretchOf } from '#domain/desk/network-outlet.ts'
import type { Suspension } from '#domain/outlets/outlet.ts'
import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { changeOutlet, type OutletAnswer } from './change-outlet.ts'
import { type EditableOutlet, type EditingAs, outletRefusal } from './edit-outlet.ts'
import {
  editableOutlet,
  phonesAt,
  processAbout,
  tellVisitors,
  visitsIn,
} from './edit-outlet-store.ts'
import { outletFromRow } from './outlet-rows.ts'

export const OPERATION_PERMISSIONS = {
  suspend: 'outlet.edit',
  resume: 'outlet.edit',
  close: 'outlet.close',
} as const satisfies Record<OutletAction['type'], Permission>

const FOR_GOOD = Number.MAX_SAFE_INTEGER

type Wish = {
  readonly code: string
  readonly action: OutletAction
  readonly expectedVersion: number
  readonly key: string | null
}

export type OperationRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'bad_dates'
  | 'unknown_outlet'
  | 'not_your_role'
  | 'key_reused'

/** A change of an outlet's operation, and what is written where its visits lie once it is done. */
export type OperationTask = Task<OutletAnswer, OperationRefusal> & {
  readonly afterwards: {
    readonly database: Database
    readonly rows: readonly Prepared[]
  } | null
}

/** Tells everybody who is booked in the stretch that an outlet's work stops: who moved meanwhile isn't written to. */
async function tellingOf(
  { hub, databases, now }: Asking,
  code: string,
  stop: 'close' | Suspension,
): Promise<OperationTask['afterwards']> {
  const [[row]] = await readEverywhere([editableOutlet(hub, code)])
  if (!row) return null
  const { zone, bucket } = outletFromRow(row)
  const { from, until } = stretchOf(zone, now, stop)
  const database = databases.of(bucket)
  return {
    database,
    rows: [tellVisitors(database, code, { from, until: until ?? FOR_GOOD, now })],
  }
}

type Asking = EditingAs & Pick<Sources, 'databases'>

/** A suspension that was decided about its qualification ends by a decision; closing is always possible. */
async function isHeld({ hub }: Asking, code: string, { type }: OutletAction): Promise<boolean> {
  if (type === 'close') return false
  const [[process]] = await readTogether([processAbout(hub, code)])
  return process?.status === 'suspended'
}

/**
 * Suspends, resumes or closes an outlet for somebody who may. Visits stay booked; their customers are
 * asked to choose another time.
 */
export async function editOperation(
  asking: Asking,
  { code, action, expectedVersion, key }: Wish,
): Promise<OperationTask> {
  const { hub, now, staff } = asking
  const body = { code, action, expectedVersion }
  const command = await commandOf({
    name: `${action.type}_outlet`,
    key,
    body,
    actor: staff.id,
    now,
  })
  const why = await whyNotAtOutlet({ hub, staff }, code, OPERATION_PERMISSIONS[action.type])
  const refusal = why
    ? outletRefusal(why)
    : (await isHeld(asking, code, action))
      ? 'not_allowed_now'
      : null
  const proposal: Proposal<OutletAnswer, OperationRefusal> = refusal
    ? { kind: 'refused', refusal }
    : await changeOutlet(hub, { command, code, expectedVersion, action })
  const stops = action.type !== 'resume' && proposal.kind === 'change'
  const afterwards = stops
    ? await tellingOf(asking, code, action.type === 'close' ? 'close' : action)
    : null
  return { database: hub, command, proposal, afterwards }
}

/** What stopping an outlet's work leaves to somebody: visits that are booked, and phones it holds. */
export type LeftBehind = { readonly visits: number; readonly phones: number; readonly in: Stretch }

export async function countLeftBehind(
  { databases, now }: Pick<Sources, 'databases' | 'now'>,
  { outlet: { code, zone, bucket } }: EditableOutlet,
  stop: 'close' | Suspension,
): Promise<LeftBehind> {
  const work = databases.of(bucket)
  const stretch = stretchOf(zone, now, stop)
  const { from, until } = stretch
  const [[visits], [phones]] = await readEverywhere([
    visitsIn(work, code, from, until ?? FOR_GOOD),
    phonesAt(work, code),
  ])
  return { visits: visits?.visits ?? 0, phones: phones?.phones ?? 0, in: stretch }
}
