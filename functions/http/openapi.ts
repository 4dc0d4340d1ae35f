import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './context.ts'
import { type DeclaredRoute, pageRoute } from './route.ts'

/** The description of the API, made from the schemas that validate it. */
export const openApiRoute = (app: () => OpenAPIHono<AppEnv>): DeclaredRoute =>
  pageRoute({
    audience: 'public',
    method: 'get',
    path: '/api/openapi.json',
    handler: (c) => {
      const { brand, siteUrl } = c.var.context.config
      const document = app().getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: `${brand.name} API`, version: '1' },
        servers: [{ url: siteUrl }],
      })
      return c.json(document, 200, { 'Cache-Control': 'public, max-age=300' })
    },
  })
