import type { ActionOf, RepairAction } from '#domain/repairs/repair-action.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnRepair, type StepAnswer, type StepRefusal } from './act-on-repair.ts'
import { putOnShelf } from './job-store.ts'
import type { StaffAction } from './staff-action.ts'
import { namedOnly } from './take-staff-step.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'config'> & {
  readonly staff: Staff
}

/** What the customer agrees to as the phone is taken in, and how that is proved. */
export type Agreed = {
  readonly ask: ActionOf<'ask'>
  readonly evidence: string
}

/** Nobody is asked anything before the phone is here. */
const FIRST_ASK = 1

/** The steps that follow receiving on the quick path. */
export const quickSteps = ({ ask, evidence }: Agreed): readonly RepairAction[] => [
  { type: 'diagnose' },
  ask,
  { type: 'accept', askVersion: FIRST_ASK, evidence },
]

export type IntakeStep = StaffAction & {
  readonly code: string
  readonly expectedVersion: number
  readonly happenedAt: number | null
  readonly key: string | null
  /** Steps of the same batch: a corrected model, the quick path. */
  readonly followedBy: readonly RepairAction[]
  /** What a repetition is told by, where the steps hold what was reckoned from it. */
  readonly asked?: unknown
}

/**
 * Takes an announced phone in, with what follows at once: on the quick path received, diagnosed, asked
 * and accepted in one batch of the counter's, as four events. All of it happens, or nothing.
 */
export function quickPath(
  asking: Asking,
  { action, followedBy, personal, shelf, code, ...step }: IntakeStep,
): Promise<Task<StepAnswer, StepRefusal>> {
  const { staff } = asking
  return actOnRepair(asking, {
    ...{ ...step, code, action, staff, actor: namedOnly(staff) },
    ...(followedBy.length > 0 && { followedBy }),
    ...(personal && { personal }),
    beside: (database) => (shelf ? [putOnShelf(database, code, shelf)] : []),
  })
}
