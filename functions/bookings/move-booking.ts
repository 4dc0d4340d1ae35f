import type { Actor } from '#domain/repairs/actor.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnBooking, type VisitAnswer, type VisitRefusal } from './act-on-booking.ts'

export type Move = {
  readonly code: string
  readonly startsAt: number
  readonly expectedVersion: number | null
  readonly actor: Actor
  readonly key: string | null
}

/** Moves a visit to another slot of its outlet, in one batch with both seats. */
export const moveBooking = (
  asking: Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>,
  { startsAt, ...step }: Move,
): Promise<Task<VisitAnswer, VisitRefusal>> =>
  actOnBooking(asking, { ...step, action: { type: 'move', startsAt }, happenedAt: null })
