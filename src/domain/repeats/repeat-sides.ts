import { whyNotPermitted } from '../staff/permissions.ts'
import { covers } from '../staff/scope.ts'
import type { Place, Staff } from '../staff/staff.ts'
import type { RepeatSide } from './decide-repeat.ts'

/** Whether a person works for an outlet: by a role of its own, or of the company that runs it. A region looks after it. */
const isOf = ({ grants }: Staff, place: Place): boolean =>
  grants.some(
    ({ scope }) => (scope.kind === 'outlets' || scope.kind === 'partner') && covers(scope, place),
  )

/**
 * What a person is to a return: `classifier` and `decider` by their roles where the device came back to,
 * `outlet` as one of the outlet (or of its partner) whose repair it was before.
 * A manager of SZ-001 and SZ-002 is both of a device that went from the one to the other.
 */
export function repeatSides(
  staff: Staff,
  { before, back }: { readonly before: Place; readonly back: Place },
): readonly RepeatSide[] {
  const isDecider = whyNotPermitted(staff, 'repeat.decide', [back]) === null
  const isClassifier = whyNotPermitted(staff, 'repeat.classify', [back]) === null
  return [
    ...(isClassifier ? (['classifier'] as const) : []),
    ...(isOf(staff, before) ? (['outlet'] as const) : []),
    ...(isDecider ? (['decider'] as const) : []),
  ]
}
