import type { APIRoute } from 'astro'
import config from '#config'
import { LOCALES, type Locale, localePath } from '#i18n/locale.ts'
import { theNetwork } from '../content/network.ts'
import { toldRegions } from '../content/place-figures.ts'
import { newestFigures, thePublications } from '../content/publications.ts'
import { theStandards } from '../content/standards.ts'

const FIXED = [
  ...['/', '/outlets/', '/standards/', '/standards/method/', '/standards/scorecards/'],
  ...['/performance/', '/performance/coverage/', '/you-said/'],
  ...['/about/', '/privacy/', '/accessibility/'],
]

const absolute = (locale: Locale, path: string): string =>
  new URL(localePath(locale, path), config.siteUrl).href

function entry(path: string): string {
  const alternates = LOCALES.map(
    (locale) =>
      `<xhtml:link rel="alternate" hreflang="${locale}" href="${absolute(locale, path)}"/>`,
  ).join('')
  return LOCALES.map(
    (locale) => `<url><loc>${absolute(locale, path)}</loc>${alternates}</url>`,
  ).join('\n')
}

/** Pages of what was published; none before anything was. */
async function performancePages(): Promise<readonly string[]> {
  const newest = await newestFigures()
  if (!newest) return []
  const { standing } = await thePublications()
  return [
    '/performance/kpis/',
    ...standing.map(({ month }) => `/performance/${month}/`),
    ...newest.document.definitions.map(({ kpi }) => `/performance/kpis/${kpi}/`),
    ...[...(await toldRegions())].map((region) => `/performance/in/${region}/`),
  ]
}

/** Every page worth finding, in both languages; closed and disqualified outlets are not. */
export const GET: APIRoute = async () => {
  const { listed, figures } = await theNetwork()
  const regions = [...figures].flatMap(([id, { outletCount }]) =>
    outletCount > 0 ? [`/outlets/in/${id}/`] : [],
  )
  const outlets = listed.map(({ code }) => `/outlets/${code.toLowerCase()}/`)
  const { inForce } = await theStandards()
  const standards = (inForce?.standards ?? []).map(({ id }) => `/standards/${id}/`)
  const performance = await performancePages()
  const body = [...FIXED, ...standards, ...performance, ...regions, ...outlets]
    .map(entry)
    .join('\n')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${body}
</urlset>
`,
  )
}
