import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { FEEDBACK_KINDS } from '#domain/feedback/feedback.ts'
import { THEMES } from '#domain/feedback/themes.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { setVoice, voiceOf } from '#functions/http/voice-cookie.ts'
import { lookUpVoice } from '#functions/repairs/look-up-voice.ts'

import { actOnFeedback } from './act-on-feedback.ts'
import { feedbackAnswer, ownJson } from './feedback-json.ts'
import { CONSENT_WORDING, LONGEST_SAID } from './feedback-query.ts'
import { CUSTOMER, registerFeedback } from './register-feedback.ts'
import { showFeedback } from './show-feedback.ts'
import { contactTried } from './status-routes.ts'
import { contactOf, linkTo, toldFields, toldThing } from './told-json.ts'

type Api = Context<AppEnv>

const tellBody = z.object({
  ...toldFields,
  kind: z.enum(FEEDBACK_KINDS),
  topic: z.enum(THEMES).nullish(),
})

const toldAnswer = z.object({ feedback: toldThing })

const tell = apiRoute({
  audience: 'public',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/feedback',
    summary: 'Puts a question, a suggestion or a commendation on record, anonymously or not',
    request: { body: { required: true, content: { 'application/json': { schema: tellBody } } } },
    responses: {
      200: jsonContent(toldAnswer, 'Its reference code'),
      ...refusals(400, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const { kind, words, topic = null, outletCode = null, contact, locale } = c.req.valid('json')
    const who = contactOf(contact, context.config.countries[0])
    if (who === 'refused') {
      return problem(c, 'invalid_value', {
        errors: [{ field: 'contact.reach', code: 'not_a_phone' }],
      })
    }
    const task = await registerFeedback(context, {
      ...{ kind, topic, said: words, contact: who, locale, outlet: outletCode, repair: null },
      ...{ channel: 'web_form', isFormal: true, receivedAt: null, answered: null },
      touchpoint: 'web',
      consent: who && { wording: CONSENT_WORDING },
      key: idempotencyKey(c),
    })
    const outcome = await carryOut(task)
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const { code } = outcome.answer
    const link = who?.phone || who?.email ? null : await linkTo(context, `feedback/${code}`)
    return answerJson(c, toldAnswer, { feedback: { code: spellCode(code), link } }, 'no-store')
  },
})

const lookupBody = z.object({ code: z.string().max(40), contact: z.string().max(120) })
const lookupAnswer = z.object({
  found: z.object({ kind: z.enum(['feedback', 'complaint']), code: z.string() }),
})

const lookup = apiRoute({
  audience: 'public',
  allowance: 'lookups',
  route: {
    method: 'post',
    path: '/api/v1/feedback/lookup',
    summary: 'Finds feedback or a complaint by its code and contact, and gives a ticket',
    description: 'The contact is the last four digits of the phone, or the whole e-mail.',
    request: { body: { required: true, content: { 'application/json': { schema: lookupBody } } } },
    responses: {
      200: jsonContent(lookupAnswer, 'What it is; the cookie `__Host-voice` is set'),
      ...refusals(400, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const typed = c.req.valid('json')
    const code = readTicketCode(typed.code)
    const contact = contactTried(typed.contact)
    if (code === null || contact === null) {
      return problem(c, 'invalid_value', {
        errors: [
          ...(code === null ? [{ field: 'code', code: 'mistyped_ticket' } as const] : []),
          ...(contact === null ? [{ field: 'contact', code: 'invalid' } as const] : []),
        ],
      })
    }
    const { rows, answer } = await lookUpVoice(context, { code, contact })
    const judged = answer(await writeRows(rows[0].database, rows))
    if (judged.kind === 'locked') {
      const seconds = Math.ceil((judged.until - context.now) / 1000)
      return problem(c, 'lookup_locked', { headers: { 'Retry-After': String(seconds) } })
    }
    if (judged.kind === 'miss') return problem(c, 'unknown_feedback')
    await setVoice(c, { subject: judged.subject, via: 'lookup' })
    const kind = judged.isComplaint ? 'complaint' : 'feedback'
    return answerJson(c, lookupAnswer, { found: { kind, code: spellCode(code) } }, 'no-store')
  },
})

async function answerOwn(c: Api, code: string): Promise<Response> {
  const shown = await showFeedback(c.var.context, code)
  if (!shown) return problem(c, 'unknown_feedback')
  const answer = answerJson(c, feedbackAnswer, { feedback: ownJson(shown) }, 'no-store')
  answer.headers.set('ETag', `"${shown.feedback.version}"`)
  return answer
}

/** The code that the ticket in hand is for; null = for another, or none. */
async function ownCode(c: Api, typed: string): Promise<string | null> {
  const code = readTicketCode(typed)
  const voice = await voiceOf(c)
  return code !== null && voice?.subject === `feedback/${code}` ? code : null
}

const codeParam = z.object({ code: z.string().max(40) })

const mine = apiRoute({
  audience: 'ticket',
  scheme: 'voice',
  allowance: 'lookups',
  route: {
    method: 'get',
    path: '/api/v1/feedback/{code}',
    summary: 'The feedback that the ticket in hand is for, with its answers',
    request: { params: codeParam },
    responses: { 200: jsonContent(feedbackAnswer, 'The feedback'), ...refusals(401, 404, 429) },
  },
  handler: async (c) => {
    const code = await ownCode(c, c.req.valid('param').code)
    return code ? await answerOwn(c, code) : problem(c, 'no_session')
  },
})

const stepBody = z.object({ words: z.string().trim().max(LONGEST_SAID).optional() })

const act = apiRoute({
  audience: 'ticket',
  scheme: 'voice',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/feedback/{code}/actions/{action}',
    summary: 'Whether it is solved, with the ticket in hand and the version seen in If-Match',
    request: {
      params: codeParam.extend({ action: z.enum(['solve', 'reopen']) }),
      body: { content: { 'application/json': { schema: stepBody } } },
    },
    responses: {
      200: jsonContent(feedbackAnswer, 'The feedback after it'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const { code: typed, action: type } = c.req.valid('param')
    const code = await ownCode(c, typed)
    if (!code) return problem(c, 'no_session')
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const words = c.req.valid('json')?.words ?? ''
    const step = { code, actions: [{ type }], expectedVersion, by: CUSTOMER, words } as const
    const outcome = await carryStep(() =>
      actOnFeedback(c.var.context, { ...step, key: idempotencyKey(c) }),
    )
    return outcome.kind === 'refused' ? refused(c, outcome.refusal) : await answerOwn(c, code)
  },
})

export const feedbackApiRoutes: readonly DeclaredRoute[] = [tell, lookup, mine, act]
