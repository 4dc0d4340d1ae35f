import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { readTracking } from '#domain/repairs/tracking.ts'
import { writeRows } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion, versionTag } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { setTicket, type Ticket, ticketOf } from '#functions/http/ticket-cookie.ts'
import { actOnRepair } from './act-on-repair.ts'
import { lookUpRepair } from './look-up-repair.ts'
import { repairAnswer, repairJson } from './repair-json.ts'
import { showRepair } from './show-repair.ts'

const lookupBody = z.object({
  code: z
    .string()
    .max(40)
    .transform((text, ctx): string => {
      const code = readTicketCode(text)
      if (code !== null) return code
      ctx.addIssue({ code: 'custom', params: { code: 'mistyped_ticket' } })
      return z.NEVER
    })
    .openapi({ type: 'string', example: '7K3M-9QXF-2T8B-V' }),
  phoneLast4: z.string().regex(/^\d{4}$/),
})

/** The repair as it stands now, for its holder. */
async function answerRepair(c: Context<AppEnv>, code: string): Promise<Response> {
  const shown = await showRepair(c.var.context, code)
  if (!shown) return problem(c, 'unknown_repair')
  const answer = answerJson(c, repairAnswer, { repair: repairJson(shown) }, 'no-store')
  const { repair, booking } = shown
  answer.headers.set('ETag', versionTag(repair.version, booking?.version ?? null))
  return answer
}

const lookup = apiRoute({
  audience: 'public',
  allowance: 'lookups',
  route: {
    method: 'post',
    path: '/api/v1/repairs/lookup',
    summary: 'Finds a repair by its code and the last four digits of its phone, and gives a ticket',
    request: { body: { required: true, content: { 'application/json': { schema: lookupBody } } } },
    responses: {
      200: jsonContent(repairAnswer, 'The repair; the cookie `__Host-ticket` is set'),
      ...refusals(400, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const { code, phoneLast4: last4 } = c.req.valid('json')
    const { rows, answer } = await lookUpRepair(context, { code, last4 })
    const found = answer(await writeRows(rows[0].database, rows))
    if (found.kind === 'locked') {
      const seconds = Math.ceil((found.until - context.now) / 1000)
      return problem(c, 'lookup_locked', { headers: { 'Retry-After': String(seconds) } })
    }
    if (found.kind === 'miss') return problem(c, 'unknown_repair')
    await setTicket(c, { code: found.code, via: 'lookup', askVersion: null })
    return await answerRepair(c, found.code)
  },
})

const codeParam = z.object({ code: z.string().max(40) })

const mine = apiRoute({
  audience: 'ticket',
  allowance: 'lookups',
  route: {
    method: 'get',
    path: '/api/v1/repairs/{code}',
    summary: 'The repair that the ticket in hand is for',
    request: { params: codeParam },
    responses: { 200: jsonContent(repairAnswer, 'The repair'), ...refusals(401, 404, 429) },
  },
  handler: async (c) => {
    const ticket = await ticketFor(c, c.req.valid('param').code)
    return ticket ? await answerRepair(c, ticket.code) : problem(c, 'no_session')
  },
})

/** The ticket in hand, if it is for this code. */
export async function ticketFor(c: Context<AppEnv>, code: string): Promise<Ticket | null> {
  const ticket = await ticketOf(c)
  return ticket !== null && ticket.code === readTicketCode(code) ? ticket : null
}

/** The customer behind a ticket; money is agreed by the link of the very ask it is about. */
export const customerBy = ({ askVersion }: Ticket, askInHand: number | null): Actor => ({
  id: 'customer',
  roles: ['customer'],
  via: askVersion !== null && askVersion === askInHand ? 'link' : 'lookup',
})

export const CUSTOMER_ACTIONS = [
  'accept',
  'decline',
  'withdraw',
  'cancel',
  'post',
  'delivered',
] as const

const actionBody = z.object({
  askVersion: z.int().optional(),
  reason: z.string().trim().max(60).optional(),
  courier: z.string().trim().max(40).nullish(),
  tracking: z
    .string()
    .max(60)
    .transform((typed, ctx): string => {
      const number = readTracking(typed)
      if (number !== null) return number
      ctx.addIssue({ code: 'custom', params: { code: 'invalid' } })
      return z.NEVER
    })
    .openapi({ type: 'string', example: 'SF1234567890' })
    .nullish(),
})

/** A reason in a customer's own words is personal; the event says only that there was one. */
const REASON = 'customer'

function actionOf(
  type: (typeof CUSTOMER_ACTIONS)[number],
  said: z.output<typeof actionBody>,
  { askVersion }: Ticket,
): RepairAction {
  const version = said.askVersion ?? askVersion ?? 0
  switch (type) {
    case 'accept':
      return { type, askVersion: version, evidence: null }
    case 'decline':
      return { type, askVersion: version, reason: REASON, evidence: null }
    case 'withdraw':
      return { type, reason: REASON }
    case 'cancel':
      return { type, proof: null }
    case 'post':
      return { type, courier: said.courier ?? null, tracking: said.tracking ?? null }
    case 'delivered':
      return { type }
  }
}

const act = apiRoute({
  audience: 'ticket',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/repairs/{code}/actions/{action}',
    summary: 'A step of the customer, with the ticket in hand and the version seen in If-Match',
    request: {
      params: codeParam.extend({ action: z.enum(CUSTOMER_ACTIONS) }),
      body: { content: { 'application/json': { schema: actionBody } } },
    },
    responses: {
      200: jsonContent(repairAnswer, 'The repair after it'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const { code, action: type } = c.req.valid('param')
    const ticket = await ticketFor(c, code)
    if (!ticket) return problem(c, 'no_session')
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const said = c.req.valid('json') ?? {}
    const { couriers } = context.config.mailIn
    if (said.courier && !couriers.some(({ id }) => id === said.courier)) {
      return problem(c, 'invalid_value', { errors: [{ field: 'courier', code: 'not_allowed' }] })
    }
    const action = actionOf(type, said, ticket)
    const asked = action.type === 'accept' || action.type === 'decline' ? action.askVersion : null
    const step = {
      ...{ code: ticket.code, action, expectedVersion, actor: customerBy(ticket, asked) },
      ...{ happenedAt: null, key: idempotencyKey(c) },
      ...(said.reason ? { personal: { words: { [`${type}_reason`]: said.reason } } } : {}),
    }
    const outcome = await carryStep(() => actOnRepair(context, step))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return await answerRepair(c, ticket.code)
  },
})

export const repairRoutes: readonly DeclaredRoute[] = [lookup, mine, act]
