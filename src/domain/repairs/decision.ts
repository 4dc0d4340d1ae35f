import type { Actor } from './actor.ts'
import type { Repair } from './repair.ts'
import type { RepairEvent } from './repair-event.ts'

/** What deciding must be told besides state and action: nothing in the domain reads a clock. */
export type Deciding = {
  /** When it is recorded, epoch ms. */
  readonly now: number
  /** A late entry after an outage: when it happened; null = now. */
  readonly happenedAt: number | null
  readonly actor: Actor
  /** IANA zone of the outlet where the phone is: names the local day of the event. */
  readonly zone: string
  /** The instant `days` working days after another, same wall time, in that outlet's zone and calendar. */
  readonly afterWorkingDays: (at: number, days: number) => number
}

export const REPAIR_REFUSALS = [
  /** The table has no such step from this status: 409. */
  'not_allowed_now',
  /** The version seen is not the last one: 409. */
  'stale',
  /** The actor's role may not: 403. */
  'not_your_role',
  /** Money is agreed by the message's link or by staff with evidence: 403. */
  'link_needed',
  /** The ask was replaced or closed: 409. */
  'ask_closed',
  /** Before the previous event, or after now: 422. */
  'bad_time',
  /** A value that the table asks for is missing or makes no sense here: 422. */
  'bad_value',
  /** A repeat repair is checked by somebody else: 409. */
  'second_person_needed',
  /** Customer pays, and nothing was agreed: 409. */
  'agreement_needed',
] as const
export type RepairRefusal = (typeof REPAIR_REFUSALS)[number]

/** One action is one event, but for an ask under the agreed ceiling, which brings its `accept` along. */
export type RepairDecision =
  | { readonly ok: true; readonly events: readonly RepairEvent[]; readonly repair: Repair }
  | {
      readonly ok: false
      readonly refusal: RepairRefusal
      /** The input that `bad_value` means. */
      readonly field?: string
    }
