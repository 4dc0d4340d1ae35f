import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDate, formatMinutes } from '#i18n/format.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import { LOCALES } from '#i18n/locale.ts'
import { formatNumber, pluralForm } from '#i18n/numbers.ts'

it('writes dates the way each language does, whatever the zone of the machine', () => {
  expect(formatDate('en', '2026-10-03')).toBe('Sat 3 Oct')
  expect(formatDate('zh-CN', '2026-10-03')).toBe('10月3日（周六）')
})

it('writes minutes on a 24 h clock and tells the end of a day from its beginning', () => {
  expect([0, 545, 1440, 1560].map(formatMinutes)).toEqual(['00:00', '09:05', '24:00', '02:00'])
})

it('gives distances only as exactly as a person can use them', () => {
  expect(
    [4, 846, 1234, 9_960, 14_020, 99_940, 99_960, 134_400].map((metres) =>
      formatDistance('en', metres),
    ),
  ).toEqual(['0 m', '850 m', '1.2 km', '10.0 km', '14.0 km', '99.9 km', '100 km', '134 km'])
  expect(formatDistance('zh-CN', 1234)).toBe('1.2公里')
})

it.each(LOCALES)('writes counts and distances as Intl does, without its weight: %s', (locale) => {
  const kilometres = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
    style: 'unit',
    unit: 'kilometer',
    unitDisplay: locale === 'en' ? 'short' : 'long',
    maximumFractionDigits: 0,
  })
  const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  fc.assert(
    fc.property(fc.nat(20_004_000), (metres) => {
      expect(formatNumber(metres)).toBe(new Intl.NumberFormat(locale).format(metres))
      // 1.25 is a little more or less in binary, where one of the two looks.
      if (metres % 100 !== 50) {
        expect(formatNumber(metres / 1000, 1)).toBe(tenths.format(metres / 1000))
      }
      if (metres > 100_000) {
        expect(formatDistance(locale, metres)).toBe(kilometres.format(metres / 1000))
      }
    }),
    { seed: 15, numRuns: 2_000 },
  )
  const rules = new Intl.PluralRules(locale)
  for (let count = 0; count < 200; count++) {
    expect(pluralForm(locale, count)).toBe(rules.select(count))
  }
})
