import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CallerSays } from '#domain/desk/hotline-check.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readRequest } from '#functions/bookings/request-json.ts'
import { carryOut, type Task } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { repairJson } from '#functions/repairs/repair-json.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { carryForCaller } from './carry-caller-routes.ts'
import { checkCaller } from './check-caller-routes.ts'
import {
  callAnswer,
  callBody,
  callerAnswer,
  callerBody,
  callList,
  checkAnswer,
  checkBody,
  solvedBody,
} from './hotline-json.ts'
import { type CallWish, logHotlineCall, ownCalls } from './log-call.ts'
import { bookForCaller, mailInForCaller } from './register-caller.ts'
import { toldSentences } from './views/told-sentences.ts'

type Page = Context<AppEnv>

const staff = { audience: 'staff', permission: 'hotline.use' } as const
const ERRORS = refusals(400, 401, 403, 404, 409, 415, 422)

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

async function log(c: Page, wish: Omit<CallWish, 'key'>): Promise<Response> {
  const asking = { ...c.var.context, staff: staffIn(c) }
  const task = await logHotlineCall(asking, { ...wish, key: idempotencyKey(c) })
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') return refused(c, outcome.refusal)
  return c.json({ call: outcome.answer }, 201, { 'Cache-Control': 'no-store' })
}

const solved = apiRoute({
  ...staff,
  takesKey: true,
  route: {
    method: 'post',
    path: '/api/v1/desk/hotline/contacts',
    summary: 'A question solved on the spot: counts as a solved contact',
    request: { body: body(solvedBody) },
    responses: { 201: jsonContent(callAnswer, 'Logged'), ...ERRORS },
  },
  handler: async (c) => {
    const { topic, solution, code = null } = c.req.valid('json')
    return await log(c, { result: 'solved', topic, solution, code })
  },
})

const calls = apiRoute({
  ...staff,
  takesKey: true,
  route: {
    method: 'post',
    path: '/api/v1/desk/hotline/calls',
    summary: 'Logs a call that ended otherwise',
    request: { body: body(callBody) },
    responses: { 201: jsonContent(callAnswer, 'Logged'), ...ERRORS },
  },
  handler: async (c) => {
    const { topic, result, code = null } = c.req.valid('json')
    return await log(c, { result, topic, solution: null, code })
  },
})

const own = apiRoute({
  ...staff,
  route: {
    method: 'get',
    path: '/api/v1/desk/hotline/calls',
    summary: 'One’s own last calls',
    responses: { 200: jsonContent(callList, 'The last first'), ...refusals(401, 403) },
  },
  handler: async (c) => {
    const rows = await ownCalls({ ...c.var.context, staff: staffIn(c) })
    const listed = rows.map(({ id, at, result, topic, code }) => ({
      ...{ id, at: new Date(at).toISOString(), result, topic },
      code: code && spellCode(code),
    }))
    return answerJson(c, callList, { calls: listed }, 'no-store')
  },
})

type Check = z.output<typeof checkBody>

const saysOf = ({ phoneLast4, name, model }: Check): CallerSays | null => {
  if (phoneLast4) return { kind: 'digits', last4: phoneLast4 }
  return name && model ? { kind: 'name', name, model } : null
}

const checks = apiRoute({
  ...staff,
  takesKey: true,
  route: {
    method: 'post',
    path: '/api/v1/desk/hotline/status-checks',
    summary: 'What may be told of a repair, once the caller has shown whose it is',
    request: { body: body(checkBody) },
    responses: { 200: jsonContent(checkAnswer, 'Checked and logged'), ...ERRORS },
  },
  handler: async (c) => {
    const said = c.req.valid('json')
    const says = saysOf(said)
    if (!says)
      return problem(c, 'invalid_value', { errors: [{ field: 'phoneLast4', code: 'required' }] })
    const told = await checkCaller(c, { code: said.code, says }, idempotencyKey(c))
    if (told.kind === 'refused') return refused(c, told.refusal)
    if (told.kind === 'mismatch') {
      return answerJson(c, checkAnswer, { isCaller: false, sentences: null }, 'no-store')
    }
    const spoken = new Map(toldSentences(told.shown, c.var.context))
    const sentences = { en: spoken.get('en') ?? '', 'zh-CN': spoken.get('zh-CN') ?? '' }
    return answerJson(c, checkAnswer, { isCaller: true, sentences }, 'no-store')
  },
})

type Caller = z.output<typeof callerBody>
type Asked = { readonly kind: 'task'; readonly task: Task<{ readonly code: string }, string> }

async function register(c: Page, said: Caller) {
  const { context } = c.var
  const { catalogue, countries, currency } = context.config
  const terms = { catalogue, country: countries[0], currency, key: idempotencyKey(c) }
  const request = readRequest(said, terms)
  if (!request.ok) return request
  const asking = { ...context, staff: staffIn(c) }
  const { outletCode, startsAt, pickUp, pickUpAddress = null } = said
  const { wish } = request
  const registered: Asked | { kind: 'refused'; refusal: string } =
    startsAt != null
      ? await bookForCaller(asking, { ...wish, outletCode, startsAt })
      : await mailInForCaller(asking, {
          ...{ ...wish, outletCode, pickUp, pickUpAddress, insuredMinor: null },
          wayBack: said.wayBack ?? 'post',
        })
  return { ok: true as const, registered }
}

const repairs = apiRoute({
  ...staff,
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/hotline/repairs',
    summary: 'Books a visit for a caller, or asks for a repair by post',
    request: { body: body(callerBody) },
    responses: { 201: jsonContent(callerAnswer, 'Registered: read the code aloud'), ...ERRORS },
  },
  handler: async (c) => {
    const asked = await register(c, c.req.valid('json'))
    if (!asked.ok) return problem(c, 'invalid_value', { errors: [asked] })
    const { registered } = asked
    if (registered.kind === 'refused') return refused(c, registered.refusal)
    const outcome = await carryForCaller(c, registered.task)
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const shown = await showRepair(c.var.context, outcome.answer.code)
    if (!shown) throw new Error('a repair that was just written is not there')
    return c.json({ repair: repairJson(shown) }, 201, { 'Cache-Control': 'no-store' })
  },
})

export const hotlineApiRoutes: readonly DeclaredRoute[] = [solved, calls, own, checks, repairs]
