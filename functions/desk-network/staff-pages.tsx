import type { Context } from 'hono'
import { holdsAnywhere, type Permission } from '#domain/staff/permissions.ts'
import { ownOutlets, rolesToGive } from '#domain/staff/scope.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import type { Account, AccountPage } from '#functions/staff/list-staff.ts'
import { translator } from '#i18n/translate.ts'
import { type Form, formOf, isSaved, keyIn } from './form-query.ts'
import type { ScopeKind } from './grant-query.ts'
import type { Faults } from './views/form-parts.tsx'
import { InviteView, PasswordView } from './views/staff-form-views.tsx'
import { StaffListView } from './views/staff-list-view.tsx'
import { PersonView } from './views/staff-person-view.tsx'

type Page = Context<AppEnv>

/** Why a form came back, and what was typed into it. */
export type Back = {
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  /** It didn't come back: it was carried out. */
  readonly isSaved?: boolean
}

export const NOTHING_TYPED: Back = { typed: formOf([]), faults: {}, refusal: null }

/** A page that no form came back to; its address tells whether one was just carried out. */
export const freshly = (c: Page): Back => ({ ...NOTHING_TYPED, isSaved: isSaved(c.req.url) })

export const statusOf = ({ faults, refusal }: Back): number =>
  refusal ? PROBLEMS[refusal] : Object.keys(faults).length > 0 ? 422 : 200

const EDIT: Permission = 'staff.edit'

/** What a manager's form offers: never a scope that is wider than their own. */
function offeredTo(staff: Staff) {
  const widest = new Set<ScopeKind>(['outlets'])
  for (const { scope } of staff.grants) {
    if (scope.kind !== 'outlets') widest.add(scope.kind)
    if (scope.kind === 'network')
      for (const kind of ['region', 'partner'] as const) widest.add(kind)
  }
  return { roles: rolesToGive(staff), kinds: [...widest], ownOutlets: ownOutlets(staff) }
}

export async function staffListPage(
  c: Page,
  { staff, next, q }: AccountPage & { readonly q: string },
): Promise<Response> {
  const t = translator(c.var.context.locale)
  const view = (
    <StaffListView {...{ t, staff, q, next }} mayInvite={holdsAnywhere(staffIn(c), EDIT)} />
  )
  return await deskPage(c, { title: t('desk.network.staff.title'), view })
}

export async function invitePage(c: Page, back: Back): Promise<Response> {
  const t = translator(c.var.context.locale)
  const commandId = keyAgain(keyIn(back.typed), back.refusal)
  const view = <InviteView {...{ t, commandId, ...back, ...offeredTo(staffIn(c)) }} />
  const status = statusOf(back)
  return await deskPage(c, { title: t('desk.network.staff.invite'), view, status })
}

/** The only page that shows a password: it is in no address, no store and no log. */
export async function passwordPage(
  c: Page,
  account: Pick<Account, 'id' | 'name' | 'email'>,
  password: string | null,
): Promise<Response> {
  const t = translator(c.var.context.locale)
  const { id, name, email } = account
  const view = <PasswordView {...{ t, id, name, email, password }} />
  return await deskPage(c, { title: name, view })
}

export async function personPage(c: Page, account: Account, back: Back): Promise<Response> {
  const t = translator(c.var.context.locale)
  const staff = staffIn(c)
  const view = (
    <PersonView
      {...{ t, account, ...back, ...offeredTo(staff) }}
      commandId={crypto.randomUUID()}
      mayEdit={holdsAnywhere(staff, EDIT)}
      isOwn={staff.id === account.id}
    />
  )
  return await deskPage(c, { title: account.name, view, status: statusOf(back) })
}
