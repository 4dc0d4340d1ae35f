import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

const EXPOSED = ['ETag', 'X-Request-Id', 'Retry-After']

/**
 * What every read of the API gets: anyone's page may read it, without credentials, and an ETag of
 * its body so that asking again for the same costs a 304.
 */
export const publicReads = [
  cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: EXPOSED, maxAge: 86_400 }),
  etag({
    retainedHeaders: [
      ...RETAINED_304_HEADERS,
      'access-control-allow-origin',
      'access-control-expose-headers',
    ],
  }),
] as const
