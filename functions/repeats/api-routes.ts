import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { RepeatAction } from '#domain/repeats/decide-repeat.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { cursorFrom, cursorTo, sealedCursor } from '#functions/http/list-cursor.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { listRepeats } from './list-repeats.ts'
import {
  classificationBody,
  contestBody,
  decisionBody,
  repeatAnswer,
  repeatJson,
  repeatsAnswer,
  shownJson,
} from './repeat-json.ts'
import { showRepeat } from './see-repeat.ts'
import { stepRepeat } from './step-repeat.ts'

type Api = Context<AppEnv>

/** The list that cursors of returns are sealed for. */
export const REPEATS = 'repeats'

const asking = (c: Api) => ({ ...c.var.context, staff: staffIn(c) })
const params = z.object({ code: z.string().max(40) })

const list = apiRoute({
  ...{ audience: 'staff', permission: 'repeat.classify' },
  route: {
    method: 'get',
    path: '/api/v1/desk/repeats',
    summary:
      'Devices back within 30 days that wait for the asker to say why, or to decide a contest',
    request: { query: z.object({ cursor: sealedCursor }) },
    responses: { 200: jsonContent(repeatsAnswer, 'One page'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const from = await cursorFrom(c, REPEATS, c.req.valid('query').cursor)
    if ('refused' in from) return from.refused
    const page = await listRepeats(asking(c), from.after)
    if ('refusal' in page) return problem(c, page.refusal)
    const nextCursor = await cursorTo(c, REPEATS, page.next)
    const repeats = page.listed.map(repeatJson)
    return answerJson(c, repeatsAnswer, { repeats, nextCursor }, 'no-store')
  },
})

async function answerRepeat(c: Api, code: string): Promise<Response> {
  const shown = await showRepeat(asking(c), code)
  if ('refusal' in shown) return problem(c, shown.refusal)
  const answer = answerJson(c, repeatAnswer, shownJson(shown), 'no-store')
  answer.headers.set('ETag', `"${shown.repeat.version}"`)
  return answer
}

const one = apiRoute({
  ...{ audience: 'staff', permission: 'repeat.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/repeats/{code}',
    summary: 'A device that came back, why, and what the asker may do about that',
    request: { params },
    responses: { 200: jsonContent(repeatAnswer, 'The return'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    return code ? await answerRepeat(c, code) : problem(c, 'not_found')
  },
})

type Said = { readonly action: RepeatAction; readonly words: string }

async function step(c: Api, typed: string, said: (version: number) => Said): Promise<Response> {
  const code = readTicketCode(typed)
  if (!code) return problem(c, 'not_found')
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const wish = { code, expectedVersion, key: idempotencyKey(c), ...said(expectedVersion) }
  const outcome = await carryStep(() => stepRepeat(asking(c), wish))
  return outcome.kind === 'done' ? await answerRepeat(c, code) : refused(c, outcome.refusal)
}

const stepping = { audience: 'staff', allowance: 'writes' } as const
const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
})
const STEPPED = {
  200: jsonContent(repeatAnswer, 'The return after it'),
  ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
}

const classify = apiRoute({
  ...{ ...stepping, permission: 'repeat.classify' },
  route: {
    method: 'post',
    path: '/api/v1/desk/repeats/{code}/classification',
    summary: 'Says why a device is back, or says it anew, with the version seen in If-Match',
    request: { params, body: bodyOf(classificationBody) },
    responses: STEPPED,
  },
  handler: (c) => {
    const { reason, words = '' } = c.req.valid('json')
    return step(c, c.req.valid('param').code, (version) => ({
      ...{ action: { type: version === 0 ? 'classify' : 'reclassify', reason }, words },
    }))
  },
})

const contest = apiRoute({
  ...{ ...stepping, permission: 'repeat.contest' },
  route: {
    method: 'post',
    path: '/api/v1/desk/repeats/{code}/contest',
    summary: 'Contests, once, that a return is charged to an outlet of one’s own',
    request: { params, body: bodyOf(contestBody) },
    responses: STEPPED,
  },
  handler: (c) => {
    const { words } = c.req.valid('json')
    return step(c, c.req.valid('param').code, () => ({ action: { type: 'contest' }, words }))
  },
})

const decide = apiRoute({
  ...{ ...stepping, permission: 'repeat.decide' },
  route: {
    method: 'post',
    path: '/api/v1/desk/repeats/{code}/decision',
    summary: 'Decides a contest, by somebody who neither classified nor contested it',
    request: { params, body: bodyOf(decisionBody) },
    responses: STEPPED,
  },
  handler: (c) => {
    const { words, ...said } = c.req.valid('json')
    const action =
      said.verdict === 'uphold'
        ? { type: said.verdict }
        : { type: said.verdict, reason: said.reason }
    return step(c, c.req.valid('param').code, () => ({ action, words }))
  },
})

export const repeatApiRoutes: readonly DeclaredRoute[] = [list, one, classify, contest, decide]
