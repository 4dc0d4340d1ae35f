import type { Deciding, RepairRefusal } from './decision.ts'
import type { Barrier, Ending, Money, Outcome, Repair, RepairStatus } from './repair.ts'

/** What a step changes about where the repair stands; what is left out stays. */
export type StandingChange = {
  readonly outlet?: string
  readonly wayBack?: Repair['wayBack']
  readonly model?: string
  readonly outcome?: Outcome | null
  readonly barrier?: Barrier | null
  readonly ending?: Ending | null
  readonly amountDue?: Money | null
  /** Overrides what the new status says. */
  readonly nextUpdateBy?: number | null
}

export type Ruled = {
  readonly ok: true
  readonly to: RepairStatus
  /** What the event says of its own. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly change: StandingChange
}

export type Refused = {
  readonly ok: false
  readonly refusal: RepairRefusal
  readonly field?: string
}

export type Ruling = Ruled | Refused

/** A repair at the moment of a step. */
export type Situation = {
  readonly repair: Repair
  /** When the step happened, epoch ms. */
  readonly at: number
  /** Local date of it at the outlet. */
  readonly day: string
  readonly deciding: Deciding
}

/** Lets a step happen. */
export const goTo = (
  to: RepairStatus,
  facts: Readonly<Record<string, unknown>> = {},
  change: StandingChange = {},
): Ruled => ({ ok: true, to, facts, change })

/** Lets a step end in `ready`, with nothing due unless said. */
export const goReady = (
  outcome: Outcome,
  facts: Readonly<Record<string, unknown>>,
  change: { readonly barrier?: Barrier; readonly amountDue?: Money | null } = {},
): Ruled =>
  goTo('ready', facts, {
    outcome,
    barrier: change.barrier ?? null,
    amountDue: change.amountDue ?? null,
  })

/** Refuses a step whose values aren't at fault. */
export const refuse = (refusal: RepairRefusal): Refused => ({ ok: false, refusal })

/** A value is missing or makes no sense. */
export const badValue = (field: string): Refused => ({ ok: false, refusal: 'bad_value', field })

/** The first named value that doesn't hold, as a refusal; null = all hold. */
export function firstBad(checks: Readonly<Record<string, boolean>>): Refused | null {
  const failed = Object.keys(checks).find((field) => checks[field] === false)
  return failed === undefined ? null : badValue(failed)
}
