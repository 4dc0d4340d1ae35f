import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readHoldId } from '#domain/bookings/hold-id.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { repairAnswer, repairJson } from '#functions/repairs/repair-json.ts'
import { requestMailIn } from '#functions/repairs/request-mail-in.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { statusLink } from '#functions/repairs/status-link.ts'
import { alternativesTo } from './alternatives-json.ts'
import { bookVisit } from './book-visit.ts'
import { mailInCentre } from './mail-in-centre.ts'
import { mailInBody, readRequest, type requestBody, visitBody } from './request-json.ts'

const links = z.object({ status: z.url().openapi({ description: 'The customer’s page' }) })
const bookedAnswer = repairAnswer.extend({
  booking: z.object({
    code: z.string(),
    status: z.string(),
    outletCode: z.string(),
    startsAt: z.string().nullable(),
    version: z.int(),
  }),
  links,
})
const requestedAnswer = repairAnswer.extend({ links })

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const ERRORS = refusals(400, 403, 404, 409, 415, 422, 429)

function read(c: Context<AppEnv>, said: z.output<typeof requestBody>) {
  const { config } = c.var.context
  return readRequest(said, {
    catalogue: config.catalogue,
    country: config.countries[0],
    currency: config.currency,
    key: idempotencyKey(c),
  })
}

const badField = (c: Context<AppEnv>, { field, code }: Parameters<typeof asError>[0]) =>
  problem(c, 'invalid_value', { errors: [asError({ field, code })] })
const asError = (error: { field: string; code: import('#functions/http/problem.ts').FieldCode }) =>
  error

/** The new repair as its status page would show it, with the link to that page. */
async function told(c: Context<AppEnv>, code: string) {
  const { context } = c.var
  const shown = await showRepair(context, code)
  if (!shown) throw new Error('a repair that was just written is not there')
  const { repair, booking } = shown
  const json = repairJson(shown)
  return {
    repair: json,
    booking: booking && {
      code: spellCode(code),
      status: booking.status,
      outletCode: booking.outlet,
      startsAt: json.booking?.startsAt ?? null,
      version: booking.version,
    },
    links: { status: await statusLink(context, repair) },
  }
}

const book = apiRoute({
  audience: 'public',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/bookings',
    summary: 'Books a visit, with the repair it is for; both share one code',
    request: { body: body(visitBody) },
    responses: { 201: jsonContent(bookedAnswer, 'Booked'), ...ERRORS },
  },
  handler: async (c) => {
    const { outletCode = null, startsAt = null, holdId = null, ...said } = c.req.valid('json')
    const request = read(c, said)
    if (!request.ok) return badField(c, request)
    if (holdId === null && (outletCode === null || startsAt === null)) {
      return badField(c, {
        field: outletCode === null ? 'outletCode' : 'startsAt',
        code: 'required',
      })
    }
    const { context } = c.var
    const wish = { ...request.wish, holdId, outletCode, startsAt }
    const outcome = await carryOut(await bookVisit(context, wish))
    if (outcome.kind === 'refused') {
      const place = (holdId ? readHoldId(holdId) : null) ?? {
        outlet: outletCode ?? '',
        startsAt: startsAt ?? 0,
      }
      const { refusal } = outcome
      const missed = { outletCode: place.outlet, startsAt: place.startsAt, service: said.service }
      return refused(c, refusal, await alternativesTo(context, { ...missed, refusal }))
    }
    return c.json(await told(c, outcome.answer.code), 201, { 'Cache-Control': 'no-store' })
  },
})

const mailIn = apiRoute({
  audience: 'public',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/repairs',
    summary: 'Asks for a repair by post',
    request: { body: body(mailInBody) },
    responses: { 201: jsonContent(requestedAnswer, 'Accepted: send the phone in'), ...ERRORS },
  },
  handler: async (c) => {
    const said = c.req.valid('json')
    const request = read(c, said)
    if (!request.ok) return badField(c, request)
    const { context } = c.var
    const outletCode = said.outletCode ?? (await mailInCentre(context))
    if (!outletCode) return badField(c, { field: 'outletCode', code: 'required' })
    const task = await requestMailIn(context, {
      ...request.wish,
      wayBack: said.wayBack ?? 'post',
      ...{ outletCode, pickUp: 'own', insuredMinor: null, pickUpAddress: null },
    })
    const outcome = await carryOut(task)
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const { repair, links: found } = await told(c, outcome.answer.code)
    return c.json({ repair, links: found }, 201, { 'Cache-Control': 'no-store' })
  },
})

export const bookingRoutes: readonly DeclaredRoute[] = [book, mailIn]
