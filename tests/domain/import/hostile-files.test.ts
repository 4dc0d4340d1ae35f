import { describe, expect, test } from 'vitest'
import { reportImport } from '#scripts/import/report-import.ts'
import { aFile, anEmptyHub, countIn, importInto, outletIn } from '#support/import-fixture.ts'

const POINT = { type: 'Point', coordinates: [-74, 40.7] }
const aCollection = (...features: unknown[]) =>
  aFile(JSON.stringify({ type: 'FeatureCollection', features }), 'outlets.geojson')
const aFeature = (properties: unknown, geometry: unknown = POINT) => ({
  type: 'Feature',
  geometry,
  properties,
})
const anOutletWith = (cells: object) => aCollection(aFeature({ code: 'NY-1', name: 'A', ...cells }))

/** The fields a row with these cells is refused for. */
async function refusedFields(cells: object): Promise<readonly string[]> {
  const hub = anEmptyHub()
  const { checked } = await importInto(hub, anOutletWith(cells), { skipBad: true })
  expect(countIn(hub, 'outlets')).toBe(checked.problems.length > 0 ? 0 : 1)
  return checked.problems.map(({ field }) => field)
}

describe('characters that a page, a terminal or an SQL file would obey', () => {
  test.each([
    ['NUL', 'U+0000', '\u0000'],
    ['ESC', 'U+001B', '\u001b'],
    ['DEL', 'U+007F', '\u007f'],
    ['CSI', 'U+009B', '\u009b'],
    ['the embedding of right to left', 'U+202B', '\u202b'],
    ['the override to right to left', 'U+202E', '\u202e'],
    ['an isolate', 'U+2066', '\u2066'],
    ['the end of an isolate', 'U+2069', '\u2069'],
    ['a lone high surrogate', 'U+D83D', '\ud83d'],
    ['a lone low surrogate', 'U+DE00', '\ude00'],
  ])('%s makes a row bad, told by field and code point', async (_, point, character) => {
    for (const [column, field] of [
      ['name_zh', 'nameZh'],
      ['address', 'address'],
      ['opening_hours', 'hours'],
      ['contacts', 'contacts'],
      ['code', 'code'],
    ] as const) {
      const file = anOutletWith({ [column]: `a${character}b` })
      const outcome = await importInto(anEmptyHub(), file)
      expect(outcome.checked.problems).toMatchObject([{ line: 1, field }])
      expect(outcome.checked.problems[0]?.reason).toContain(point)
      expect(reportImport(outcome)).not.toContain(character)
    }
  })

  test('are not printed from a column name either', async () => {
    const file = anOutletWith({ 'x\u001b[2J': 'y' })
    expect(reportImport(await importInto(anEmptyHub(), file))).toContain('x<U+001B>[2J')
  })

  test('are not line breaks, tabs, emoji or right-to-left letters', async () => {
    expect(await refusedFields({ name: 'مركز\t😀', address: '1 Road\r\n2nd door' })).toEqual([])
  })

  test('are refused from a CSV and from a map too', async () => {
    const csv = aFile('code,name,lat,lon\nNY-1,A\u0000B,40.7,-74.0\n')
    const { checked } = await importInto(anEmptyHub(), csv)
    expect(checked.problems).toMatchObject([{ line: 2, field: 'name' }])
    const mapFile = aFile(JSON.stringify({ address: { value: '\u202e' } }), 'map.json')
    const mapped = await importInto(anEmptyHub(), anOutletWith({}), { mapFile })
    expect(mapped.checked.problems).toMatchObject([{ field: 'address' }])
  })
})

describe('texts', () => {
  test.each([
    ['name_en', 'nameEn', 120],
    ['name_zh', 'nameZh', 120],
    ['address_en', 'addressEn', 300],
    ['opening_hours', 'hours', 500],
    ['floor_zh', 'floorZh', 120],
    ['metro_exit', 'metroExitEn', 120],
    ['contacts', 'contacts', 500],
    ['city', 'city', 120],
    ['partner', 'partner', 120],
  ])('of %s have at most so many code points', async (column, field, most) => {
    expect(await refusedFields({ [column]: '😀'.repeat(most) })).toEqual([])
    expect(await refusedFields({ [column]: '😀'.repeat(most + 1) })).toEqual([field])
  })

  test('that are put together have the limit of what they make', async () => {
    const long = 'x'.repeat(100)
    expect(await refusedFields({ name: long, brand: 'y'.repeat(50) })).toEqual(['name'])
    const parts = { street: long, city: `c${long}`, state: `s${long}`, housenumber: '1' }
    expect(await refusedFields(parts)).toEqual(['address'])
  })

  test('of languages are twenty tags at most, none longer than a tag is', async () => {
    const tags = (count: number) => Array.from({ length: count }, () => 'en').join(' ')
    expect(await refusedFields({ languages: tags(20) })).toEqual([])
    expect(await refusedFields({ languages: tags(21) })).toEqual(['languages'])
    expect(await refusedFields({ languages: `en-x-${'abc-'.repeat(9)}z` })).toEqual(['languages'])
  })
})

describe('a zone', () => {
  test.each(['America/New_York', 'Asia/Kolkata', 'Asia/Calcutta', 'UTC'])(
    'is one that Intl knows: %s',
    async (zone) => expect(await refusedFields({ zone })).toEqual([]),
  )
  test.each(['+08:00', '-05', '+0800', '−05:00', 'Mars/Olympus', 'UTC+8'])(
    'is no offset and no invention: %s',
    async (zone) => expect(await refusedFields({ zone })).toEqual(['zone']),
  )
})

describe('a GeoJSON feature', () => {
  test.each([
    ['null', null],
    ['a text', 'feature'],
    ['a list', [1]],
    ['one without geometry', { type: 'Feature', properties: { name: 'A' } }],
    ['one with null for a geometry', aFeature({ name: 'A' }, null)],
    ['one with a text for a geometry', aFeature({ name: 'A' }, 'Point')],
    ['one without coordinates', aFeature({ name: 'A' }, { type: 'Point' })],
  ])('that is %s is a bad row beside good ones', async (_, feature) => {
    const hub = anEmptyHub()
    const good = aFeature({ code: 'NY-1', name: 'A' })
    const outcome = await importInto(hub, aCollection(feature, good), { skipBad: true })
    expect(outcome.checked.problems).toMatchObject([{ line: 1, field: 'row' }])
    expect(outletIn(hub, 'NY-1')).not.toBeNull()
  })

  test.each([null, 'x', [1]])('with %j for properties has no name', async (properties) => {
    const { checked } = await importInto(anEmptyHub(), aCollection(aFeature(properties)))
    expect(checked.problems).toMatchObject([{ line: 1, field: 'name' }])
  })
})
