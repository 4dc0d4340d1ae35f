import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportImport } from '#scripts/import/report-import.ts'
import { aFile, anEmptyHub, countIn, importInto, outletIn } from '#support/import-fixture.ts'

const DAMAGED = 'tests/support/fixtures/damaged-outlets.csv'

test('a damaged file: Latin-1, semicolons, CRLF, decimal commas, swapped and doubled rows', async () => {
  const hub = anEmptyHub()
  const refused = await importInto(hub, DAMAGED, { countryCode: 'DE' })
  expect(refused.source).toMatchObject({ delimiter: ';', encoding: 'windows-1252' })
  expect(refused.checked).toMatchObject({ readCount: 11, badCount: 7, duplicateCount: 1 })
  expect(refused.checked.problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
    '3 code',
    '4 lat',
    '6 lat',
    '7 lon',
    '8 lat',
    '9 code',
    '12 code',
  ])
  expect(refused.checked.problems[1]?.reason).toContain('swapped')
  expect([refused.written, countIn(hub, 'outlets')]).toEqual([false, 0])

  const skipped = await importInto(hub, DAMAGED, { countryCode: 'DE', skipBad: true })
  expect(skipped.plan).toMatchObject({ newCount: 3, hours: { known: 2, unreadable: 1 } })
  expect(outletIn(hub, 'B-01')).toMatchObject({
    name: { en: 'Café Müller Reparatur' },
    lat: 52.520008,
    lon: 13.404954,
    hours: {
      week: [[[540, 1440]], [[540, 1440]], [[540, 1440]], [[540, 1440]], [[540, 1440]], [], []],
    },
  })
  expect(outletIn(hub, 'B-09')).toMatchObject({ hoursText: 'nach Lust und Laune', hours: null })
  expect(reportImport(refused)).toContain('Nothing was written: 7 bad rows.')
})

test('the damaged fixture really is damaged', () => {
  const bytes = readFileSync(DAMAGED)
  expect(bytes.includes(0xe9)).toBe(true)
  expect(bytes.includes('\r\n')).toBe(true)
})

test('a byte order mark is no part of the first column', async () => {
  const hub = anEmptyHub()
  const file = aFile(`\ufeffcode,name,lat,lon\r\nNY-1,Ä,40.7,-74.0\r\n`)
  expect(await importInto(hub, file)).toMatchObject({ ignored: [], plan: { newCount: 1 } })
})

test('GB18030 is told from Latin-1', async () => {
  const hub = anEmptyHub()
  // 深圳 and 广州 in GB18030; TextEncoder writes UTF-8 only.
  const head = Buffer.from('code,name,lat,lon\nSZ-1,')
  const rows = [Buffer.from([0xc9, 0xee, 0xdb, 0xda]), Buffer.from(',22.54,114.05\nGZ-1,')]
  const tail = [Buffer.from([0xb9, 0xe3, 0xd6, 0xdd]), Buffer.from(',23.13,113.26\n')]
  await importInto(hub, aFile(Buffer.concat([head, ...rows, ...tail])))
  expect(outletIn(hub, 'SZ-1')?.name['zh-CN']).toBe('深圳')
})

test.each([
  ['', /is empty/],
  [' \r\n\r\n', /is empty/],
  ['code,name,lat,lon\n', /no rows/],
  ['code,name,name,lon\n1,2,3,4', /"name" twice/],
  ['code,name,lat,lon\nA-1,"open,1,2\n', /can't be read/],
  ['{"type":"Feature"}', /not a GeoJSON FeatureCollection/],
  ['{"type":', /can't be read/],
])('says what is wrong with a file that holds %j', async (content, message) => {
  await expect(importInto(anEmptyHub(), aFile(content))).rejects.toThrow(message)
})

test('a map names columns and constants, and refuses what is not there', async () => {
  const hub = anEmptyHub()
  const file = aFile('No.;Bezeichnung;Breite;Länge\nB-1;Laden;52,52;13,40\n')
  const map = { code: 'No.', name: 'Bezeichnung', lat: 'Breite', lon: 'Länge' }
  const mapFile = aFile(JSON.stringify({ ...map, kind: { value: 'collection_point' } }), 'map.json')
  await importInto(hub, file, { mapFile })
  expect(outletIn(hub, 'B-1')).toMatchObject({ kind: 'collection_point', lat: 52.52 })
  const wrong = aFile(JSON.stringify({ ...map, name: 'Name' }), 'map.json')
  await expect(importInto(hub, file, { mapFile: wrong })).rejects.toThrow(/no column/)
  const unknown = aFile(JSON.stringify({ colour: 'No.' }), 'map.json')
  await expect(importInto(hub, file, { mapFile: unknown })).rejects.toThrow(/"colour"/)
})

test('GeoJSON with OSM tags', async () => {
  const hub = anEmptyHub()
  const feature = (id: string, coordinates: unknown, properties: object, type = 'Point') => ({
    type: 'Feature',
    id,
    geometry: { type, coordinates },
    properties,
  })
  const tags = {
    name: 'Celulares',
    'name:zh': '手机店',
    opening_hours: 'Mo-Fr 10:00-19:00',
    phone: '+598 2604 1494',
    'addr:street': 'Rivera',
    'addr:housenumber': '12',
    wheelchair: 'yes',
    shop: 'mobile_phone',
  }
  const features = [
    feature('node/4541622566', [-56.16, -34.9], tags),
    feature(
      'way/7',
      [
        [0, 0],
        [1, 1],
      ],
      { name: 'A' },
      'LineString',
    ),
  ]
  const file = aFile(JSON.stringify({ type: 'FeatureCollection', features }), 'a.geojson')
  const outcome = await importInto(hub, file, { skipBad: true })
  expect(outcome.checked.problems).toMatchObject([{ line: 2, field: 'row' }])
  expect(outletIn(hub, 'N4541622566')).toMatchObject({
    name: { en: 'Celulares', 'zh-CN': '手机店' },
    address: { en: '12 Rivera' },
    phones: [{ dial: '+59826041494' }],
    stepFree: true,
    zone: 'America/Montevideo',
    regionId: 'uy',
  })
})
