import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { invalidValues } from '#functions/http/validate.ts'
import { alternativesTo } from './alternatives-json.ts'
import { arriveWalkIn } from './arrive-walk-in.ts'
import { carryDraw } from './carry-draw-routes.ts'
import { showVisit } from './show-visit.ts'
import { takeVisitStep } from './take-visit-step.ts'
import {
  readStep,
  VISIT_STEPS,
  visitAnswer,
  visitJson,
  visitSteps,
  walkInBody,
} from './visit-json.ts'

const ERRORS = refusals(400, 401, 403, 404, 409, 415, 422, 428, 429)

/** The visit after a step, for whoever took it. */
async function answerVisit(c: Context<AppEnv>, code: string): Promise<Response> {
  const seen = await showVisit({ ...c.var.context, staff: staffIn(c) }, code)
  if (!seen.ok) return refused(c, seen.refusal)
  const answer = answerJson(c, visitAnswer, { visit: visitJson(seen.visit) }, 'no-store')
  answer.headers.set('ETag', `"${seen.visit.booking.version}"`)
  return answer
}

const see = apiRoute({
  audience: 'staff',
  permission: 'booking.act',
  route: {
    method: 'get',
    path: '/api/v1/desk/bookings/{code}',
    summary: 'A visit, with its version in ETag',
    request: { params: z.object({ code: z.string().max(40) }) },
    responses: { 200: jsonContent(visitAnswer, 'The visit'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    return code ? await answerVisit(c, code) : problem(c, 'unknown_booking')
  },
})

const act = apiRoute({
  audience: 'staff',
  permission: 'booking.act',
  allowance: 'writes',
  schemas: visitSteps.schemas,
  route: {
    method: 'post',
    path: '/api/v1/desk/bookings/{code}/actions/{action}',
    summary: 'A step of staff at a visit, with the version seen in If-Match',
    request: {
      params: z.object({ code: z.string().max(40), action: z.enum(VISIT_STEPS) }),
      body: visitSteps.body,
    },
    responses: { 200: jsonContent(visitAnswer, 'The visit after it'), ...ERRORS },
  },
  handler: async (c) => {
    const { context } = c.var
    const { code: typed, action } = c.req.valid('param')
    const code = readTicketCode(typed)
    if (!code) return problem(c, 'unknown_booking')
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const read = readStep(action, c.req.valid('json') ?? {})
    if (!read.ok) return invalidValues(c, read.error)
    const { step, happenedAt } = read
    const asking = { ...context, staff: staffIn(c) }
    const taken = { code, step, expectedVersion, happenedAt, key: idempotencyKey(c) }
    const outcome = await carryStep(() => takeVisitStep(asking, taken))
    if (outcome.kind === 'done') return await answerVisit(c, code)
    const { refusal } = outcome
    const seen = step.type === 'move' ? await showVisit(asking, code) : null
    if (step.type !== 'move' || !seen?.ok) return refused(c, refusal)
    const { outlet: outletCode, service } = seen.visit.booking
    const missed = { outletCode, service, startsAt: step.startsAt, refusal }
    return refused(c, refusal, await alternativesTo(context, missed))
  },
})

const walkIn = apiRoute({
  audience: 'staff',
  permission: 'queue.run',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/walk-ins',
    summary: 'Takes somebody without a booking into the queue: draws a ticket code and a number',
    request: {
      params: z.object({ outlet: z.string().max(40) }),
      body: { content: { 'application/json': { schema: walkInBody } } },
    },
    responses: { 200: jsonContent(visitAnswer, 'The visit that began'), ...refusals(...CREATING) },
  },
  handler: async (c) => {
    const asking = { ...c.var.context, staff: staffIn(c) }
    const outlet = c.req.valid('param').outlet.toUpperCase()
    const service = c.req.valid('json')?.service ?? 'repair'
    const wish = { outlet, service, key: idempotencyKey(c) }
    const outcome = await carryDraw(() => arriveWalkIn(asking, wish))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return await answerVisit(c, outcome.answer.code)
  },
})

export const deskVisitRoutes: readonly DeclaredRoute[] = [see, act, walkIn]
