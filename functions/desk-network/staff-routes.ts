import type { Context } from 'hono'
import { grantKey, type StaffAction } from '#domain/staff/decide-staff.ts'
import type { Grant } from '#domain/staff/staff.ts'
import { carryOut } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { editStaff } from '#functions/staff/edit-staff.ts'
import { inviteStaff } from '#functions/staff/invite-staff.ts'
import { type Account, findAccount, listStaff } from '#functions/staff/list-staff.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from './form-query.ts'
import { grantIn } from './grant-query.ts'
import { invitationSchema } from './staff-json.ts'
import {
  type Back,
  freshly,
  invitePage,
  NOTHING_TYPED,
  passwordPage,
  personPage,
  staffListPage,
} from './staff-pages.tsx'
import type { Faults } from './views/form-parts.tsx'

type Page = Context<AppEnv>

const A_PAGE = 50
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

const LIST = '/desk/staff/'

async function listed(c: Page, { q, after }: { q: string; after: string | null }) {
  return await staffListPage(c, { ...(await listStaff(asking(c), { q, after, limit: A_PAGE })), q })
}

/** Whatever somebody typed into the address leaves it again: names and e-mails stand in none. */
async function list(c: Page): Promise<Response> {
  if (c.req.query('q') !== undefined) return c.redirect(LIST, 303)
  return await listed(c, { q: '', after: c.req.query('after')?.slice(0, 80) || null })
}

async function search(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const after = typed.text('after').slice(0, 80) || null
  return await listed(c, { q: typed.text('q').trim().slice(0, 120), after })
}

const FAULTS: Faults = {
  name: 'desk.network.fault.name',
  email: 'desk.network.fault.email',
  role: 'desk.network.fault.role',
}

async function invite(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = grantIn(typed)
  const grants = read.ok && read.grant ? [read.grant] : []
  const wish = invitationSchema.safeParse({
    ...{ name: typed.text('name'), email: typed.text('email') },
    ...{ locale: typed.text('locale') || undefined, grants },
  })
  if (!wish.success || !read.ok) {
    const wrong = wish.success ? [] : wish.error.issues.map(({ path: [field] }) => String(field))
    const named = Object.entries(FAULTS).filter(([field]) => wrong.includes(field))
    const scope = read.ok
      ? read.grant
        ? {}
        : { role: 'desk.network.fault.role' as const }
      : read.faults
    return await invitePage(c, {
      typed,
      faults: { ...Object.fromEntries(named), ...scope },
      refusal: null,
    })
  }
  const task = await inviteStaff(asking(c), { ...wish.data, key: keyIn(typed) })
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') {
    return await invitePage(c, { typed, faults: {}, refusal: outcome.refusal as ProblemCode })
  }
  const { id } = outcome.answer
  const password = outcome.replayed ? null : task.password
  return await passwordPage(c, { ...wish.data, id }, password)
}

async function accountIn(c: Page): Promise<Account | null> {
  return await findAccount(asking(c), c.req.param('id') ?? '')
}

async function show(c: Page, back: Back = freshly(c)): Promise<Response> {
  const account = await accountIn(c)
  return account ? await personPage(c, account, back) : await answerProblem(c, 'not_found')
}

type Changed = { readonly typed: Form; readonly account: Account; readonly action: StaffAction }

/** Carries a change of somebody's account out; a form that is refused comes back with what was typed. */
async function change(c: Page, { typed, account, action }: Changed): Promise<Response> {
  const { id } = account
  const wish = { id, action, expectedVersion: versionIn(typed), key: keyIn(typed) }
  const task = await editStaff(asking(c), wish)
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') {
    return await show(c, { typed, faults: {}, refusal: outcome.refusal as ProblemCode })
  }
  if (action.type !== 'renew_password') return c.redirect(`/desk/staff/${id}/?${SAVED}`, 303)
  return await passwordPage(c, account, outcome.replayed ? null : task.password)
}

/** The roles that a form leaves somebody with: those kept, and the one added. */
const grantsAfter = (typed: Form, held: readonly Grant[], added: Grant | null) => {
  const kept = new Set(typed.all('keep'))
  const staying = held.filter((grant) => kept.has(grantKey(grant)))
  const isNew = added && !staying.some((grant) => grantKey(grant) === grantKey(added))
  return isNew ? [...staying, added] : staying
}

async function roles(c: Page): Promise<Response> {
  const account = await accountIn(c)
  if (!account) return await answerProblem(c, 'not_found')
  const typed = await readForm(c.req.raw)
  const read = grantIn(typed)
  if (!read.ok) return await show(c, { typed, faults: read.faults, refusal: null })
  const grants = grantsAfter(typed, account.grants, read.grant)
  return await change(c, { typed, account, action: { type: 'grant', grants } })
}

const act =
  (action: StaffAction) =>
  async (c: Page): Promise<Response> => {
    const account = await accountIn(c)
    if (!account) return await answerProblem(c, 'not_found')
    return await change(c, { typed: await readForm(c.req.raw), account, action })
  }

const seeing = { audience: 'staff', permission: 'staff.see', method: 'get' } as const
const editing = {
  ...({ audience: 'staff', permission: 'staff.edit', method: 'post' } as const),
  ...({ allowance: 'writes', middleware: [formPosts] } as const),
}

export const staffPageRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: LIST, handler: list }),
  pageRoute({ ...seeing, method: 'post', path: LIST, middleware: [formPosts], handler: search }),
  pageRoute({
    ...{ ...seeing, permission: 'staff.edit', path: '/desk/staff/invite/' },
    handler: (c) => invitePage(c, NOTHING_TYPED),
  }),
  pageRoute({ ...editing, path: '/desk/staff/invite/', handler: invite }),
  pageRoute({ ...seeing, path: '/desk/staff/{id}/', handler: (c) => show(c) }),
  pageRoute({ ...editing, path: '/desk/staff/{id}/roles', handler: roles }),
  pageRoute({ ...editing, path: '/desk/staff/{id}/disable', handler: act({ type: 'disable' }) }),
  pageRoute({ ...editing, path: '/desk/staff/{id}/enable', handler: act({ type: 'enable' }) }),
  pageRoute({
    ...{ ...editing, path: '/desk/staff/{id}/password' },
    handler: act({ type: 'renew_password' }),
  }),
]
