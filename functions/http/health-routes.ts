import { z } from '@hono/zod-openapi'
import { prepare, readTogether, type Statements, statement } from '#functions/db/statement.ts'
import { problem } from './problem.ts'
import { apiRoute, type DeclaredRoute } from './route.ts'

export const statements = {
  anyCounter: statement<[], { readonly value: number }>(
    `SELECT value FROM counters WHERE name = 'outlet_change'`,
    [],
  ),
} satisfies Statements

/** Whether the database answers, and with a migrated schema. */
export const healthRoutes: readonly DeclaredRoute[] = [
  apiRoute({
    audience: 'public',
    route: {
      method: 'get',
      path: '/healthz',
      summary: 'Whether the service can answer',
      responses: {
        200: {
          description: 'The database answers',
          content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } },
        },
        503: { description: 'It does not' },
      },
    },
    handler: async (c) => {
      try {
        const [rows] = await readTogether([prepare(c.var.context.hub, statements.anyCounter, [])])
        if (rows.length === 1) return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
      } catch {
        // An outage is what this route is here to say.
      }
      return problem(c, 'unavailable')
    },
  }),
]
