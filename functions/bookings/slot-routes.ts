import { z } from '@hono/zod-openapi'
import { BOOKABLE_SERVICES } from '#domain/repairs/repair.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { instant, limitUpTo } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { alternativesTo } from './alternatives-json.ts'
import { carryHold } from './carry-hold-routes.ts'
import { listSlots } from './list-slots.ts'

const slotSchema = z.object({
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  free: z.int(),
})
const slotsAnswer = z.object({
  slots: z.array(slotSchema),
  unconfirmedDays: z.array(z.iso.date()).openapi({ description: 'Only the outlet can say' }),
  zone: z.string(),
})

const SLOT_MS = 30 * 60_000

const slots = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/outlets/{code}/slots',
    summary: 'Slots of an outlet with what is free in each, full ones too',
    request: {
      params: z.object({ code: z.string().max(12) }),
      query: z.object({
        from: z.iso.date().optional(),
        days: limitUpTo(31, 7),
        service: z.enum(BOOKABLE_SERVICES).default('repair'),
      }),
    },
    responses: { 200: jsonContent(slotsAnswer, 'In order of time'), ...refusals(404, 409, 422) },
  },
  handler: async (c) => {
    const { from = null, days, service } = c.req.valid('query')
    const outletCode = c.req.valid('param').code.toUpperCase()
    const offer = await listSlots(c.var.context, { outletCode, service, from, days })
    if (offer.kind === 'refused') return refused(c, offer.refusal)
    const { zone } = offer.outlet
    return answerJson(
      c,
      slotsAnswer,
      {
        slots: offer.days.flatMap((day) =>
          day.slots.map(({ startsAt, free }) => ({
            startsAt: isoAt(startsAt, zone),
            endsAt: isoAt(startsAt + SLOT_MS, zone),
            free,
          })),
        ),
        unconfirmedDays: offer.days
          .filter(({ state }) => state === 'unconfirmed')
          .map(({ date }) => date),
        zone,
      },
      'no-store',
    )
  },
})

const holdAnswer = z.object({
  hold: z.object({
    id: z.string(),
    outletCode: z.string(),
    startsAt: z.iso.datetime({ offset: true }),
    service: z.enum(BOOKABLE_SERVICES),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
})

const hold = apiRoute({
  audience: 'public',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/holds',
    summary: 'Keeps a slot for ten minutes',
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({
              outletCode: z.string().max(12),
              startsAt: instant(),
              service: z.enum(BOOKABLE_SERVICES).default('repair'),
            }),
          },
        },
      },
    },
    responses: {
      201: jsonContent(holdAnswer, 'Kept'),
      ...refusals(400, 403, 404, 409, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const { outletCode, startsAt, service } = c.req.valid('json')
    const code = outletCode.toUpperCase()
    const wish = { outletCode: code, startsAt, service, key: idempotencyKey(c) }
    const outcome = await carryHold(context, wish)
    if (outcome.kind === 'refused') {
      const extra = await alternativesTo(context, { ...wish, refusal: outcome.refusal })
      return refused(c, outcome.refusal, extra)
    }
    const { hold: held, zone } = outcome
    const body: z.input<typeof holdAnswer> = {
      hold: {
        ...held,
        startsAt: isoAt(held.startsAt, zone),
        expiresAt: isoAt(held.expiresAt, zone),
      },
    }
    return c.json(body, 201, { 'Cache-Control': 'no-store' })
  },
})

export const slotRoutes: readonly DeclaredRoute[] = [slots, hold]
