import type { Context, MiddlewareHandler } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { opensRoute, PERMISSIONS, type Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { whoAsks } from '#functions/staff/who-asks.ts'
import type { AppEnv } from './context.ts'
import { answerProblem } from './problem-page.tsx'

export const SIGN_IN_PATH = '/desk/sign-in/'
const ACCOUNT_PATH = '/desk/account/'
/** What stays open to somebody who has yet to choose a password of their own. */
const OWN: Permission = 'account.own'

/** A page is left for the sign-in, or for one's account; what was typed into a form is not thrown away by leaving. */
const leavesForAnother = (c: Context<AppEnv>): boolean =>
  c.req.method === 'GET' &&
  !c.req.path.startsWith('/api/') &&
  (c.req.header('Accept') ?? '').includes('text/html')

function toSignIn(c: Context<AppEnv>): Response {
  const { pathname, search, searchParams } = new URL(c.req.url)
  // A code may be come back to; what else somebody looked for may be a name, and stands in no address.
  const isPersonal = searchParams.has('q') && !readTicketCode(searchParams.get('q') ?? '')
  const next = isPersonal ? pathname : `${pathname}${search}`
  const query = next === '/desk/' ? '' : `?${new URLSearchParams({ next })}`
  return c.redirect(`${SIGN_IN_PATH}${query}`, 303)
}

/**
 * Lets staff through who hold the permission anywhere; where they hold it is each use case's to ask.
 * From here on the page speaks the person's language. `isQuiet`: a screen asks by itself, which keeps no
 * session alive. Whose password somebody else gave them must choose their own before anything else opens.
 */
export const staffGuard =
  (permission: Permission, isQuiet: boolean): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { context } = c.var
    const found = await whoAsks(context, c.req.raw.headers, { prolong: !isQuiet })
    if (!found) {
      return leavesForAnother(c) ? toSignIn(c) : await answerProblem(c, 'no_staff_session')
    }
    c.set('staff', found.staff)
    c.set('sessionId', found.sessionId)
    c.set('context', { ...context, locale: found.staff.locale })
    c.set('mustChangePassword', found.mustChangePassword)
    if (found.mustChangePassword && permission !== OWN) {
      return leavesForAnother(c)
        ? c.redirect(ACCOUNT_PATH, 303)
        : await answerProblem(c, 'password_given')
    }
    if (!opensRoute(found.staff, permission)) {
      return await answerProblem(c, 'not_your_role', {}, PERMISSIONS[permission])
    }
    await next()
    for (const [name, value] of found.headers) c.res.headers.append(name, value)
    return undefined
  }

/** The member of staff that the guard let through. */
export function staffIn(c: Context<AppEnv>): Staff {
  const { staff } = c.var
  if (!staff) throw new Error('a route of staff was reached without its guard')
  return staff
}
