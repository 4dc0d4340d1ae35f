import { carries, whyNotPermitted } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

type Where = {
  /** The improvement's region and all above it; none = it is for the whole network. */
  readonly regions: readonly string[]
}

/**
 * Whether somebody sees an improvement: one of the whole network whoever may see any; one of a region
 * whose scope takes the region in, or who works below it (`ownRegions`: the regions of their scope and
 * all above). A manager in Hangzhou sees those of Zhejiang, not those of Guangdong.
 */
export function seesImprovement(
  staff: Staff,
  { regions }: Where,
  ownRegions: readonly string[],
): boolean {
  const seeing = staff.grants.filter(({ role }) => carries(role, 'improvement.see'))
  if (regions.length === 0 || seeing.some(({ scope }) => scope.kind === 'network')) {
    return seeing.length > 0
  }
  const [own] = regions
  return (
    (own !== undefined && ownRegions.includes(own)) ||
    seeing.some(({ scope }) => scope.kind === 'region' && regions.includes(scope.region))
  )
}

/** Whether somebody writes improvements there: the whole network takes a role for all of it. */
export const editsImprovement = (staff: Staff, { regions }: Where): boolean =>
  whyNotPermitted(staff, 'improvement.edit', [{ outlet: '', partner: null, regions }]) === null
