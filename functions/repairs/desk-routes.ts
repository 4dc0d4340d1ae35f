import { z } from '@hono/zod-openapi'
import { refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'

const params = z.object({ code: z.string().max(40), action: z.string().max(40) })

/** Steps of staff. Nobody can sign in yet, so nobody may: every request is refused before it is read. */
const deskRoute = (path: string, summary: string): DeclaredRoute =>
  apiRoute({
    audience: 'staff',
    allowance: 'writes',
    route: { method: 'post', path, summary, request: { params }, responses: refusals(401) },
    handler: (c) => problem(c, 'no_staff_session'),
  })

export const deskRoutes: readonly DeclaredRoute[] = [
  deskRoute('/api/v1/desk/repairs/{code}/actions/{action}', 'A step of staff at a repair'),
  deskRoute('/api/v1/desk/bookings/{code}/actions/{action}', 'A step of staff at a visit'),
]
