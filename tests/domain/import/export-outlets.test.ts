import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import { writeExport } from '#scripts/import/write-export.ts'
import {
  aFile,
  anEmptyHub,
  contentOf,
  IMPORTED_AT,
  importInto,
  outletIn,
} from '#support/import-fixture.ts'

const HEADER =
  'code,name_en,name_zh,lat,lon,phone,opening_hours,province,city,district,partner,kind,services,operation,suspended_from,suspension_reason_en,closed_on,tags,step_free,floor_en,floor_zh,last_intake_minutes,languages,bucket'
const ROWS = [
  `CN-1,"=HYPERLINK(""x"")",'=深圳,22.541,114.057,"0571-8888 8888 转 801; 10086","Mo-Su 10:00-21:00; PH off",广东省,深圳市,福田区,@Ring,特约服务中心,one_hour repair=collected,suspended,2026-12-01,"-fire;=1+1;@x, sadly",,flagship,yes,Level 2,二层,45,zh-CN en,7`,
  'CN-2,"Two\nlines",两行,31.2304,121.4737,none,by appointment,上海市,上海市,,none,,none,closed,,,2026-01-31,,no,,,,none,',
  'US-1,Plain,Plain,34.716144,-86.673021,(256) 327-8800,,AL,Huntsville,,,,,,,,,,,,,,,',
]

async function aNetwork() {
  const hub = anEmptyHub()
  const outcome = await importInto(hub, aFile([HEADER, ...ROWS].join('\n')))
  expect(outcome.checked.problems).toEqual([])
  return hub
}

test.each(['outlets.csv', 'outlets.geojson'])(
  '%s imports back to the same network',
  async (name) => {
    const network = await aNetwork()
    const file = aFile('', name)
    expect(await writeExport(network.hub, file)).toBe(3)

    const before = contentOf(network)
    expect(await importInto(network, file)).toMatchObject({
      plan: { sameCount: 3 },
      written: false,
    })
    expect(contentOf(network)).toBe(before)

    const elsewhere = anEmptyHub()
    await importInto(elsewhere, file)
    for (const code of ['CN-1', 'CN-2', 'US-1']) {
      expect(outletIn(elsewhere, code)).toEqual(outletIn(network, code))
    }
    const places = ({ file: db }: typeof network) =>
      ['regions', 'partners'].map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
    expect(places(elsewhere)).toEqual(places(network))
  },
)

test('every cell of an exported CSV is quoted, empty ones too', async () => {
  const file = aFile('', 'outlets.csv')
  await writeExport((await aNetwork()).hub, file)
  const text = readFileSync(file, 'utf8').slice(1)
  expect(text.replace(/"(?:[^"]|"")*"/g, '').replace(/[,\r\n]/g, '')).toBe('')
})

test('no row of the demo network is lost or moved by its own export', async () => {
  const network = anEmptyHub()
  await loadDemo(network.hub, { nowMs: IMPORTED_AT })
  const kept = () =>
    network.file.prepare('SELECT code, name_zh, region_id, phones, hours FROM outlets').all()
  const before = kept()
  const file = aFile('', 'outlets.csv')
  await writeExport(network.hub, file)
  const outcome = await importInto(network, file)
  expect(outcome.checked).toMatchObject({ problems: [], unreadablePhoneCount: 0 })
  expect(outcome.plan).toMatchObject({ newCount: 0, newRegionCount: 0 })
  expect(kept()).toEqual(before)
})

test('an exported CSV holds no cell that a spreadsheet would run, and no plaque code', async () => {
  const network = await aNetwork()
  const file = aFile('', 'outlets.csv')
  await writeExport(network.hub, file)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  expect(text).toContain(`,"'@Ring",`)
  expect(text).not.toMatch(/(^|[,;\t])[\s"]*[=@]/m)
  for (const row of network.file.prepare('SELECT plaque_code FROM outlets').all()) {
    expect(text).not.toContain(String(row.plaque_code))
  }
})
