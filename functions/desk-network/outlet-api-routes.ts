import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import { carryOut, type Task } from '#functions/db/commit.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { cursorAfter } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { absentDays, setAbsentDay } from '#functions/outlets/absence-days.ts'
import { carryOperation } from '#functions/outlets/carry-operation-routes.ts'
import { listDeskOutlets } from '#functions/outlets/edit-list.ts'
import { editOperation, OPERATION_PERMISSIONS } from '#functions/outlets/edit-operation.ts'
import { editOutlet, findOutlet, type OutletEdit } from '#functions/outlets/edit-outlet.ts'
import { registerOutlet } from '#functions/outlets/register-outlet.ts'
import {
  absenceAnswer,
  absenceBody,
  absenceList,
  closeBody,
  deskOutletAnswer,
  deskOutletJson,
  deskOutletList,
  deskOutletQuery,
  detailsAfter,
  detailsBody,
  hoursBody,
  newOutletBody,
  planOf,
  suspendBody,
} from './outlet-json.ts'

type Ask = Context<AppEnv>

const NO_STORE = 'no-store'
const WRITING = [400, 401, 403, 404, 409, 415, 422, 428, 429] as const
const params = z.object({ outlet: z.string().max(12) })
const asking = (c: Ask) => ({ ...c.var.context, staff: staffIn(c) })
const body = <Schema extends z.ZodType>(schema: Schema) =>
  ({ required: true, content: { 'application/json': { schema } } }) as const
const answers = {
  200: jsonContent(deskOutletAnswer, 'The outlet as it stands; its version is the ETag'),
  ...refusals(...WRITING),
}
const writing = (permission: Permission) =>
  ({ audience: 'staff', permission, allowance: 'writes' }) as const

async function answerOutlet(c: Ask, typed: string): Promise<Response> {
  const seen = await findOutlet(asking(c), typed.toUpperCase(), 'outlet.see')
  if (!seen.ok) return refused(c, seen.refusal)
  const outlet = deskOutletJson(seen.found)
  const answer = answerJson(c, deskOutletAnswer, { outlet }, NO_STORE)
  answer.headers.set('ETag', `"${outlet.version}"`)
  return answer
}

/** Carries a change of an outlet out, for the version that the asker has seen. */
async function change(
  c: Ask,
  code: string,
  propose: (expectedVersion: number) => Promise<Task<unknown, string>>,
): Promise<Response> {
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const outcome = await carryOut(await propose(expectedVersion))
  return outcome.kind === 'done' ? await answerOutlet(c, code) : refused(c, outcome.refusal)
}

const editing = (c: Ask, code: string, edit: OutletEdit): Promise<Response> =>
  change(c, code, (expectedVersion) =>
    editOutlet(asking(c), { code, edit, expectedVersion, key: idempotencyKey(c) }),
  )

const list = apiRoute({
  ...{ audience: 'staff', permission: 'outlet.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets',
    summary: 'Outlets of the asker’s scope, by code, closed ones too',
    request: { query: deskOutletQuery },
    responses: { 200: jsonContent(deskOutletList, 'One page'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { cursor = null, limit, q } = c.req.valid('query')
    const { outlets, next } = await listDeskOutlets(asking(c), { after: cursor, limit, q })
    const page = outlets.map((row) => ({
      ...{ code: row.code, name: row.name_en, nameZh: row.name_zh, kind: row.kind },
      ...{ operation: row.operation, qualification: row.qualification, regionId: row.region_id },
    }))
    return answerJson(c, deskOutletList, { outlets: page, nextCursor: cursorAfter(next) }, NO_STORE)
  },
})

const create = apiRoute({
  ...writing('outlet.edit'),
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets',
    summary: 'A new outlet; its plaque code is drawn and told to nobody here',
    request: { body: body(newOutletBody) },
    responses: { 200: answers[200], ...refusals(...CREATING) },
  },
  handler: async (c) => {
    const wish = c.req.valid('json')
    const outcome = await carryOut(
      await registerOutlet(asking(c), { ...wish, key: idempotencyKey(c) }),
    )
    return outcome.kind === 'done' ? await answerOutlet(c, wish.code) : refused(c, outcome.refusal)
  },
})

const one = apiRoute({
  ...{ audience: 'staff', permission: 'outlet.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}',
    summary: 'One outlet as the desk edits it',
    request: { params },
    responses: {
      200: jsonContent(deskOutletAnswer, 'The outlet; its version is the ETag'),
      ...refusals(401, 403, 404),
    },
  },
  handler: (c) => answerOutlet(c, c.req.valid('param').outlet),
})

const details = apiRoute({
  ...writing('outlet.edit'),
  route: {
    method: 'patch',
    path: '/api/v1/desk/outlets/{outlet}',
    summary: 'Changes the details that are named, with the version seen in If-Match',
    request: { params, body: body(detailsBody) },
    responses: answers,
  },
  handler: async (c) => {
    const code = c.req.valid('param').outlet.toUpperCase()
    const seen = await findOutlet(asking(c), code, 'outlet.edit')
    if (!seen.ok) return refused(c, seen.refusal)
    const after = detailsAfter(seen.found, c.req.valid('json').details)
    if (!after) {
      const errors = [{ field: 'details.phones', code: 'not_a_phone' }] as const
      return problem(c, 'invalid_value', { errors })
    }
    return await editing(c, code, { kind: 'details', details: after })
  },
})

const hours = apiRoute({
  ...writing('outlet.hours'),
  route: {
    method: 'put',
    path: '/api/v1/desk/outlets/{outlet}/hours',
    summary: 'Week, holidays and special days; null: nobody knows the hours',
    request: { params, body: body(hoursBody) },
    responses: answers,
  },
  handler: async (c) => {
    const said = c.req.valid('json').hours
    const plan = said && planOf(said)
    if (said && !plan) {
      return problem(c, 'invalid_value', { errors: [{ field: 'hours', code: 'invalid' }] })
    }
    return await editing(c, c.req.valid('param').outlet.toUpperCase(), { kind: 'hours', plan })
  },
})

async function operate(c: Ask, code: string, action: OutletAction): Promise<Response> {
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const wish = { code, action, expectedVersion, key: idempotencyKey(c) }
  const outcome = await carryOperation(await editOperation(asking(c), wish))
  return outcome.kind === 'done' ? await answerOutlet(c, code) : refused(c, outcome.refusal)
}

const suspend = apiRoute({
  ...writing(OPERATION_PERMISSIONS.suspend),
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/suspend',
    summary: 'No visits in [from, until), local dates; null: at once, until further notice',
    request: { params, body: body(suspendBody) },
    responses: answers,
  },
  handler: (c) => {
    const { from = null, until = null, reason = null } = c.req.valid('json')
    const code = c.req.valid('param').outlet.toUpperCase()
    return operate(c, code, { type: 'suspend', from, until, reason })
  },
})

