import { z } from '@hono/zod-openapi'
import { HOTLINE_SOLUTIONS, HOTLINE_TOPICS, LOGGED_RESULTS } from '#domain/desk/hotline-codes.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { requestBody } from '#functions/bookings/request-json.ts'
import type { FieldCode } from '#functions/http/problem.ts'
import { instant } from '#functions/http/query.ts'
import { repairAnswer } from '#functions/repairs/repair-json.ts'
import { outletCode } from './find-json.ts'

/** A ticket code in any spelling. */
export const ticketCode = z
  .string()
  .max(40)
  .transform((typed, ctx): string => {
    const code = readTicketCode(typed)
    if (code) return code
    ctx.addIssue({ code: 'custom', params: { code: 'mistyped_ticket' satisfies FieldCode } })
    return z.NEVER
  })
  .openapi({ type: 'string', example: '7K3M-9QXF-2T8B-V' })

const about = { topic: z.enum(HOTLINE_TOPICS), code: ticketCode.nullish() }

export const solvedBody = z.object({ ...about, solution: z.enum(HOTLINE_SOLUTIONS) })
export const callBody = z.object({ ...about, result: z.enum(LOGGED_RESULTS) })
export const callAnswer = z.object({ call: z.object({ id: z.string() }) })

export const callList = z.object({
  calls: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      result: z.string(),
      topic: z.string(),
      code: z.string().nullable(),
    }),
  ),
})

export const checkBody = z.object({
  code: ticketCode,
  phoneLast4: z
    .string()
    .regex(/^\d{4}$/)
    .nullish(),
  name: z.string().trim().min(1).max(80).nullish(),
  model: z.string().trim().min(1).max(60).nullish(),
})

export const checkAnswer = z.object({
  isCaller: z.boolean(),
  sentences: z
    .object({ en: z.string(), 'zh-CN': z.string() })
    .nullable()
    .openapi({ description: 'What may be told, and nothing else; null = tell nothing' }),
})

export const callerBody = requestBody.extend({
  outletCode,
  startsAt: instant().nullish().openapi({ description: 'Of a visit; none = by post' }),
  pickUp: z.enum(['door', 'own']).default('own'),
  pickUpAddress: z.string().trim().min(1).max(300).nullish(),
})
export const callerAnswer = repairAnswer
