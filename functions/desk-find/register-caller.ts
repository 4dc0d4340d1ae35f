import type { Actor } from '#domain/repairs/actor.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type BookedVisit, bookVisit, type RequestWish } from '#functions/bookings/book-visit.ts'
import type { SlotRefusal } from '#functions/bookings/hold-slot.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import {
  type MailInRefusal,
  type MailInWish,
  type RequestedMailIn,
  requestMailIn,
} from '#functions/repairs/request-mail-in.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config'> & {
  readonly staff: Staff
}

/** Somebody of the hotline who asks for the caller. */
const asAgent = ({ id }: Staff): Actor => ({ id, roles: ['agent'], via: 'desk' })

type NotThere = 'unknown_outlet' | 'not_your_role'

/** Why the hotline may not register anything at an outlet for this person; null = it may. */
async function whyNotThere(asking: Asking, outlet: string): Promise<NotThere | null> {
  const why = await whyNotAtOutlet(asking, outlet, 'hotline.use')
  return why === 'out_of_scope' ? 'unknown_outlet' : why
}

export type CallerVisit = RequestWish & {
  readonly outletCode: string
  readonly startsAt: number
}

export type Registered<Answer, Refusal extends string> =
  | { readonly kind: 'refused'; readonly refusal: NotThere }
  | { readonly kind: 'task'; readonly task: Task<Answer, Refusal> }

/** Books a visit for a caller, as the caller would, in the agent's name. */
export async function bookForCaller(
  asking: Asking,
  wish: CallerVisit,
): Promise<Registered<BookedVisit, SlotRefusal | 'hold_gone' | 'key_reused'>> {
  const refusal = await whyNotThere(asking, wish.outletCode)
  if (refusal) return { kind: 'refused', refusal }
  const actor = asAgent(asking.staff)
  return { kind: 'task', task: await bookVisit({ ...asking, actor }, { ...wish, holdId: null }) }
}

/** Asks for a repair by post for a caller, in the agent's name. */
export async function mailInForCaller(
  asking: Asking,
  wish: MailInWish,
): Promise<Registered<RequestedMailIn, MailInRefusal | 'key_reused'>> {
  const refusal = await whyNotThere(asking, wish.outletCode)
  if (refusal) return { kind: 'refused', refusal }
  const actor = asAgent(asking.staff)
  return { kind: 'task', task: await requestMailIn({ ...asking, actor }, wish) }
}
