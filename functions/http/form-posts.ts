import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'
import { answerProblem } from './problem-page.tsx'

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Takes forms only. */
export const formPosts: MiddlewareHandler<AppEnv> = async (c, next) =>
  FORM.test(c.req.header('Content-Type') ?? '')
    ? await next()
    : await answerProblem(c, 'unsupported_type')
