import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { bookPageRoutes } from '#functions/bookings/book-routes.ts'
import { bookingRoutes } from '#functions/bookings/booking-routes.ts'
import { slotRoutes } from '#functions/bookings/slot-routes.ts'
import { ticketRoutes } from '#functions/bookings/ticket-routes.ts'
import { complaintRoutes } from '#functions/complaints/routes.ts'
import { deskFindRoutes } from '#functions/desk-find/routes.ts'
import { deskIntakeRoutes } from '#functions/desk-intake/routes.ts'
import { deskKpiRoutes } from '#functions/desk-kpis/routes.ts'
import { deskNetworkRoutes } from '#functions/desk-network/routes.ts'
import { deskRepairRoutes } from '#functions/desk-repair/routes.ts'
import { deskTodayRoutes } from '#functions/desk-today/routes.ts'
import { deskVoiceRoutes } from '#functions/desk-voices/routes.ts'
import { feedbackRoutes } from '#functions/feedback/routes.ts'
import { improvementRoutes } from '#functions/improvements/routes.ts'
import { messageRoutes } from '#functions/messages/message-routes.tsx'
import { outletRoutes } from '#functions/outlets/outlet-routes.ts'
import { searchRoutes } from '#functions/outlets/search-routes.tsx'
import { verifyRoutes } from '#functions/outlets/verify-routes.tsx'
import { placeRoutes } from '#functions/places/routes.ts'
import { publicationRoutes } from '#functions/publications/routes.ts'
import { deskRoutes } from '#functions/repairs/desk-routes.ts'
import { repairPageRoutes } from '#functions/repairs/repair-page-routes.ts'
import { repairRoutes } from '#functions/repairs/repair-routes.ts'
import { repeatRoutes } from '#functions/repeats/routes.ts'
import { scorecardRoutes } from '#functions/scorecards/routes.ts'
import { staffRoutes } from '#functions/staff/staff-routes.ts'
import { standardRoutes } from '#functions/standards/routes.ts'
import { surveyRoutes } from '#functions/surveys/routes.ts'
import { publicReads } from './api-reads.ts'
import type { AppEnv, Platform } from './context.ts'
import { healthRoutes } from './health-routes.ts'
import { observe } from './observe.ts'
import { openApiRoute } from './openapi.ts'
import { ownPagesOnly } from './own-pages.ts'
import type { ProblemCode } from './problem.ts'
import { answerProblem } from './problem-page.tsx'
import { problemRoutes } from './problem-routes.tsx'
import { rateLimit } from './rate-limit.ts'
import { type Allowance, AUDIENCES, type DeclaredRoute, matchesPath } from './route.ts'
import { staffGuard } from './staff-guard.ts'
import { refuseInvalid } from './validate.ts'
import { voiceGuard } from './voice-guard.ts'

/** What the Worker serves. A new capability adds its routes here and changes nothing else. */
export const capabilities: readonly (readonly DeclaredRoute[])[] = [
  healthRoutes,
  problemRoutes,
  placeRoutes,
  outletRoutes,
  verifyRoutes,
  searchRoutes,
  slotRoutes,
  bookingRoutes,
  repairRoutes,
  repairPageRoutes,
  ticketRoutes,
  bookPageRoutes,
  deskRoutes,
  staffRoutes,
  deskTodayRoutes,
  deskIntakeRoutes,
  deskRepairRoutes,
  deskFindRoutes,
  deskNetworkRoutes,
  messageRoutes,
  standardRoutes,
  feedbackRoutes,
  complaintRoutes,
  surveyRoutes,
  improvementRoutes,
  deskVoiceRoutes,
  deskKpiRoutes,
  publicationRoutes,
  scorecardRoutes,
  repeatRoutes,
]

const BODY_LIMIT_BYTES = 64 * 1024

const limitedTo = (maxSize: number): MiddlewareHandler<AppEnv> =>
  bodyLimit({ maxSize, onError: (c) => answerProblem(c, 'too_large') })

/**
 * Holds every body to the usual limit, but where a route says that it takes more: such a body is read only
 * once it is known who sends it and how often (`mount`), since reading it fills memory.
 */
function bodyLimits(routes: readonly DeclaredRoute[]): MiddlewareHandler<AppEnv> {
  const usual = limitedTo(BODY_LIMIT_BYTES)
  const larger = routes.filter((route) => route.bodyLimitBytes !== null)
  return (c, next) => {
    const takesMore = larger.some(
      (route) => route.method === c.req.method && matchesPath(route, c.req.path),
    )
    return takesMore ? next() : usual(c, next)
  }
}

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_json',
  413: 'too_large',
  415: 'unsupported_type',
}

type Limiters = Readonly<Record<Allowance, MiddlewareHandler<AppEnv>>>

function mount(app: OpenAPIHono<AppEnv>, declared: DeclaredRoute, limiters: Limiters): void {
  if (!AUDIENCES.includes(declared.audience)) {
    throw new Error(`${declared.method} ${declared.path} doesn't say who may ask`)
  }
  const named: MiddlewareHandler<AppEnv> = async (c, next) => {
    c.set('route', declared.path)
    return await next()
  }
  if ((declared.audience === 'staff') !== (declared.permission !== null)) {
    throw new Error(
      `${declared.method} ${declared.path} must name a permission, or be no route of staff`,
    )
  }
  // Before the count: another site's page must not use up a visitor's allowance.
  const guards = declared.method === 'GET' ? [] : [ownPagesOnly]
  const staff = declared.permission ? [staffGuard(declared.permission, declared.isQuiet)] : []
  const holders = declared.isForVoice ? [voiceGuard] : []
  const limits = declared.allowance ? [limiters[declared.allowance]] : []
  const { bodyLimitBytes: most } = declared
  const large = most === null ? [] : [limitedTo(most)]
  if (most !== null && (staff.length + holders.length === 0 || limits.length === 0)) {
    throw new Error(`${declared.method} ${declared.path} takes large bodies from anybody`)
  }
  for (const [name, schema] of Object.entries(declared.schemas)) {
    app.openAPIRegistry.register(name, schema)
  }
  app.openapi(
    {
      ...declared.route,
      middleware: [
        ...[named, ...guards, ...staff, ...holders],
        ...[...limits, ...large, ...declared.middleware],
      ],
    },
    declared.handler as never,
  )
}

/** The methods of an address that some route has, or nothing; its own path goes before a pattern's. */
function methodsOf(routes: readonly DeclaredRoute[], pathname: string): string {
  const own = routes.filter(({ path }) => path === pathname)
  const methods = (
    own.length > 0 ? own : routes.filter((route) => matchesPath(route, pathname))
  ).flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return [...new Set(methods)].join(', ')
}

/** The whole Worker as one application; `platform` brings time and randomness. */
export function createApp(platform: Platform): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  const declared = [...capabilities.flat()]
  declared.push(openApiRoute(() => app))
  app.use(observe(platform))
  app.use('/api/*', ...publicReads)
  app.use(bodyLimits(declared))
  const limiters = { writes: rateLimit('writes'), lookups: rateLimit('lookups') }
  for (const route of declared) mount(app, route, limiters)
  app.notFound(async (c) => {
    const allow = methodsOf(declared, c.req.path)
    if (!allow) return await answerProblem(c, 'not_found')
    return await answerProblem(c, 'method_not_allowed', { Allow: allow })
  })
  app.onError(async (error, c) => {
    const code = error instanceof HTTPException ? CODE_OF_STATUS[error.status] : undefined
    if (!code) c.set('failure', error)
    return await answerProblem(c, code ?? 'internal')
  })
  return app
}
