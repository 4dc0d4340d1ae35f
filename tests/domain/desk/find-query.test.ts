import { describe, expect, it } from 'vitest'
import { maskName, orderHits } from '#domain/desk/find-hit.ts'
import { findName, namePrefix } from '#domain/desk/find-name.ts'
import { readFindQuery } from '#domain/desk/find-query.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'

const kinds = (typed: string, countries = ['CN']) =>
  readFindQuery(typed, countries).keys.map(({ kind }) => kind)

let state = 7
const code = issueTicketCode(243, () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state >>> 24
})
const spelled = code.replace(/(.{4})(?=.)/g, '$1-')

describe('the find box', () => {
  it.each([code, spelled, spelled.toLowerCase(), ` ${code.split('').join(' ')} `])(
    'knows a ticket code in any spelling: %s',
    (typed) => {
      expect(readFindQuery(typed, ['CN']).keys).toEqual([{ kind: 'code', code }])
    },
  )

  it('reads a ticket code out of the address on a label', () => {
    for (const address of [
      `https://fix.example/repairs/${code}/`,
      `https://f.example/?c=${spelled}`,
    ])
      expect(readFindQuery(address, ['CN']).keys).toEqual([{ kind: 'code', code }])
    expect(kinds('https://fix.example/repairs/status/')).toEqual([])
  })

  it('takes a valid IMEI for nothing else, however it is written', () => {
    for (const typed of ['490154203237518', '49-015420-323751-8', 'IMEI1: 490154203237518'])
      expect(readFindQuery(typed, ['CN']).keys).toEqual([{ kind: 'imei', imei: '490154203237518' }])
  })

  it('says when an IMEI or a code looks mistyped', () => {
    expect(readFindQuery('490154203237519', ['CN']).hint).toBe('mistyped_imei')
    const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
    expect(readFindQuery(wrong, ['CN']).hint).toBe('mistyped_code')
    expect(readFindQuery(code, ['CN']).hint).toBeNull()
  })

  it.each([
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '１３８００１３８０００',
    '008613800138000',
  ])('knows a phone number as it is dialled: %s', (typed) => {
    expect(readFindQuery(typed, ['CN']).keys[0]).toEqual({
      kind: 'phone',
      dials: ['+8613800138000'],
    })
  })

  it('asks for a number as each country of the network dials it', () => {
    const [key] = readFindQuery('202 555 0123', ['CN', 'US']).keys
    expect(key?.kind === 'phone' && key.dials).toContain('+12025550123')
  })

  it('takes six digits for the end of an IMEI or a parcel, four for the end of a phone', () => {
    expect(kinds('237518')).toEqual(['imei_tail', 'parcel'])
    expect(kinds('8000')).toEqual(['last4'])
    expect(kinds('80001')).toEqual([])
  })

  it('takes what may be several things for all of them', () => {
    expect(kinds('SF1234567890')).toEqual(['parcel', 'serial'])
    expect(readFindQuery('sf 123 456 7890', ['CN']).keys[0]).toEqual({
      kind: 'parcel',
      tracking: 'SF1234567890',
    })
    expect(kinds('771234567890')).toEqual(['phone', 'parcel'])
  })

  it('takes a post office’s number for a parcel though it checks like a ticket code', () => {
    const numbers = Array.from({ length: 60 }, (_, n) => `EA${123456789 + n}CN`)
    const alike = numbers.filter((number) => kinds(number).includes('code'))
    expect(alike.length).toBeGreaterThan(0)
    for (const number of numbers) expect(kinds(number)).toContain('parcel')
  })

  it('takes letters for the beginning of a name, and never too little', () => {
    expect(readFindQuery(' Zoë ', ['CN']).keys).toEqual([{ kind: 'name', prefix: 'zoe' }])
    expect(readFindQuery('王', ['CN']).keys).toEqual([{ kind: 'name', prefix: '王' }])
    for (const typed of ['', '   ', 'w', '%', '----', 'a@b.example'])
      expect(kinds(typed)).toEqual([])
  })

  it('reads no more than a hundred characters', () => {
    expect(readFindQuery(`${'x'.repeat(5000)}`, ['CN']).keys).toEqual([
      { kind: 'name', prefix: 'x'.repeat(100) },
    ])
  })
})

describe('a name', () => {
  it.each([
    ['Ｗang  Xiaoming', 'wangxiaoming'],
    ['ZOË O’Neil', 'zoeoneil'],
    ['阿依·古丽', '阿依古丽'],
    ['한지민', '한지민'],
    ['Ольга', 'ольга'],
    ['…', ''],
  ])('is found without case, width, accents and spaces: %s', (name, found) => {
    expect(findName(name)).toBe(found)
    expect(findName(findName(name))).toBe(found)
  })

  it('begins with two letters, or one syllable', () => {
    expect(['é', 'wa', '王', '한', ' '].map(namePrefix)).toEqual([null, 'wa', '王', '한', null])
  })

  it.each([
    ['王小明', '王**'],
    ['Maria Lopez Garcia', 'Maria L. G.'],
    ['Cher', 'C***'],
    ['欧阳 娜娜', '欧阳 娜.'],
  ])('is masked in a list: %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

it('lists open repairs first, the last changed first, each once', () => {
  const hit = (one: string, status: string, updatedAt: number) => ({ code: one, status, updatedAt })
  const hits = [hit('a', 'closed', 9), hit('b', 'ready', 1), hit('c', 'received', 5)]
  expect(orderHits([...hits, ...hits]).map((one) => one.code)).toEqual(['c', 'b', 'a'])
})
