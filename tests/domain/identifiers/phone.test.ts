import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import { maskPhone, readPhone } from '#domain/identifiers/phone.ts'

const read = (text: string, country = 'CN') => {
  const reading = readPhone(text, country)
  return reading.ok ? `${reading.dial} | ${reading.display} | ${reading.last4}` : reading.reason
}
const contact = (text: string, country = 'CN') => {
  const reading = readContactPhone(text, country)
  return reading.ok ? reading.dial : reading.reason
}

describe('a telephone number', () => {
  it('is dialled by E.164 where that exists, and shown by the country’s habit', () => {
    expect(read('13800138000')).toBe('+8613800138000 | 138 0013 8000 | 8000')
    expect(read('+86 138 0013 8000')).toBe('+8613800138000 | +86 138 0013 8000 | 8000')
    expect(read('0086-138-0013-8000')).toBe('+8613800138000 | 0086-138-0013-8000 | 8000')
    expect(read('(202) 555-0123', 'US')).toBe('+12025550123 | (202) 555-0123 | 0123')
    expect(read('2025550123', 'US')).toBe('+12025550123 | (202) 555-0123 | 0123')
    expect(read('+12025550123')).toBe('+12025550123 | +1 202 555 0123 | 0123')
  })

  it('dials its extension after a pause, and keeps its last four digits before it', () => {
    expect(read('0571-8888 8888 转 801')).toBe('+8657188888888,801 | 0571-8888 8888 转 801 | 8888')
    expect(read('010-8234 5678 分机：12')).toContain('+861082345678,12 |')
    expect(read('202-555-0123 ext. 45', 'US')).toContain('+12025550123,45 |')
  })

  it('is stored as dialled where there is no other way to dial it', () => {
    expect(read('400-830-8300')).toBe('4008308300 | 400-830-8300 | 8300')
    expect(read('4008308300')).toBe('4008308300 | 400-830-8300 | 8300')
    expect(read('10086')).toBe('10086 | 10086 | 0086')
    expect(read('950800')).toBe('950800 | 950800 | 0800')
  })

  it('is read in full width', () => {
    expect(read('１３８００１３８０００')).toBe('+8613800138000 | 138 0013 8000 | 8000')
    expect(read('０５７１－８８８８８８８８')).toContain('+8657188888888 |')
  })

  it('is none without digits, with words, with what steers a telephone, or far too long', () => {
    expect([read(''), read('　 ')]).toEqual(['empty', 'empty'])
    for (const text of [
      '12',
      '请打电话',
      'call me 13800138000',
      '*#06#',
      '<13800138000>',
      '9'.repeat(16),
    ]) {
      expect(read(text)).toBe('no_number')
    }
    expect(read(`+86 138${'-'.repeat(60)}00138000`)).toBe('no_number')
  })

  it('is refused and not thrown, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(typeof readContactPhone(text, 'CN').ok).toBe('boolean')
      }),
      { seed: 20261122 },
    )
  })
})

describe('a number to call a customer on', () => {
  it('is a mobile or a landline with its area code', () => {
    expect(contact('138 0013 8000')).toBe('+8613800138000')
    expect(contact('199 1234 5678')).toBe('+8619912345678')
    expect(contact('8613800138000')).toBe('+8613800138000')
    expect(contact('0571-8888 8888 转 801')).toBe('+8657188888888,801')
    expect(contact('010-82345678')).toBe('+861082345678')
    expect(contact('0755 2345 6789')).toBe('+8675523456789')
    expect(contact('0911-8123456')).toBe('+869118123456')
    expect(contact('+852 9123 4567')).toBe('+85291234567')
    expect(contact('(202) 555-0123', 'US')).toBe('+12025550123')
    expect(contact('+86 138 0013 8000', 'US')).toBe('+8613800138000')
  })

  it('is none that only serves to be called', () => {
    for (const text of ['10086', '950800', '12315', '110']) expect(contact(text)).toBe('short_code')
    for (const text of ['400-830-8300', '800 810 8888', '+86 400 830 8300']) {
      expect(contact(text)).toBe('service_number')
    }
    for (const text of ['1-800-555-0123', '900 555 0123']) {
      expect(contact(text, 'US')).toBe('service_number')
    }
  })

  it('has all its digits', () => {
    for (const text of ['8888 8888', '571-8888', '555-0123'])
      expect(contact(text)).toBe('too_short')
    expect(contact('555-0123', 'US')).toBe('too_short')
  })

  it('is one that can be in use: a mobile with a digit too few or too many is none', () => {
    for (const text of ['1380013800', '138001380001', '12800138000', '11111111111']) {
      expect(contact(text)).toBe('not_in_use')
    }
    expect(contact('13800138000', 'US')).toBe('not_in_use')
  })

  it('is dialled, shown and found again like any other', () => {
    for (const text of [
      '138 0013 8000',
      '+86-138-0013-8000',
      '１３８００１３８０００',
      '13800138000',
    ]) {
      expect(readContactPhone(text, 'CN')).toEqual(readPhone(text, 'CN'))
      expect(contact(text)).toBe('+8613800138000')
    }
    expect(contact('')).toBe('empty')
    expect(contact('没有电话')).toBe('no_number')
  })
})

describe('a masked number', () => {
  it('shows three digits or the area code, and the last four', () => {
    expect(maskPhone('+8613800138000')).toBe('138****8000')
    expect(maskPhone('+8657188888888,801')).toBe('0571****8888')
    expect(maskPhone('+861082345678')).toBe('010****5678')
    expect(maskPhone('+12025550123')).toBe('+1 ****0123')
    expect(maskPhone('+85291234567')).toBe('+852 ****4567')
    expect(maskPhone('4008308300')).toBe('****8300')
    expect(maskPhone('10086')).toBe('****')
  })

  it('hides at least three digits of any mobile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        const masked = maskPhone(`+86${number}`)
        expect(masked).toMatch(/^1\d{2}\*{4}\d{4}$/)
        expect(masked).toBe(`${String(number).slice(0, 3)}****${String(number).slice(-4)}`)
      }),
      { seed: 20261122 },
    )
  })
})

it('reads a text of any length at once', () => {
  const hostile = `1${' '.repeat(50_000)}x${' '.repeat(50_000)}!`
  const begun = performance.now()
  expect(readPhone(hostile, 'CN').ok).toBe(false)
  expect(readPhone('1'.repeat(100_000), 'CN').ok).toBe(false)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
