import type { APIRoute } from 'astro'
import config from '#config'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { atomText } from '../../../content/atom.ts'
import { theNetwork } from '../../../content/network.ts'
import { publicationEntries } from '../../../content/performance-feed.ts'
import { thePublications } from '../../../content/publications.ts'
import { bothLanguages, pageLocale } from '../../../layouts/page-locale.ts'

/** Older ones stand on the page: a reader of the feed has seen them. */
const MOST = 12

export const getStaticPaths = () => bothLanguages()

export const GET: APIRoute = async ({ params }) => {
  const locale = pageLocale(params['locale'])
  const { entries } = await thePublications()
  const { takenAt } = await theNetwork()
  const urlOf = (path: string) => new URL(localePath(locale, path), config.siteUrl).href
  const [newest] = entries
  return new Response(
    atomText(
      {
        ...{ locale, brand: config.brand.name, title: translator(locale)('performance.title') },
        updated: newest ? Date.parse(newest.publishedAt) : takenAt,
        ...{ pageUrl: urlOf('/performance/'), feedUrl: urlOf('/performance/feed.xml') },
      },
      await publicationEntries(locale, entries.slice(0, MOST), urlOf),
    ),
  )
}
