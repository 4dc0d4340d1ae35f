import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { StaffAction } from '#domain/staff/decide-staff.ts'
import type { Grant } from '#domain/staff/staff.ts'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { cursorAfter } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { editStaff } from '#functions/staff/edit-staff.ts'
import { inviteStaff } from '#functions/staff/invite-staff.ts'
import { findAccount, listStaff } from '#functions/staff/list-staff.ts'
import {
  accountAnswer,
  accountJson,
  findStaffBody,
  grantsSchema,
  invitationSchema,
  passwordAnswer,
  staffList,
  staffQuery,
} from './staff-json.ts'

type Ask = Context<AppEnv>

const NO_STORE = 'no-store'
const asking = (c: Ask) => ({ ...c.var.context, staff: staffIn(c) })
const params = z.object({ id: z.string().max(80) })
const seeing = { audience: 'staff', permission: 'staff.see' } as const
const editing = { audience: 'staff', permission: 'staff.edit', allowance: 'writes' } as const
const WRITING = [400, 401, 403, 404, 409, 415, 422, 428, 429] as const

async function answerAccount(c: Ask, id: string): Promise<Response> {
  const account = await findAccount(asking(c), id)
  if (!account) return problem(c, 'not_found')
  const answer = answerJson(c, accountAnswer, { account: accountJson(account) }, NO_STORE)
  answer.headers.set('ETag', `"${account.version}"`)
  return answer
}

async function answerPassword(c: Ask, id: string, password: string | null): Promise<Response> {
  const account = await findAccount(asking(c), id)
  if (!account) return problem(c, 'not_found')
  const answer = { account: accountJson(account), password }
  return answerJson(c, passwordAnswer, answer, NO_STORE)
}

async function answerList(c: Ask, wish: Parameters<typeof listStaff>[1]): Promise<Response> {
  const { staff, next } = await listStaff(asking(c), wish)
  const page = { staff: staff.map(accountJson), nextCursor: cursorAfter(next) }
  return answerJson(c, staffList, page, NO_STORE)
}

const list = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/desk/staff',
    summary: 'People with a role in the asker’s scope, by name',
    request: { query: staffQuery },
    responses: { 200: jsonContent(staffList, 'One page of them'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { cursor = null, limit } = c.req.valid('query')
    return await answerList(c, { after: cursor, limit, q: '' })
  },
})

const find = apiRoute({
  ...seeing,
  route: {
    method: 'post',
    path: '/api/v1/desk/staff/find',
    summary: 'Finds people by e-mail or name; posted, so that no address holds either',
    request: {
      body: { required: true, content: { 'application/json': { schema: findStaffBody } } },
    },
    responses: {
      200: jsonContent(staffList, 'One page of them'),
      ...refusals(400, 401, 403, 415, 422),
    },
  },
  handler: async (c) => {
    const { cursor = null, limit, q } = c.req.valid('json')
    return await answerList(c, { after: cursor, limit, q })
  },
})

const invite = apiRoute({
  ...editing,
  route: {
    method: 'post',
    path: '/api/v1/desk/staff',
    summary: 'Somebody new, with a password that is shown once',
    request: {
      body: { required: true, content: { 'application/json': { schema: invitationSchema } } },
    },
    responses: {
      200: jsonContent(passwordAnswer, 'The account, and the password to pass on'),
      ...refusals(...CREATING),
    },
  },
  handler: async (c) => {
    const wish = c.req.valid('json')
    const grants = wish.grants as Grant[]
    const task = await inviteStaff(asking(c), { ...wish, grants, key: idempotencyKey(c) })
    const outcome = await carryOut(task)
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return await answerPassword(c, outcome.answer.id, outcome.replayed ? null : task.password)
  },
})

const one = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/desk/staff/{id}',
    summary: 'One person’s account; its version is the ETag',
    request: { params },
    responses: { 200: jsonContent(accountAnswer, 'The account'), ...refusals(401, 403, 404) },
  },
  handler: (c) => answerAccount(c, c.req.valid('param').id),
})

async function change(c: Ask, id: string, action: StaffAction): Promise<Response> {
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const task = await editStaff(asking(c), { id, action, expectedVersion, key: idempotencyKey(c) })
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') return refused(c, outcome.refusal)
  if (action.type !== 'renew_password') return await answerAccount(c, id)
  return await answerPassword(c, id, outcome.replayed ? null : task.password)
}

const grants = apiRoute({
  ...editing,
  route: {
    method: 'put',
    path: '/api/v1/desk/staff/{id}/grants',
    summary: 'All roles that somebody is to hold, with the version seen in If-Match',
    request: {
      params,
      body: { required: true, content: { 'application/json': { schema: grantsSchema } } },
    },
    responses: { 200: jsonContent(accountAnswer, 'The account after it'), ...refusals(...WRITING) },
  },
  handler: (c) =>
    change(c, c.req.valid('param').id, {
      type: 'grant',
      grants: c.req.valid('json').grants as Grant[],
    }),
})

const access = (act: 'disable' | 'enable', summary: string) =>
  apiRoute({
    ...editing,
    route: {
      ...{ method: 'post', path: `/api/v1/desk/staff/{id}/${act}`, summary, request: { params } },
      responses: {
        200: jsonContent(accountAnswer, 'The account after it'),
        ...refusals(...WRITING),
      },
    },
    handler: (c) => change(c, (c.req.valid('param') as { id: string }).id, { type: act }),
  })

const renew = apiRoute({
  ...editing,
  route: {
    method: 'post',
    path: '/api/v1/desk/staff/{id}/password',
    summary: 'A new password, shown once; ends every session of the account',
    request: { params },
    responses: {
      200: jsonContent(passwordAnswer, 'The account, and the password to pass on'),
      ...refusals(...WRITING),
    },
  },
  handler: (c) => change(c, c.req.valid('param').id, { type: 'renew_password' }),
})

export const staffApiRoutes: readonly DeclaredRoute[] = [
  ...[list, find, invite, one, grants],
  access('disable', 'Ends every session at once and lets nobody in by this account'),
  access('enable', 'Lets the account in again'),
  renew,
]
