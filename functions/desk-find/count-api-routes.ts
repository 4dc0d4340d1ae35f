import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { beginCount } from './begin-count.ts'
import { carryScan } from './carry-scan-routes.ts'
import {
  begunAnswer,
  countAnswer,
  countJson,
  countsAnswer,
  countsJson,
  scanAnswer,
  scanBody,
  scanJson,
} from './count-json.ts'
import { endCount } from './end-count.ts'
import { outletCode } from './find-json.ts'
import { listCounts, showCount } from './show-count.ts'
import { scanText } from './views/scan-text.ts'

const staff = { audience: 'staff', permission: 'devices.count' } as const
const PATH = '/api/v1/desk/outlets/{outlet}/counts'
const atOutlet = z.object({ outlet: outletCode })
const ofCount = z.object({ outlet: outletCode, id: z.string().max(60) })

const asking = (c: Context<AppEnv>) => ({ ...c.var.context, staff: staffIn(c) })

const list = apiRoute({
  ...staff,
  route: {
    method: 'get',
    path: PATH,
    summary: 'An outlet’s counts of its phones, the last first',
    request: { params: atOutlet },
    responses: { 200: jsonContent(countsAnswer, 'At most 30'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const listed = await listCounts(asking(c), c.req.valid('param').outlet)
    if (listed.kind === 'refused') return refused(c, listed.refusal)
    return answerJson(c, countsAnswer, countsJson(listed.counts, listed.outlet.zone), 'no-store')
  },
})

const begin = apiRoute({
  ...staff,
  allowance: 'writes',
  route: {
    method: 'post',
    path: PATH,
    summary: 'Begins the day’s count, or goes on with the one begun today',
    request: { params: atOutlet },
    responses: { 201: jsonContent(begunAnswer, 'Begun'), ...refusals(401, 403, 404, 422, 429) },
  },
  handler: async (c) => {
    const { outlet } = c.req.valid('param')
    const outcome = await carryOut(await beginCount(asking(c), { outlet, key: idempotencyKey(c) }))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const count = { id: outcome.answer.id, outletCode: outlet }
    return c.json({ count }, 201, { 'Cache-Control': 'no-store' })
  },
})

async function answerCount(c: Context<AppEnv>, named: z.output<typeof ofCount>) {
  const shown = await showCount(asking(c), named)
  if (shown.kind === 'refused') return refused(c, shown.refusal)
  return answerJson(c, countAnswer, countJson(shown.count), 'no-store')
}

const show = apiRoute({
  ...staff,
  route: {
    method: 'get',
    path: `${PATH}/{id}`,
    summary: 'A count: found, unknown and, once finished, missing phones',
    request: { params: ofCount },
    responses: { 200: jsonContent(countAnswer, 'The count'), ...refusals(401, 403, 404) },
  },
  handler: (c) => answerCount(c, c.req.valid('param')),
})

const scan = apiRoute({
  ...staff,
  route: {
    method: 'post',
    path: `${PATH}/{id}/scans`,
    summary: 'Counts one phone by its label or IMEI',
    request: {
      params: ofCount,
      body: { required: true, content: { 'application/json': { schema: scanBody } } },
    },
    responses: {
      200: jsonContent(scanAnswer, 'Found, scanned before, or not on record here'),
      ...refusals(400, 401, 403, 404, 409, 415, 422),
    },
  },
  handler: async (c) => {
    const { locale } = c.var.context
    const typed = c.req.valid('json').code
    const scanned = await carryScan(c, { ...c.req.valid('param'), typed })
    if (scanned === 'unreadable') {
      const errors = [{ field: 'code', code: 'mistyped_ticket' } as const]
      return problem(c, 'invalid_value', { errors })
    }
    if (typeof scanned === 'string') return refused(c, scanned)
    return answerJson(c, scanAnswer, scanJson(scanned, scanText(locale, scanned)), 'no-store')
  },
})

const finish = apiRoute({
  ...staff,
  route: {
    method: 'post',
    path: `${PATH}/{id}/finish`,
    summary: 'Ends a count: what lies here by the records and wasn’t scanned is missing',
    request: { params: ofCount },
    responses: { 200: jsonContent(countAnswer, 'What came of it'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const named = c.req.valid('param')
    const ended = await endCount(asking(c), named)
    if (ended.kind === 'refused') return refused(c, ended.refusal)
    await writeRows(ended.database, ended.rows)
    return await answerCount(c, named)
  },
})

export const countApiRoutes: readonly DeclaredRoute[] = [list, begin, show, scan, finish]
