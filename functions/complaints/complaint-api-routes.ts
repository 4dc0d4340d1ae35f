import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { COMPLAINT_LEVELS, COMPLAINT_STATUSES } from '#domain/complaints/complaint.ts'
import { defaultOwner } from '#domain/complaints/complaint-actor.ts'
import {
  isStaffComplaintStep,
  STAFF_COMPLAINT_STEPS,
  type StaffComplaintStep,
} from '#domain/complaints/complaint-fields.ts'
import { whoMayComplain } from '#domain/complaints/may-complain.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { writeRows } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { cursorFrom, cursorTo, sealedCursor } from '#functions/http/list-cursor.ts'
import { problem } from '#functions/http/problem.ts'
import { flag } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { invalidValues } from '#functions/http/validate.ts'
import { actOnComplaint, namedOnly } from './act-on-complaint.ts'
import {
  complaintAnswer,
  complaintJson,
  complaintsAnswer,
  oneComplaintJson,
} from './complaint-json.ts'
import { complaintNow } from './complaint-now.ts'
import { COMPLAINTS } from './desk-page-routes.ts'
import { enterComplaint } from './enter-complaint.ts'
import { faultOfStep } from './fault-of-step.ts'
import { listComplaints } from './list-complaints.ts'
import { enteredOf, newComplaintBody } from './new-complaint-query.ts'
import { complaintSeenBy } from './see-complaint.ts'
import { showComplaint } from './show-complaint.ts'
import { complaintSteps, readStep, type SaidStep } from './step-json.ts'

type Api = Context<AppEnv>

/** A complaint as its reader sees it; who opened it stands in the access log. */
async function answerComplaint(c: Api, code: string): Promise<Response> {
  const shown = await showComplaint({ ...c.var.context, staff: staffIn(c) }, code)
  if ('refusal' in shown) return problem(c, shown.refusal)
  await writeRows(shown.database, [shown.access])
  const { complaint, allowed, personal } = shown
  const body = oneComplaintJson(complaint, allowed, personal?.words ?? {})
  const answer = answerJson(c, complaintAnswer, body, 'no-store')
  answer.headers.set('ETag', `"${complaint.version}"`)
  return answer
}

const listQuery = z.object({
  cursor: sealedCursor,
  mine: flag().default(false),
  level: z.enum(COMPLAINT_LEVELS).optional(),
  status: z.enum(COMPLAINT_STATUSES).optional(),
})

const list = apiRoute({
  audience: 'staff',
  permission: 'complaint.see',
  route: {
    method: 'get',
    path: '/api/v1/desk/complaints',
    summary:
      'Open complaints that the asker sees, what is due first; closed ones, latest first, by status',
    request: { query: listQuery },
    responses: { 200: jsonContent(complaintsAnswer, 'One page'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { cursor, mine, level, status } = c.req.valid('query')
    const from = await cursorFrom(c, COMPLAINTS, cursor)
    if ('refused' in from) return from.refused
    const wish = { mine, level: level ?? '', status: status ?? '', after: from.after }
    const page = await listComplaints({ ...c.var.context, staff: staffIn(c) }, wish)
    const complaints = page.listed.map(({ complaint }) => complaintJson(complaint))
    const nextCursor = await cursorTo(c, COMPLAINTS, page.next)
    return answerJson(c, complaintsAnswer, { complaints, nextCursor }, 'no-store')
  },
})

const one = apiRoute({
  audience: 'staff',
  permission: 'complaint.see',
  route: {
    method: 'get',
    path: '/api/v1/desk/complaints/{code}',
    summary: 'A complaint with its rounds, what was said, and what the asker may do',
    request: { params: z.object({ code: z.string().max(40) }) },
    responses: { 200: jsonContent(complaintAnswer, 'The complaint'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    return code ? await answerComplaint(c, code) : problem(c, 'unknown_complaint')
  },
})

type RefusedStep = {
  readonly refusal: string
  readonly code: string
  readonly step: StaffComplaintStep
  readonly said: SaidStep
}

/** A refused step, with the value that it is about where it is one. */
async function refusedStep(c: Api, { refusal, code, step, said }: RefusedStep): Promise<Response> {
  const { context } = c.var
  const { hub, now } = context
  const complaint = refusal === 'unknown_complaint' ? null : await complaintNow(context, code)
  if (!complaint) return refused(c, refusal)
  const seen = await complaintSeenBy({ hub, staff: staffIn(c) }, complaint, 'complaint.act')
  if (!seen.ok) return refused(c, refusal)
  if (refusal === 'not_your_role') {
    const owner = complaint.owner === null ? defaultOwner(complaint) : null
    const who = whoMayComplain(complaint, step) ?? []
    return problem(c, refusal, {
      roles: who.map((role) => (role.endsWith('owner') ? (owner ?? role) : role)),
    })
  }
  const { happenedAt } = said
  const deciding = { now, happenedAt, actor: seen.actor, zone: complaint.zone }
  const fault = faultOfStep({ refusal, complaint, step, said, deciding })
  return refused(c, refusal, undefined, fault ? [fault] : [])
}

const act = apiRoute({
  audience: 'staff',
  permission: 'complaint.act',
  allowance: 'writes',
  schemas: complaintSteps.schemas,
  route: {
    method: 'post',
    path: '/api/v1/desk/complaints/{code}/actions/{action}',
    summary: 'A step of staff at a complaint, with the version seen in If-Match',
    request: {
      params: z.object({ code: z.string().max(40), action: z.enum(STAFF_COMPLAINT_STEPS) }),
      body: complaintSteps.body,
    },
    responses: {
      200: jsonContent(complaintAnswer, 'The complaint after it'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const { code: typed, action } = c.req.valid('param')
    const code = readTicketCode(typed)
    if (!code || !isStaffComplaintStep(action)) return problem(c, 'unknown_complaint')
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const said = readStep(action, c.req.valid('json') ?? {})
    if ('error' in said) return invalidValues(c, said.error)
    const { context } = c.var
    const staff = staffIn(c)
    const step = { ...said, code, expectedVersion, staff, actor: namedOnly(staff) }
    const outcome = await carryStep(() =>
      actOnComplaint(context, { ...step, key: idempotencyKey(c) }),
    )
    if (outcome.kind === 'done') return await answerComplaint(c, code)
    return await refusedStep(c, { refusal: outcome.refusal, code, step: action, said })
  },
})

const registeredAnswer = z.object({ complaint: z.object({ code: z.string() }) })

const register = apiRoute({
  audience: 'staff',
  permission: 'complaint.register',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/complaints',
    summary: 'Registers a complaint that reached us by any channel',
    request: { body: { content: { 'application/json': { schema: newComplaintBody } } } },
    responses: {
      200: jsonContent(registeredAnswer, 'Its reference code'),
      ...refusals(400, 401, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const read = enteredOf(c.req.valid('json'), context.config.countries[0])
    if (!read.ok) {
      return problem(c, 'invalid_value', { errors: [{ field: read.field, code: 'not_a_phone' }] })
    }
    const outcome = await carryStep(() =>
      enterComplaint(
        { ...context, staff: staffIn(c) },
        { ...read.entered, key: idempotencyKey(c) },
      ),
    )
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    const complaint = { code: spellCode(outcome.answer.code) }
    return answerJson(c, registeredAnswer, { complaint }, 'no-store')
  },
})

export const complaintApiRoutes: readonly DeclaredRoute[] = [list, register, one, act]
