import type { Context } from 'hono'
import { NOTHING_RECEIVED_REASONS } from '#domain/desk/queue-reasons.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { BOOKABLE_SERVICES } from '#domain/repairs/repair.ts'
import { arriveWalkIn } from '#functions/bookings/arrive-walk-in.ts'
import { carryDraw } from '#functions/bookings/carry-draw-routes.ts'
import { showVisit } from '#functions/bookings/show-visit.ts'
import { type StaffVisitStep, takeVisitStep } from '#functions/bookings/take-visit-step.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { STAFF_FORM } from '#functions/http/form-posts.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { formFields } from '#functions/repairs/views/form-fields.ts'
import { openOutlet } from './open-outlet.ts'
import { todayPage } from './today-pages.tsx'
import { loadToday } from './today-routes.ts'
import type { Said } from './views/today-page.ts'
import { showVisitPage } from './visit-page-routes.ts'

type Field = (name: string) => string

const oneOf = <Known extends string>(known: readonly Known[], said: string): Known | null =>
  known.find((value) => value === said) ?? null

/** A step of the queue as its button says it; null = none, or a reason is missing. */
function stepOf(action: string, field: Field): StaffVisitStep | null {
  switch (action) {
    case 'arrive':
    case 'call':
    case 'skip':
    case 'leave':
    case 'cancel':
      return { type: action }
    case 'serve': {
      const reason = oneOf(NOTHING_RECEIVED_REASONS, field('reason'))
      return reason && { type: 'serve', reason }
    }
    case 'move': {
      const startsAt = Number(field('startsAt'))
      return Number.isSafeInteger(startsAt) && startsAt > 0 ? { type: 'move', startsAt } : null
    }
    default:
      return null
  }
}

const known = (refusal: string): ProblemCode =>
  refusal in PROBLEMS ? (refusal as ProblemCode) : 'internal'

type Refused = { readonly refusal: string; readonly outlet: string; readonly said: Said }

/** Today once more, with what was not done and why. */
async function refusedPage(
  c: Context<AppEnv>,
  { refusal, outlet, said }: Refused,
  busyWith: string,
): Promise<Response> {
  const { hub } = c.var.context
  const problem = known(refusal)
  const opened = await openOutlet({ hub, staff: staffIn(c) }, outlet, 'today.see')
  if (!opened.ok) return await answerProblem(c, problem)
  const page = await loadToday(c, { opened, busyWith, said: () => said })
  return page ? await todayPage(c, page, PROBLEMS[problem]) : await answerProblem(c, problem)
}

const backTo = (c: Context<AppEnv>, query: Readonly<Record<string, string>>): Response =>
  c.redirect(`/desk/?${new URLSearchParams(query)}`, 303)

async function refuseStep(
  c: Context<AppEnv>,
  { code, refusal, field }: { code: string; refusal: string; field: Field },
): Promise<Response> {
  if (field('from') === 'visit') {
    const startsAt = Number(field('startsAt')) || null
    return await showVisitPage(c, code, { refusal: known(refusal), startsAt })
  }
  const seen = await showVisit({ ...c.var.context, staff: staffIn(c) }, code)
  if (!seen.ok) return await answerProblem(c, seen.refusal)
  const { booking, repair } = seen.visit
  const hasMoved = refusal === 'stale' || refusal === 'not_allowed_now'
  const visit = { ...booking, model: repair?.model ?? null, faultCode: repair?.faultCode ?? null }
  const said = { kind: 'refused', refusal, visit: hasMoved ? visit : null } as const
  return await refusedPage(c, { refusal, outlet: booking.outlet, said }, field('visit'))
}

async function takeStep(c: Context<AppEnv>, code: string, action: string): Promise<Response> {
  const field = await formFields(c)
  const step = stepOf(action, field)
  const version = Number(field('version'))
  if (!step || !Number.isSafeInteger(version) || version < 1) {
    return await refuseStep(c, { code, refusal: 'bad_value', field })
  }
  const asking = { ...c.var.context, staff: staffIn(c) }
  const key = field('commandId') || null
  const taken = { code, step, expectedVersion: version, happenedAt: null, key }
  const outcome = await carryStep(() => takeVisitStep(asking, taken))
  if (outcome.kind === 'refused') {
    return await refuseStep(c, { code, refusal: outcome.refusal, field })
  }
  if (field('from') === 'visit') return c.redirect(`/desk/visits/${code}/`, 303)
  const outlet = field('outlet')
  if (step.type === 'call') return backTo(c, { outlet, visit: code })
  if (step.type === 'arrive') return backTo(c, { outlet, drawn: code, ...stays(field) })
  return backTo(c, { outlet, ...stays(field) })
}

/** A screen that is busy with a visit stays so. */
const stays = (field: Field): Readonly<Record<string, string>> =>
  field('visit') ? { visit: field('visit') } : {}

const step = pageRoute({
  ...STAFF_FORM,
  permission: 'booking.act',
  path: '/desk/visits/{code}/{action}',
  handler: async (c) => {
    const code = readTicketCode(c.req.param('code') ?? '')
    if (!code) return await answerProblem(c, 'unknown_booking')
    return await takeStep(c, code, c.req.param('action') ?? '')
  },
})

const walkIn = pageRoute({
  ...STAFF_FORM,
  permission: 'queue.run',
  path: '/desk/walk-ins',
  handler: async (c) => {
    const field = await formFields(c)
    const asking = { ...c.var.context, staff: staffIn(c) }
    const outlet = field('outlet').toUpperCase()
    const service = oneOf(BOOKABLE_SERVICES, field('service')) ?? 'repair'
    const wish = { outlet, service, key: field('commandId') || null }
    const outcome = await carryDraw(() => arriveWalkIn(asking, wish))
    if (outcome.kind === 'done') {
      return backTo(c, { outlet, drawn: outcome.answer.code, ...stays(field) })
    }
    const { refusal } = outcome
    const said = { kind: 'refused', refusal, visit: null } as const
    return await refusedPage(c, { refusal, outlet, said }, field('visit'))
  },
})

export const visitRoutes: readonly DeclaredRoute[] = [step, walkIn]
