import { describe, expect, it } from 'vitest'
import { chineseStem, normaliseName } from '#domain/places/normalise-name.ts'

describe('a name as it is compared', () => {
  it('is the same with and without apostrophe, space, accent and capital', () => {
    for (const spelling of ["Xi'an", 'Xi’an', 'XIAN', 'xi an', 'Xī’ān']) {
      expect(normaliseName(spelling)).toBe('xian')
    }
  })
  it('keeps letters that have no base letter as people type them', () => {
    expect(normaliseName('Łódź')).toBe('lodz')
    expect(normaliseName('Tromsø')).toBe('tromso')
    expect(normaliseName('Straße')).toBe('strasse')
  })
  it('folds full-width letters and keeps Chinese characters', () => {
    expect(normaliseName('Ｓｈｅｎ　深圳')).toBe('shen深圳')
  })
  it('is empty for what cannot be searched', () => {
    expect(normaliseName(' ?! ')).toBe('')
    expect(normaliseName('Москва')).toBe('')
  })
})

describe('the stem of a Chinese name', () => {
  it('leaves out the administrative ending', () => {
    expect(chineseStem('深圳市')).toBe('深圳')
    expect(chineseStem('广西壮族自治区')).toBe('广西')
    expect(chineseStem('内蒙古自治区')).toBe('内蒙古')
    expect(chineseStem('香港特别行政区')).toBe('香港')
  })
  it('keeps two characters at least', () => {
    expect(chineseStem('忠县')).toBe('忠县')
    expect(chineseStem('沙市')).toBe('沙市')
  })
  it('leaves Latin names alone', () => {
    expect(chineseStem('shenzhen')).toBe('shenzhen')
  })
})
