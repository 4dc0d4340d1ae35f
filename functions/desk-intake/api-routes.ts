import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { instant } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { quickPath } from '#functions/repairs/quick-path.ts'
import { registerRepair } from '#functions/repairs/register-repair.ts'
import { repairAnswer, repairJson } from '#functions/repairs/repair-json.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { staffAction } from '#functions/repairs/staff-action.ts'
import { agreedActions, quickPathBody, readRegister, registerBody } from './intake-json.ts'

const late = { happenedAt: instant().nullish() }
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** The repair after it, for whoever took it in. */
async function answerRepair(c: Context<AppEnv>, code: string): Promise<Response> {
  const shown = await showRepair(c.var.context, code)
  if (!shown) return problem(c, 'unknown_repair')
  const answer = answerJson(c, repairAnswer, { repair: repairJson(shown) }, 'no-store')
  answer.headers.set('ETag', `"${shown.repair.version}"`)
  return answer
}

function termsOf(c: Context<AppEnv>) {
  const { currency, countries, catalogue } = c.var.context.config
  return { currency, country: countries[0], catalogue }
}

const register = apiRoute({
  audience: 'staff',
  permission: 'intake.register',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/repairs',
    summary: 'Registers a walk-in’s device: requested and received at once',
    request: {
      params: z.object({ outlet: z.string().max(12) }),
      body: body(registerBody.extend(late).openapi('RegisterRepair')),
    },
    responses: {
      200: jsonContent(repairAnswer, 'The repair'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { happenedAt = null, ...said } = c.req.valid('json')
    const ticket = said.ticket ? readTicketCode(said.ticket) : null
    if (said.ticket && !ticket) {
      return problem(c, 'invalid_value', { errors: [{ field: 'ticket', code: 'mistyped_ticket' }] })
    }
    const outletCode = c.req.valid('param').outlet.toUpperCase()
    const key = idempotencyKey(c)
    const read = readRegister(said, { terms: termsOf(c), outletCode, ticket, key, happenedAt })
    if (!read.ok) return problem(c, 'invalid_value', { errors: [read] })
    const asking = { ...c.var.context, staff: staffIn(c) }
    const outcome = await carryStep(() => registerRepair(asking, read.wish))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return await answerRepair(c, outcome.answer.code)
  },
})

const quick = apiRoute({
  audience: 'staff',
  permission: 'intake.take',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/repairs/{code}/quick-path',
    summary: 'Received, diagnosed, asked and accepted at the counter, with the version in If-Match',
    request: {
      params: z.object({ code: z.string().max(40) }),
      body: body(quickPathBody.extend(late).openapi('QuickPath')),
    },
    responses: {
      200: jsonContent(repairAnswer, 'The repair after it'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const { receive, agreed, happenedAt = null } = c.req.valid('json')
    const code = readTicketCode(c.req.valid('param').code)
    if (!code) return problem(c, 'unknown_repair')
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const terms = termsOf(c)
    const taken = staffAction('receive', receive, terms)
    const shown = await showRepair(c.var.context, code)
    if (!taken || !shown) return problem(c, 'unknown_repair')
    const { faultCode: fault } = shown.repair
    const step = {
      ...{ ...taken, code, expectedVersion, happenedAt, key: idempotencyKey(c) },
      followedBy: agreedActions(agreed, { fault, terms }),
    }
    const asking = { ...c.var.context, staff: staffIn(c) }
    const outcome = await carryStep(() => quickPath(asking, step))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return await answerRepair(c, code)
  },
})

export const intakeApiRoutes: readonly DeclaredRoute[] = [register, quick]
