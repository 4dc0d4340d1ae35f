import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from '#functions/desk-network/form-query.ts'
import { type Back, freshly, NOTHING_TYPED } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { type ProblemCode, problem } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { cursor, cursorAfter, limitUpTo } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { createNotice, findNotice, listNotices, NEWEST, takeNoticeBack } from './edit-notices.ts'
import { noticesPage } from './notice-pages.tsx'
import { noticeAnswer, noticeBody, noticeIn, noticeJson, noticeList } from './notice-query.ts'

type Page = Context<AppEnv>

const A_PAGE = 20
const NO_STORE = 'no-store'
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

async function show(c: Page, back: Back = freshly(c)): Promise<Response> {
  const before = c.req.query('before')?.slice(0, 60) ?? NEWEST
  const page = await listNotices(asking(c), { before, most: A_PAGE })
  if ('refusal' in page) return await answerProblem(c, page.refusal)
  return await noticesPage(c, { ...page, back })
}

const FAULTS: Back['faults'] = {
  kind: 'desk.network.fault',
  textEn: 'desk.network.fault.notice',
  textZh: 'desk.network.fault.notice_zh',
  from: 'desk.network.fault.notice_from',
  until: 'desk.network.fault.notice_until',
}

const refusedBack = (typed: Form, refusal: string): Back => ({
  ...{ typed, faults: {}, refusal: refusal as ProblemCode },
})

async function create(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = noticeIn(typed.text, networkZone(c.var.context.config))
  if (!read.ok) {
    const faults = Object.fromEntries(
      Object.entries(FAULTS).filter(([field]) => read.wrong.includes(field)),
    )
    return await show(c, { typed, faults, refusal: null })
  }
  const outcome = await carryOut(await createNotice(asking(c), read.wish, keyIn(typed)))
  if (outcome.kind === 'done') return c.redirect(`/desk/notices/?${SAVED}`, 303)
  return await show(c, refusedBack(typed, outcome.refusal))
}

async function withdraw(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const id = c.req.param('id') ?? ''
  const wish = { id, expectedVersion: versionIn(typed), key: keyIn(typed) }
  const outcome = await carryOut(await takeNoticeBack(asking(c), wish))
  if (outcome.kind === 'done') return c.redirect(`/desk/notices/?${SAVED}`, 303)
  return await show(c, { ...NOTHING_TYPED, refusal: outcome.refusal as ProblemCode })
}

async function answerNotice(c: Page, id: string): Promise<Response> {
  const notice = await findNotice(asking(c), id)
  if ('refusal' in notice) return refused(c, notice.refusal)
  const answer = answerJson(c, noticeAnswer, { notice: noticeJson(notice) }, NO_STORE)
  answer.headers.set('ETag', `"${notice.version}"`)
  return answer
}

const editing = { audience: 'staff', permission: 'notice.edit' } as const
const WRITING = [400, 401, 403, 404, 409, 415, 422, 428, 429] as const

const listApi = apiRoute({
  ...editing,
  route: {
    method: 'get',
    path: '/api/v1/desk/notices',
    summary: 'Service notices, newest first',
    request: {
      query: z.object({ limit: limitUpTo(100, 20), cursor: cursor(/^ntc_\w{1,50}$/).optional() }),
    },
    responses: { 200: jsonContent(noticeList, 'One page'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { limit: most, cursor: before = NEWEST } = c.req.valid('query')
    const listed = await listNotices(asking(c), { before, most })
    if ('refusal' in listed) return refused(c, listed.refusal)
    const { notices, next } = listed
    const page = { notices: notices.map(noticeJson), nextCursor: cursorAfter(next) }
    return answerJson(c, noticeList, page, NO_STORE)
  },
})

const oneApi = apiRoute({
  ...editing,
  route: {
    method: 'get',
    path: '/api/v1/desk/notices/{id}',
    summary: 'One service notice, with its version in ETag',
    request: { params: z.object({ id: z.string().max(60) }) },
    responses: { 200: jsonContent(noticeAnswer, 'The notice'), ...refusals(401, 403, 404) },
  },
  handler: (c) => answerNotice(c, c.req.valid('param').id),
})

const createApi = apiRoute({
  ...{ ...editing, allowance: 'writes' },
  route: {
    method: 'post',
    path: '/api/v1/desk/notices',
    summary: 'A notice in both languages; the home page shows it from the next site build on',
    request: { body: { required: true, content: { 'application/json': { schema: noticeBody } } } },
    responses: { 200: jsonContent(noticeAnswer, 'The notice'), ...refusals(...CREATING) },
  },
  handler: async (c) => {
    const task = await createNotice(asking(c), c.req.valid('json'), idempotencyKey(c))
    const outcome = await carryOut(task)
    return outcome.kind === 'done'
      ? await answerNotice(c, outcome.answer.id)
      : refused(c, outcome.refusal)
  },
})

const withdrawApi = apiRoute({
  ...{ ...editing, allowance: 'writes' },
  route: {
    method: 'post',
    path: '/api/v1/desk/notices/{id}/withdraw',
    summary: 'Takes a notice back, with the version seen in If-Match',
    request: { params: z.object({ id: z.string().max(60) }) },
    responses: { 200: jsonContent(noticeAnswer, 'The notice after it'), ...refusals(...WRITING) },
  },
  handler: async (c) => {
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const { id } = c.req.valid('param')
    const wish = { id, expectedVersion, key: idempotencyKey(c) }
    const outcome = await carryOut(await takeNoticeBack(asking(c), wish))
    return outcome.kind === 'done' ? await answerNotice(c, id) : refused(c, outcome.refusal)
  },
})

const form = { ...editing, method: 'post', allowance: 'writes', middleware: [formPosts] } as const

export const noticeRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...editing, method: 'get', path: '/desk/notices/', handler: (c) => show(c) }),
  pageRoute({ ...form, path: '/desk/notices/', handler: create }),
  pageRoute({ ...form, path: '/desk/notices/{id}/withdraw', handler: withdraw }),
  ...[listApi, oneApi, createApi, withdrawApi],
]
