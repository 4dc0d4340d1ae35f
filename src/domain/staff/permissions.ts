import { rolesAt } from './scope.ts'
import type { Place, Staff, StaffRole } from './staff.ts'

type Roles = readonly StaffRole[]

const managers: Roles = ['outlet_manager', 'regional_manager']
const counter: Roles = ['counter', ...managers]
const outlet: Roles = ['counter', 'bench', ...managers]
const hq: Roles = ['hq_quality', 'hq_supply', 'hq_admin']
const people: Roles = ['agent', ...outlet, ...hq]

/**
 * What the desk lets a person do, and by which of their roles. What isn't here nobody may. Which steps
 * of a repair or a visit each role may take is told by their own tables; `repair.act` only opens the door.
 */
export const PERMISSIONS = {
  /** One's own sessions, language and password. */
  'account.own': [...people, 'courier'],
  'desk.open': people,
  'today.see': outlet,
  /** What is late or about to be, of everybody's work. */
  'today.watch': managers,
  'queue.run': counter,
  'intake.take': outlet,
  /** A phone that nobody announced: its request is the counter's to take. */
  'intake.register': counter,
  'board.see': [...outlet, 'hq_quality'],
  'repair.see': ['agent', ...outlet, 'hq_quality', 'hq_supply'],
  'repair.act': ['agent', ...outlet, 'hq_supply', 'courier'],
  'booking.act': ['agent', ...outlet],
  'repair.assign': outlet,
  'repair.note': ['agent', ...outlet],
  'photo.add': outlet,
  /** Names, numbers and words of a customer. */
  'customer.see': ['agent', ...outlet, 'hq_quality'],
  'find.search': ['agent', ...outlet, 'hq_quality'],
  'hotline.use': ['agent'],
  'devices.count': outlet,
  'outlet.see': [...managers, ...hq],
  'outlet.hours': [...managers, 'hq_admin'],
  'outlet.edit': ['regional_manager', 'hq_admin'],
  'outlet.close': ['hq_admin'],
  /** An outlet that somebody else registered belongs to the network only by this. */
  'outlet.confirm': ['hq_admin'],
  'partner.edit': ['hq_admin'],
  'region.edit': ['hq_admin'],
  'staff.see': [...managers, 'hq_admin'],
  'staff.edit': [...managers, 'hq_admin'],
  'message.see': ['agent', ...managers, 'hq_admin'],
  'message.retry': [...managers, 'hq_admin'],
  'notice.edit': ['hq_quality', 'hq_admin'],
  'site.rebuild': ['hq_admin'],
  'log.see': ['hq_quality', 'hq_admin'],
  'standard.see': people,
  'standard.edit': ['hq_quality'],
  'standard.publish': ['hq_quality'],
  /** A region's or an outlet's own promise, stricter than HQ's. */
  'pledge.edit': [...managers, 'hq_quality'],
  'publication.see': [...managers, 'hq_quality', 'hq_admin'],
  'publication.make': ['hq_quality'],
  /** By somebody else than who froze the figures. */
  'publication.sign': ['hq_quality', 'hq_admin'],
  /** Those of all that lies in the scope of the role. */
  'scorecard.see': [...managers, ...hq],
  /** Reviews, notices, suspensions, decisions: never by the outlet's own people. */
  'qualification.act': ['hq_quality', 'hq_admin'],
  'qualification.answer': managers,
  /** What was counted at an outlet of one's own. */
  'publication.contest': managers,
  'repeat.see': [...managers, 'hq_quality'],
  /** Why a device came back: where it came back to, never by who is of the outlet that repaired it before. */
  'repeat.classify': [...managers, 'hq_quality'],
  'repeat.contest': managers,
  'repeat.decide': ['regional_manager', 'hq_quality'],
  'feedback.see': ['agent', ...managers, 'hq_quality'],
  /** What somebody said by any channel is entered by whoever heard it. */
  'feedback.enter': ['agent', ...outlet, 'hq_quality'],
  'feedback.act': ['agent', ...managers, 'hq_quality'],
  /** Whether a suspected complaint is one: for those who handle complaints, never for the outlet it is about. */
  'feedback.decide': ['agent', 'hq_quality'],
  'feedback.export': ['hq_quality'],
  'complaint.see': ['agent', ...managers, 'hq_quality'],
  'complaint.register': ['agent', ...outlet, 'hq_quality'],
  'complaint.act': ['agent', ...managers, 'hq_quality'],
  'complaint.export': ['hq_quality'],
  'callback.see': ['agent', ...counter, 'hq_quality'],
  'callback.act': ['agent', ...counter, 'hq_quality'],
  'survey.see': [...managers, 'hq_quality'],
  'survey.edit': ['hq_quality'],
  'survey.export': ['hq_quality'],
  'improvement.see': [...managers, 'hq_quality'],
  /** A region's own, or the whole network's: told by the scope of the role. */
  'improvement.edit': ['regional_manager', 'hq_quality'],
  /** What customers say, counted and in their words without what names them. */
  'voice.analyse': [...managers, 'hq_quality'],
  /** Figures of all that lies in the scope of the role; the network's stand beside for everybody. */
  'kpi.see': [...managers, ...hq],
  /** The repairs behind them: of roles that see both. */
  'kpi.behind': [...managers, 'hq_quality', 'hq_supply'],
} as const satisfies Record<string, Roles>

