import { whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Command, commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import {
  type FeedbackRefused,
  type FeedbackWish,
  type RegisteredFeedback,
  registerFeedback,
} from './register-feedback.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config'> & {
  readonly staff: Staff
}
export type EnterRefusal = FeedbackRefused | 'unknown_repair' | 'not_your_role'

/** How long ago something may have reached us that is entered now. */
const OLDEST_MS = 366 * 86_400_000

async function outletOfRepair(
  { hub, databases, staff }: Asking,
  code: string,
): Promise<string | null> {
  const shown = await showRepair({ hub, databases }, code)
  if (!shown) return null
  const seen = await actorFor({ hub, staff }, shown.repair, 'repair.see')
  return seen.ok ? shown.repair.homeOutlet : null
}

/** Why somebody may not enter feedback about an outlet, or about none; null = they may. */
async function whyNotThere(
  { hub, staff }: Asking,
  outlet: string | null,
): Promise<EnterRefusal | null> {
  const places =
    outlet === null
      ? [{ outlet: '', partner: null, regions: [] }]
      : await findPlaces(hub, staff, [outlet])
  const why = whyNotPermitted(staff, 'feedback.enter', places)
  if (why === null) return null
  return why === 'out_of_scope' && outlet !== null ? 'unknown_outlet' : 'not_your_role'
}

/**
 * Enters what reached the network by any channel, with when it did. About a repair it belongs to the
 * outlet where its customer came, unless another is named.
 */
export async function enterFeedback(
  asking: Asking,
  wish: FeedbackWish,
): Promise<Task<RegisteredFeedback, EnterRefusal>> {
  const { staff, hub, databases, now } = asking
  const refused = async (
    refusal: EnterRefusal,
  ): Promise<Task<RegisteredFeedback, EnterRefusal>> => {
    const command: Command = await commandOf({
      ...{ name: 'feedback.enter', key: null, body: null, actor: staff.id, now },
    })
    return { database: hub, command, proposal: { kind: 'refused', refusal } }
  }
  if ((wish.receivedAt ?? now) < now - OLDEST_MS) return await refused('bad_time')
  const { repair } = wish
  const ofRepair = repair === null ? null : await outletOfRepair(asking, repair)
  if (repair !== null && ofRepair === null) return await refused('unknown_repair')
  const outlet = wish.outlet ?? ofRepair
  const why = await whyNotThere(asking, outlet)
  if (why) return await refused(why)
  const actor = { id: staff.id, parties: ['staff'] } as const
  return await registerFeedback({ ...asking, databases }, { ...wish, outlet }, actor)
}
