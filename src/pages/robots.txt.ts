import type { APIRoute } from 'astro'
import config from '#config'

/** The edge's answers and the empty shells are nothing to find. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *
Disallow: /api/
Disallow: /shell/
Disallow: /outlets/search
Disallow: /zh/outlets/search

Sitemap: ${config.siteUrl}/sitemap.xml
`)
