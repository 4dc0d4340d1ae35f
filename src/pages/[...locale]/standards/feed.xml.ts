import type { APIRoute } from 'astro'
import config from '#config'
import { localePath } from '#i18n/locale.ts'
import { theNetwork } from '../../../content/network.ts'
import { theStandards } from '../../../content/standards.ts'
import { atomFeed } from '../../../content/standards-feed.ts'
import { bothLanguages, pageLocale } from '../../../layouts/page-locale.ts'

export const getStaticPaths = () => bothLanguages()

export const GET: APIRoute = async ({ params }) => {
  const locale = pageLocale(params['locale'])
  const { editions, dateOf } = await theStandards()
  const { takenAt } = await theNetwork()
  const absolute = (path: string) => new URL(localePath(locale, path), config.siteUrl).href
  return new Response(
    atomFeed(editions, {
      ...{ locale, takenAt, brand: config.brand.name, dateOf: (at) => dateOf(locale, at) },
      ...{ pageUrl: absolute('/standards/'), feedUrl: absolute('/standards/feed.xml') },
    }),
  )
}
