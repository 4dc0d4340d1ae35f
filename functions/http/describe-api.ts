import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './context.ts'
import { SHARED_NEEDS } from './route-needs.ts'

export type ApiDescription = {
  readonly name: string
  readonly siteUrl: string
}

/**
 * The description of the API as OpenAPI 3.1, made from the schemas that validate it. The Worker finds it
 * among the files of the site: docs/decisions/worker-weight.md.
 */
export async function describeApi(
  app: () => OpenAPIHono<AppEnv>,
  { name, siteUrl }: ApiDescription,
  _assets: Fetcher,
): Promise<object> {
  const document = app().getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: `${name} API`, version: '1' },
    servers: [{ url: siteUrl }],
  })
  return { ...document, components: { ...document.components, ...SHARED_NEEDS } }
}
