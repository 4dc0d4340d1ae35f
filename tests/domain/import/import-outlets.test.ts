import { describe, expect, test } from 'vitest'
import {
  aFile,
  anEmptyHub,
  contentOf,
  countIn,
  IMPORTED_AT,
  importInto,
  outletIn,
} from '#support/import-fixture.ts'

const SHENZHEN = 'code,name,name_en,lat,lon,phone,opening_hours,province,city,district,partner,kind'
const ROW =
  'SZ-001,深圳福田服务中心,Futian Centre,22.5410,114.0570,0571-8888 8888 转 801,"Mo-Su 10:00-21:00; PH 11:00-18:00",广东省,深圳市,福田区,Ring Repair,特约服务中心'
const csv = (...rows: string[]) => aFile(`${[SHENZHEN, ...rows].join('\n')}\n`)

describe('importing a new outlet', () => {
  test('registers it with regions, partner, plaque, event and change number', async () => {
    const hub = anEmptyHub()
    const outcome = await importInto(hub, csv(ROW))
    expect(outcome).toMatchObject({ written: true, plan: { newCount: 1, newRegionCount: 4 } })
    expect(outletIn(hub, 'SZ-001')).toMatchObject({
      name: { en: 'Futian Centre', 'zh-CN': '深圳福田服务中心' },
      kind: 'special_service_centre',
      ownership: 'authorised',
      partnerId: 'ring-repair',
      operation: 'open',
      zone: 'Asia/Shanghai',
      languages: ['zh'],
      services: { repair: 'done' },
      phones: [{ dial: '+8657188888888,801', display: '0571-8888 8888 转 801' }],
      hours: { untilBecause: 'calendar' },
    })
    const row = hub.file.prepare('SELECT * FROM outlets').get() as Record<string, unknown>
    expect(row).toMatchObject({ version: 1, changed_seq: 1, updated_at: IMPORTED_AT })
    expect(row.plaque_code).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/)
    const event = hub.file.prepare('SELECT * FROM events').get()
    expect(event).toMatchObject({
      subject: 'outlet/SZ-001',
      version: 1,
      type: 'outlet.registered',
      actor: 'import',
    })
    expect(String(event?.data)).not.toContain('8888')
    expect(hub.file.prepare('SELECT value FROM counters').get()?.value).toBe(1)
    const regions = hub.file.prepare(
      'SELECT id, parent_id, name_zh FROM regions ORDER BY length(id)',
    )
    expect(regions.all().slice(0, 2)).toMatchObject([
      { id: 'cn', parent_id: null, name_zh: '中国' },
      { id: 'cn-gd', parent_id: 'cn', name_zh: '广东省' },
    ])
    expect(countIn(hub, 'calendar_days')).toBeGreaterThan(30)
  })

  test('derives a code that stays the same when the file names none', async () => {
    const hub = anEmptyHub()
    const file = aFile('name,lat,lon\nCorner Repair,40.7128,-74.0060\n')
    await importInto(hub, file)
    const again = await importInto(hub, file)
    expect(again).toMatchObject({ written: false, plan: { sameCount: 1, newCount: 0 } })
    expect(hub.file.prepare('SELECT code FROM outlets').get()?.code).toMatch(/^X-[0-9A-Z]{10}$/)
  })

  test('keeps internal contacts in the private table only', async () => {
    const hub = anEmptyHub()
    await importInto(hub, aFile('code,name,lat,lon,contacts\nNY-1,A,40.7,-74.0,Ann 555-0100\n'))
    expect(hub.file.prepare('SELECT * FROM outlets_private').get()).toMatchObject({ code: 'NY-1' })
    const elsewhere = JSON.stringify(
      ['outlets', 'events'].map((table) => hub.file.prepare(`SELECT * FROM ${table}`).all()),
    )
    expect(elsewhere).not.toContain('Ann')
  })
})

describe('importing the same outlets again', () => {
  test('changes nothing: no version, event or change number', async () => {
    const hub = anEmptyHub()
    await importInto(hub, csv(ROW))
    const before = contentOf(hub)
    const again = await importInto(hub, csv(ROW), { nowMs: IMPORTED_AT + 5 * 86_400_000 })
    expect(again).toMatchObject({ written: false, plan: { sameCount: 1, changedCount: 0 } })
    expect(contentOf(hub)).toBe(before)
  })

  test('with another phone makes one event that names the field, and a next version', async () => {
    const hub = anEmptyHub()
    await importInto(hub, csv(ROW))
    const plaque = hub.file.prepare('SELECT plaque_code FROM outlets').get()
    const other = ROW.replace('0571-8888 8888 转 801', '10086')
    expect(await importInto(hub, csv(other))).toMatchObject({ plan: { changedCount: 1 } })
    const event = hub.file.prepare('SELECT * FROM events WHERE version = 2').get()
    expect(event).toMatchObject({ type: 'outlet.changed', data: '{"fields":["phones"]}' })
    expect(outletIn(hub, 'SZ-001')?.phones).toEqual([{ dial: '10086', display: '10086' }])
    expect(hub.file.prepare('SELECT plaque_code FROM outlets').get()).toEqual(plaque)
    expect(hub.file.prepare('SELECT changed_seq, version FROM outlets').get()).toMatchObject({
      changed_seq: 2,
      version: 2,
    })
  })

  test('leaves alone what the file does not say', async () => {
    const hub = anEmptyHub()
    await importInto(hub, csv(ROW))
    await importInto(hub, aFile('code,name_en,name_zh,lat,lon\nSZ-001,New,新,22.541,114.057\n'))
    expect(outletIn(hub, 'SZ-001')).toMatchObject({
      name: { en: 'New', 'zh-CN': '新' },
      kind: 'special_service_centre',
      partnerId: 'ring-repair',
      phones: [{ dial: '+8657188888888,801' }],
    })
  })
})

