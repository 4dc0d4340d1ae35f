import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRODUCT_FAMILIES, SERVICES } from '#domain/outlets/outlet.ts'
import {
  filterCount,
  outletFilter,
  readLocatorQuery,
  writeLocatorQuery,
} from '#domain/places/locator-query.ts'

const read = (text: string) => readLocatorQuery(new URLSearchParams(text))

describe('the locator in the address', () => {
  it('reads back whatever it writes', () => {
    const region = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
    const asked = fc.record({
      q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
      place: fc.constantFrom('', '1795565', 'zip-94103'),
      regions: fc.array(region, { maxLength: 3 }),
      service: fc.constantFrom('' as const, ...SERVICES),
      family: fc.constantFrom('' as const, ...PRODUCT_FAMILIES),
      language: fc.constantFrom('', 'en', 'zh-CN'),
      openNow: fc.boolean(),
      doneHere: fc.boolean(),
      stepFree: fc.boolean(),
    })
    fc.assert(
      fc.property(asked, (query) => {
        expect(read(writeLocatorQuery(query))).toEqual(query)
      }),
      { seed: 7 },
    )
  })
  it('is empty when nothing is asked', () => {
    expect(writeLocatorQuery(read(''))).toBe('')
  })
  it('ignores values that mean nothing instead of failing', () => {
    const query = read(
      '?service=massage&family=toaster&language=<b>&place=../x&city=a&openNow=yes&province=No',
    )
    expect(query).toEqual(read(''))
  })
  it('takes a city only below its province', () => {
    expect(read('?province=guangdong&city=shenzhen').regions).toEqual(['guangdong', 'shenzhen'])
    expect(read('?city=shenzhen').regions).toEqual([])
  })
  it('cuts a query that is longer than any place', () => {
    expect(read(`?q=${'a'.repeat(500)}`).q).toHaveLength(80)
  })
  it('asks for outlets open at the given instant, and only when asked to', () => {
    expect(outletFilter(read('?openNow=1&service=one_hour'), 1_000)).toEqual({
      service: 'one_hour',
      openAt: 1_000,
    })
    expect(outletFilter(read('?q=x'), 1_000)).toEqual({})
  })
  it('counts the filters that are set', () => {
    expect(filterCount(read('?q=x&openNow=1&stepFree=1&family=watch'))).toBe(3)
  })
})
