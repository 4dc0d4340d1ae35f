import type { APIRoute } from 'astro'
import config from '#config'
import { LOCALES, type Locale, localePath } from '#i18n/locale.ts'
import { theNetwork } from '../content/network.ts'
import { theStandards } from '../content/standards.ts'

const FIXED = [
  ...['/', '/outlets/', '/standards/', '/standards/method/', '/you-said/'],
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

/** Every page worth finding, in both languages; closed and disqualified outlets are not. */
export const GET: APIRoute = async () => {
  const { listed, figures } = await theNetwork()
  const regions = [...figures].flatMap(([id, { outletCount }]) =>
    outletCount > 0 ? [`/outlets/in/${id}/`] : [],
  )
  const outlets = listed.map(({ code }) => `/outlets/${code.toLowerCase()}/`)
  const { inForce } = await theStandards()
  const standards = (inForce?.standards ?? []).map(({ id }) => `/standards/${id}/`)
  const body = [...FIXED, ...standards, ...regions, ...outlets].map(entry).join('\n')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${body}
</urlset>
`,
  )
}
