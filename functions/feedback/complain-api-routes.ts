import { z } from '@hono/zod-openapi'
import { COMPLAINT_CAUSES } from '#domain/complaints/complaint.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { CONSENT_WORDING } from './feedback-query.ts'
import { sendComplaint } from './send-complaint.ts'
import { contactOf, linkTo, toldFields, toldThing } from './told-json.ts'

const complainBody = z
  .object({ ...toldFields, cause: z.enum(COMPLAINT_CAUSES).nullish() })
  .openapi('Complain')
const complainAnswer = z.object({ complaint: toldThing })

const complain = apiRoute({
  audience: 'public',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/complaints',
    summary: 'Registers a complaint, anonymously or not; its clocks run from now on',
    request: {
      body: { required: true, content: { 'application/json': { schema: complainBody } } },
    },
    responses: {
      200: jsonContent(complainAnswer, 'Its reference code'),
      ...refusals(400, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const { words, cause = null, outletCode = null, contact, locale } = c.req.valid('json')
    const who = contactOf(contact, context.config.countries[0])
    if (who === 'refused') {
      const errors = [{ field: 'contact.reach', code: 'not_a_phone' as const }]
      return problem(c, 'invalid_value', { errors })
    }
    const outcome = await carryOut(
      await sendComplaint(context, {
        ...{ channel: 'web_form', isFormal: true, outlet: outletCode, repair: null, locale },
        ...{ contact: who, said: words, cause, key: idempotencyKey(c) },
        consent: who && { wording: CONSENT_WORDING },
      }),
    )
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const { code } = outcome.answer
    const link = who?.phone || who?.email ? null : await linkTo(context, `complaint/${code}`)
    return answerJson(c, complainAnswer, { complaint: { code: spellCode(code), link } }, 'no-store')
  },
})

export const complainApiRoutes: readonly DeclaredRoute[] = [complain]
