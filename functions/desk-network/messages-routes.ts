import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ALL_TEMPLATES, type AnyTemplate } from '#domain/messages/voice-templates.ts'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { keyIn, readForm, versionIn } from './form-query.ts'
import { type ListedState, listOutbox, MESSAGE_STATES } from './list-outbox.ts'
import { messagesPage, templatesPage } from './messages-pages.tsx'
import { retryMessage } from './retry-message.ts'
import { worded } from './views/messages-view.tsx'

type Page = Context<AppEnv>

const MOST = 100
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

async function show(c: Page, asked: string, refusal: ProblemCode | null = null): Promise<Response> {
  const state: ListedState = MESSAGE_STATES.find((one) => one === asked) ?? 'dead'
  const rows = await listOutbox(asking(c), { state, most: MOST })
  return await messagesPage(c, { state, rows, refusal })
}

async function retry(c: Page): Promise<Response> {
  const form = await readForm(c.req.raw)
  const version = versionIn(form)
  const message = { subject: form.text('subject'), version, template: form.text('template') }
  const outcome = await carryOut(await retryMessage(asking(c), message, keyIn(form)))
  if (outcome.kind === 'done') return c.redirect('/desk/messages/?state=waiting', 303)
  return await show(c, 'dead', outcome.refusal as ProblemCode)
}

const messageSchema = z
  .object({
    subject: z.string(),
    version: z.int(),
    template: z.string(),
    state: z.enum(MESSAGE_STATES),
    outlet: z.string().nullable(),
    attempts: z.int(),
    error: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    failedAt: z.iso.datetime().nullable(),
  })
  .openapi('OutboxMessage')
const messageList = z.object({ messages: z.array(messageSchema) })
const retryBody = z.object({
  subject: z.string().max(60),
  version: z.int().min(1),
  template: z.string().max(60),
})
const retryAnswer = z.object({ retried: retryBody })

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const listApi = apiRoute({
  ...{ audience: 'staff', permission: 'message.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/messages',
    summary: 'Messages that failed, or that wait, of the asker’s scope; the hundred nearest',
    request: { query: z.object({ state: z.enum(MESSAGE_STATES).default('dead') }) },
    responses: {
      200: jsonContent(messageList, 'Without words or numbers'),
      ...refusals(401, 403, 422),
    },
  },
  handler: async (c) => {
    const rows = await listOutbox(asking(c), { state: c.req.valid('query').state, most: MOST })
    const listed = rows.map((row) => ({
      ...{ subject: row.subject, version: row.version, template: row.template, state: row.state },
      ...{ outlet: row.home_outlet, attempts: row.attempts, error: row.last_error },
      ...{ dueAt: iso(row.due_at), failedAt: iso(row.finished_at) },
    }))
    return answerJson(c, messageList, { messages: listed }, 'no-store')
  },
})

const templateList = z.object({
  templates: z.array(
    z.object({ template: z.string(), sample: z.object({ en: z.string(), 'zh-CN': z.string() }) }),
  ),
})

const templatesApi = apiRoute({
  ...{ audience: 'staff', permission: 'message.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/messages/templates',
    summary: 'Every message there is, in both languages, filled with sample words',
    responses: { 200: jsonContent(templateList, 'By template'), ...refusals(401, 403) },
  },
  handler: (c) => {
    const { brand, siteUrl } = c.var.context.config
    const sample = (locale: 'en' | 'zh-CN', template: AnyTemplate) =>
      worded(locale, template, brand.name, siteUrl)
    const templates = ALL_TEMPLATES.map((template) => ({
      template,
      sample: { en: sample('en', template), 'zh-CN': sample('zh-CN', template) },
    }))
    return answerJson(c, templateList, { templates }, 'no-store')
  },
})

const retryApi = apiRoute({
  ...{ audience: 'staff', permission: 'message.retry', allowance: 'writes' },
  route: {
    method: 'post',
    path: '/api/v1/desk/messages/retry',
    summary: 'Puts a message that failed back to the waiting ones',
    request: { body: { required: true, content: { 'application/json': { schema: retryBody } } } },
    responses: {
      200: jsonContent(retryAnswer, 'It waits'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const message = c.req.valid('json')
    const outcome = await carryOut(await retryMessage(asking(c), message, idempotencyKey(c)))
    return outcome.kind === 'done'
      ? answerJson(c, retryAnswer, { retried: message }, 'no-store')
      : refused(c, outcome.refusal)
  },
})

const seeing = { audience: 'staff', permission: 'message.see', method: 'get' } as const

export const messagesDeskRoutes: readonly DeclaredRoute[] = [
  pageRoute({
    ...{ ...seeing, path: '/desk/messages/' },
    handler: (c) => show(c, c.req.query('state') ?? 'dead'),
  }),
  pageRoute({ ...seeing, path: '/desk/messages/templates/', handler: templatesPage }),
  pageRoute({
    ...({ audience: 'staff', permission: 'message.retry', method: 'post' } as const),
    ...({ allowance: 'writes', middleware: [formPosts] } as const),
    ...{ path: '/desk/messages/retry', handler: retry },
  }),
  ...[listApi, templatesApi, retryApi],
]
