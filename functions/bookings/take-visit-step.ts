import type { BookingAction } from '#domain/bookings/booking.ts'
import type { NothingReceived } from '#domain/desk/queue-reasons.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnBooking, type VisitAnswer, type VisitRefusal } from './act-on-booking.ts'
import { NUMBER_TO_DRAW } from './queue-change.ts'

/** What staff do about a visit. Calling somebody who was called calls them again. */
export type StaffVisitStep =
  | { readonly type: 'arrive' | 'call' | 'skip' | 'leave' | 'cancel' }
  | { readonly type: 'serve'; readonly reason: NothingReceived }
  | { readonly type: 'move'; readonly startsAt: number }

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & { readonly staff: Staff }

export type VisitStepTaken = {
  readonly code: string
  readonly step: StaffVisitStep
  /** The version that the person has seen. */
  readonly expectedVersion: number
  /** A late entry; null = now. */
  readonly happenedAt: number | null
  readonly key: string | null
}

function actionOf(step: StaffVisitStep): BookingAction {
  switch (step.type) {
    case 'arrive':
      return { type: 'arrive', walkIn: null, queueNumber: NUMBER_TO_DRAW }
    case 'serve':
      return { type: 'serve', received: 0, reason: step.reason }
    case 'cancel':
      return { type: 'cancel', by: 'staff' }
    case 'move':
      return { type: 'move', startsAt: step.startsAt }
    default:
      return { type: step.type }
  }
}

/**
 * Takes a step of a visit for somebody of the staff, by the roles they hold at its outlet: arriving
 * draws the next queue number in its batch, skipping goes behind whoever is next, serving here means
 * that nothing was taken in. Two who draw the same number: the second is refused as `stale` and
 * carried out once more by its caller.
 */
export const takeVisitStep = (
  asking: Asking,
  { step, ...taken }: VisitStepTaken,
): Promise<Task<VisitAnswer, VisitRefusal>> =>
  actOnBooking(asking, {
    ...taken,
    action: actionOf(step),
    staff: asking.staff,
    actor: { id: asking.staff.id, roles: [], via: 'desk' },
  })
