import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { FEEDBACK_KINDS, type FeedbackAction } from '#domain/feedback/feedback.ts'
import { THEMES } from '#domain/feedback/themes.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { cursorFrom, cursorTo, sealedCursor } from '#functions/http/list-cursor.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { actOnFeedback } from './act-on-feedback.ts'
import { complaintOfSuspicion } from './confirm-suspicion.ts'
import { feedbackCursor } from './desk-pages.tsx'
import { deskFeedbackAnswer, deskFeedbackList, deskJson, listedJson } from './feedback-json.ts'
import { LONGEST_SAID } from './feedback-query.ts'
import { FEEDBACK_LISTS, listFeedback } from './list-feedback.ts'
import { seenAs } from './see-feedback.ts'
import { showFeedback } from './show-feedback.ts'

type Api = Context<AppEnv>

const asking = (c: Api) => ({ ...c.var.context, staff: staffIn(c) })

const list = apiRoute({
  audience: 'staff',
  permission: 'feedback.see',
  route: {
    method: 'get',
    path: '/api/v1/desk/feedback',
    summary:
      'Feedback that the asker sees: to do, due first; suspected complaints; all, newest first',
    request: {
      query: z.object({
        list: z.enum(FEEDBACK_LISTS).default('todo'),
        kind: z.enum(FEEDBACK_KINDS).optional(),
        cursor: sealedCursor,
      }),
    },
    responses: { 200: jsonContent(deskFeedbackList, 'Without words'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { list: wanted, kind = null, cursor: from } = c.req.valid('query')
    const begins = await cursorFrom(c, feedbackCursor(wanted), from)
    if ('refused' in begins) return begins.refused
    const { listed, next } = await listFeedback(asking(c), { list: wanted, kind, ...begins })
    const nextCursor = await cursorTo(c, feedbackCursor(wanted), next)
    const body = { feedback: listed.map(listedJson), nextCursor }
    return answerJson(c, deskFeedbackList, body, 'no-store')
  },
})

async function answerOne(c: Api, typed: string): Promise<Response> {
  const code = readTicketCode(typed)
  const shown = code === null ? null : await showFeedback(c.var.context, code)
  if (!shown) return problem(c, 'unknown_feedback')
  const seen = await seenAs(asking(c), shown.feedback)
  if ('refusal' in seen) return problem(c, seen.refusal)
  const access = { subject: `feedback/${code}`, staffId: staffIn(c).id, act: 'opened' }
  await writeRows(shown.database, [noteAccess(shown.database, access, c.var.context)])
  const answer = answerJson(c, deskFeedbackAnswer, { feedback: deskJson(shown) }, 'no-store')
  answer.headers.set('ETag', `"${shown.feedback.version}"`)
  return answer
}

const codeParam = z.object({ code: z.string().max(40) })

const one = apiRoute({
  audience: 'staff',
  permission: 'feedback.see',
  route: {
    method: 'get',
    path: '/api/v1/desk/feedback/{code}',
    summary: 'One piece of feedback with its words, its version in ETag',
    request: { params: codeParam },
    responses: { 200: jsonContent(deskFeedbackAnswer, 'It'), ...refusals(401, 403, 404) },
  },
  handler: (c) => answerOne(c, c.req.valid('param').code),
})

const STEPS = ['answer', 'solve', 'tag', 'suspect', 'confirm', 'dismiss'] as const

const stepBody = z.object({
  words: z.string().trim().max(LONGEST_SAID).optional(),
  isSolved: z.boolean().optional(),
  themes: z.array(z.enum(THEMES)).max(THEMES.length).optional(),
})

type Said = z.output<typeof stepBody>

function actionsOf(
  type: Exclude<(typeof STEPS)[number], 'confirm'>,
  { isSolved, themes = [] }: Said,
): readonly [FeedbackAction, ...FeedbackAction[]] {
  if (type === 'tag') return [{ type, themes: THEMES.filter((theme) => themes.includes(theme)) }]
  return type === 'answer' && isSolved ? [{ type }, { type: 'solve' }] : [{ type }]
}

/** The complaint that a confirmed suspicion is, registered; or why it isn't. */
async function confirmed(
  c: Api,
  code: string,
  expectedVersion: number,
): Promise<{ readonly refusal: string } | { readonly action: FeedbackAction }> {
  const task = await complaintOfSuspicion(asking(c), { code, expectedVersion })
  if ('refusal' in task) return task
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') return { refusal: outcome.refusal }
  return { action: { type: 'confirm', complaint: outcome.answer.code } }
}

const act = apiRoute({
  audience: 'staff',
  permission: 'feedback.act',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/feedback/{code}/actions/{action}',
    summary: 'A step of staff, with the version seen in If-Match',
    request: {
      params: codeParam.extend({ action: z.enum(STEPS) }),
      body: { content: { 'application/json': { schema: stepBody } } },
    },
    responses: {
      200: jsonContent(deskFeedbackAnswer, 'The feedback after it'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const { code: typed, action: type } = c.req.valid('param')
    const code = readTicketCode(typed)
    if (!code) return problem(c, 'unknown_feedback')
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const said = c.req.valid('json') ?? {}
    const ruling = type === 'confirm' ? await confirmed(c, code, expectedVersion) : null
    if (ruling && 'refusal' in ruling) return refused(c, ruling.refusal)
    const actions = ruling
      ? ([ruling.action] as const)
      : actionsOf(type as Exclude<typeof type, 'confirm'>, said)
    const step = { code, actions, expectedVersion, by: staffIn(c), words: said.words ?? '' }
    const outcome = await carryStep(() =>
      actOnFeedback(c.var.context, { ...step, key: idempotencyKey(c) }),
    )
    return outcome.kind === 'refused' ? refused(c, outcome.refusal) : await answerOne(c, code)
  },
})

export const feedbackDeskApiRoutes: readonly DeclaredRoute[] = [list, one, act]
