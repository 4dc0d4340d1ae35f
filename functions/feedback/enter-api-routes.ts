import { z } from '@hono/zod-openapi'
import { CHANNEL_RULES, FEEDBACK_CHANNELS, TOUCHPOINTS } from '#domain/feedback/channels.ts'
import { FEEDBACK_KINDS } from '#domain/feedback/feedback.ts'
import { THEMES } from '#domain/feedback/themes.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { type FieldError, problem } from '#functions/http/problem.ts'
import { instant } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { enterFeedback } from './enter-feedback.ts'
import {
  CONSENT_WORDING,
  LONGEST_NAME,
  LONGEST_REACH,
  LONGEST_SAID,
  readContact,
} from './feedback-query.ts'
import type { FeedbackWish } from './register-feedback.ts'

const words = z.string().trim().min(1).max(LONGEST_SAID)

const enterBody = z
  .object({
    kind: z.enum(FEEDBACK_KINDS),
    channel: z.enum(FEEDBACK_CHANNELS),
    isFormal: z.boolean(),
    receivedAt: instant(),
    words,
    topic: z.enum(THEMES).nullable().default(null),
    touchpoint: z
      .enum(TOUCHPOINTS)
      .nullable()
      .default(null)
      .openapi({ description: 'None: the channel’s usual one' }),
    outletCode: z.string().trim().toUpperCase().max(12).nullable().default(null),
    repairCode: z.string().trim().max(40).nullable().default(null),
    contact: z
      .object({
        reach: z.string().trim().max(LONGEST_REACH),
        name: z.string().trim().max(LONGEST_NAME).nullable().default(null),
        consent: z.literal(true),
      })
      .nullable()
      .default(null)
      .openapi({ description: 'None: anonymous' }),
    locale: z.enum(['en', 'zh-CN']),
    answered: z
      .object({ words, isSolved: z.boolean().default(false) })
      .nullable()
      .default(null)
      .openapi({ description: 'What was answered on the spot' }),
  })
  .openapi('NewFeedback')

type Entered = z.output<typeof enterBody>

/** What is to be entered, once its codes and its contact are read; else the field that is at fault. */
function wishOf(
  { words: said, outletCode, repairCode, contact: told, ...facts }: Entered,
  country: string,
): { readonly wish: Omit<FeedbackWish, 'key'> } | { readonly fault: FieldError } {
  const repair = repairCode === null ? null : readTicketCode(repairCode)
  const contact = readContact({ reach: told?.reach ?? '', name: told?.name ?? '' }, country)
  if (repairCode !== null && repair === null) {
    return { fault: { field: 'repairCode', code: 'mistyped_ticket' } }
  }
  if (contact === 'refused') {
    return { fault: { field: 'contact.reach', code: 'not_a_phone' } }
  }
  return {
    wish: {
      ...{ ...facts, repair, contact, said },
      outlet: outletCode || null,
      touchpoint: facts.touchpoint ?? CHANNEL_RULES[facts.channel].touchpoint,
      consent: contact && { wording: CONSENT_WORDING },
    },
  }
}

const enteredAnswer = z.object({ feedback: z.object({ code: z.string() }) })

const enter = apiRoute({
  audience: 'staff',
  permission: 'feedback.enter',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/feedback',
    summary: 'Enters what reached us by any channel, with when it did',
    request: { body: { required: true, content: { 'application/json': { schema: enterBody } } } },
    responses: {
      200: jsonContent(enteredAnswer, 'Its reference code'),
      ...refusals(400, 401, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const read = wishOf(c.req.valid('json'), context.config.countries[0])
    if ('fault' in read) return problem(c, 'invalid_value', { errors: [read.fault] })
    const outcome = await carryOut(
      await enterFeedback(
        { ...context, staff: staffIn(c) },
        { ...read.wish, key: idempotencyKey(c) },
      ),
    )
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const feedback = { code: spellCode(outcome.answer.code) }
    return answerJson(c, enteredAnswer, { feedback }, 'no-store')
  },
})

export const feedbackEnterApiRoutes: readonly DeclaredRoute[] = [enter]