describe('an outlet whose qualification was decided about', () => {
  const HEAD = 'code,name,lat,lon,qualification,operation'
  const file = (qualification: string, operation: string) =>
    aFile(`${HEAD}\nSZ-001,Futian Centre,22.5410,114.0570,${qualification},${operation}\n`)
  const decidedHub = async (status: string, qualification: string, operation: string) => {
    const hub = anEmptyHub()
    await importInto(hub, file('qualified', 'open'))
    hub.file.exec(
      `UPDATE outlets SET qualification = '${qualification}', operation = '${operation}';
       INSERT INTO qualifications (outlet_code, version, status, is_open, state, updated_at)
       VALUES ('SZ-001', 3, '${status}', 1, '{}', 1)`,
    )
    return hub
  }

  test.each([
    ['disqualified', 'disqualified', 'open', 'qualified', 'open', 'qualification'],
    ['suspended', 'on_notice', 'suspended', 'on_notice', 'open', 'operation'],
    ['clear', 'qualified', 'open', 'on_notice', 'open', 'qualification'],
  ])('is not decided otherwise by a file: %s', async (status, stands, runs, says, opens, field) => {
    const hub = await decidedHub(status, stands, runs)
    const before = contentOf(hub)
    const outcome = await importInto(hub, file(says, opens))
    expect(outcome.written).toBe(false)
    expect(outcome.checked.problems).toMatchObject([{ line: 2, field }])
    expect(contentOf(hub)).toBe(before)
  })

  test('may be in a file that says what stands, or nothing of it', async () => {
    const hub = await decidedHub('suspended', 'on_notice', 'suspended')
    const same = await importInto(hub, file('on_notice', 'suspended'))
    expect(same.plan?.problems).toEqual([])
    const renamed = await importInto(hub, aFile('code,name,lat,lon\nSZ-001,New,22.541,114.057\n'))
    expect(renamed).toMatchObject({ written: true, plan: { changedCount: 1 } })
    expect(outletIn(hub, 'SZ-001')).toMatchObject({ operation: 'suspended' })
  })
})

describe('an import with bad rows', () => {
  const bad = 'SZ-002,宝安,Baoan,0,0,,,广东省,深圳市,,,'

  test('writes nothing at all and names line, field and reason', async () => {
    const hub = anEmptyHub()
    const before = contentOf(hub)
    const outcome = await importInto(hub, csv(ROW, bad))
    expect(outcome).toMatchObject({ written: false, plan: null })
    expect(outcome.checked.problems).toEqual([
      { line: 3, field: 'lat', reason: 'lies at 0, 0: nobody filled the coordinates in' },
    ])
    expect(contentOf(hub)).toBe(before)
  })

  test('writes the good ones with --skip-bad', async () => {
    const hub = anEmptyHub()
    const outcome = await importInto(hub, csv(ROW, bad), { skipBad: true })
    expect(outcome).toMatchObject({ written: true, plan: { newCount: 1 } })
    expect(countIn(hub, 'outlets')).toBe(1)
  })

  test('writes nothing when one statement of the batch fails', async () => {
    const hub = anEmptyHub()
    hub.file.exec(
      `INSERT INTO events VALUES ('outlet/SZ-001', 1, 'outlet.registered', 1, 1, 'x', NULL, '{}')`,
    )
    const before = contentOf(hub)
    await expect(importInto(hub, csv(ROW))).rejects.toThrow(/UNIQUE/)
    expect(contentOf(hub)).toBe(before)
  })

  test('refuses a closed outlet without its closing date', async () => {
    const hub = anEmptyHub()
    const file = aFile('code,name,lat,lon,operation\nNY-1,A,40.7,-74.0,closed\n')
    const outcome = await importInto(hub, file)
    expect(outcome.checked.problems).toMatchObject([{ line: 2, field: 'closedOn' }])
    expect(outcome.plan).toBeNull()
  })

  test('--dry-run plans and writes nothing', async () => {
    const hub = anEmptyHub()
    const before = contentOf(hub)
    const outcome = await importInto(hub, csv(ROW), { dryRun: true })
    expect(outcome).toMatchObject({ written: false, plan: { newCount: 1 } })
    expect(contentOf(hub)).toBe(before)
  })
})
