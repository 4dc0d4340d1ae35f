import { carries } from './permissions.ts'
import { mayGrant, outranks, type ScopeFacts } from './scope.ts'
import type { Grant, Staff } from './staff.ts'

/** What deciding about somebody's account needs to know of it; names stay with the row. */
export type StaffState = {
  readonly id: string
  readonly version: number
  readonly grants: readonly Grant[]
  readonly isDisabled: boolean
  /** Who disabled it, by id; null = it isn't disabled, or nobody on record did it. */
  readonly disabledBy: string | null
}

export type StaffAction =
  /** All roles the person is to hold, in place of those they hold. */
  | { readonly type: 'grant'; readonly grants: readonly Grant[] }
  | { readonly type: 'disable' }
  | { readonly type: 'enable' }
  | { readonly type: 'renew_password' }

export type StaffRefusal =
  | 'stale'
  | 'not_allowed_now'
  /** One's own account: another person has to do that. */
  | 'own_account'
  /** A role that the giver doesn't give, or a place outside their scope. */
  | 'may_not_grant'
  /** Somebody whose part of the network is wider disabled it. */
  | 'disabled_above'
  | 'last_admin'

export type StaffEvent = {
  readonly subject: string
  readonly version: number
  readonly type:
    | 'staff.invited'
    | 'staff.granted'
    | 'staff.disabled'
    | 'staff.enabled'
    | 'staff.password_renewed'
  /** Roles and scopes: codes only. */
  readonly data: { readonly grants?: readonly Grant[] }
}

export type StaffDecision =
  | { readonly ok: true; readonly event: StaffEvent; readonly state: StaffState }
  | { readonly ok: false; readonly refusal: StaffRefusal }

/** What is known of each scope that a grant in question names. */
export type FactsOf = (grant: Grant) => ScopeFacts

const EVENT_TYPES = {
  grant: 'staff.granted',
  disable: 'staff.disabled',
  enable: 'staff.enabled',
  renew_password: 'staff.password_renewed',
} as const satisfies Record<StaffAction['type'], StaffEvent['type']>

/** The subject a person's events are numbered under: `staff/stf_1`. */
export const staffSubject = (id: string): string => `staff/${id}`

/** The same grant, however it was put together: `grantKey` of two equal grants is the same text. */
export function grantKey({ role, scope }: Grant): string {
  switch (scope.kind) {
    case 'network':
      return `${role} network`
    case 'region':
      return `${role} region ${scope.region}`
    case 'partner':
      return `${role} partner ${scope.partner}`
    case 'outlets':
      return `${role} outlets ${[...scope.outlets].sort().join(' ')}`
  }
}

const isAdmin = ({ role, scope }: Grant): boolean => role === 'hq_admin' && scope.kind === 'network'

/** Whether somebody administers the whole network: the last one who may be in can't be taken away. */
export const isNetworkAdmin = ({ grants }: Pick<StaffState, 'grants'>): boolean =>
  grants.some(isAdmin)

/** Grants that one list has and the other lacks. */
function differing(before: readonly Grant[], after: readonly Grant[]): readonly Grant[] {
  const [held, wanted] = [before, after].map((grants) => new Set(grants.map(grantKey)))
  return [
    ...before.filter((grant) => !wanted?.has(grantKey(grant))),
    ...after.filter((grant) => !held?.has(grantKey(grant))),
  ]
}

/**
 * Whether a person may give (or take) every one of some grants. Nobody's account may be handled by
 * whoever couldn't have given all of its roles; one without any role only by an administrator.
 */
export const mayHandle = (giver: Staff, grants: readonly Grant[], factsOf: FactsOf): boolean =>
  grants.length === 0
    ? giver.grants.some(isAdmin)
    : grants.every((grant) => mayGrant(giver, grant, factsOf(grant)))

/**
 * Whether a person may invite somebody with some grants: at least one, each below their own role and
 * inside their own scope. A manager of SZ-001 may invite a `counter` there, nobody elsewhere.
 */
export const mayInvite = (giver: Staff, grants: readonly Grant[], factsOf: FactsOf): boolean =>
  grants.length > 0 && mayHandle(giver, grants, factsOf)

/**
 * Whether a person may let in again whom somebody disabled: whoever did it, or who looks after staff in at
 * least as high a role and as wide a scope. Of somebody who looks after nobody any more, or isn't on
 * record, only an administrator undoes it.
 */
function mayUndo(
  giver: Staff,
  { disabledBy }: StaffState,
  { disabler, factsOf }: Deciding,
): boolean {
  if (disabledBy === giver.id) return true
  const looking = (disabler ?? []).filter(({ role }) => carries(role, 'staff.edit'))
  return looking.length === 0
    ? giver.grants.some(isAdmin)
    : looking.every((grant) => outranks(giver, grant, factsOf(grant)))
}

type Deciding = {
  readonly action: StaffAction
  readonly factsOf: FactsOf
  /** Roles of whoever disabled the account; null = nobody on record. */
  readonly disabler: readonly Grant[] | null
}

function whyNot(giver: Staff, state: StaffState, deciding: Deciding): StaffRefusal | null {
  const { action, factsOf } = deciding
  if (giver.id === state.id) return 'own_account'
  if (action.type === 'grant') {
    const changed = differing(state.grants, action.grants)
    if (changed.length === 0) return 'not_allowed_now'
    return mayHandle(giver, changed, factsOf) ? null : 'may_not_grant'
  }
  if (!mayHandle(giver, state.grants, factsOf)) return 'may_not_grant'
  if (action.type === 'disable' && state.isDisabled) return 'not_allowed_now'
  if (action.type !== 'enable') return null
  if (!state.isDisabled) return 'not_allowed_now'
  return mayUndo(giver, state, deciding) ? null : 'disabled_above'
}

type Decided = Deciding & { readonly expectedVersion: number }

/** Who shut somebody out stays on record for as long as they are out. */
function disabledAfter(giver: Staff, state: StaffState, { type }: StaffAction) {
  if (type === 'disable') return { isDisabled: true, disabledBy: giver.id }
  if (type === 'enable') return { isDisabled: false, disabledBy: null }
  return { isDisabled: state.isDisabled, disabledBy: state.disabledBy }
}

/**
 * Decides about changing somebody's account. `expectedVersion` is the version that the asker has seen.
 * Nobody changes their own account here; of a change of roles only what differs must be the giver's to
 * give or take, and something must; disabling, enabling and a new password need all of the person's roles to be.
 * Enabling is for who disabled the account and those above them. Whether an administrator of the whole network is left is for the database to say: two may go at once.
 * A manager of SZ-001 who disables its `counter` of version 1 gets the event `staff.disabled` of version 2.
 */
export function decideStaff(
  giver: Staff,
  state: StaffState,
  { expectedVersion, ...deciding }: Decided,
): StaffDecision {
  if (state.version !== expectedVersion) return { ok: false, refusal: 'stale' }
  const { action } = deciding
  const refusal = whyNot(giver, state, deciding)
  if (refusal) return { ok: false, refusal }
  const version = state.version + 1
  const grants = action.type === 'grant' ? action.grants : state.grants
  const event: StaffEvent = {
    subject: staffSubject(state.id),
    version,
    type: EVENT_TYPES[action.type],
    data: action.type === 'grant' ? { grants } : {},
  }
  const after = { ...state, version, grants, ...disabledAfter(giver, state, action) }
  return { ok: true, event, state: after }
}
