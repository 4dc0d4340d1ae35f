import { z } from '@hono/zod-openapi'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { MOST_UPLOAD_BYTES } from '#functions/repairs/add-photos.ts'
import { assignJob } from '#functions/repairs/assign-job.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import { shelvePhone } from '#functions/repairs/shelve-phone.ts'
import { showDeskRepair } from '#functions/repairs/show-desk-repair.ts'
import { writeNote } from '#functions/repairs/write-note.ts'
import {
  assignAnswer,
  assignBody,
  deskRepairAnswer,
  deskRepairJson,
  noteAnswer,
  noteBody,
  photosAnswer,
  shelfAnswer,
  shelfBody,
} from './desk-repair-json.ts'
import { takePhotos } from './photo-routes.ts'

const params = z.object({ code: z.string().max(40) })
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
})

const show = apiRoute({
  audience: 'staff',
  permission: 'repair.see',
  route: {
    method: 'get',
    path: '/api/v1/desk/repairs/{code}',
    summary: 'A repair with everything the desk knows, and the steps its caller may take',
    request: { params },
    responses: { 200: jsonContent(deskRepairAnswer, 'The repair'), ...refusals(401, 403, 404) },
  },
  handler: async (c) => {
    const { context } = c.var
    const { now, keys, mediaOrigin } = context
    const code = readTicketCode(c.req.valid('param').code)
    if (!code) return problem(c, 'unknown_repair')
    const shown = await showDeskRepair({ ...context, staff: staffIn(c) }, code)
    if ('refusal' in shown) return problem(c, shown.refusal)
    if (shown.access.length > 0) await writeRows(shown.database, shown.access)
    const ids = shown.photos.map(({ id }) => id)
    const links = await photoLinks({ keys, now, mediaOrigin }, ids)
    const repair = deskRepairJson(shown, { now, links })
    const answer = answerJson(c, deskRepairAnswer, { repair }, 'no-store')
    answer.headers.set('ETag', `"${shown.repair.version}"`)
    return answer
  },
})

const note = apiRoute({
  audience: 'staff',
  permission: 'repair.note',
  allowance: 'writes',
  route: {
    method: 'post',
    path: '/api/v1/desk/repairs/{code}/notes',
    summary: 'Leaves words for whoever takes the phone up next',
    request: { params, body: body(noteBody) },
    responses: { 200: jsonContent(noteAnswer, 'Written'), ...refusals(401, 403, 404, 422) },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    if (!code) return problem(c, 'unknown_repair')
    const { words } = c.req.valid('json')
    const asking = { ...c.var.context, staff: staffIn(c) }
    const outcome = await carryOut(await writeNote(asking, { code, words, key: idempotencyKey(c) }))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return answerJson(c, noteAnswer, { note: outcome.answer }, 'no-store')
  },
})

const assign = apiRoute({
  audience: 'staff',
  permission: 'repair.assign',
  allowance: 'writes',
  takesKey: false,
  route: {
    method: 'post',
    path: '/api/v1/desk/repairs/{code}/assign',
    summary: 'Gives the job to oneself, to somebody of the outlet, or to nobody',
    request: { params, body: body(assignBody) },
    responses: {
      200: jsonContent(assignAnswer, 'Whose job it is now'),
      ...refusals(401, 403, 404, 409, 422),
    },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    if (!code) return problem(c, 'unknown_repair')
    const staff = staffIn(c)
    const { to: said, seen } = c.req.valid('json')
    const to = said === 'me' ? staff.id : said
    const asked = { code, to, ...(seen !== undefined && { seen }) }
    const outcome = await carryOut(await assignJob({ ...c.var.context, staff }, asked))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return answerJson(c, assignAnswer, { assignedTo: outcome.answer.to }, 'no-store')
  },
})

const shelf = apiRoute({
  audience: 'staff',
  permission: 'repair.assign',
  allowance: 'writes',
  takesKey: false,
  route: {
    method: 'post',
    path: '/api/v1/desk/repairs/{code}/shelf',
    summary: 'Says on which shelf the phone lies',
    request: { params, body: body(shelfBody) },
    responses: { 200: jsonContent(shelfAnswer, 'Where it lies'), ...refusals(401, 403, 404, 422) },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    if (!code) return problem(c, 'unknown_repair')
    const asking = { ...c.var.context, staff: staffIn(c) }
    const said = c.req.valid('json').shelf || null
    const outcome = await carryOut(await shelvePhone(asking, { code, shelf: said }))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return answerJson(c, shelfAnswer, outcome.answer, 'no-store')
  },
})

const photos = apiRoute({
  audience: 'staff',
  permission: 'photo.add',
  allowance: 'writes',
  takesKey: false,
  bodyLimitBytes: MOST_UPLOAD_BYTES,
  route: {
    method: 'post',
    path: '/api/v1/desk/repairs/{code}/photos',
    summary: 'Adds photos: multipart, files as `photo`, `moment` before or after',
    request: { params },
    responses: {
      200: jsonContent(photosAnswer, 'What was taken, and what was refused and why'),
      ...refusals(401, 403, 404, 413, 415),
    },
  },
  handler: async (c) => {
    const code = readTicketCode(c.req.valid('param').code)
    if (!code) return problem(c, 'unknown_repair')
    const form = await c.req.formData().catch(() => null)
    const taken = await takePhotos(c, code, form ?? new FormData())
    if ('refusal' in taken) return problem(c, taken.refusal)
    if (!form) return problem(c, 'unsupported_type')
    const answer = {
      photos: taken.photos.map(({ row: { id, width, height } }) => ({ id, width, height })),
      refused: taken.refused.map(({ name, why }) => ({ name, code: why })),
    }
    return answerJson(c, photosAnswer, answer, 'no-store')
  },
})

export const deskRepairApiRoutes: readonly DeclaredRoute[] = [show, note, assign, shelf, photos]
