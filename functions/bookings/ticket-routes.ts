import { z } from '@hono/zod-openapi'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVisit } from '#functions/http/command-headers.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { instant } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { repairAnswer, repairJson } from '#functions/repairs/repair-json.ts'
import { customerBy, ticketFor } from '#functions/repairs/repair-routes.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { alternativesTo } from './alternatives-json.ts'
import { cancelBooking } from './cancel-booking.ts'
import { moveBooking } from './move-booking.ts'

const codeParam = z.object({ code: z.string().max(40) })
const ERRORS = refusals(400, 401, 403, 404, 409, 415, 422, 428, 429)

const move = apiRoute({
  audience: 'ticket',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/bookings/{code}/move',
    summary: 'Moves a visit to another slot of its outlet; the booking’s version in If-Match',
    request: {
      params: codeParam,
      body: {
        required: true,
        content: { 'application/json': { schema: z.object({ startsAt: instant() }) } },
      },
    },
    responses: { 200: jsonContent(repairAnswer, 'The repair with its visit'), ...ERRORS },
  },
  handler: async (c) => {
    const { context } = c.var
    const ticket = await ticketFor(c, c.req.valid('param').code)
    if (!ticket) return problem(c, 'no_session')
    const expectedVersion = seenVisit(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const { startsAt } = c.req.valid('json')
    const { code } = ticket
    const step = { code, startsAt, expectedVersion, actor: customerBy(ticket, null) }
    const key = idempotencyKey(c)
    const outcome = await carryStep(() => moveBooking(context, { ...step, key }))
    const shown = await showRepair(context, code)
    if (outcome.kind === 'refused' || !shown) {
      const { outlet: outletCode = '', service = 'repair' } = shown?.booking ?? {}
      const refusal = outcome.kind === 'refused' ? outcome.refusal : 'unknown_booking'
      const missed = { outletCode, startsAt, service, refusal }
      return refused(c, refusal, await alternativesTo(context, missed))
    }
    return answerJson(c, repairAnswer, { repair: repairJson(shown) }, 'no-store')
  },
})

const cancel = apiRoute({
  audience: 'ticket',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/bookings/{code}/cancel',
    summary: 'Cancels a visit and its repair; the booking’s version in If-Match',
    request: { params: codeParam },
    responses: { 200: jsonContent(repairAnswer, 'The repair, cancelled'), ...ERRORS },
  },
  handler: async (c) => {
    const { context } = c.var
    const ticket = await ticketFor(c, c.req.valid('param').code)
    if (!ticket) return problem(c, 'no_session')
    const expectedVersion = seenVisit(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const { code } = ticket
    const step = { code, expectedVersion, actor: customerBy(ticket, null), key: idempotencyKey(c) }
    const outcome = await carryStep(() => cancelBooking(context, step))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const shown = await showRepair(context, code)
    if (!shown) return problem(c, 'unknown_booking')
    return answerJson(c, repairAnswer, { repair: repairJson(shown) }, 'no-store')
  },
})

export const ticketRoutes: readonly DeclaredRoute[] = [move, cancel]
