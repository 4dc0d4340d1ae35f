import type { BookingAction } from '#domain/bookings/booking.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { actOnBooking } from '#functions/bookings/act-on-booking.ts'
import { bookVisit, type VisitRequest } from '#functions/bookings/book-visit.ts'
import { cancelBooking } from '#functions/bookings/cancel-booking.ts'
import { carryHold } from '#functions/bookings/carry-hold-routes.ts'
import type { HoldWish } from '#functions/bookings/hold-slot.ts'
import { moveBooking } from '#functions/bookings/move-booking.ts'
import { carryOut } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnRepair, type RepairStep } from '#functions/repairs/act-on-repair.ts'
import { type MailInWish, requestMailIn } from '#functions/repairs/request-mail-in.ts'

export type VisitStep = {
  readonly code: string
  readonly action: BookingAction
  readonly expectedVersion: number | null
  readonly actor: Actor
  readonly happenedAt: number | null
  readonly key: string | null
}

/** A command with everything it says: carried out, and carried out again under the same key. */
export type Asked =
  | { readonly use: 'hold'; readonly input: HoldWish }
  | { readonly use: 'book'; readonly input: VisitRequest }
  | { readonly use: 'mail_in'; readonly input: MailInWish }
  | { readonly use: 'visit'; readonly input: VisitStep }
  | { readonly use: 'repair'; readonly input: RepairStep }

export type Answered =
  | { readonly kind: 'done'; readonly answer: unknown; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: string }

/** What a caller knows of a command: the answer, or nothing since the connection broke. */
export type Known = Answered | { readonly kind: 'unknown' }

/** The code of the visit or repair that a command is about; null = it makes a new one. */
export const codeOf = ({ use, input }: Asked): string | null =>
  use === 'visit' || use === 'repair' ? input.code : null

/** Whether a command is remembered by its key: without one nobody asks again. */
export const hasKey = ({ use, input }: Asked): boolean =>
  input.key !== null || (use === 'book' && input.holdId !== null)

function carryVisitStep(sources: Sources, step: VisitStep): Promise<Answered> {
  const { action } = step
  return carryStep(() => {
    if (action.type === 'move') return moveBooking(sources, { ...step, startsAt: action.startsAt })
    return action.type === 'cancel' && action.by !== 'outlet'
      ? cancelBooking(sources, step)
      : actOnBooking(sources, step)
  })
}

async function carryHolding(sources: Sources, wish: HoldWish): Promise<Answered> {
  const outcome = await carryHold(sources, wish)
  if (outcome.kind === 'refused') return outcome
  return { kind: 'done', answer: outcome.hold, replayed: false }
}

/** Carries a command out as the routes do. Throws where the connection breaks. */
export async function carry(sources: Sources, asked: Asked): Promise<Answered> {
  switch (asked.use) {
    case 'hold':
      return await carryHolding(sources, asked.input)
    case 'book':
      return await carryOut(await bookVisit(sources, asked.input))
    case 'mail_in':
      return await carryOut(await requestMailIn(sources, asked.input))
    case 'visit':
      return await carryVisitStep(sources, asked.input)
    case 'repair':
      return await carryStep(() => actOnRepair(sources, asked.input))
  }
}
