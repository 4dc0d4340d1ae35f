import { type Actor, ROLES, type Role } from '../repairs/actor.ts'
import { rolesAt } from './scope.ts'
import type { Place, Staff, StaffRole } from './staff.ts'

const isRole = (role: StaffRole | Role): role is Role => (ROLES as readonly string[]).includes(role)

/** A regional manager may do what the managers below may. */
const asRole = (role: StaffRole): readonly Role[] =>
  role === 'regional_manager' ? ['outlet_manager'] : isRole(role) ? [role] : []

/** Where a repair is, and where its customer came. */
export type Whereabouts = {
  /** The outlet that has the phone, or is to have it; of a transfer, the one it goes to. */
  readonly at: Place
  readonly home: Place
}

/**
 * The person as an actor at a repair. Where the phone is they act by the roles they hold there; at its
 * home outlet, when the phone is elsewhere, they speak for the customer and may do what an agent may.
 * No roles = it is out of their scope.
 */
export function actorAt(staff: Staff, { at, home }: Whereabouts): Actor {
  const here = rolesAt(staff, at).flatMap(asRole)
  const isAway = home.outlet !== at.outlet
  const speaks = isAway && rolesAt(staff, home).some((role) => asRole(role).length > 0)
  const roles = [...new Set([...here, ...(speaks ? (['agent'] as const) : [])])]
  return { id: staff.id, roles, via: 'desk' }
}
