import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { StaffStep } from '#domain/desk/repair-field.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { whoMayStep } from '#domain/repairs/may.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { invalidValues } from '#functions/http/validate.ts'
import { repairAnswer, repairJson } from './repair-json.ts'
import { showRepair } from './show-repair.ts'
import { staffAction } from './staff-action.ts'
import { lateEntry, repairSteps, STAFF_STEPS, STEP_BODIES, type StepSaid } from './step-json.ts'
import { takeStaffStep } from './take-staff-step.ts'

const params = z.object({ code: z.string().max(40), action: z.enum(STAFF_STEPS) })

/** The repair after a step, for whoever took it. */
async function answerRepair(c: Context<AppEnv>, code: string): Promise<Response> {
  const shown = await showRepair(c.var.context, code)
  if (!shown) return problem(c, 'unknown_repair')
  const answer = answerJson(c, repairAnswer, { repair: repairJson(shown) }, 'no-store')
  answer.headers.set('ETag', `"${shown.repair.version}"`)
  return answer
}

async function takeStep(
  c: Context<AppEnv>,
  { code, type, body }: { code: string; type: StaffStep; body: unknown },
): Promise<Response> {
  const { context } = c.var
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  const said = STEP_BODIES[type].safeParse(body)
  const when = lateEntry.safeParse(body)
  if (!said.success) return invalidValues(c, said.error)
  if (!when.success) return invalidValues(c, when.error)
  const { currency, countries } = context.config
  const terms = { currency, country: countries[0] }
  const taken = staffAction(type, said.data as StepSaid<typeof type>, terms)
  if (!taken) return refused(c, 'bad_value')
  const asking = { ...context, staff: staffIn(c) }
  const happenedAt = when.data.happenedAt ?? null
  const step = { ...taken, code, expectedVersion, happenedAt, key: idempotencyKey(c) }
  const outcome = await carryStep(() => takeStaffStep(asking, step))
  if (outcome.kind === 'done') return await answerRepair(c, code)
  if (outcome.refusal !== 'not_your_role') return refused(c, outcome.refusal)
  const shown = await showRepair(context, code)
  return problem(c, 'not_your_role', { roles: (shown && whoMayStep(shown.repair, type)) ?? [] })
}

const act = apiRoute({
  audience: 'staff',
  permission: 'repair.act',
  allowance: 'writes',
  schemas: repairSteps.schemas,
  route: {
    method: 'post',
    path: '/api/v1/desk/repairs/{code}/actions/{action}',
    summary: 'A step of staff at a repair, with the version seen in If-Match',
    request: {
      params,
      body: repairSteps.body,
    },
    responses: {
      200: jsonContent(repairAnswer, 'The repair after it'),
      ...refusals(400, 401, 403, 404, 409, 415, 422, 428, 429),
    },
  },
  handler: async (c) => {
    const { code: typed, action: type } = c.req.valid('param')
    const code = readTicketCode(typed)
    if (!code) return problem(c, 'unknown_repair')
    return await takeStep(c, { code, type, body: c.req.valid('json') ?? {} })
  },
})

export const deskRoutes: readonly DeclaredRoute[] = [act]
