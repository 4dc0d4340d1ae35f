import type { CriterionId } from './criteria.ts'
import type { ReviewRule } from './propose-review.ts'
import {
  type Deadlines,
  type NoticedFigure,
  QUALIFICATION_CLOCKS,
  type Qualification,
  type QualificationClock,
  type QualificationStatus,
  type Standing,
  type SuspensionCause,
} from './qualification.ts'

/** One step, with everything that follows from it: other times or another table never change what was. */
export type QualificationEvent = {
  readonly subject: string
  readonly version: number
  readonly type: `qualification.${string}`
  readonly happenedAt: number
  readonly data: {
    readonly by: string
    readonly status: QualificationStatus
    readonly deadlines?: Deadlines
    readonly cureUntil?: number | null
    readonly appealUntil?: number | null
    readonly rule?: ReviewRule
    readonly criterion?: CriterionId | null
    readonly months?: readonly string[]
    readonly figures?: readonly NoticedFigure[]
    readonly cause?: SuspensionCause
    readonly clock?: QualificationClock
    /** Where the public is told something else from now on. */
    readonly standing?: Standing
    readonly since?: string
  }
}

/** Clocks that ran out before an instant, whether or not anybody said so. */
const ranOut = ({ deadlines }: Qualification, at: number): Qualification['missed'] =>
  QUALIFICATION_CLOCKS.flatMap((clock) => {
    const dueAt = deadlines[clock]
    return dueAt !== undefined && dueAt <= at ? [{ clock, dueAt }] : []
  })

const MADE_BY = {
  'qualification.noticed': 'noticedBy',
  'qualification.suspended': 'suspendedBy',
  'qualification.disqualified': 'decidedBy',
} as const

/** Who took which step; a new review, and a suspension out of the clear, begin anew. */
function people(current: Qualification, { type, data }: QualificationEvent) {
  const { noticedBy, suspendedBy, decidedBy } = current
  const isAnew = type === 'qualification.review_opened' || current.status === 'clear'
  const known = isAnew
    ? { noticedBy: null, suspendedBy: null, decidedBy: null }
    : { noticedBy, suspendedBy, decidedBy }
  const role = MADE_BY[type as keyof typeof MADE_BY]
  return role ? { ...known, [role]: data.by } : known
}

function beforeOf(current: Qualification, { type, happenedAt }: QualificationEvent) {
  if (type !== 'qualification.suspended') return current.before
  const { status, deadlines } = current
  return { status, deadlines, at: happenedAt }
}

/** Owed from the suspension until they are given, whatever its clock has said. */
const owesReasons = ({ owesReasons: before }: Qualification, { type }: QualificationEvent) =>
  type === 'qualification.suspended' || (before && type !== 'qualification.reasons_given')

/**
 * The state after an event. A clock that had run out by then stays among the missed ones, also where
 * nobody's clock has told it yet. Pure: the fold of all events is the state.
 */
export function evolveQualification(
  current: Qualification,
  event: QualificationEvent,
): Qualification {
  const { version, happenedAt, data } = event
  const { status, standing, since, deadlines = {}, clock: _, by: __, ...facts } = data
  const isSuspended = status === 'suspended'
  const told = current.missed
  const late = ranOut(current, happenedAt).filter(
    (one) => !told.some((known) => known.clock === one.clock && known.dueAt === one.dueAt),
  )
  return {
    ...current,
    ...people(current, event),
    ...facts,
    ...{ version, status, deadlines, owesReasons: owesReasons(current, event) },
    before: isSuspended ? beforeOf(current, event) : null,
    missed: [...told, ...late],
    history: standing && since ? [...current.history, { standing, since }] : current.history,
  }
}
