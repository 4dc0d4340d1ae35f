import type { MiddlewareHandler } from 'hono'
import { type AppEnv, contextOf, type Platform, type RequestContext } from './context.ts'
import { contentSecurityPolicy, MEDIA_POLICY, SECURITY_HEADERS } from './headers.ts'
import { logLine } from './log.ts'
import { serverTiming } from './server-timing.ts'

/** A page behind a link in a message tells nobody where its reader came from; a photo runs nothing. */
const isStricter = (name: string, own: string | null): boolean =>
  (name === 'Referrer-Policy' && own === 'no-referrer') ||
  (name === 'Content-Security-Policy' && own === MEDIA_POLICY)

/** Where photos have a host name of their own, pages of the site may show them. */
function headersFor({ mediaOrigin, config }: RequestContext, own: string | null) {
  if (!mediaOrigin) return SECURITY_HEADERS
  const isPhoto = own === MEDIA_POLICY
  return {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': contentSecurityPolicy(config, [mediaOrigin]),
    ...(isPhoto && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  }
}

/** The outermost layer: gives the request its context, and every answer its headers and its line. */
export const observe =
  (platform: Platform): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const context = contextOf(c.env, c.req.raw, platform)
    c.set('context', context)
    await next()
    const milliseconds = platform.now() - context.now
    const own = c.res.headers.get('Content-Security-Policy')
    for (const [name, value] of Object.entries(headersFor(context, own))) {
      if (!isStricter(name, c.res.headers.get(name))) c.res.headers.set(name, value)
    }
    c.res.headers.set('X-Request-Id', context.requestId)
    if (context.isDevelopment) {
      c.res.headers.set('Server-Timing', serverTiming(context.tally, milliseconds))
    }
    const { route = 'none', failure } = c.var
    const answered = { method: c.req.method, route, status: c.res.status, milliseconds }
    const level = failure === undefined ? 'info' : 'error'
    platform.writeLog(level, logLine(context, answered, failure))
  }
