import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { cursorFrom, cursorTo, sealedCursor } from '#functions/http/list-cursor.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { carryDeskStep, type DeskStep } from './carry-callback-routes.ts'
import { CALLBACKS } from './desk-pages.tsx'
import { carryWave } from './desk-routes.ts'
import { listCallbacks } from './list-callbacks.ts'
import { showFigures } from './show-figures.ts'
import { listWaves, showWave } from './show-waves.ts'
import {
  begunAnswer,
  callbackJson,
  callbackList,
  overviewAnswer,
  overviewJson,
  shownWaveJson,
  stepAnswer,
  tryBody,
  verdictBody,
  waveAnswer,
  waveBody,
  waveJson,
  waveList,
} from './survey-json.ts'

type Page = Context<AppEnv>

const NO_STORE = 'no-store'
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const WRITING = [400, 401, 403, 404, 409, 415, 422, 428, 429] as const
const named = z.object({ id: z.string().max(60) })
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

async function step(c: Page, id: string, what: DeskStep): Promise<Response> {
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const seen = { id, expectedVersion, key: idempotencyKey(c) }
  const outcome = await carryDeskStep(asking(c), seen, what)
  if (outcome.kind === 'refused') return refused(c, outcome.refusal)
  return answerJson(c, stepAnswer, { callback: outcome.answer }, NO_STORE)
}

const list = apiRoute({
  ...{ audience: 'staff', permission: 'callback.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/callbacks',
    summary: 'Answers that wait for the desk, the first due first; no names',
    request: { query: z.object({ cursor: sealedCursor }) },
    responses: { 200: jsonContent(callbackList, 'One page'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const from = await cursorFrom(c, CALLBACKS, c.req.valid('query').cursor)
    if ('refused' in from) return from.refused
    const { listed, next } = await listCallbacks(asking(c), from.after)
    const nextCursor = await cursorTo(c, CALLBACKS, next)
    const page = { callbacks: listed.map(callbackJson), nextCursor }
    return answerJson(c, callbackList, page, NO_STORE)
  },
})

const tried = apiRoute({
  ...{ audience: 'staff', permission: 'callback.act', allowance: 'writes' },
  route: {
    method: 'post',
    path: '/api/v1/desk/callbacks/{id}/tries',
    summary: 'How a try to call somebody back ended, with the version seen in If-Match',
    request: { params: named, ...body(tryBody) },
    responses: { 200: jsonContent(stepAnswer, 'The survey after it'), ...refusals(...WRITING) },
  },
  handler: (c) => step(c, c.req.valid('param').id, { kind: 'call', ...c.req.valid('json') }),
})

const decided = apiRoute({
  ...{ audience: 'staff', permission: 'feedback.decide', allowance: 'writes' },
  route: {
    method: 'post',
    path: '/api/v1/desk/callbacks/{id}/suspicion',
    summary: 'Whether a comment that sounds dissatisfied is a complaint, with If-Match',
    request: { params: named, ...body(verdictBody) },
    responses: { 200: jsonContent(stepAnswer, 'The survey after it'), ...refusals(...WRITING) },
  },
  handler: (c) => step(c, c.req.valid('param').id, { kind: 'verdict', ...c.req.valid('json') }),
})

const figures = apiRoute({
  ...{ audience: 'staff', permission: 'survey.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/surveys/figures',
    summary: 'What surveys said of the last three months, with n and 95 % intervals',
    request: { query: z.object({ outlet: z.string().max(12).optional() }) },
    responses: { 200: jsonContent(overviewAnswer, 'Figures'), ...refusals(401, 403, 404, 422) },
  },
  handler: async (c) => {
    const outlet = c.req.valid('query').outlet?.toUpperCase() ?? null
    const overview = await showFigures(asking(c), outlet)
    if ('refusal' in overview) return refused(c, overview.refusal)
    return answerJson(c, overviewAnswer, overviewJson(overview), NO_STORE)
  },
})

const waves = apiRoute({
  ...{ audience: 'staff', permission: 'survey.edit' },
  route: {
    method: 'get',
    path: '/api/v1/desk/surveys/waves',
    summary: 'Waves of the panel, newest first',
    responses: { 200: jsonContent(waveList, 'Waves'), ...refusals(401, 403) },
  },
  handler: async (c) => {
    const rows = await listWaves(asking(c))
    if ('refusal' in rows) return refused(c, rows.refusal)
    return answerJson(c, waveList, { waves: rows.map(waveJson) }, NO_STORE)
  },
})

const wave = apiRoute({
  ...{ audience: 'staff', permission: 'survey.edit' },
  route: {
    method: 'get',
    path: '/api/v1/desk/surveys/waves/{id}',
    summary: 'A wave with its gaps, from 100 answers on',
    request: { params: named },
    responses: { 200: jsonContent(waveAnswer, 'The wave'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const shown = await showWave(asking(c), c.req.valid('param').id)
    if ('refusal' in shown) return refused(c, shown.refusal)
    return answerJson(c, waveAnswer, shownWaveJson(shown), NO_STORE)
  },
})

const begin = apiRoute({
  ...{ audience: 'staff', permission: 'survey.edit', allowance: 'writes' },
  route: {
    method: 'post',
    path: '/api/v1/desk/surveys/waves',
    summary: 'Asks a random sample of the repairs that ended in a period',
    request: body(waveBody),
    responses: { 200: jsonContent(begunAnswer, 'The wave'), ...refusals(...CREATING) },
  },
  handler: async (c) => {
    const outcome = await carryWave(c, { ...c.req.valid('json'), key: idempotencyKey(c) })
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return answerJson(c, begunAnswer, { wave: outcome.answer }, NO_STORE)
  },
})

export const surveyApiRoutes: readonly DeclaredRoute[] = [
  ...[list, tried, decided, figures],
  ...[waves, wave, begin],
]
