import { ownOutlets, rolesAt } from '../staff/scope.ts'
import type { Place, Staff, StaffRole } from '../staff/staff.ts'
import { COMPLAINT_LEVELS, type Complaint, type ComplaintLevel, isHqMatter } from './complaint.ts'

/** Who acts. `owner`: whose complaint it is; `hq_owner`: the same, of what the head office answers for alone. */
export type ComplaintRole =
  | 'customer'
  | 'agent'
  | 'counter'
  | 'bench'
  | 'outlet_manager'
  | 'regional_manager'
  | 'hq_quality'
  | 'system'
  | 'owner'
  | 'hq_owner'

export type ComplaintActor = {
  /** `customer`, `system`, `stf_…`. */
  readonly id: string
  /** Held where the complaint belongs; owning it is reckoned from the complaint. */
  readonly roles: readonly ComplaintRole[]
  readonly via: 'link' | 'lookup' | 'desk' | 'system'
  /** Outlets they work for by name: who belongs to one verifies nothing of it. */
  readonly outlets: readonly string[]
}

export const SYSTEM_ACTOR: ComplaintActor = {
  ...{ id: 'system', via: 'system' },
  ...{ roles: ['system'], outlets: [] },
}

/** The customer, by a message's link or by code and digits. */
export const customerActor = (via: 'link' | 'lookup'): ComplaintActor => ({
  ...{ id: 'customer', via },
  ...{ roles: ['customer'], outlets: [] },
})

/** Whose it is on each level until it is redirected. */
const DEFAULT_OWNERS: Record<ComplaintLevel, ComplaintRole> = {
  outlet: 'outlet_manager',
  region_or_partner: 'regional_manager',
  hq: 'hq_quality',
}

/**
 * The role whose complaint it is while nobody is named: the outlet's manager, the region's, or the head
 * office's quality people, who also answer for what concerns no outlet. Null = not dispatched yet.
 */
export function defaultOwner({ level, outlet }: Pick<Complaint, 'level' | 'outlet'>) {
  if (level === null) return null
  return outlet === null ? DEFAULT_OWNERS.hq : DEFAULT_OWNERS[level]
}

function owns(complaint: Complaint, { id, roles }: ComplaintActor): boolean {
  if (complaint.owner !== null) return complaint.owner === id
  const role = defaultOwner(complaint)
  return role !== null && roles.includes(role)
}

/**
 * The roles somebody acts by at a complaint: those held where it belongs, and `owner` where it is theirs
 * by name or, unless somebody is named, by their role on its level.
 * A manager of SZ-001 at a complaint about it on level `outlet`: `['outlet_manager', 'owner']`.
 */
export function complaintRoles(
  complaint: Complaint,
  actor: ComplaintActor,
): readonly ComplaintRole[] {
  if (!owns(complaint, actor)) return actor.roles
  return [...actor.roles, 'owner', ...(isHqMatter(complaint) ? (['hq_owner'] as const) : [])]
}

const ROLES = new Map<StaffRole, readonly ComplaintRole[]>([
  ['agent', ['agent']],
  ['counter', ['counter']],
  ['bench', ['bench']],
  ['outlet_manager', ['outlet_manager']],
  ['regional_manager', ['regional_manager', 'outlet_manager']],
  ['hq_quality', ['hq_quality']],
])

/** What concerns no outlet lies nowhere: only a role for the whole network takes it in. */
export const NOWHERE: Place = { outlet: '', partner: null, regions: [] }

/** Somebody of the staff as an actor at a complaint about a place; no roles = it is out of their scope. */
export const complaintActorAt = (staff: Staff, place: Place | null): ComplaintActor => ({
  id: staff.id,
  roles: [...new Set(rolesAt(staff, place ?? NOWHERE).flatMap((role) => ROLES.get(role) ?? []))],
  via: 'desk',
  outlets: ownOutlets(staff),
})

/** The complaint team: whoever dispatches, to whatever outlet. */
export const isOfTeam = ({ roles }: Pick<ComplaintActor, 'roles'>): boolean =>
  roles.includes('agent') || roles.includes('hq_quality')

const SEE_ALL: ReadonlySet<ComplaintRole> = new Set(['agent', 'regional_manager', 'hq_quality'])

/**
 * Whether somebody of the staff sees a complaint at all: the complaint team, managers above the outlet,
 * its owner, and the outlet's manager once it was asked for a report. Who doesn't is answered as if it
 * weren't there.
 */
export function seesComplaint(complaint: Complaint, actor: ComplaintActor): boolean {
  const roles = complaintRoles(complaint, actor)
  if (roles.some((role) => role === 'owner' || SEE_ALL.has(role))) return true
  const wasAsked = complaint.assignedTo !== null && complaint.assignedTo === complaint.outlet
  return wasAsked && roles.includes('outlet_manager')
}

const rolesAnywhere = ({ grants }: Staff): readonly ComplaintRole[] => [
  ...new Set(grants.flatMap(({ role }) => ROLES.get(role) ?? [])),
]

/** Whether somebody sees every complaint at some of their places, and not only those that concern them. */
export const seesAllOf = (staff: Staff): boolean =>
  rolesAnywhere(staff).some((role) => SEE_ALL.has(role))

/** Levels whose complaints may be somebody's while nobody is named: by a role held anywhere. */
export const levelsOwnedBy = (staff: Staff): readonly ComplaintLevel[] => {
  const roles = rolesAnywhere(staff)
  return COMPLAINT_LEVELS.filter((level) => roles.includes(DEFAULT_OWNERS[level]))
}

/** Somebody of the staff who registers what they heard: by the roles they hold anywhere. */
export const registrarOf = (staff: Staff): ComplaintActor => ({
  ...{ id: staff.id, via: 'desk', outlets: [] },
  roles: rolesAnywhere(staff),
})
