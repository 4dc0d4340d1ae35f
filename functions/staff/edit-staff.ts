import { hashPassword } from 'better-auth/crypto'
import {
  decideStaff,
  isNetworkAdmin,
  type StaffAction,
  type StaffState,
} from '#domain/staff/decide-staff.ts'
import { carries } from '#domain/staff/permissions.ts'
import { seesGrant } from '#domain/staff/scope.ts'
import type { Grant, Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { passwordTries } from './change-password.ts'
import { drawPassword } from './draw-account.ts'
import { refuseLastAdmin, setStanding } from './edit-staff-store.ts'
import type { EditRefusal, InvitingAs, StaffAnswer, StaffTask } from './invite-staff.ts'
import { type KnownScopes, loadScopeFacts } from './load-scope-facts.ts'
import { endSessionsBut, setPassword } from './session-store.ts'
import { accountTries } from './sign-in-tries.ts'
import { type StaffRow, staffById } from './staff-store.ts'
import { forgetAccount, forgetTries } from './tries-store.ts'

export type StaffEdit = {
  readonly id: string
  readonly action: StaffAction
  /** The version that the asker has seen. */
  readonly expectedVersion: number
  readonly key: string | null
}

type Asking = InvitingAs & {
  /** Where demo people may be in, one of them may be the last administrator. */
  readonly isDevelopment: boolean
}

const EVERY_SESSION = ''

export const stateOf = (row: StaffRow): StaffState => ({
  ...{ id: row.id, version: row.version, grants: JSON.parse(row.grants) },
  ...{ isDisabled: row.disabled_at !== null, disabledBy: row.disabled_by },
})

/** Whether a person sees somebody's account: their own, and those with a role inside their scope. */
export const seesAccount = (
  viewer: Staff,
  account: { readonly id: string; readonly grants: readonly Grant[] },
  { factsOf }: KnownScopes,
): boolean =>
  viewer.id === account.id ||
  (account.grants.length === 0 && isNetworkAdmin(viewer)) ||
  account.grants.some((grant) =>
    seesGrant(viewer, grant, factsOf(grant), (role) => carries(role, 'staff.see')),
  )

type Written = { readonly rows: readonly Prepared[]; readonly password: string | null }

/** What a decided change writes: who is disabled or gets a new password is signed out in the same batch. */
async function written(
  { hub, keys, now, randomByte, isDevelopment }: Asking,
  { before, after, action }: { before: StaffRow; after: StaffState; action: StaffAction },
): Promise<Written> {
  const disabledAt = after.isDisabled ? (before.disabled_at ?? now) : null
  const rows = [setStanding(hub, { ...after, disabledAt }, now)]
  const wasAdmin = isNetworkAdmin(stateOf(before)) && before.disabled_at === null
  const goes = after.isDisabled || !isNetworkAdmin(after)
  if (wasAdmin && goes) rows.push(refuseLastAdmin(hub, isDevelopment))
  if (action.type === 'disable') rows.push(endSessionsBut(hub, after.id, EVERY_SESSION))
  if (action.type !== 'renew_password') return { rows, password: null }
  const password = drawPassword(randomByte)
  rows.push(
    ...setPassword(hub, {
      ...{ staffId: after.id, hash: await hashPassword(password), now, isGiven: true },
    }),
    endSessionsBut(hub, after.id, EVERY_SESSION),
    // Whoever guessed at the old one keeps nobody from signing in with the new.
    forgetAccount(hub, await accountTries(keys, before.email)),
    forgetTries(hub, [await passwordTries(keys, after.id)]),
  )
  return { rows, password }
}

const grantsOf = (action: StaffAction): readonly Grant[] =>
  action.type === 'grant' ? action.grants : []

/** The roles of whoever disabled an account; null = nobody on record. */
async function rolesOfDisabler(
  { hub }: Asking,
  { disabledBy }: StaffState,
  { type }: StaffAction,
): Promise<readonly Grant[] | null> {
  if (type !== 'enable' || disabledBy === null) return null
  const [[row]] = await readTogether([staffById(hub, disabledBy)])
  return row ? JSON.parse(row.grants) : null
}

/** Changes somebody's roles, disables or enables their account, or draws a new password for it. */
export async function editStaff(
  asking: Asking,
  { id, action, expectedVersion, key }: StaffEdit,
): Promise<StaffTask> {
  const { hub, keys, now, staff: giver } = asking
  const command = await commandOf({
    ...{ name: 'edit_staff', key, body: { id, action, expectedVersion }, actor: giver.id, now },
    mac: (text) => keys.mac('command', text),
  })
  const refused = (refusal: EditRefusal): StaffTask => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal }, password: null },
  })
  const [kept, [row]] = await readTogether([keptAnswer(hub, command), staffById(hub, id)])
  if (!row) return refused('not_found')
  const before = stateOf(row)
  const disabler = await rolesOfDisabler(asking, before, action)
  const spoken = [...before.grants, ...grantsOf(action), ...(disabler ?? [])]
  const scopes = await loadScopeFacts(hub, spoken)
  if (!seesAccount(giver, before, scopes)) return refused('not_found')
  const replay = replayOf<StaffAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay, password: null }
  const { factsOf } = scopes
  const decision = decideStaff(giver, before, { expectedVersion, action, factsOf, disabler })
  if (!decision.ok) return refused(decision.refusal)
  if (!grantsOf(action).every(scopes.isKnown)) return refused('unknown_place')
  const { event, state } = decision
  const { rows, password } = await written(asking, { before: row, after: state, action })
  return {
    ...{ database: hub, command, password },
    proposal: {
      kind: 'change',
      answer: { id, version: state.version },
      events: [{ ...event, happenedAt: now }],
      rows,
    },
  }
}
