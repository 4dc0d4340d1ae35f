import { isCode, isInstant } from '../repairs/coded-values.ts'
import type { Booking, BookingAction, BookingActionType, BookingRefusal } from './booking.ts'
import { SLOT_MS } from './booking.ts'
import { missedAt } from './booking-timers.ts'

/** What a step changes, and the facts that its event adds to the standing. */
export type Step =
  | { readonly change: Partial<Booking>; readonly facts?: Readonly<Record<string, unknown>> }
  | { readonly refusal: BookingRefusal }

type ActionOf<T extends BookingActionType> = Extract<BookingAction, { readonly type: T }>
type Steps = {
  readonly [T in BookingActionType]: (booking: Booking, action: ActionOf<T>, at: number) => Step
}

const BAD: Step = { refusal: 'bad_value' }
const ALTERNATIVES = 3

const isCount = (value: number, least: number): boolean =>
  Number.isSafeInteger(value) && value >= least

/** A slot that isn't over yet. */
const isComing = (startsAt: number, at: number): boolean =>
  isInstant(startsAt) && startsAt + SLOT_MS > at

function alternativesOf({ by, alternatives = [] }: ActionOf<'cancel'>, at: number) {
  const different = new Set(alternatives.map(({ outlet, startsAt }) => `${outlet} ${startsAt}`))
  const fit = alternatives.every(({ outlet, startsAt }) => isCode(outlet) && isComing(startsAt, at))
  const wanted = by === 'outlet' ? ALTERNATIVES : 0
  return fit && different.size === wanted && alternatives.length === wanted ? alternatives : null
}

const gone = { holdsSeat: false } as const
const again = { arrivedAt: null, calledAt: null, queueNumber: null, behind: null } as const

/** What each action does to a booking that may take it, at an instant; `bad_value` where a value makes no sense. */
export const STEPS: Steps = {
  book: (_, { startsAt }, at) =>
    isComing(startsAt, at) ? { change: { status: 'booked', startsAt, holdsSeat: true } } : BAD,
  move: ({ status, startsAt: before }, { startsAt }, at) =>
    isComing(startsAt, at) && !(status === 'booked' && startsAt === before)
      ? {
          change: { status: 'booked', startsAt, holdsSeat: true, ...again },
          facts: { movedFrom: before },
        }
      : BAD,
  cancel: (_, action, at) => {
    const alternatives = alternativesOf(action, at)
    if (!alternatives) return BAD
    return { change: { status: 'cancelled', ...gone }, facts: { by: action.by, alternatives } }
  },
  arrive: ({ version }, { walkIn, queueNumber }, at) =>
    isCount(queueNumber, 1) && (version === 0) === (walkIn !== null)
      ? {
          change: { status: 'arrived', arrivedAt: at, queueNumber },
          facts: { isWalkIn: walkIn !== null },
        }
      : BAD,
  call: ({ calledAt }, _, at) => ({
    change: { status: 'called', calledAt: calledAt ?? at },
    facts: { isFirst: calledAt === null },
  }),
  skip: (_, { behind = null }) =>
    behind === null || isCount(behind, 1) ? { change: { status: 'arrived', behind } } : BAD,
  serve: (_, { received, reason }) =>
    isCount(received, 0) && (received > 0 ? reason === null || isCode(reason) : isCode(reason))
      ? { change: { status: 'served' }, facts: { received, reason } }
      : BAD,
  leave: () => ({ change: { status: 'left', ...gone } }),
  miss: (booking, _, at) => {
    const due = missedAt(booking)
    return due !== null && at >= due
      ? { change: { status: 'no_show', ...gone } }
      : { refusal: 'not_allowed_now' }
  },
}
