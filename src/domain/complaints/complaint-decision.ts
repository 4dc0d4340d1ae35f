import type { Complaint } from './complaint.ts'
import type { ComplaintActor } from './complaint-actor.ts'
import type { ComplaintEvent } from './complaint-event.ts'

/** What deciding must be told besides state and action: nothing in the domain reads a clock. */
export type ComplaintDeciding = {
  /** When it is recorded, epoch ms. */
  readonly now: number
  /** A late entry after an outage: when it happened; null = now. */
  readonly happenedAt: number | null
  readonly actor: ComplaintActor
  /** IANA zone that a new complaint is registered in; later its own holds. */
  readonly zone: string
}

export const COMPLAINT_REFUSALS = [
  /** The table has no such step from this status: 409. */
  'not_allowed_now',
  /** The version seen is not the last one: 409. */
  'stale',
  /** The actor's role may not: 403. */
  'not_your_role',
  /** Before the previous event, or after now: 422. */
  'bad_time',
  /** A value that the table asks for is missing or makes no sense here: 422. */
  'bad_value',
  /** Who wrote the report, or belongs to the outlet, doesn't verify it: 409. */
  'second_person_needed',
  /** The time for it is over: 409. */
  'too_late',
  /** It was brought back as often as a customer may: 409. */
  'too_often',
  /** Money is taken or turned down by the message's link alone: 403. */
  'link_needed',
] as const
export type ComplaintRefusal = (typeof COMPLAINT_REFUSALS)[number]

export type ComplaintRefused = {
  readonly ok: false
  readonly refusal: ComplaintRefusal
  /** The input that `bad_value` means. */
  readonly field?: string
}

export type ComplaintDecision =
  | {
      readonly ok: true
      readonly event: ComplaintEvent
      readonly complaint: Complaint
    }
  | ComplaintRefused
