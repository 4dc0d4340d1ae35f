import type { Locale } from '#i18n/locale.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}
/** What XML 1.0 can't hold, however it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const xml = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

export type AtomEntry = {
  readonly id: string
  readonly title: string
  /** Epoch ms. */
  readonly updated: number
  readonly link: string
  readonly content: string
}

export type AtomHead = {
  readonly locale: Locale
  readonly title: string
  readonly brand: string
  /** Epoch ms. */
  readonly updated: number
  /** Of the page and of the feed itself. */
  readonly pageUrl: string
  readonly feedUrl: string
}

const iso = (at: number): string => new Date(at).toISOString()

const entryText = ({ id, title, updated, link, content }: AtomEntry): string => `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${iso(updated)}</updated>
<link href="${xml(link)}"/>
<content type="text">${xml(content)}</content>
</entry>`

/** An Atom feed (RFC 4287), entries in the order given. */
export const atomText = (head: AtomHead, entries: readonly AtomEntry[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.locale}">
<id>${xml(head.feedUrl)}</id>
<title>${xml(`${head.brand} · ${head.title}`)}</title>
<author><name>${xml(head.brand)}</name></author>
<updated>${iso(head.updated)}</updated>
<link rel="self" type="application/atom+xml" href="${xml(head.feedUrl)}"/>
<link rel="alternate" type="text/html" href="${xml(head.pageUrl)}"/>
${entries.map(entryText).join('\n')}
</feed>
`
