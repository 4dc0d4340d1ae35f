import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { SetAction } from '#domain/standards/decide-set.ts'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { editPledge, type PledgeWish } from './edit-pledge.ts'
import { type SetTask, startDraft, stepDraft } from './edit-set.ts'
import { deskStandards, pledgesOfPlace } from './show-standards.ts'
import { headSchema, standardSchema } from './standard-json.ts'
import {
  draftBody,
  effectiveJson,
  idParams,
  placeQuery,
  pledgeAnswer,
  pledgeBody,
  pledgesAnswer,
  publishBody,
  setAnswer,
  setJson,
  withdrawalBody,
} from './standards-json.ts'

type Page = Context<AppEnv>

const NO_STORE = 'no-store'
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const body = <Schema extends z.ZodType>(schema: Schema) =>
  ({ required: true, content: { 'application/json': { schema } } }) as const
const WRITING = refusals(400, 401, 403, 404, 409, 415, 422, 428, 429)
const AFTER = 'The set after it; the draft’s revision is the ETag'

async function answerSet(c: Page): Promise<Response> {
  const found = await deskStandards(asking(c), null)
  if ('refusal' in found) return refused(c, found.refusal)
  const { shown, draft } = found
  const said = { set: shown && setJson(shown), draft: draft && setJson(draft) }
  const answer = answerJson(c, setAnswer, said, NO_STORE)
  if (draft) answer.headers.set('ETag', `"${draft.revision}"`)
  return answer
}

async function answerTask(c: Page, task: SetTask): Promise<Response> {
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return await answerSet(c)
  return refused(c, outcome.refusal, task.faults.length > 0 ? { faults: task.faults } : undefined)
}

async function step(c: Page, action: SetAction): Promise<Response> {
  const expectedRevision = seenVersion(c)
  if (expectedRevision === null) return problem(c, 'version_needed')
  const wish = { action, expectedRevision, key: idempotencyKey(c) }
  return await answerTask(c, await stepDraft(asking(c), wish))
}

const editing = { audience: 'staff', permission: 'standard.edit', allowance: 'writes' } as const
const DRAFT = '/api/v1/desk/standards/draft'
const answers = { 200: jsonContent(setAnswer, AFTER), ...WRITING }

const current = apiRoute({
  ...({ audience: 'staff', permission: 'standard.see' } as const),
  route: {
    method: 'get',
    path: '/api/v1/desk/standards',
    summary: 'The set in force, minima and all, and the draft for those who edit it',
    responses: { 200: jsonContent(setAnswer, AFTER), ...refusals(401, 403) },
  },
  handler: answerSet,
})

const start = apiRoute({
  ...editing,
  route: {
    method: 'post',
    path: DRAFT,
    summary: 'Begins the next version as a copy of the newest one',
    request: { body: body(draftBody) },
    responses: { 200: answers[200], ...refusals(...CREATING) },
  },
  handler: async (c) => {
    const { number } = c.req.valid('json')
    return await answerTask(c, await startDraft(asking(c), { number, key: idempotencyKey(c) }))
  },
})

const head = apiRoute({
  ...editing,
  route: {
    method: 'patch',
    path: DRAFT,
    summary: 'Number, scope and supervisor of the draft, with its revision in If-Match',
    request: { body: body(headSchema) },
    responses: answers,
  },
  handler: (c) => step(c, { type: 'edit_head', head: c.req.valid('json') }),
})

const put = apiRoute({
  ...editing,
  route: {
    method: 'put',
    path: `${DRAFT}/standards/{id}`,
    summary: 'One standard of the draft, new or in other words',
    request: { params: idParams, body: body(standardSchema.omit({ id: true })) },
    responses: answers,
  },
  handler: async (c) => {
    const standard = standardSchema.safeParse({ ...c.req.valid('json'), ...c.req.valid('param') })
    if (!standard.success) {
      return problem(c, 'invalid_value', { errors: [{ field: 'id', code: 'invalid' }] })
    }
    return await step(c, { type: 'put', standard: standard.data })
  },
})

const drop = apiRoute({
  ...editing,
  route: {
    method: 'post',
    path: `${DRAFT}/standards/{id}/drop`,
    summary: 'Drops one standard from the draft',
    request: { params: idParams },
    responses: answers,
  },
  handler: (c) => step(c, { type: 'drop', ...c.req.valid('param') }),
})

const publish = apiRoute({
  ...({ audience: 'staff', permission: 'standard.publish', allowance: 'writes' } as const),
  route: {
    method: 'post',
    path: `${DRAFT}/publish`,
    summary: 'Publishes the draft, which nothing changes from then on',
    request: { body: body(publishBody) },
    responses: answers,
  },
  handler: (c) => step(c, { type: 'publish', ...c.req.valid('json') }),
})

const pledging = { audience: 'staff', permission: 'pledge.edit' } as const
const PLEDGES = '/api/v1/desk/pledges'

async function pledge(c: Page, wish: Omit<PledgeWish, 'key'>): Promise<Response> {
  const task = await editPledge(asking(c), { ...wish, key: idempotencyKey(c) })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') {
    return answerJson(c, pledgeAnswer, { pledge: outcome.answer }, NO_STORE)
  }
  const { parts, minimum } = task
  return refused(c, outcome.refusal, minimum ? { parts, minimum } : undefined)
}

const ofPlace = apiRoute({
  ...pledging,
  route: {
    method: 'get',
    path: PLEDGES,
    summary: 'The promises at an outlet or a region, with the version of its own pledge',
    request: { query: placeQuery },
    responses: { 200: jsonContent(pledgesAnswer, 'As they hold'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const { place } = c.req.valid('query')
    const found = await pledgesOfPlace(asking(c), place)
    if ('refusal' in found) return refused(c, found.refusal)
    const versionOf = (id: string) =>
      found.own.find(({ standardId }) => standardId === id)?.version ?? 0
    const standards = found.standards.map((held) => ({
      ...effectiveJson(held),
      version: versionOf(held.standard.id),
    }))
    return answerJson(c, pledgesAnswer, { place, standards }, NO_STORE)
  },
})

const give = apiRoute({
  ...{ ...pledging, allowance: 'writes' },
  route: {
    method: 'post',
    path: PLEDGES,
    summary: 'Promises more than headquarters at an outlet or in a region',
    request: { body: body(pledgeBody) },
    responses: { 200: jsonContent(pledgeAnswer, 'Its version'), ...refusals(...CREATING) },
  },
  handler: (c) => {
    const { version: expectedVersion, place, standardId, ...said } = c.req.valid('json')
    return pledge(c, { place, standardId, expectedVersion, action: { type: 'pledge', ...said } })
  },
})

const withdraw = apiRoute({
  ...{ ...pledging, allowance: 'writes' },
  route: {
    method: 'post',
    path: `${PLEDGES}/withdraw`,
    summary: 'Takes such a promise back',
    request: { body: body(withdrawalBody) },
    responses: { 200: jsonContent(pledgeAnswer, 'Its version'), ...refusals(...CREATING) },
  },
  handler: (c) => {
    const { version: expectedVersion, place, standardId } = c.req.valid('json')
    return pledge(c, { place, standardId, expectedVersion, action: { type: 'withdraw' } })
  },
})

export const standardApiRoutes: readonly DeclaredRoute[] = [
  ...[current, start, head, put, drop, publish],
  ...[ofPlace, give, withdraw],
]
