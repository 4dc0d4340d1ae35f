import type { Staff } from '../staff/staff.ts'

/** Who signs off, by role, and the deputy for when nobody of that role can. */
export type Signers = {
  readonly first: 'hq_quality' | 'hq_admin'
  readonly deputy: 'hq_quality' | 'hq_admin'
}

/**
 * Whether somebody may sign figures off: they hold the first role or the deputy's for the whole network.
 * Whether they froze them themselves is for the publication to say. A `hq_admin` of one region doesn't.
 */
export const signsOff = ({ grants }: Staff, { first, deputy }: Signers): boolean =>
  grants.some(({ role, scope }) => scope.kind === 'network' && (role === first || role === deputy))
