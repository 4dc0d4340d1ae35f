import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'
import { answerProblem } from './problem-page.tsx'

/**
 * A page behind a link in a message says nothing of itself (`no-referrer`), so its button's origin is
 * `null`. Whoever sends it must know the link, and it carries no other right.
 */
const isHiddenOrigin = (c: Context<AppEnv>, origin: string): boolean =>
  origin === 'null' && /^(?:\/zh)?\/t\/[^/]+$/.test(c.req.path)

/**
 * Refuses what a page of another site sends. A browser says where a request began by either header;
 * what is no browser says nothing and carries nobody's rights.
 */
export const ownPagesOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const site = c.req.header('Sec-Fetch-Site')
  const origin = c.req.header('Origin')
  const isForeign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== undefined && origin !== new URL(c.req.url).origin && !isHiddenOrigin(c, origin)
  return isForeign ? await answerProblem(c, 'cross_site') : await next()
}
