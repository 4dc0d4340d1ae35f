import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Permission } from '#domain/staff/permissions.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { wallKey } from './load-wall.ts'
import { type NotOpened, type Opened, openOutlet } from './open-outlet.ts'
import { readBoardTag } from './read-board.ts'
import { showBoard } from './show-board.ts'
import { showQueue } from './show-queue.ts'
import { showToday } from './show-today.ts'
import {
  boardAnswer,
  boardJson,
  queueAnswer,
  queueJson,
  todayAnswer,
  todayJson,
  wallAnswer,
} from './today-json.ts'

type Page = Context<AppEnv>

const NO_STORE = 'no-store'
const params = z.object({ outlet: z.string().max(12) })

type Shown<Schema extends z.ZodType> =
  | NotOpened
  | { readonly tag: string; readonly body: z.input<Schema> }

type Screen<Schema extends z.ZodType> = {
  readonly permission: Permission
  readonly schema: Schema
  readonly show: (c: Page, opened: Opened) => Promise<Shown<Schema>>
}

/** What a screen shows, for a program: nothing new for whoever has the last ETag. */
async function answerScreen<Schema extends z.ZodType>(
  c: Page,
  typed: string,
  { permission, schema, show }: Screen<Schema>,
): Promise<Response> {
  const { context } = c.var
  const asking = { hub: context.hub, staff: staffIn(c) }
  const opened = await openOutlet(asking, typed.toUpperCase(), permission)
  if (!opened.ok) return refused(c, opened.refusal)
  const seen = c.req.header('If-None-Match')
  if (seen && seen === (await readBoardTag(context, opened.code))) {
    return c.body(null, 304, { ETag: seen, 'Cache-Control': NO_STORE })
  }
  const shown = await show(c, opened)
  if ('refusal' in shown) return refused(c, shown.refusal)
  const answer = answerJson(c, schema, shown.body as never, NO_STORE)
  answer.headers.set('ETag', shown.tag)
  return answer
}

const polled = (permission: Permission) =>
  ({ audience: 'staff', permission, isQuiet: true }) as const
const REFUSED = refusals(401, 403, 404)

const today = apiRoute({
  ...polled('today.see'),
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}/today',
    summary: 'An outlet’s day: queue, jobs, what repairs wait for, what needs attention',
    request: { params },
    responses: { 200: jsonContent(todayAnswer, 'Now, with its ETag'), ...REFUSED },
  },
  handler: (c) =>
    answerScreen(c, c.req.valid('param').outlet, {
      ...({ permission: 'today.see', schema: todayAnswer } as const),
      show: async ({ var: { context } }, opened) => {
        const shown = await showToday({ ...context, staff: staffIn(c) }, opened)
        if ('refusal' in shown) return shown
        return { tag: shown.day.tag, body: todayJson(shown, context.now) }
      },
    }),
})

const queue = apiRoute({
  ...polled('today.see'),
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}/queue',
    summary: 'Who waits at an outlet, in the order of calls, and who is booked for today',
    request: { params },
    responses: { 200: jsonContent(queueAnswer, 'Now, with its ETag'), ...REFUSED },
  },
  handler: (c) =>
    answerScreen(c, c.req.valid('param').outlet, {
      ...({ permission: 'today.see', schema: queueAnswer } as const),
      show: async ({ var: { context } }, opened) => {
        const shown = await showQueue(context, opened)
        return 'refusal' in shown ? shown : { tag: shown.tag, body: queueJson(shown) }
      },
    }),
})

const board = apiRoute({
  ...polled('board.see'),
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}/board',
    summary: 'Every open repair of an outlet by where it stands',
    request: { params },
    responses: { 200: jsonContent(boardAnswer, 'Now, with its ETag'), ...REFUSED },
  },
  handler: (c) =>
    answerScreen(c, c.req.valid('param').outlet, {
      ...({ permission: 'board.see', schema: boardAnswer } as const),
      show: async ({ var: { context } }, opened) => {
        const shown = await showBoard(context, opened)
        if ('refusal' in shown) return shown
        return { tag: shown.day.tag, body: boardJson(shown, context.now) }
      },
    }),
})

const wall = apiRoute({
  ...{ audience: 'staff', permission: 'today.see' },
  route: {
    method: 'get',
    path: '/api/v1/desk/outlets/{outlet}/wall',
    summary: 'The address of the screen on an outlet’s wall',
    request: { params },
    responses: { 200: jsonContent(wallAnswer, 'Where the numbers are shown'), ...REFUSED },
  },
  handler: async (c) => {
    const { hub, keys } = c.var.context
    const typed = c.req.valid('param').outlet.toUpperCase()
    const opened = await openOutlet({ hub, staff: staffIn(c) }, typed, 'today.see')
    if (!opened.ok) return refused(c, opened.refusal)
    const path = `/desk/wall/${opened.code}/${await wallKey(keys, opened.code)}/`
    return answerJson(c, wallAnswer, { wall: { path } }, NO_STORE)
  },
})

export const todayApiRoutes: readonly DeclaredRoute[] = [today, queue, board, wall]
