import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'
import { answerProblem } from './problem-page.tsx'

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Takes forms of our own pages only; a browser says where a form stands by either header. */
export const formPosts: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!FORM.test(c.req.header('Content-Type') ?? '')) {
    return await answerProblem(c, 'unsupported_type')
  }
  const site = c.req.header('Sec-Fetch-Site')
  const origin = c.req.header('Origin')
  const foreign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== undefined && origin !== new URL(c.req.url).origin
  if (foreign) return await answerProblem(c, 'cross_site')
  return await next()
}
