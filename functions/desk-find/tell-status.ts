import { type CallerSays, namesCaller } from '#domain/desk/hotline-check.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { digitsHash } from '#functions/repairs/keyed-hashes.ts'
import { type ShownRepair, showRepair } from '#functions/repairs/show-repair.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { type CheckRow, checkOf } from './hotline-store.ts'
import type { Asking as CallAsking } from './log-call.ts'

type Asking = CallAsking & Pick<Sources, 'keys'>

/** What the agent heard; the code is read. */
export type StatusWish = { readonly code: string; readonly says: CallerSays }

/** Written where the repair lies, whatever came of it. */
type Logged = { readonly database: Database; readonly log: readonly Prepared[] }

export type ToldStatus =
  | { readonly kind: 'refused'; readonly refusal: 'unknown_repair' | 'not_your_role' }
  /** What the caller said isn't on record with this repair: nothing may be told. */
  | ({ readonly kind: 'mismatch' } & Logged)
  | ({ readonly kind: 'told'; readonly shown: ShownRepair } & Logged)

const isCaller = async (
  { keys }: Asking,
  { code, says }: StatusWish,
  row: CheckRow,
): Promise<boolean> =>
  says.kind === 'digits'
    ? row.digits_hash !== null && row.digits_hash === (await digitsHash(keys, code, says.last4))
    : namesCaller(row, says)

const noSuch = { kind: 'refused', refusal: 'unknown_repair' } as const

/**
 * A repair's status for a caller who shows whose it is, by the last four digits of the phone or by name
 * and model. Otherwise nothing of it. Either way the log says who asked.
 */
export async function tellStatus(asking: Asking, wish: StatusWish): Promise<ToldStatus> {
  const { hub, databases, staff } = asking
  const { code } = wish
  const notYours = { kind: 'refused', refusal: 'not_your_role' } as const
  if (!holdsAnywhere(staff, 'hotline.use')) return notYours
  const database = databases.of(bucketOfTicket(code))
  const [[row]] = await readTogether([checkOf(database, code)])
  if (!row) return noSuch
  const place = { atOutlet: row.at_outlet, homeOutlet: row.home_outlet }
  const seen = await actorFor({ hub, staff }, place, 'hotline.use')
  if (!seen.ok) return seen.refusal === 'out_of_scope' ? noSuch : notYours
  const logged = (act: string) =>
    noteAccess(database, { subject: `repair/${code}`, staffId: staff.id, act }, asking)
  if (!(await isCaller(asking, wish, row))) {
    return { kind: 'mismatch', database, log: [logged('caller_not_recognised')] }
  }
  const shown = await showRepair(asking, code)
  return shown ? { kind: 'told', shown, database, log: [logged('told_status')] } : noSuch
}
