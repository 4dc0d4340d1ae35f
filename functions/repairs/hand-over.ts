import { findName } from '#domain/desk/find-name.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { ActionOf, RepairAction } from '#domain/repairs/repair-action.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { worksOnPhonesAt } from './hands-at.ts'
import type { LoadedRepair } from './load-repair.ts'
import { pickUpCode } from './pick-up-code.ts'
import { type PrivateChange, privateByCode, privateFromRow } from './private-store.ts'

type Asking = Pick<Sources, 'hub' | 'keys'>

type Handing = {
  readonly action: RepairAction
  readonly actor: Actor
  readonly personal?: PrivateChange
  /** As somebody else showed it. */
  readonly pickUpCode?: string
}

/** What is due is waived by oneself, or by somebody who works where the phone is: no other name stands for it. */
async function isWaivedByOwn(
  { hub }: Asking,
  { repair }: LoadedRepair,
  { waivedBy = null }: ActionOf<'hand_over'>,
  actor: Actor,
): Promise<boolean> {
  if (waivedBy === null || waivedBy === actor.id) return true
  return await worksOnPhonesAt(hub, repair.atOutlet, waivedBy)
}

/** Whether the customer named this person, as they left the phone or booked. */
async function isNamed({ database, repair }: LoadedRepair, collector: string): Promise<boolean> {
  if (findName(collector) === '') return false
  const [[row]] = await readTogether([privateByCode(database, repair.code)])
  const named = row ? privateFromRow(row).contact.mayCollect : null
  return named !== null && findName(named) === findName(collector)
}

/**
 * Whether a phone may be handed over as a member of staff says: to the customer; to somebody else who
 * shows the pick-up code, or whom the customer named; with what is due waived by somebody of the outlet.
 * Other steps always.
 */
export async function mayHandOver(
  asking: Asking,
  loaded: LoadedRepair,
  { action, actor, personal, pickUpCode: shown }: Handing,
): Promise<boolean> {
  if (action.type !== 'hand_over') return true
  if (!(await isWaivedByOwn(asking, loaded, action, actor))) return false
  if (action.collectedBy === 'customer') return true
  const digits = shown?.normalize('NFKC').replace(/\D/g, '')
  if (digits && digits === (await pickUpCode(asking.keys, loaded.repair))) return true
  return await isNamed(loaded, personal?.words?.collector ?? '')
}
