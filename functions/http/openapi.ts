import type { OpenAPIHono } from '@hono/zod-openapi'
import { describeApi } from '#functions/http/describe-api.ts'
import type { AppEnv } from './context.ts'
import { type DeclaredRoute, pageRoute } from './route.ts'

/** The description of the API. */
export const openApiRoute = (app: () => OpenAPIHono<AppEnv>): DeclaredRoute =>
  pageRoute({
    audience: 'public',
    method: 'get',
    path: '/api/openapi.json',
    handler: async (c) => {
      const { assets, config } = c.var.context
      const of = { name: config.brand.name, siteUrl: config.siteUrl }
      const document = await describeApi(app, of, assets)
      return c.json(document, 200, { 'Cache-Control': 'public, max-age=300' })
    },
  })
