import { describe, expect, it } from 'vitest'
import { catalogueFaults } from '#scripts/check/catalogue-faults.ts'
import { keyFaults } from '#scripts/check/key-faults.ts'
import { visibleTextFaults } from '#scripts/check/visible-text.ts'

const source = (text: string, path = 'src/pages/a.tsx') => [{ path, text }]

describe('the catalogues', () => {
  it('hold every text in both languages', () => {
    expect(catalogueFaults({ en: { 'a.b': 'x', 'a.c': 'y' }, 'zh-CN': { 'a.b': '甲' } })).toEqual([
      'a.c: missing in zh-CN',
    ])
    expect(catalogueFaults({ en: {}, 'zh-CN': { 'a.b': '甲' } })).toEqual(['a.b: missing in en'])
    expect(catalogueFaults({ en: { 'a.b': 'x' }, 'zh-CN': { 'a.b': ' ' } })).toHaveLength(1)
  })

  it('take the same parameters in both', () => {
    const faults = catalogueFaults({
      en: { 'a.b': 'until {time}' },
      'zh-CN': { 'a.b': '{date} 前' },
    })
    expect(faults).toEqual(['a.b: parameters differ: en {time}, zh-CN {date}'])
  })

  it('write Chinese with Chinese punctuation and English without', () => {
    expect(catalogueFaults({ en: { 'a.b': 'x' }, 'zh-CN': { 'a.b': '好,的' } })).toHaveLength(1)
    expect(catalogueFaults({ en: { 'a.b': 'x。' }, 'zh-CN': { 'a.b': '好。' } })).toHaveLength(1)
    expect(
      catalogueFaults({ en: { 'a.b': 'x' }, 'zh-CN': { 'a.b': '18:00 前，400-830-8300' } }),
    ).toEqual([])
  })
})

describe('the keys', () => {
  const catalogue = { 'a.used': 'x', 'a.kind.one': 'y', 'a.count.one': 'z', 'a.count.other': 'z' }
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a source text that holds a template
  const used = "t('a.used'); t(`a.kind.${kind}`); plural(locale, 'a.count', 3)"

  it('are used by name, by template and by count', () => {
    expect(keyFaults(catalogue, source(used), {})).toEqual([])
  })

  it('fail when nobody uses one', () => {
    expect(keyFaults({ ...catalogue, 'a.old': 'x' }, source(used), {})).toEqual([
      'a.old: nobody uses it',
    ])
  })

  it('fail when one is missing', () => {
    expect(keyFaults(catalogue, source(`${used}; t('a.gone')`), {})).toEqual([
      'a.gone: used in src/pages/a.tsx, missing',
    ])
    expect(keyFaults(catalogue, source(`${used}; plural(locale, 'a.items', 3)`), {})).toHaveLength(
      1,
    )
  })

  it('have one for every value of an enumeration and none beyond', () => {
    expect(keyFaults(catalogue, source(used), { 'a.kind.': ['one', 'two'] })).toEqual([
      'a.kind.two: missing',
    ])
    expect(keyFaults(catalogue, source(used), { 'a.kind.': [] })).toEqual([
      "a.kind.one: names a value that doesn't exist",
    ])
  })
})

describe('words that a person reads', () => {
  const faults = (text: string, path?: string) => visibleTextFaults(source(text, path)).length

  it('are refused outside the catalogues', () => {
    expect(faults('const a = <p>Hello there</p>')).toBe(1)
    expect(faults('const a = <img alt="A phone" src="a.png" />')).toBe(1)
    expect(faults('const a = <p>{open ? "营业中" : null}</p>')).toBe(1)
    expect(faults('---\nconst x = 1\n---\n<meta name="a"><p>Hello</p>', 'src/pages/a.astro')).toBe(
      1,
    )
  })

  it('come from the catalogues', () => {
    expect(faults('const a = <p class="x">{t("a.b")} · 3 km</p>')).toBe(0)
    expect(
      faults(
        '---\nconst x = "word"\n---\n<p>{t("a.b")}</p><script>say("hi")</script>',
        'src/pages/a.astro',
      ),
    ).toBe(0)
  })
})
