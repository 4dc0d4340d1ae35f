import { z } from '@hono/zod-openapi'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { isMonth, monthsBetween } from '#domain/voices/period.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { kpiLine, kpiLines } from '#functions/kpis/kpi-lines.ts'
import { readFigures } from '#functions/kpis/read-figures.ts'
import { kpiAnswer, kpiList, lineJson, monthsJson } from './kpi-json.ts'

const NO_STORE = 'no-store'
const MONTH_LETTERS = 7

const scope = z.string().max(70).optional().openapi({
  description: '`network`, `region/{id}`, `partner/{id}`, `outlet/{code}`; one’s own first place',
})
const month = (description: string) =>
  z
    .string()
    .transform((text, ctx): string => {
      if (isMonth(text)) return text
      ctx.addIssue({ code: 'custom', params: { code: 'invalid' } })
      return z.NEVER
    })
    .optional()
    .openapi({ type: 'string', description, example: '2026-10' })

type Clock = Parameters<typeof networkZone>[0]
const thisMonth = (config: Clock, now: number): string =>
  wallTimeIn(networkZone(config), now).date.slice(0, MONTH_LETTERS)

const seeing = { audience: 'staff', permission: 'kpi.see' } as const
const REFUSED = refusals(401, 403, 404, 422)

const list = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/kpis',
    summary: 'All figures of a place and a month',
    request: { query: z.object({ scope, month: month('The month that runs, unless named') }) },
    responses: { 200: jsonContent(kpiList, 'In the registry’s order'), ...REFUSED },
  },
  handler: async (c) => {
    const { config, now } = c.var.context
    const said = c.req.valid('query')
    const wish = { place: said.scope ?? null, month: said.month ?? thisMonth(config, now), back: 2 }
    const read = await readFigures({ ...c.var.context, staff: staffIn(c) }, wish)
    if ('refusal' in read) return problem(c, read.refusal)
    const kpis = kpiLines(read).map(lineJson)
    const answer = { scope: kpiPlaceKey(read.place), month: read.month, kpis, nextCursor: null }
    return answerJson(c, kpiList, answer, NO_STORE)
  },
})

const one = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/kpis/{id}',
    summary: 'One figure of a place by month',
    request: {
      params: z.object({ id: z.string().max(40) }),
      query: z.object({
        scope,
        from: month('As `to`, unless named; twelve months at most'),
        to: month('The month that runs, unless named'),
      }),
    },
    responses: { 200: jsonContent(kpiAnswer, 'Oldest month first'), ...REFUSED },
  },
  handler: async (c) => {
    const { config, now } = c.var.context
    const id = FIGURE_IDS.find((known) => known === c.req.valid('param').id)
    if (!id) return problem(c, 'not_found')
    const said = c.req.valid('query')
    const to = said.to ?? thisMonth(config, now)
    const months = monthsBetween(said.from ?? to, to)
    if (!months) {
      return problem(c, 'invalid_value', { errors: [{ field: 'from', code: 'out_of_range' }] })
    }
    const wish = { place: said.scope ?? null, month: to, back: months.length }
    const read = await readFigures({ ...c.var.context, staff: staffIn(c) }, wish)
    if ('refusal' in read) return problem(c, read.refusal)
    const kpi = monthsJson(kpiLine(read, id), kpiPlaceKey(read.place))
    return answerJson(c, kpiAnswer, { kpi }, NO_STORE)
  },
})

export const kpiApiRoutes: readonly DeclaredRoute[] = [list, one]
