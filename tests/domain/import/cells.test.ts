import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from '#domain/exports/formula-guard.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { deriveOutletCode, readOutletCode } from '#scripts/import/outlet-code.ts'
import { parsePosition } from '#scripts/import/parse-coordinates.ts'
import { parsePhone, parsePhones, phoneCell } from '#scripts/import/parse-phones.ts'
import { isInCountry, refuseOutside, zoneAt } from '#scripts/import/place-of-position.ts'
import { regionChain, slugOf } from '#scripts/import/region-chain.ts'

describe('phones', () => {
  test.each([
    ['138 0013 8000', 'CN', '+8613800138000', '138 0013 8000'],
    ['13800138000', 'CN', '+8613800138000', '138 0013 8000'],
    ['0571-8888 8888 转 801', 'CN', '+8657188888888,801', '0571-8888 8888 转 801'],
    ['0571-88888888转801', 'CN', '+8657188888888,801', '0571-88888888转801'],
    ['400-830-8300', 'CN', '4008308300', '400-830-8300'],
    ['4008308300', 'CN', '4008308300', '400-830-8300'],
    ['10086', 'CN', '10086', '10086'],
    ['950800', 'CN', '950800', '950800'],
    ['(256) 327-8800', 'US', '+12563278800', '(256) 327-8800'],
    ['(256) 327-8800 ext. 12', 'US', '+12563278800,12', '(256) 327-8800 ext. 12'],
    ['+7 (7172) 48-82-97', 'US', '+77172488297', '+7 (7172) 48-82-97'],
    ['0049 30 901820', 'US', '+4930901820', '0049 30 901820'],
    ['０１０－１２３４５６７８', 'CN', '+861012345678', '010-12345678'],
  ])('%s in %s dials %s', (text, country, dial, display) => {
    expect(parsePhone(text, country)).toEqual({ dial, display })
  })

  test('a cell of several keeps what it can and names the rest', () => {
    const { phones, unreadable } = parsePhones('10086; ask inside、138 0013 8000', 'CN')
    expect(phones.map(({ dial }) => dial)).toEqual(['10086', '+8613800138000'])
    expect(unreadable).toEqual(['ask inside'])
  })

  test.each([
    ['CN', '0571-8888 8888 转 801; 400-830-8300; 10086; 13800138000; +1 256 327 8800'],
    ['AD', '+376312345'],
    ['AR', '+54 9 11 2345 6789; 01123456789'],
    ['DE', '0049 30 901820; 030 901820 x 12'],
  ])('an exported cell of %s reads back to the same', (country, cell) => {
    const { phones, unreadable } = parsePhones(cell, country)
    expect(unreadable).toEqual([])
    expect(parsePhones(phoneCell(phones), country)).toEqual({ phones, unreadable: [] })
  })

  test.each([
    '400-830-8300 <19005551234>',
    '400-830-8300 <4008308300,9>',
    'Call us free <**21*+8613800000000#>',
    'Call us free <+8613800000000>',
    '13800138000 <+8613800138000#>',
    '13800138000 <+86138001380OO>',
    '**21*13800138000#',
    '*#06#',
    '10086 <b>10086</b>',
    `138${'-'.repeat(60)}00138000`,
  ])('no telephone shows one number and dials another or a code: %s', (cell) => {
    const { phones, unreadable } = parsePhones(cell, 'CN')
    expect({ phones, unreadable }).toEqual({ phones: [], unreadable: [cell] })
  })

  test('a cell names ten numbers at most', () => {
    const cell = (count: number) =>
      Array.from({ length: count }, (_, i) => String(10000 + i)).join(';')
    expect(parsePhones(cell(10), 'CN').phones).toHaveLength(10)
    expect(() => parsePhones(cell(11), 'CN')).toThrow(/more than 10/)
  })
})

describe('coordinates', () => {
  test.each([
    ['34.716144', '-86.673021', 34.716144, -86.673021],
    ['34,716144', '−86,673021', 34.716144, -86.673021],
    ['34.7° N', '86.6° W', 34.7, -86.6],
  ])('%s %s', (lat, lon, north, east) => {
    expect(parsePosition({ lat, lon }, 'wgs84')).toEqual({ lat: north, lon: east })
  })

  test.each([
    [undefined, '1', /no latitude/],
    ['1', undefined, /no longitude/],
    ['north', '1', /no number/],
    ['114.05', '22.5', /swapped/],
    ['91', '120', /impossible/],
    ['1', '181', /impossible/],
    ['0.000', '0', /0, 0/],
    ['114 E', '22 N', /swapped/],
  ])('refuses %s, %s', (lat, lon, reason) => {
    expect(() => parsePosition({ lat, lon }, 'wgs84')).toThrow(reason)
  })

  test('of Chinese maps are moved to WGS 84, hundreds of metres', () => {
    const gcj = parsePosition({ lat: '39.908823', lon: '116.397470' }, 'gcj02')
    expect(gcj.lat).toBeCloseTo(39.90742, 4)
    expect(gcj.lon).toBeCloseTo(116.39123, 4)
    const bd = parsePosition({ lat: '39.915119', lon: '116.403963' }, 'bd09')
    expect(bd.lat).toBeCloseTo(39.9074, 3)
    expect(bd.lon).toBeCloseTo(116.3912, 3)
  })
})

