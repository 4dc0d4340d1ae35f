import type { Actor } from '#domain/repairs/actor.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnBooking, type VisitAnswer, type VisitRefusal } from './act-on-booking.ts'

export type Cancellation = {
  readonly code: string
  readonly expectedVersion: number | null
  readonly actor: Actor
  readonly key: string | null
}

/** Cancels a visit and the repair that was asked for with it. */
export const cancelBooking = (
  asking: Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>,
  cancellation: Cancellation,
): Promise<Task<VisitAnswer, VisitRefusal>> => {
  const by = cancellation.actor.roles.includes('customer') ? 'customer' : 'staff'
  return actOnBooking(asking, {
    ...cancellation,
    action: { type: 'cancel', by },
    happenedAt: null,
  })
}
