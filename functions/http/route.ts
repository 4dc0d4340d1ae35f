import { createRoute, type RouteConfig, type RouteHandler, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Permission } from '#domain/staff/permissions.ts'
import type { AppEnv } from './context.ts'
import { needsOf, type Scheme } from './route-needs.ts'

/** Who may ask: anybody; who holds a repair's ticket; staff. There is no default: a route without an audience doesn't compile and isn't mounted. */
export const AUDIENCES = ['public', 'ticket', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]

type RequestOf<Route extends RouteConfig> = Parameters<RouteHandler<Route, AppEnv>>[0]

/** What a request costs at most, counted per client and minute: see rate-limit.ts. */
export type Allowance = 'writes' | 'lookups'

type Declaration<Route extends RouteConfig> = {
  readonly audience: Audience
  readonly route: Route
  readonly handler: (c: RequestOf<Route>) => Response | Promise<Response>
  readonly allowance?: Allowance
  /** What a member of staff must hold; there is no route of staff without. */
  readonly permission?: Permission
  /** A screen asks by itself: it keeps no session alive. */
  readonly isQuiet?: boolean
  /** What may be sent here, where that is more than everywhere else. */
  readonly bodyLimitBytes?: number
  /** Only for whoever holds the ticket of something they said. */
  readonly isForVoice?: boolean
  /** Its cookie, where that isn't its audience's. */
  readonly scheme?: Scheme
  /** Whether an `Idempotency-Key` makes a repetition safe; writes usually take one. */
  readonly takesKey?: boolean
  /** Schemas that only its description names. */
  readonly schemas?: Readonly<Record<string, z.ZodType>>
  readonly middleware?: readonly MiddlewareHandler<AppEnv>[]
}

/** A route with everything the app must know to mount it. */
export type DeclaredRoute = {
  readonly audience: Audience
  readonly method: string
  /** `/api/v1/outlets/{code}` */
  readonly path: string
  readonly allowance: Allowance | null
  readonly permission: Permission | null
  readonly isQuiet: boolean
  readonly bodyLimitBytes: number | null
  readonly isForVoice: boolean
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly middleware: readonly MiddlewareHandler<AppEnv>[]
  readonly route: RouteConfig
  readonly handler: (c: Context<AppEnv>) => Response | Promise<Response>
}

/** Declares a route of the API: its schemas validate the request and describe it in OpenAPI. */
export const apiRoute = <const Route extends RouteConfig>({
  audience,
  route,
  handler,
  allowance,
  permission,
  isQuiet = false,
  bodyLimitBytes,
  isForVoice = false,
  scheme,
  takesKey = allowance === 'writes',
  schemas = {},
  middleware = [],
}: Declaration<Route>): DeclaredRoute => ({
  audience,
  method: route.method.toUpperCase(),
  path: route.path,
  allowance: allowance ?? null,
  permission: permission ?? null,
  isQuiet,
  bodyLimitBytes: bodyLimitBytes ?? null,
  isForVoice,
  schemas,
  middleware,
  route: createRoute({
    ...route,
    ...needsOf({
      scheme: scheme ?? (audience === 'public' ? null : audience),
      ...{ takesKey, responses: route.responses },
    }),
    'x-audience': audience,
    ...(permission && { 'x-permission': permission }),
  } as RouteConfig & { path: string }),
  handler: handler as unknown as DeclaredRoute['handler'],
})

type PageDeclaration = {
  readonly audience: Audience
  readonly method: 'get' | 'post'
  readonly path: string
  readonly handler: (c: Context<AppEnv>) => Response | Promise<Response>
  readonly allowance?: Allowance
  readonly permission?: Permission
  readonly isQuiet?: boolean
  readonly bodyLimitBytes?: number
  readonly isForVoice?: boolean
  readonly middleware?: readonly MiddlewareHandler<AppEnv>[]
}

const html = { description: 'A page', content: { 'text/html': { schema: z.string() } } }

/** Declares a page. Pages read their input themselves, since a person's slip is not an error page. */
export const pageRoute = ({ method, path, ...rest }: PageDeclaration): DeclaredRoute =>
  apiRoute({ ...rest, route: { method, path, hide: true, responses: { 200: html } } })

const ESCAPE = /[.*+?^$()|[\]\\]/g

/** Whether an address belongs to a declared path. */
export const matchesPath = ({ path }: DeclaredRoute, pathname: string): boolean =>
  new RegExp(`^${path.replace(ESCAPE, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname)
