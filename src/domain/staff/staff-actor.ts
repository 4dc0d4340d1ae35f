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

/** What those of the outlet where the customer came are to a phone that is elsewhere; anybody else is nothing. */
const atHome = (role: StaffRole): readonly Role[] => {
  if (role === 'outlet_manager' || role === 'regional_manager') return ['home', 'home_manager']
  return role === 'counter' || role === 'bench' ? ['home'] : []
}

/**
 * The person as an actor at a repair. Where the phone is they act by the roles they hold there; people
 * of its home outlet, when the phone is elsewhere, speak with the customer, and touch neither the phone
 * nor its work. No roles = it is out of their scope.
 */
export function actorAt(staff: Staff, { at, home }: Whereabouts): Actor {
  const here = rolesAt(staff, at).flatMap(asRole)
  const away = home.outlet === at.outlet ? [] : rolesAt(staff, home).flatMap(atHome)
  return { id: staff.id, roles: [...new Set([...here, ...away])], via: 'desk' }
}
