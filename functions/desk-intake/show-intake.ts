import type { Outlet } from '#domain/outlets/outlet.ts'
import type { RepairPrivate } from '#domain/repairs/contact.ts'
import type { EventFacts } from '#domain/repairs/event-facts.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readCustomer } from '#functions/repairs/read-customer.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'

/** A phone that was taken in, with what its label and its receipt say. */
export type TakenPhone = {
  readonly repair: Repair
  /** Where the customer came or sent it to. */
  readonly home: Outlet
  readonly receipt: EventFacts['receive']
  readonly receivedAt: number
  readonly shelf: string | null
  /** Code of the visit that further devices belong to; null = by mail. */
  readonly visit: string | null
  /** Null = erased, or not asked for. */
  readonly customer: RepairPrivate | null
}

type Asking = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }

type Shown =
  | { readonly ok: true; readonly taken: TakenPhone }
  | { readonly ok: false; readonly refusal: 'not_found' | 'not_your_role' }

/** What was taken in under a code; `withCustomer` reads what is personal too, for whoever may see it. */
export async function showIntake(
  asking: Asking,
  code: string,
  { withCustomer }: { readonly withCustomer: boolean },
): Promise<Shown> {
  const shown = await showRepair(asking, code)
  if (!shown) return { ok: false, refusal: 'not_found' }
  const { repair, events, home, booking, job } = shown
  const seen = await actorFor(asking, repair, withCustomer ? 'customer.see' : 'repair.see')
  if (!seen.ok) {
    return { ok: false, refusal: seen.refusal === 'out_of_scope' ? 'not_found' : seen.refusal }
  }
  const received = events.find(({ type }) => type === 'repair.received')
  if (!received) return { ok: false, refusal: 'not_found' }
  return {
    ok: true,
    taken: {
      ...{ repair, home, shelf: job.shelf, receivedAt: received.happenedAt },
      receipt: received.data as unknown as EventFacts['receive'],
      visit: booking ? code : null,
      customer: withCustomer ? await readCustomer(asking, code) : null,
    },
  }
}
