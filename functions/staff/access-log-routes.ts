import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { cursor, cursorAfter, limitUpTo } from '#functions/http/query.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { accessLogPage } from './access-log-pages.tsx'
import { LOG_PLACE, type LogOf, readAccess, readLogOf } from './read-access.ts'

type Page = Context<AppEnv>

const PATH = '/desk/log/'
const A_PAGE = 50
const seeing = { audience: 'staff', permission: 'log.see' } as const
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const STAFF_ID = /^stf_[\w-]{1,60}$/

function logOf(code: string | undefined, person: string | undefined): LogOf | null {
  const read = code ? readTicketCode(code) : null
  if (read) return { kind: 'record', code: read }
  return person && STAFF_ID.test(person) ? { kind: 'person', id: person } : null
}

const show = pageRoute({
  ...seeing,
  method: 'get',
  path: PATH,
  handler: async (c) => {
    const { code, staff: person, after = null } = c.req.query()
    const of = logOf(code, person)
    if (!of) return await accessLogPage(c, { of: null, page: null, typed: '' })
    const page = await readAccess(asking(c), { of, after, limit: A_PAGE })
    if ('refusal' in page) return await answerProblem(c, page.refusal)
    return await accessLogPage(c, { of, page, typed: '' })
  },
})

/** An e-mail is posted, and stands in no address: the person's id does. */
const look = pageRoute({
  ...seeing,
  method: 'post',
  path: PATH,
  middleware: [formPosts],
  handler: async (c) => {
    const { q } = await c.req.parseBody()
    const typed = typeof q === 'string' ? q.trim().slice(0, 120) : ''
    const of = typed ? await readLogOf(asking(c), typed) : null
    if (!of) return await accessLogPage(c, { of: null, page: null, typed, isUnknown: true })
    return c.redirect(`${PATH}?${of.kind === 'record' ? `code=${of.code}` : `staff=${of.id}`}`, 303)
  },
})

const logAnswer = z.object({
  accesses: z.array(
    z.object({
      at: z.iso.datetime({ offset: true }),
      code: z.string().nullable().openapi({ description: 'The record; null = a search' }),
      act: z.string().openapi({ description: '`opened`, `searched_phone`, `printed_label` …' }),
      staff: z.object({ id: z.string(), name: z.string() }),
    }),
  ),
  nextCursor: z.string().nullable(),
})

const api = apiRoute({
  ...seeing,
  route: {
    method: 'get',
    path: '/api/v1/desk/access-log',
    summary: 'Who opened a record (`code`), or what somebody opened and looked for (`staff`)',
    request: {
      query: z.object({
        code: z.string().max(40).optional(),
        staff: z.string().max(80).optional(),
        limit: limitUpTo(100, A_PAGE),
        cursor: cursor(LOG_PLACE).optional(),
      }),
    },
    responses: { 200: jsonContent(logAnswer, 'The last first'), ...refusals(401, 403, 422) },
  },
  handler: async (c) => {
    const { code, staff: person, limit, cursor: after = null } = c.req.valid('query')
    const of = logOf(code, person)
    if (!of) {
      const field = code === undefined && person !== undefined ? 'staff' : 'code'
      const fault = code === undefined && person === undefined ? 'required' : 'invalid'
      return problem(c, 'invalid_value', { errors: [{ field, code: fault }] })
    }
    const page = await readAccess(asking(c), { of, after, limit })
    if ('refusal' in page) return problem(c, page.refusal)
    const accesses = page.entries.map(({ at, code: one, act, staff }) => ({
      ...{ at: isoAt(at, 'UTC'), act, staff },
      code: one && spellCode(one),
    }))
    const answer = { accesses, nextCursor: cursorAfter(page.next) }
    return answerJson(c, logAnswer, answer, 'no-store')
  },
})

export const accessLogRoutes: readonly DeclaredRoute[] = [show, look, api]
