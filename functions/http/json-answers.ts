import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnv } from './context.ts'
import { FIELD_CODES } from './problem.ts'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(
      z.object({
        ...{ field: z.string(), code: z.enum(FIELD_CODES), detail: z.string() },
        allowed: z.array(z.string()).optional(),
      }),
    ),
    requestId: z.string(),
  })
  .openapi('Problem')

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  403: 'Sent by a page of another site',
  404: 'Not there',
  415: 'Not JSON',
  422: 'A value is refused; `errors` names it',
  429: 'Asked too often',
}

/** What a command may answer that makes something new: there is no version to have seen, so no 428. */
export const CREATING = [400, 401, 403, 404, 409, 415, 422, 429] as const

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** The refusals a route may answer, for its description. */
export const refusals = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: REFUSALS[status] ?? 'Refused', content: problemContent },
    ]),
  )

/** One kind of JSON answer, for a route's description. */
export const jsonContent = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** May be kept, but asked about again every time: a suspension shows at once. */
const REVALIDATE = 'public, max-age=0, must-revalidate'

/** Answers what a schema describes. */
export const answerJson = <Schema extends z.ZodType>(
  c: Pick<Context<AppEnv>, 'json'>,
  _schema: Schema,
  body: NoInfer<z.input<Schema>>,
  cacheControl = REVALIDATE,
): Response => c.json(body as object, 200, { 'Cache-Control': cacheControl })
