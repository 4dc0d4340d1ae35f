import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { type ProblemCode, problem } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { confirmOutlet } from '#functions/outlets/confirm-outlet.ts'
import { keyIn, readForm, versionIn } from './form-query.ts'

const confirming = {
  ...({ audience: 'staff', permission: 'outlet.confirm' } as const),
  allowance: 'writes',
} as const
const asking = (c: Context<AppEnv>) => ({ ...c.var.context, staff: staffIn(c) })

const page = pageRoute({
  ...confirming,
  method: 'post',
  path: '/desk/outlets/{outlet}/confirm',
  middleware: [formPosts],
  handler: async (c) => {
    const code = (c.req.param('outlet') ?? '').toUpperCase()
    const typed = await readForm(c.req.raw)
    const wish = { code, expectedVersion: versionIn(typed), key: keyIn(typed) }
    const outcome = await carryOut(await confirmOutlet(asking(c), wish))
    if (outcome.kind === 'done') return c.redirect(`/desk/outlets/${code}/`, 303)
    return await answerProblem(c, outcome.refusal as ProblemCode)
  },
})

const answer = z.object({ outlet: z.object({ code: z.string(), version: z.int() }) })

const api = apiRoute({
  ...confirming,
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/confirm',
    summary: 'Takes an outlet into the network that somebody in the field has registered',
    request: { params: z.object({ outlet: z.string().max(20) }) },
    responses: {
      200: jsonContent(answer, 'The outlet, qualified'),
      ...refusals(401, 403, 404, 409, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const code = c.req.valid('param').outlet.toUpperCase()
    const expectedVersion = seenVersion(c)
    if (expectedVersion === null) return problem(c, 'version_needed')
    const wish = { code, expectedVersion, key: idempotencyKey(c) }
    const outcome = await carryOut(await confirmOutlet(asking(c), wish))
    if (outcome.kind === 'refused') return refused(c, outcome.refusal)
    return answerJson(c, answer, { outlet: outcome.answer }, 'no-store')
  },
})

export const confirmRoutes: readonly DeclaredRoute[] = [page, api]
