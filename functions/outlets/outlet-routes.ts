import { z } from '@hono/zod-openapi'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { cursorAfter } from '#functions/http/query.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { findNearest } from './find-nearest.ts'
import { listOutlets } from './list-outlets.ts'
import {
  localeParam,
  nearbyOutletSchema,
  outletDetails,
  outletSchema,
  outletSummary,
  outletSummarySchema,
} from './outlet-json.ts'
import { errorsAt, filterOf, listQuery, nearestQuery, OUTLET_CODE } from './outlet-query.ts'
import { showOutlet } from './show-outlet.ts'

const listAnswer = z.object({
  outlets: z.array(outletSummarySchema),
  nextCursor: z.string().nullable(),
})
const nearestAnswer = z.object({ outlets: z.array(nearbyOutletSchema) })
const outletAnswer = z.object({ outlet: outletSchema })

const METRES_PER_KM = 1000
const roundKm = (metres: number): number => Math.round(metres) / METRES_PER_KM

const list = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/outlets',
    summary: 'Outlets that serve customers now, by code',
    request: { query: listQuery },
    responses: { 200: jsonContent(listAnswer, 'One page of them'), ...refusals(422) },
  },
  handler: async (c) => {
    const { limit, cursor = null, region = null, locale, ...conditions } = c.req.valid('query')
    const { context } = c.var
    const filter = filterOf(conditions)
    const errors = errorsAt(filter.openAt, context.now)
    if (errors.length > 0) return problem(c, 'invalid_value', { errors })
    const page = await listOutlets(context, { limit, after: cursor, region, filter })
    if (!page.ok) {
      return problem(c, 'invalid_value', { errors: [{ field: 'region', code: page.refusal }] })
    }
    const { siteUrl } = context.config
    const at = filter.openAt ?? context.now
    return answerJson(c, listAnswer, {
      outlets: page.outlets.map((outlet) => outletSummary(outlet, { locale, at, siteUrl })),
      nextCursor: cursorAfter(page.next),
    })
  },
})

const nearest = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/outlets/nearest',
    summary: 'The nearest outlets, by distance on the WGS 84 ellipsoid',
    request: { query: nearestQuery },
    responses: { 200: jsonContent(nearestAnswer, 'Nearest first'), ...refusals(422) },
  },
  handler: async (c) => {
    const { lat, lon, limit, locale, ...conditions } = c.req.valid('query')
    const { context } = c.var
    const filter = filterOf(conditions)
    const errors = errorsAt(filter.openAt, context.now)
    if (errors.length > 0) return problem(c, 'invalid_value', { errors })
    const found = await findNearest(context, { lat, lon, limit, filter })
    const { siteUrl } = context.config
    const at = filter.openAt ?? context.now
    return answerJson(c, nearestAnswer, {
      outlets: found.map(({ outlet, distanceMetres }) => ({
        ...outletSummary(outlet, { locale, at, siteUrl }),
        distanceKm: roundKm(distanceMetres),
      })),
    })
  },
})

const one = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/outlets/{code}',
    summary: 'One outlet, closed and suspended ones too',
    request: {
      params: z.object({ code: z.string().openapi({ example: 'SZ-001' }) }),
      query: z.object({ locale: localeParam }),
    },
    responses: { 200: jsonContent(outletAnswer, 'The outlet'), ...refusals(404, 422) },
  },
  handler: async (c) => {
    const code = c.req.valid('param').code.toUpperCase()
    // Never a code, but an address of its own, that takes POST.
    if (code === 'VERIFY') return await c.notFound()
    if (!OUTLET_CODE.test(code)) return problem(c, 'unknown_outlet')
    const { hub, now, config } = c.var.context
    const shown = await showOutlet(hub, code)
    if (!shown) return problem(c, 'unknown_outlet')
    const telling = { locale: c.req.valid('query').locale, at: now, siteUrl: config.siteUrl }
    return answerJson(c, outletAnswer, {
      outlet: outletDetails(shown.outlet, shown.version, telling),
    })
  },
})

export const outletRoutes: readonly DeclaredRoute[] = [list, nearest, one]
