import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import type { AppEnv } from './context.ts'

const READS = ['GET', 'HEAD']
const EXPOSED = ['ETag', 'X-Request-Id', 'Retry-After']

/** A read, or a browser that asks whether another site's page may read. */
const isRead = (c: Context<AppEnv>): boolean =>
  READS.includes(
    (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method')) || c.req.method,
  )

const forReads =
  (layer: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> =>
  async (c, next) =>
    isRead(c) ? await layer(c, next) : await next()

/**
 * What every read of the API gets, and nothing else does: anyone's page may read it, without
 * credentials, and an ETag of its body so that asking again for the same costs a 304.
 */
export const publicReads = [
  cors({
    origin: '*',
    allowMethods: READS,
    allowHeaders: ['If-None-Match'],
    exposeHeaders: EXPOSED,
    maxAge: 86_400,
  }),
  etag({
    retainedHeaders: [
      ...RETAINED_304_HEADERS,
      'access-control-allow-origin',
      'access-control-expose-headers',
    ],
  }),
].map(forReads)
