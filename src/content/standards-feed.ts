import { setDifference } from '#domain/standards/set-differences.ts'
import type { Standard } from '#domain/standards/standard.ts'
import type { Edition } from '#domain/standards/standard-set.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { type AtomEntry, atomText } from './atom.ts'

export type FeedFacts = {
  readonly locale: Locale
  readonly brand: string
  /** Of the page and of the feed itself. */
  readonly pageUrl: string
  readonly feedUrl: string
  readonly takenAt: number
  readonly dateOf: (at: number) => string
}

/** What an edition says otherwise to customers, a sentence each. */
function sentences(edition: Edition, before: Edition | undefined, facts: FeedFacts): string[] {
  const t = translator(facts.locale)
  const titles = (standards: readonly Standard[]) =>
    standards.map(({ title }) => title[facts.locale]).join(' · ')
  const told = [t('standards.feed.effective', { date: facts.dateOf(edition.effectiveFrom) })]
  if (!before) return [...told, t('standards.feed.first', { count: edition.standards.length })]
  const { added, dropped, changed } = setDifference(before, edition)
  const after = changed.map((change) => change.after)
  if (added.length > 0) told.push(t('standards.feed.added', { titles: titles(added) }))
  if (dropped.length > 0) told.push(t('standards.feed.dropped', { titles: titles(dropped) }))
  if (after.length > 0) told.push(t('standards.feed.changed', { titles: titles(after) }))
  return told.length > 1 ? told : [...told, t('standards.feed.same')]
}

function entryOf(edition: Edition, before: Edition | undefined, facts: FeedFacts): AtomEntry {
  const { number, version, publishedAt } = edition
  return {
    id: `${facts.pageUrl}#version-${version}`,
    title: translator(facts.locale)('standards.feed.published', { number, version }),
    ...{ updated: publishedAt, link: facts.pageUrl },
    content: sentences(edition, before, facts).join('\n'),
  }
}

/** The changes of the standards as an Atom feed in one language, the newest edition first. */
export function atomFeed(editions: readonly Edition[], facts: FeedFacts): string {
  const { locale, brand, pageUrl, feedUrl, takenAt } = facts
  const title = translator(locale)('standards.title')
  const updated = editions.at(-1)?.publishedAt ?? takenAt
  const entries = editions.map((edition, at) => entryOf(edition, editions[at - 1], facts))
  return atomText({ locale, brand, title, updated, pageUrl, feedUrl }, entries.reverse())
}
