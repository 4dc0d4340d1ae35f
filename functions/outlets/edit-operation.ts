import { type Stretch, stretchOf } from '#domain/desk/network-outlet.ts'
import type { Suspension } from '#domain/outlets/outlet.ts'
import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { changeOutlet, type OutletAnswer } from './change-outlet.ts'
import { type EditableOutlet, type EditingAs, outletRefusal } from './edit-outlet.ts'
import { phonesAt, visitsIn } from './edit-outlet-store.ts'

export const OPERATION_PERMISSIONS = {
  suspend: 'outlet.edit',
  resume: 'outlet.edit',
  close: 'outlet.close',
} as const satisfies Record<OutletAction['type'], Permission>

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

/** Suspends, resumes or closes an outlet for somebody who may. */
export async function editOperation(
  { hub, now, staff }: EditingAs,
  { code, action, expectedVersion, key }: Wish,
): Promise<Task<OutletAnswer, OperationRefusal>> {
  const body = { code, action, expectedVersion }
  const command = await commandOf({
    name: `${action.type}_outlet`,
    key,
    body,
    actor: staff.id,
    now,
  })
  const why = await whyNotAtOutlet({ hub, staff }, code, OPERATION_PERMISSIONS[action.type])
  const proposal: Proposal<OutletAnswer, OperationRefusal> = why
    ? { kind: 'refused', refusal: outletRefusal(why) }
    : await changeOutlet(hub, { command, code, expectedVersion, action })
  return { database: hub, command, proposal }
}

const FOR_GOOD = Number.MAX_SAFE_INTEGER

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