describe('countries', () => {
  test('hold their coasts and islands, and not their neighbours', () => {
    expect(isInCountry('CN', { lat: 22.541, lon: 114.057 })).toBe(true)
    expect(isInCountry('CN', { lat: 22.3, lon: 114.17 })).toBe(false)
    expect(isInCountry('US', { lat: 21.28, lon: -157.83 })).toBe(true)
    expect(isInCountry('US', { lat: 43.65, lon: -79.38 })).toBe(false)
    expect(isInCountry('NO', { lat: 59.91, lon: 10.75 })).toBe(true)
  })

  test('say when only the swapped position lies inside', () => {
    expect(() => refuseOutside('DE', { lat: 13.4, lon: 52.5 })).toThrow(/swapped/)
    expect(() => refuseOutside('DE', { lat: 48.85, lon: 2.35 })).toThrow(/outside DE/)
  })

  test('give an outlet its zone', () => {
    expect(zoneAt({ lat: 34.716, lon: -86.673 })).toBe('America/Chicago')
  })
})

describe('codes and regions', () => {
  test.each([
    ['r001', 'R001'],
    ['node/4541622566', 'N4541622566'],
    [' SZ-001 ', 'SZ-001'],
  ])('%s is the outlet code %s', (text, code) => expect(readOutletCode(text)).toBe(code))

  test.each(['A', 'ABCDEFGHIJKLM', 'SZ_1', '深圳1', 'search', 'In', 'NEAREST'])(
    'refuses the code %s',
    (text) => expect(() => readOutletCode(text)).toThrow(/code|reserved/),
  )

  test('a derived code depends on name and place, and on nothing else', () => {
    const code = deriveOutletCode('A', 1, 2)
    expect(deriveOutletCode('A', 1.000001, 2)).toBe(code)
    expect(deriveOutletCode('B', 1, 2)).not.toBe(code)
    expect(readOutletCode(code)).toBe(code)
  })

  test('region ids tell country, province and city, and do not double a municipality', () => {
    const ids = (country: string, fields: object) =>
      regionChain(country, fields).map(({ id }) => id)
    expect(ids('US', { province: 'AL', city: 'Huntsville' })).toEqual([
      'us',
      'us-al',
      'us-al-huntsville',
    ])
    expect(ids('CN', { province: '广东', city: 'Shenzhen' })).toEqual([
      'cn',
      'cn-gd',
      'cn-gd-shenzhen',
    ])
    expect(ids('CN', { province: '上海市', city: '上海市', district: '浦东新区' })).toHaveLength(3)
    expect(slugOf('São Paulo')).toBe('sao-paulo')
    expect(slugOf('深圳市')).toMatch(/^[a-z0-9]{6}$/)
    expect(slugOf('深圳市')).not.toBe(slugOf('广州市'))
  })
})

test.each([
  'foo;=1+1;bar',
  'a; @x',
  "a;'=1",
  'a;"=1',
  'two\n=1',
  'a\t+1',
  '=1;-2',
  ';=1',
  'a;;＝1',
])(
  'nor does one that separates by semicolons or tabs run %j, and it reads back the same',
  (cell) => {
    expect(guarded(cell)).not.toMatch(/[;\t\n][\s"]*[=+\-@＝＋－＠]/)
    expect(unguarded(guarded(cell))).toBe(cell)
  },
)
test('whatever text is guarded reads back the same', () => {
  const random = seededRandom('formula guard')
  for (let round = 0; round < 5000; round++) {
    const length = random.between(1, 8)
    const cell = Array.from({ length }, () => `=+-@＝';"\t\n\r ,a1`[random.between(0, 14)]).join('')
    expect(unguarded(guarded(cell)), JSON.stringify(cell)).toBe(cell)
  }
})
test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', "'=1", '＝1', '\tx'])(
  'no spreadsheet runs %j, and it reads back the same',
  (cell) => {
    expect(guarded(cell)).toMatch(/^'/)
    expect(unguarded(guarded(cell))).toBe(cell)
  },
)
test.each(['-86.67', '+12563278800', "it's", "'quoted'", '深圳'])('leaves %j as it is', (cell) => {
  expect(guarded(cell)).toBe(cell)
  expect(unguarded(cell)).toBe(cell)
})
