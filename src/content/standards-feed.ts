import { setDifference } from '#domain/standards/set-differences.ts'
import type { Standard } from '#domain/standards/standard.ts'
import type { Edition } from '#domain/standards/standard-set.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}
/** What XML 1.0 can't hold, however it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const xml = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

export type FeedFacts = {
  readonly locale: Locale
  readonly brand: string
  /** Of the page and of the feed itself. */
  readonly pageUrl: string
  readonly feedUrl: string
  readonly takenAt: number
  readonly dateOf: (at: number) => string
}

const iso = (at: number): string => new Date(at).toISOString()

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

function entry(edition: Edition, before: Edition | undefined, facts: FeedFacts): string {
  const { number, version, publishedAt } = edition
  const title = translator(facts.locale)('standards.feed.published', { number, version })
  return `<entry>
<id>${xml(facts.pageUrl)}#version-${version}</id>
<title>${xml(title)}</title>
<updated>${iso(publishedAt)}</updated>
<link href="${xml(facts.pageUrl)}"/>
<content type="text">${xml(sentences(edition, before, facts).join('\n'))}</content>
</entry>`
}

/** The changes of the standards as an Atom feed (RFC 4287) in one language, the newest edition first. */
export function atomFeed(editions: readonly Edition[], facts: FeedFacts): string {
  const t = translator(facts.locale)
  const updated = editions.at(-1)?.publishedAt ?? facts.takenAt
  const entries = editions.map((edition, at) => entry(edition, editions[at - 1], facts))
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${facts.locale}">
<id>${xml(facts.feedUrl)}</id>
<title>${xml(`${facts.brand} · ${t('standards.title')}`)}</title>
<author><name>${xml(facts.brand)}</name></author>
<updated>${iso(updated)}</updated>
<link rel="self" type="application/atom+xml" href="${xml(facts.feedUrl)}"/>
<link rel="alternate" type="text/html" href="${xml(facts.pageUrl)}"/>
${entries.reverse().join('\n')}
</feed>
`
}
