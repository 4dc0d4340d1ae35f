import type { Context } from 'hono'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { SIGN_IN_PATH, staffIn } from '#functions/http/staff-guard.ts'
import { LOCALES } from '#i18n/locale.ts'
import { accountPage } from './account-pages.tsx'
import { changePassword, type PasswordFault } from './change-password.ts'
import { NO_SESSION } from './identity.ts'
import { ended, endedOthers, ownSessions, spoken } from './own-sessions.ts'

type Page = Context<AppEnv>

async function show(c: Page, fault: PasswordFault | null): Promise<Response> {
  const { hub, now } = c.var.context
  const sessions = await ownSessions(hub, { staffId: staffIn(c).id, now })
  return await accountPage(c, { sessions, fault })
}

const own = { audience: 'staff', permission: 'account.own' } as const
const form = { ...own, method: 'post', allowance: 'writes', middleware: [formPosts] } as const

const account = pageRoute({
  ...own,
  method: 'get',
  path: '/desk/account/',
  handler: (c) => show(c, null),
})

const leave = (c: Page): Response => {
  c.header('Set-Cookie', NO_SESSION)
  return c.redirect(SIGN_IN_PATH, 303)
}

const signOut = pageRoute({
  ...form,
  path: '/desk/account/sign-out',
  handler: async (c) => {
    const { context, sessionId } = c.var
    if (sessionId) await writeRows(context.hub, ended(context.hub, staffIn(c).id, sessionId))
    return leave(c)
  },
})

const signOutOthers = pageRoute({
  ...form,
  path: '/desk/account/sign-out-others',
  handler: async (c) => {
    const { context, sessionId } = c.var
    await writeRows(context.hub, endedOthers(context.hub, staffIn(c).id, sessionId ?? ''))
    return c.redirect('/desk/account/', 303)
  },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const speak = pageRoute({
  ...form,
  path: '/desk/account/language',
  handler: async (c) => {
    const { context } = c.var
    const asked = textOf((await c.req.parseBody())['locale'])
    const locale = LOCALES.find((known) => known === asked)
    if (locale) await writeRows(context.hub, spoken(context.hub, staffIn(c).id, locale))
    return c.redirect('/desk/account/', 303)
  },
})

const change = pageRoute({
  ...form,
  path: '/desk/account/password',
  handler: async (c) => {
    const fields = await c.req.parseBody()
    const fault = await changePassword(c.var.context, {
      staffId: staffIn(c).id,
      sessionId: c.var.sessionId ?? '',
      current: textOf(fields['current']),
      wanted: textOf(fields['wanted']),
    })
    if (fault) return await show(c, fault)
    return c.redirect(c.var.mustChangePassword ? '/desk/' : '/desk/account/?changed=1', 303)
  },
})

export const accountRoutes: readonly DeclaredRoute[] = [
  ...[account, signOut, signOutOthers],
  ...[speak, change],
]
