import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { STAFF_ROLES } from '#domain/staff/staff.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { LOCALES } from '#i18n/locale.ts'
import { changePassword } from './change-password.ts'
import { MOST_LETTERS, NO_SESSION } from './identity.ts'
import { ended, endedOthers, ownSessions, spoken } from './own-sessions.ts'

type Page = Context<AppEnv>

const NO_STORE = 'no-store'

const ownAccount = z.object({
  account: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      locale: z.enum(LOCALES),
      roles: z.array(z.enum(STAFF_ROLES)),
      sessions: z.array(
        z.object({
          isThis: z.boolean(),
          since: z.iso.datetime(),
          userAgent: z.string().nullable(),
        }),
      ),
    })
    .openapi('OwnAccount'),
})
const languageBody = z.object({ locale: z.enum(LOCALES) })
const passwordBody = z.object({
  current: z.string().max(MOST_LETTERS),
  wanted: z.string().max(2 * MOST_LETTERS),
})

async function answerAccount(c: Page, locale?: (typeof LOCALES)[number]): Promise<Response> {
  const { context, sessionId = null } = c.var
  const { id, name, email, grants, ...staff } = staffIn(c)
  const sessions = await ownSessions(context.hub, { staffId: id, now: context.now })
  const account = {
    ...{ id, name, email, locale: locale ?? staff.locale },
    roles: [...new Set(grants.map(({ role }) => role))],
    sessions: sessions.map((session) => ({
      isThis: session.id === sessionId,
      since: new Date(session.createdAt).toISOString(),
      userAgent: session.userAgent,
    })),
  }
  return answerJson(c, ownAccount, { account }, NO_STORE)
}

const own = { audience: 'staff', permission: 'account.own' } as const
const writing = { ...own, allowance: 'writes', takesKey: false } as const
const WRITING = refusals(400, 401, 403, 415, 422, 429)
const AFTER = { 200: jsonContent(ownAccount, 'The account after it') }

const see = apiRoute({
  ...own,
  route: {
    method: 'get',
    path: '/api/v1/desk/account',
    summary: 'Who asks, and where they are signed in',
    responses: { 200: jsonContent(ownAccount, 'One’s own account'), ...refusals(401, 403) },
  },
  handler: (c) => answerAccount(c),
})

const language = apiRoute({
  ...writing,
  route: {
    method: 'patch',
    path: '/api/v1/desk/account',
    summary: 'The language that the desk speaks to oneself',
    request: {
      body: { required: true, content: { 'application/json': { schema: languageBody } } },
    },
    responses: { ...AFTER, ...WRITING },
  },
  handler: async (c) => {
    const { hub } = c.var.context
    const { locale } = c.req.valid('json')
    await writeRows(hub, spoken(hub, staffIn(c).id, locale))
    return await answerAccount(c, locale)
  },
})

const signOutOthers = apiRoute({
  ...writing,
  route: {
    method: 'post',
    path: '/api/v1/desk/account/sign-out-others',
    summary: 'Ends every session of one’s own but this one',
    responses: { ...AFTER, ...refusals(401, 403, 429) },
  },
  handler: async (c) => {
    const { context, sessionId } = c.var
    await writeRows(context.hub, endedOthers(context.hub, staffIn(c).id, sessionId ?? ''))
    return await answerAccount(c)
  },
})

const signedOut = z.object({ signedOut: z.literal(true) })

const signOut = apiRoute({
  ...writing,
  route: {
    method: 'post',
    path: '/api/v1/desk/account/sign-out',
    summary: 'Ends this session',
    responses: { 200: jsonContent(signedOut, 'The cookie is gone'), ...refusals(401, 403, 429) },
  },
  handler: async (c) => {
    const { context, sessionId } = c.var
    if (sessionId) await writeRows(context.hub, ended(context.hub, staffIn(c).id, sessionId))
    c.header('Set-Cookie', NO_SESSION)
    return answerJson(c, signedOut, { signedOut: true }, NO_STORE)
  },
})

const FAULTS = {
  wrong: { field: 'current', code: 'invalid' },
  same: { field: 'wanted', code: 'invalid' },
  too_short: { field: 'wanted', code: 'out_of_range' },
  too_long: { field: 'wanted', code: 'too_long' },
} as const

const password = apiRoute({
  ...writing,
  route: {
    method: 'put',
    path: '/api/v1/desk/account/password',
    summary: 'A new password for oneself; every other session ends',
    request: {
      body: { required: true, content: { 'application/json': { schema: passwordBody } } },
    },
    responses: { ...AFTER, ...WRITING },
  },
  handler: async (c) => {
    const { context, sessionId } = c.var
    const said = c.req.valid('json')
    const whose = { staffId: staffIn(c).id, sessionId: sessionId ?? '' }
    const fault = await changePassword(context, { ...whose, ...said })
    if (fault === 'locked') return problem(c, 'too_many_requests')
    if (fault) return problem(c, 'invalid_value', { errors: [FAULTS[fault]] })
    return await answerAccount(c)
  },
})

export const accountApiRoutes: readonly DeclaredRoute[] = [
  ...[see, language, signOut],
  ...[signOutOthers, password],
]
