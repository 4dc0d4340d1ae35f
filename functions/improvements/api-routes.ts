import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { cursor, cursorAfter, limitUpTo } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import {
  editImprovement,
  type ImprovementTask,
  networkDay,
  planImprovement,
  type SaidAction,
} from './edit-improvements.ts'
import {
  improvementAnswer,
  improvementJson,
  improvementList,
  publicJson,
  publicList,
} from './improvement-json.ts'
import { planBody, planOf, stepBody } from './improvement-query.ts'
import { listPublicImprovements } from './list-public.ts'
import { findImprovement, listImprovements } from './see-improvements.ts'

type Ask = Context<AppEnv>

const NO_STORE = 'no-store'
const IN_LIST = /^[ab]\/\d{4}-\d{2}-\d{2}\/imp_\w{1,50}$/
const asking = (c: Ask) => ({ ...c.var.context, staff: staffIn(c) })
const query = z.object({ limit: limitUpTo(50, 50), cursor: cursor(IN_LIST).optional() })
const params = z.object({ id: z.string().max(60) })
const seeing = { audience: 'staff', permission: 'improvement.see' } as const
const editing = { audience: 'staff', permission: 'improvement.edit', allowance: 'writes' } as const
const WRITING = [400, 401, 403, 404, 409, 415, 422, 428, 429] as const
const bodyOf = (schema: z.ZodType) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const answered = { 200: jsonContent(improvementAnswer, 'The improvement after it') }

async function answerOne(c: Ask, id: string): Promise<Response> {
  const seen = await findImprovement(asking(c), id)
  if ('refusal' in seen) return refused(c, seen.refusal)
  const improvement = improvementJson(seen, networkDay(c.var.context))
  const answer = answerJson(c, improvementAnswer, { improvement }, NO_STORE)
  answer.headers.set('ETag', `"${seen.improvement.version}"`)
  return answer
}

async function answerTask(c: Ask, task: ImprovementTask): Promise<Response> {
  const outcome = await carryOut(task)
  return outcome.kind === 'done'
    ? await answerOne(c, outcome.answer.id)
    : refused(c, outcome.refusal)
}

async function change(c: Ask, id: string, action: SaidAction): Promise<Response> {
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const wish = { id, action, expectedVersion, key: idempotencyKey(c) }
  return await answerTask(c, await editImprovement(asking(c), wish))
}

const publicRoute = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/improvements',
    summary: 'What customers said and what was done: still to be done first, overdue foremost',
    request: { query },
    responses: { 200: jsonContent(publicList, 'One page'), ...refusals(422) },
  },
  handler: async (c) => {
    const { limit: most, cursor: after = '' } = c.req.valid('query')
    const { hub } = c.var.context
    const page = await listPublicImprovements(hub, { after, most })
    const today = networkDay(c.var.context)
    return answerJson(c, publicList, {
      improvements: page.improvements.map((one) => publicJson(one, today)),
      nextCursor: cursorAfter(page.next),
    })
  },
})

const list = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/desk/improvements',
    summary: 'Improvements in the asker’s scope, public or not yet',
    request: { query },
    responses: { 200: jsonContent(improvementList, 'One page'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { limit: most, cursor: after = '' } = c.req.valid('query')
    const page = await listImprovements(asking(c), { after, most })
    if ('refusal' in page) return refused(c, page.refusal)
    const today = networkDay(c.var.context)
    const improvements = page.improvements.map((one) => improvementJson(one, today))
    const body = { improvements, nextCursor: cursorAfter(page.next) }
    return answerJson(c, improvementList, body, NO_STORE)
  },
})

const one = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/desk/improvements/{id}',
    summary: 'One improvement, with its version in ETag',
    request: { params },
    responses: { 200: jsonContent(improvementAnswer, 'It'), ...refusals(401, 403, 404) },
  },
  handler: (c) => answerOne(c, c.req.valid('param').id),
})

const plan = apiRoute({
  ...editing,
  route: {
    method: 'post',
    path: '/api/v1/desk/improvements',
    summary: 'A new improvement, not public yet',
    request: bodyOf(planBody),
    responses: { ...answered, ...refusals(...CREATING) },
  },
  handler: async (c) => {
    const read = planOf(c.req.valid('json') as z.output<typeof planBody>)
    return await answerTask(
      c,
      await planImprovement(asking(c), { ...read, key: idempotencyKey(c) }),
    )
  },
})

const revise = apiRoute({
  ...editing,
  route: {
    method: 'put',
    path: '/api/v1/desk/improvements/{id}',
    summary: 'Writes what is planned or under way anew, with the version seen in If-Match',
    request: { params, ...bodyOf(planBody) },
    responses: { ...answered, ...refusals(...WRITING) },
  },
  handler: (c) => {
    const read = planOf(c.req.valid('json') as z.output<typeof planBody>)
    return change(c, c.req.valid('param').id, { type: 'revise', ...read })
  },
})

const step = apiRoute({
  ...editing,
  route: {
    method: 'post',
    path: '/api/v1/desk/improvements/{id}/steps',
    summary: 'Starts, finishes, drops, measures, publishes or withdraws it; version in If-Match',
    request: { params, ...bodyOf(stepBody) },
    responses: { ...answered, ...refusals(...WRITING) },
  },
  handler: (c) => change(c, c.req.valid('param').id, c.req.valid('json') as SaidAction),
})

export const improvementApiRoutes: readonly DeclaredRoute[] = [
  publicRoute,
  ...[list, one, plan, revise, step],
]
