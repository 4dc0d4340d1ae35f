import type { Complaint, ComplaintStatus, Round } from './complaint.ts'
import type { ComplaintDeciding, ComplaintRefused } from './complaint-decision.ts'
import type { ComplaintChange } from './complaint-event.ts'

/** A complaint at the moment of a step. */
export type ComplaintSituation = {
  readonly complaint: Complaint
  readonly round: Round
  /** When the step happened, epoch ms, and its local date. */
  readonly at: number
  readonly day: string
  readonly deciding: ComplaintDeciding
}

/** What a step changes; what is left out stays. */
export type ComplaintRuled = {
  readonly ok: true
  readonly to: ComplaintStatus
  readonly level?: Complaint['level']
  readonly owner?: string | null
  readonly outlet?: string
  readonly ending?: Complaint['ending']
  readonly round?: Round
  readonly set?: ComplaintChange
}

export type ComplaintRuling = ComplaintRuled | ComplaintRefused

export const goTo = (
  to: ComplaintStatus,
  change: Omit<ComplaintRuled, 'ok' | 'to'> = {},
): ComplaintRuled => ({ ok: true, to, ...change })

export const refuse = (refusal: ComplaintRefused['refusal']): ComplaintRefused => ({
  ok: false,
  refusal,
})

/** The first named value that doesn't hold, as a refusal; null = all hold. */
export function firstBad(checks: Readonly<Record<string, boolean>>): ComplaintRefused | null {
  const field = Object.keys(checks).find((name) => checks[name] === false)
  return field === undefined ? null : { ok: false, refusal: 'bad_value', field }
}
