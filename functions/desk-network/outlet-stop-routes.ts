import { z } from '@hono/zod-openapi'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { countLeftBehind } from '#functions/outlets/edit-operation.ts'
import { findOutlet } from '#functions/outlets/edit-outlet.ts'

const query = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  forGood: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'true: as if it closed now, whatever the dates' }),
})

const leftAnswer = z.object({
  leftBehind: z
    .object({
      visits: z.int().openapi({ description: 'Booked in that time: their customers are told' }),
      phones: z.int().openapi({ description: 'There, or on their way there' }),
    })
    .openapi('LeftBehind'),
})

const leftBehind = apiRoute({
  ...{ audience: 'staff', permission: 'outlet.edit' },
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}/left-behind',
    summary: 'What suspending an outlet in [from, until), or closing it, would leave to somebody',
    request: { params: z.object({ outlet: z.string().max(12) }), query },
    responses: { 200: jsonContent(leftAnswer, 'Counted now'), ...refusals(401, 403, 404, 422) },
  },
  handler: async (c) => {
    const { context } = c.var
    const code = c.req.valid('param').outlet.toUpperCase()
    const seen = await findOutlet({ ...context, staff: staffIn(c) }, code, 'outlet.edit')
    if (!seen.ok) return refused(c, seen.refusal)
    const { from = null, until = null, forGood } = c.req.valid('query')
    const stop = forGood === 'true' ? 'close' : { from, until, reason: null }
    const { visits, phones } = await countLeftBehind(context, seen.found, stop)
    return answerJson(c, leftAnswer, { leftBehind: { visits, phones } }, 'no-store')
  },
})

export const outletStopRoutes: readonly DeclaredRoute[] = [leftBehind]