export type Permission = keyof typeof PERMISSIONS

/** What concerns the whole network: who holds the role for a part of it may not. */
const NETWORK_WIDE: ReadonlySet<Permission> = new Set([
  ...([
    'partner.edit',
    'region.edit',
    'notice.edit',
    'site.rebuild',
    'log.see',
    'outlet.confirm',
    'standard.edit',
    'standard.publish',
    'publication.make',
    'publication.sign',
    'qualification.act',
    'feedback.export',
    'complaint.export',
    'survey.edit',
    'survey.export',
  ] as const),
])

/** Whether a role carries a permission. */
export const carries = (role: StaffRole, permission: Permission): boolean =>
  (PERMISSIONS[permission] as Roles).includes(role)

/** Whether a person holds a permission anywhere at all: what a route asks before it reads anything. */
export const holdsAnywhere = ({ grants }: Staff, permission: Permission): boolean =>
  grants.some(({ role }) => carries(role, permission))

/** Whether a person holds a permission for the whole network. */
export const holdsEverywhere = ({ grants }: Staff, permission: Permission): boolean =>
  grants.some(({ role, scope }) => scope.kind === 'network' && carries(role, permission))

/** Whether a route lets a person in: by a role held anywhere, or for the whole network where it concerns that. */
export const opensRoute = (staff: Staff, permission: Permission): boolean =>
  NETWORK_WIDE.has(permission)
    ? holdsEverywhere(staff, permission)
    : holdsAnywhere(staff, permission)

/** Why somebody may not: the place is out of their scope, as if it weren't there; or not by their role there. */
export type NotPermitted = 'out_of_scope' | 'not_your_role'

/**
 * Whether a person holds a permission at any of some places (where a phone is, its home outlet); null =
 * they do. Asked by each use case, whatever its route asked before.
 * `whyNotPermitted(counterOfSz1, 'queue.run', [sz2])` answers `out_of_scope`.
 */
export function whyNotPermitted(
  staff: Staff,
  permission: Permission,
  places: readonly Place[],
): NotPermitted | null {
  const roles = places.flatMap((place) => rolesAt(staff, place))
  if (roles.length === 0) return 'out_of_scope'
  return roles.some((role) => carries(role, permission)) ? null : 'not_your_role'
}

/** What is done with the phone in hand: the outlet where it is decides, not the one it came from. */
const WITH_THE_PHONE: ReadonlySet<Permission> = new Set(['repair.assign', 'photo.add'])

/**
 * Whether a person holds a permission at a repair: where its phone is, or at its home outlet unless the
 * phone must be in hand. Of a phone at SZ-001 from HZ-001 a bench of HZ-001 may `repair.note`, not
 * `repair.assign`.
 */
export function whyNotAtRepair(
  staff: Staff,
  permission: Permission,
  { at, home }: { readonly at: Place; readonly home: Place },
): NotPermitted | null {
  const refusal = whyNotPermitted(staff, permission, [at, home])
  if (refusal || !WITH_THE_PHONE.has(permission)) return refusal
  return whyNotPermitted(staff, permission, [at]) === null ? null : 'not_your_role'
}
