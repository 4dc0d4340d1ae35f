import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'
import { answerProblem } from './problem-page.tsx'

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Takes forms only. */
export const formPosts: MiddlewareHandler<AppEnv> = async (c, next) =>
  FORM.test(c.req.header('Content-Type') ?? '')
    ? await next()
    : await answerProblem(c, 'unsupported_type')

/** How a form of the desk is posted: by staff, among what they may write in a while. */
export const STAFF_FORM = {
  audience: 'staff',
  method: 'post',
  allowance: 'writes',
  middleware: [formPosts],
} as const
