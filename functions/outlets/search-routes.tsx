import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { IndexEntry } from '#domain/outlets/outlet-index.ts'
import { type LocatorQuery, readLocatorQuery } from '#domain/places/locator-query.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { pageOfCode, searchOutlets } from './search-outlets.ts'
import { SearchView } from './search-views.tsx'
import { staticIndex } from './static-index.ts'

const PAGE_SIZES = [10, 20, 40]

/** How many to list: one of the sizes that the page itself links to. */
const limitOf = (text: string | null): number =>
  PAGE_SIZES.find((size) => String(size) === text) ?? 10

/** A picked region has a page of its own that lists all its outlets. */
const regionPage = ({ regions, q }: LocatorQuery): string | null =>
  q === '' && regions.length > 0 ? `/outlets/in/${regions.at(-1)}/` : null

/** Only where outlets stand there is a ZIP code worth mentioning. */
const isAmerican = ({ zone }: IndexEntry): boolean => zone.startsWith('America/')

async function search(c: Context<AppEnv>): Promise<Response> {
  const { context } = c.var
  const { locale, config, now, assets } = context
  const { searchParams, search: asked } = new URL(c.req.url)
  const query = readLocatorQuery(searchParams)
  // A ticket code is no place. Its digits are asked for there, and the code stays out of the address.
  if (readTicketCode(query.q)) return c.redirect(localePath(locale, '/repairs/'), 303)
  const region = regionPage(query)
  if (region) return c.redirect(localePath(locale, region), 303)
  const outlet = await pageOfCode(assets, query.q)
  if (outlet) return c.redirect(localePath(locale, outlet), 303)
  const limit = limitOf(searchParams.get('limit'))
  const result = await searchOutlets(context, query, limit)
  const { languages, entries } = await staticIndex(assets)
  const zipCodes = config.countries.includes('US') && entries.some(isAmerican)
  return await pourPage(context, {
    title: translator(locale)('locator.title'),
    view: (
      <SearchView {...{ locale, query, result, languages, zipCodes, config, at: now, limit }} />
    ),
    path: `/outlets/search${asked}`,
  })
}

export const searchRoutes: readonly DeclaredRoute[] = LOCALES.flatMap((locale) => {
  const path = localePath(locale, '/outlets/search')
  return [
    pageRoute({ audience: 'public', method: 'get', path, handler: search }),
    pageRoute({
      audience: 'public',
      method: 'get',
      path: `${path}/`,
      handler: (c) => c.redirect(`${path}${new URL(c.req.url).search}`, 308),
    }),
  ]
})
