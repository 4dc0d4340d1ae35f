import {
  type Grant,
  type Place,
  type Scope,
  STAFF_ROLES,
  type Staff,
  type StaffRole,
} from './staff.ts'

/**
 * Whether a scope takes in a place. A region takes in everything below it.
 * `covers({ kind: 'region', region: 'cn-zhejiang' }, hangzhou)` answers true.
 */
export function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'network':
      return true
    case 'region':
      return place.regions.includes(scope.region)
    case 'partner':
      return place.partner === scope.partner
    case 'outlets':
      return scope.outlets.includes(place.outlet)
  }
}

/** The roles that a person holds at a place; none = it is out of their scope. */
export const rolesAt = ({ grants }: Staff, place: Place): readonly StaffRole[] => [
  ...new Set(grants.filter(({ scope }) => covers(scope, place)).map(({ role }) => role)),
]

/** Whether a scope can't be told from the outlet's code alone: its region or partner must be read. */
export const needsPlace = ({ grants }: Staff): boolean =>
  grants.some(({ scope }) => scope.kind === 'region' || scope.kind === 'partner')

/** Outlets that a person is named for, in the order given: what a desk opens with. */
export const ownOutlets = ({ grants }: Staff): readonly string[] => [
  ...new Set(grants.flatMap(({ scope }) => (scope.kind === 'outlets' ? scope.outlets : []))),
]

/** Whether every place that the inner scope takes in is taken in by the outer one. */
function contains(outer: Scope, inner: Scope, regionsAbove: readonly string[]): boolean {
  if (inner.kind === 'outlets' && inner.outlets.length === 0) return false
  if (outer.kind === 'network') return true
  if (inner.kind === 'network') return false
  if (outer.kind === 'region') {
    return inner.kind === 'region' && [inner.region, ...regionsAbove].includes(outer.region)
  }
  if (outer.kind === 'partner') return inner.kind === 'partner' && inner.partner === outer.partner
  return inner.kind === 'outlets' && inner.outlets.every((outlet) => outer.outlets.includes(outlet))
}

/** Roles that a role may give to others, in its own scope. */
const GIVES: Partial<Record<StaffRole, readonly StaffRole[]>> = {
  outlet_manager: ['counter', 'bench'],
  regional_manager: ['counter', 'bench', 'outlet_manager'],
  hq_admin: [
    'agent',
    'counter',
    'bench',
    'outlet_manager',
    'regional_manager',
    'hq_quality',
    'hq_supply',
    'hq_admin',
    'courier',
  ],
}

/** What must be known of a scope to hold it against another: of outlets, each one's place. */
export type ScopeFacts = {
  /** Regions above the scope's own region. */
  readonly regionsAbove: readonly string[]
  readonly places: readonly Place[]
}

/** Whether an own scope takes in the whole of another, given what is known of that one's places. */
function takesIn(own: Scope, scope: Scope, facts: ScopeFacts): boolean {
  if (contains(own, scope, facts.regionsAbove)) return true
  const { outlets } = scope.kind === 'outlets' ? scope : { outlets: [] }
  return (
    outlets.length > 0 &&
    outlets.every((outlet) =>
      facts.places.some((place) => place.outlet === outlet && covers(own, place)),
    )
  )
}

/**
 * Whether a person may give or take a grant: a role below their own, nowhere outside their own scope.
 * A manager of SZ-001 may make somebody `counter` there, not `outlet_manager`, and not at SZ-002.
 */
export const mayGrant = (giver: Staff, { role, scope }: Grant, facts: ScopeFacts): boolean =>
  giver.grants.some((own) => GIVES[own.role]?.includes(role) && takesIn(own.scope, scope, facts))

/**
 * Whether a person stands at least as high as a grant: the same role or one that gives it, in a scope that
 * takes in the grant's. A manager of SZ-001 outranks another one there, not a `regional_manager`.
 */
export const outranks = ({ grants }: Staff, { role, scope }: Grant, facts: ScopeFacts): boolean =>
  grants.some(
    (own) =>
      (own.role === role || GIVES[own.role]?.includes(role)) && takesIn(own.scope, scope, facts),
  )

/**
 * Whether a person sees somebody's account: one of its roles is held inside the scope of theirs.
 * A manager of SZ-001 sees who works there, also those who work at SZ-002 too; who holds a role for the
 * whole network is seen by those who do.
 */
export const seesGrant = (
  { grants }: Staff,
  { scope }: Grant,
  { regionsAbove, places }: ScopeFacts,
  isSeeing: (role: StaffRole) => boolean,
): boolean =>
  grants.some(
    (own) =>
      isSeeing(own.role) &&
      (contains(own.scope, scope, regionsAbove) ||
        (scope.kind === 'outlets' &&
          scope.outlets.some(
            (outlet) =>
              (own.scope.kind === 'outlets' && own.scope.outlets.includes(outlet)) ||
              places.some((place) => place.outlet === outlet && covers(own.scope, place)),
          ))),
  )

/** Roles that a person may give to somebody anywhere, in their order: what a form offers. */
export const rolesToGive = ({ grants }: Staff): readonly StaffRole[] =>
  STAFF_ROLES.filter((role) => grants.some((own) => GIVES[own.role]?.includes(role)))
