import { z } from '@hono/zod-openapi'
import { isMonth } from '#domain/voices/period.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { scorecardAnswer, scorecardJson } from './scorecard-json.ts'
import { showScorecard } from './show-scorecard.ts'

const month = z
  .string()
  .transform((text, ctx): string => {
    if (isMonth(text)) return text
    ctx.addIssue({ code: 'custom', params: { code: 'invalid' } })
    return z.NEVER
  })
  .optional()
  .openapi({
    type: 'string',
    description: 'The newest closed one, unless named',
    example: '2026-10',
  })

const one = apiRoute({
  ...{ audience: 'staff', permission: 'scorecard.see' },
  route: {
    method: 'get',
    path: '/api/v1/scorecards/{outlet}',
    summary: 'An outlet’s month with every point and why, and where its qualification stands',
    request: { params: z.object({ outlet: z.string().max(12) }), query: z.object({ month }) },
    responses: {
      200: jsonContent(scorecardAnswer, 'The scorecard'),
      ...refusals(401, 403, 404, 422),
    },
  },
  handler: async (c) => {
    const asking = { ...c.var.context, staff: staffIn(c) }
    const code = c.req.valid('param').outlet.toUpperCase()
    const shown = await showScorecard(asking, code, c.req.valid('query').month ?? null)
    if ('refusal' in shown) return refused(c, shown.refusal)
    return answerJson(c, scorecardAnswer, { scorecard: scorecardJson(shown) }, 'no-store')
  },
})

export const scorecardApiRoutes: readonly DeclaredRoute[] = [one]
