import { describe, expect, it } from 'vitest'
import { alpha2Of, alpha3Of } from '#domain/identifiers/country-alpha-3.ts'
import { PRODUCT_FAMILIES } from '#domain/outlets/outlet.ts'
import { FAULT_CODES } from '#domain/repairs/catalogue.ts'
import { isCode } from '#domain/repairs/coded-values.ts'
import { nameCode, ordsCode, wordOfCode } from '#domain/repairs/ords-code.ts'
import {
  FAULT_OF_ORDS,
  faultOfOrds,
  ORDS_FAULTS,
  ORDS_OF_FAULT,
  ordsFaultOf,
} from '#domain/repairs/ords-fault.ts'
import { familyOfOrds, ORDS_OF_FAMILY, ordsProductId } from '#domain/repairs/ords-product.ts'
import {
  ORDS_BARRIERS,
  ORDS_STATUSES,
  ordsBarrierOf,
  ordsStatusOf,
} from '#domain/repairs/ords-status.ts'

describe('the words of the standard', () => {
  it('have codes that can stand in an event, each its own, and lead back', () => {
    for (const words of [ORDS_FAULTS, ORDS_STATUSES, ORDS_BARRIERS] as const) {
      const codes = words.map(ordsCode)
      expect(codes.every(isCode)).toBe(true)
      expect(new Set(codes).size).toBe(words.length)
      expect(codes.map((code) => wordOfCode<string>(words, code))).toEqual([...words])
    }
    expect(ordsCode('USB/charging port')).toBe('usb_charging_port')
    expect(() => wordOfCode(ORDS_STATUSES, 'mended')).toThrow('mended')
  })

  it('of statuses are read by word in any case and by number; an empty one is unknown', () => {
    expect(['Fixed', 'end of LIFE', '2', '0', ''].map(ordsStatusOf)).toEqual([
      'Fixed',
      'End of life',
      'Repairable',
      'Unknown',
      'Unknown',
    ])
    expect(['4', '-1', 'mended', '__proto__', 'constructor'].map(ordsStatusOf)).toEqual(
      Array(5).fill(null),
    )
  })

  it('of barriers are read by word, by number, and as published data has them', () => {
    expect(ordsBarrierOf('1')).toBe('Spare parts not available')
    expect(ordsBarrierOf('6')).toBe('Item too worn out')
    expect(ordsBarrierOf('Product too worn out')).toBe('Item too worn out')
    expect(ordsBarrierOf('Too worn out')).toBe('Item too worn out')
    expect(ordsBarrierOf('No way to open the product')).toBe('No way to open product')
    expect(['', '0', '7', 'lazy', 'constructor'].map(ordsBarrierOf)).toEqual(Array(5).fill(null))
  })

  it('of faults have a fault code each, and each fault code has one', () => {
    for (const word of ORDS_FAULTS)
      expect(faultOfOrds(word.toUpperCase())).toBe(FAULT_OF_ORDS[word])
    for (const code of FAULT_CODES) expect(ordsFaultOf(ORDS_OF_FAULT[code])).not.toBeNull()
    expect(ordsFaultOf('The screen is broken')).toBeNull()
  })

  it('of products are our families, products nobody here serves, or no words', () => {
    for (const family of PRODUCT_FAMILIES) {
      expect(familyOfOrds(ORDS_OF_FAMILY[family])).toBe(family)
    }
    expect(familyOfOrds(' mobile ')).toBe('phone')
    expect(familyOfOrds('Toaster')).toBe('other')
    expect(familyOfOrds('Handy')).toBeNull()
    expect([ordsProductId('Mobile'), ordsProductId('Laptop'), ordsProductId('Iron')]).toEqual([
      19, 16, 40,
    ])
  })
})

describe('a name as a code', () => {
  it.each([
    ['The Restart Project', 'the-restart-project'],
    ['  Repair Café  ', 'repair-cafe'],
    ['小米', 'u5c0f-u7c73'],
    ['AT&T', 'at-t'],
  ])('%s is %s', (name, code) => {
    expect(nameCode(name)).toBe(code)
    expect(isCode(code)).toBe(true)
  })

  it('is none where nothing is left, or too much', () => {
    expect(nameCode('…')).toBeNull()
    expect(nameCode('修'.repeat(20))).toBeNull()
  })
})

describe('countries', () => {
  it('are read in two letters or three and written in three', () => {
    expect(['GBR', 'gb', ' deu ', 'CHN'].map(alpha2Of)).toEqual(['GB', 'GB', 'DE', 'CN'])
    expect(['Germany', 'XYZ', 'UK', ''].map(alpha2Of)).toEqual([null, null, null, null])
    expect(['GB', 'CN', 'TN', 'XX'].map(alpha3Of)).toEqual(['GBR', 'CHN', 'TUN', null])
  })
})
