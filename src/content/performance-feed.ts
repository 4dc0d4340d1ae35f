import { summaryText } from '#components/performance/publication-view.tsx'
import type { PublicationEntry } from '#domain/publications/publication-document.ts'
import { fullMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { AtomEntry } from './atom.ts'
import { publicationPage } from './performance.ts'
import { figuresIn } from './publications.ts'

/** What a publication says in a sentence; of one that was replaced, by which. */
async function contentOf(locale: Locale, entry: PublicationEntry): Promise<string> {
  const t = translator(locale)
  const { number, revises, reason, revisedBy } = entry
  if (revisedBy !== null) return t('performance.revised_by', { number: revisedBy })
  const said = summaryText(await publicationPage(locale, entry, figuresIn(number)))
  if (revises === null || reason === null) return said
  const why = t('performance.revises', {
    number: revises,
    reason: t(`performance.reason.${reason}`),
  })
  return `${why}\n${said}`
}

/** Publications as entries of a feed, the newest first. */
export const publicationEntries = (
  locale: Locale,
  entries: readonly PublicationEntry[],
  urlOf: (path: string) => string,
): Promise<readonly AtomEntry[]> =>
  Promise.all(
    entries.map(async (entry) => {
      const { number, month, publishedAt } = entry
      return {
        id: `${urlOf('/performance/')}#publication-${number}`,
        title: translator(locale)('performance.entry', { number, month: fullMonth(locale, month) }),
        updated: Date.parse(publishedAt),
        link: urlOf(`/performance/${month}/`),
        content: await contentOf(locale, entry),
      }
    }),
  )
