import { describe, expect, it } from 'vitest'
import { anEdition, aStandard } from '#support/a-standard.ts'
import { atomFeed, type FeedFacts } from '../../../src/content/standards-feed.ts'

const facts: FeedFacts = {
  ...{ locale: 'en', brand: 'Fix & Co', takenAt: 0, dateOf: (at) => `day ${at}` },
  ...{ pageUrl: 'https://x.example/standards/', feedUrl: 'https://x.example/standards/feed.xml' },
}
const title = (text: string) => ({ title: { en: text, 'zh-CN': text } })

describe('the feed of changes', () => {
  it('has an entry for each edition, the newest first, with what changed for customers', () => {
    const feed = atomFeed(
      [
        anEdition([aStandard(title('Hour')), aStandard({ id: 'b', ...title('Gone') })], 10, 1),
        anEdition([aStandard({ ...title('Hour'), target: 95 })], 20, 2),
        anEdition([aStandard({ ...title('Hour'), target: 95 })], 30, 3),
      ],
      facts,
    )
    const entries = feed.split('<entry>').slice(1)
    expect(entries).toHaveLength(3)
    expect(entries[0]).toContain('No promise to customers changed.')
    expect(entries[1]).toContain('Dropped: Gone')
    expect(entries[1]).toContain('Changed: Hour')
    expect(entries[1]).toContain('In force from day 20.')
    expect(entries[2]).toContain('The first published set: 2 promises.')
    expect(feed).toContain('<name>Fix &amp; Co</name>')
  })

  it('stays well-formed whatever a title holds', () => {
    const hostile = ']]><script>alert("1")</script>&\u0000\u000b\r\nBcc: x'
    const feed = atomFeed(
      [anEdition([], 1, 1), anEdition([aStandard(title(hostile))], 2, 2)],
      facts,
    )
    expect(feed).not.toContain('<script>')
    expect(feed).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;')
    for (const control of ['\u0000', '\u000b']) expect(feed).not.toContain(control)
  })

  it('is a feed without entries before anything is published', () => {
    const feed = atomFeed([], { ...facts, locale: 'zh-CN' })
    expect(feed).not.toContain('<entry>')
    expect(feed).toContain('xml:lang="zh-CN"')
    expect(feed).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  })
})