const resume = apiRoute({
  ...writing(OPERATION_PERMISSIONS.resume),
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/resume',
    summary: 'Ends a suspension now',
    request: { params },
    responses: answers,
  },
  handler: (c) => operate(c, c.req.valid('param').outlet.toUpperCase(), { type: 'resume' }),
})

const close = apiRoute({
  ...writing(OPERATION_PERMISSIONS.close),
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/close',
    summary: 'Closes an outlet for good; `on` is its last day, not one to come',
    request: { params, body: body(closeBody) },
    responses: answers,
  },
  handler: async (c) => {
    const code = c.req.valid('param').outlet.toUpperCase()
    const seen = await findOutlet(asking(c), code, OPERATION_PERMISSIONS.close)
    if (!seen.ok) return refused(c, seen.refusal)
    const { on } = c.req.valid('json')
    const { date: today } = wallTimeIn(seen.found.outlet.zone, c.var.context.now)
    return on > today ? refused(c, 'bad_dates') : await operate(c, code, { type: 'close', on })
  },
})

const absence = apiRoute({
  ...writing('outlet.hours'),
  route: {
    method: 'put',
    path: '/api/v1/desk/outlets/{outlet}/absences/{date}',
    summary: 'Seats and benches fewer on a day, since staff are away',
    request: { params: params.extend({ date: z.iso.date() }), body: body(absenceBody) },
    responses: {
      200: jsonContent(absenceAnswer, 'What holds that day'),
      ...refusals(...CREATING),
    },
  },
  handler: async (c) => {
    const { outlet, date } = c.req.valid('param')
    const { seats, benches } = c.req.valid('json')
    const wish = { code: outlet.toUpperCase(), date, seats, benches, key: idempotencyKey(c) }
    const outcome = await carryOut(await setAbsentDay(asking(c), wish))
    return outcome.kind === 'done'
      ? answerJson(c, absenceAnswer, { absence: { date, seats, benches } }, NO_STORE)
      : refused(c, outcome.refusal)
  },
})

const absences = apiRoute({
  ...{ audience: 'staff', permission: 'outlet.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}/absences',
    summary: 'The days from today on which seats or benches are fewer',
    request: { params },
    responses: { 200: jsonContent(absenceList, 'By day'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const seen = await findOutlet(
      asking(c),
      c.req.valid('param').outlet.toUpperCase(),
      'outlet.see',
    )
    if (!seen.ok) return refused(c, seen.refusal)
    const days = await absentDays(c.var.context, seen.found)
    const listed = days.map(({ service_date: date, seats, benches }) => ({ date, seats, benches }))
    return answerJson(c, absenceList, { absences: listed }, NO_STORE)
  },
})

export const outletApiRoutes: readonly DeclaredRoute[] = [
  ...[list, create, one, details, hours],
  ...[suspend, resume, close, absence, absences],
]
