import type { Actor } from '#domain/repairs/actor.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { actOnRepair, type StepAnswer, type StepRefusal } from './act-on-repair.ts'
import { putOnShelf } from './job-store.ts'
import type { StaffAction } from './staff-action.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'config'> & {
  readonly staff: Staff
}

export type StaffStepTaken = StaffAction & {
  readonly code: string
  /** The version that the person has seen. */
  readonly expectedVersion: number
  readonly happenedAt: number | null
  readonly key: string | null
}

/** Staff act by the roles that they hold where the repair is, which is known once it is loaded. */
export const namedOnly = (staff: Staff): Actor => ({ id: staff.id, roles: [], via: 'desk' })

/** Takes a step of a repair for somebody of the staff, with what the desk keeps beside it. */
export function takeStaffStep(
  asking: Asking,
  { action, personal, shelf, pickUpCode, code, expectedVersion, happenedAt, key }: StaffStepTaken,
): Promise<Task<StepAnswer, StepRefusal>> {
  const { staff } = asking
  return actOnRepair(asking, {
    ...{ code, action, expectedVersion, happenedAt, key, staff },
    actor: namedOnly(staff),
    ...(personal && { personal }),
    ...(pickUpCode && { pickUpCode }),
    beside: (database) => (shelf ? [putOnShelf(database, code, shelf)] : []),
  })
}
