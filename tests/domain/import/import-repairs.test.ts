import { describe, expect, test } from 'vitest'
import { faultStatistics } from '#domain/repairs/fault-statistics.ts'
import { countFaults } from '#scripts/repairs/fault-counts.ts'
import { loadImported } from '#scripts/repairs/imported-rows.ts'
import { loadOwn } from '#scripts/repairs/own-records.ts'
import { reportFaults, reportRepairImport } from '#scripts/repairs/report-repair-import.ts'
import { aRepair } from '#support/a-repair.ts'
import {
  aFile,
  anEmptyHub,
  countIn,
  type EmptyHub,
  IMPORTED_AT,
  importInto,
} from '#support/import-fixture.ts'
import { fixture, importRepairs, ordsFile, putRepair } from '#support/repair-import-fixture.ts'

const GOOD = fixture('repairs-ords.csv')
const DAMAGED = fixture('repairs-damaged.csv')

const rowsOf = ({ file }: EmptyHub, table: string) => file.prepare(`SELECT * FROM ${table}`).all()
const everything = (hub: EmptyHub): string =>
  JSON.stringify(['imported_repairs', 'events'].map((table) => rowsOf(hub, table)))
const rowOf = ({ file }: EmptyHub, provider: string, id: string) =>
  file.prepare('SELECT * FROM imported_repairs WHERE provider = ? AND id = ?').get(provider, id)

/** Where nothing of an imported repair may ever be. */
const UNTOUCHED = [
  'repairs',
  'repairs_private',
  'bookings',
  'outbox',
  'kpi_days',
  'kpi_months',
  'links',
  'device_ids',
  'queues',
]

describe('importing repairs', () => {
  test('makes one event and one row of each, history and nothing else', async () => {
    const hub = anEmptyHub()
    const outcome = await importRepairs(hub, GOOD)
    expect(outcome).toMatchObject({ newCount: 5, written: true, stopped: false })
    expect(outcome.checked).toMatchObject({
      readCount: 7,
      badCount: 0,
      duplicateCount: 1,
      otherProductCount: 1,
    })
    expect(countIn(hub, 'imported_repairs')).toBe(5)
    expect(rowsOf(hub, 'events')).toHaveLength(5)
    expect(hub.file.prepare('SELECT DISTINCT version, type, actor FROM events').all()).toEqual([
      { version: 1, type: 'repair.imported', actor: 'import' },
    ])
    expect(UNTOUCHED.map((table) => [table, countIn(hub, table)])).toEqual(
      UNTOUCHED.map((table) => [table, 0]),
    )
  })

  test('reads the columns of the standard, tidied', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    expect(rowOf(hub, 'the-repair-circle', 'circle-2')).toEqual({
      provider: 'the-repair-circle',
      id: 'circle-2',
      provider_name: 'The Repair Circle',
      country_code: 'GB',
      family: 'phone',
      brand: 'Fairphone',
      year_of_manufacture: null,
      age_years: null,
      fault: 'unknown',
      status: 'end_of_life',
      barrier: 'spare_parts_not_available',
      outlet_code: null,
      repaired_on: '2019-03-04',
      imported_at: IMPORTED_AT,
    })
    expect(rowOf(hub, 'the-repair-circle', 'circle-3')).toMatchObject({
      brand: null,
      age_years: 0.5,
      status: 'repairable',
      fault: 'power_battery',
    })
    expect(rowOf(hub, 'werkstatt-cafe', 'circle-1')).toMatchObject({
      country_code: 'AT',
      family: 'tablet',
      brand: 'Apple',
      barrier: 'item_too_worn_out',
      fault: 'liquid_damage',
    })
  })

  test('stores no word of anybody, nor the name of a group', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    expect(everything(hub)).not.toMatch(/Ann|07700|kaputt|boils|circle 7|Zirkel/)
  })

  test('adds nothing the second time', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    const before = everything(hub)
    const again = await importRepairs(hub, GOOD, { nowMs: IMPORTED_AT + 1000 })
    expect(again).toMatchObject({ newCount: 0, sameCount: 5, written: false })
    expect(everything(hub)).toBe(before)
  })

  test('writes nothing on a dry run, and says what it would', async () => {
    const hub = anEmptyHub()
    const outcome = await importRepairs(hub, GOOD, { dryRun: true })
    expect(outcome).toMatchObject({ newCount: 5, written: false })
    expect(reportRepairImport(outcome, true)).toContain('Dry run: nothing was written.')
    expect(countIn(hub, 'events')).toBe(0)
  })

  test('never changes what is on record: other content is a bad row', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, ordsFile('a-1,Circle,GBR,Screen,Mobile,Nokia,,Fixed,,2019-03-04,'))
    const before = everything(hub)
    const changed = ordsFile(
      'a-1,Circle,GBR,Screen,Mobile,Nokia,,End of life,,2019-03-04,',
      'a-2,Circle,GBR,Screen,Mobile,Nokia,,Fixed,,2019-03-04,',
    )
    const refused = await importRepairs(hub, changed)
    expect(refused.checked.problems).toMatchObject([{ line: 2, field: 'id' }])
    expect(refused).toMatchObject({ stopped: true, written: false })
    expect(everything(hub)).toBe(before)
    expect(await importRepairs(hub, changed, { skipBad: true })).toMatchObject({ newCount: 1 })
    expect(rowOf(hub, 'circle', 'a-1')?.status).toBe('fixed')
  })

  test('gives a file to an outlet on record, and to no other', async () => {
    const hub = anEmptyHub()
    await importInto(hub, aFile('code,name,lat,lon\nNY-1,A,40.7,-74.0\n'))
    await expect(importRepairs(hub, GOOD, { outletCode: 'NY-2' })).rejects.toThrow('no outlet NY-2')
    await importRepairs(hub, GOOD, { outletCode: 'NY-1' })
    const outlets = hub.file.prepare('SELECT DISTINCT outlet_code FROM imported_repairs').all()
    expect(outlets).toEqual([{ outlet_code: 'NY-1' }])
    expect(countIn(hub, 'kpi_days') + countIn(hub, 'kpi_months')).toBe(0)
  })

  test('takes thousands in one transaction, and tells how far it is', async () => {
    const hub = anEmptyHub()
    const rows = Array.from(
      { length: 11_000 },
      (_, i) => `n-${i},Circle,GBR,Screen,Mobile,Nokia,,Fixed,,2019-03-04,`,
    )
    const steps: string[] = []
    const outcome = await importRepairs(hub, ordsFile(...rows), {
      onProgress: (step, count) => {
        if (count % 10_000 === 0) steps.push(`${step} ${count}`)
      },
    })
    expect(outcome.newCount).toBe(11_000)
    expect(countIn(hub, 'imported_repairs')).toBe(11_000)
    expect(steps).toEqual(['read 10000', 'compared 10000'])
  })
})

describe('a file with bad rows', () => {
  test('is told by line, field and reason, and nothing of it is written', async () => {
    const hub = anEmptyHub()
    const outcome = await importRepairs(hub, DAMAGED)
    expect(outcome).toMatchObject({ stopped: true, written: false })
    expect(outcome.checked.problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '3 brand',
      '4 repair_status',
      '5 event_date',
      '6 event_date',
      '7 event_date',
      '8 country',
      '8 event_date',
      '8 product_age',
      '8 fault_type',
      '9 id',
      '10 id',
      '11 brand',
      '12 row',
    ])
    expect(outcome.checked).toMatchObject({ readCount: 11, badCount: 10 })
    const report = reportRepairImport(outcome)
    expect(report).toContain('line 5, event_date: "2031-01-01" lies in the future')
    expect(report).toContain('line 6, event_date: "2019-02-30" is a day that no calendar has')
    expect(report).toContain('line 4, repair_status: "Mended" is no status')
    expect(report).toContain('line 8, event_date: is empty')
    expect(report).toContain('Nothing was written: 10 bad rows.')
    expect(countIn(hub, 'imported_repairs') + countIn(hub, 'events')).toBe(0)
  })

  test('gives its good ones with --skip-bad; of an id with two contents neither', async () => {
    const hub = anEmptyHub()
    const outcome = await importRepairs(hub, DAMAGED, { skipBad: true })
    expect(outcome).toMatchObject({ newCount: 1, written: true, stopped: false })
    expect(hub.file.prepare('SELECT id FROM imported_repairs').all()).toEqual([{ id: 'd-1' }])
  })

  test('is never printed as a terminal would obey it', async () => {
    const file = ordsFile('a-1,Circle,GBR,Screen,Mobile,\u001b[2JNokia,,Fixed,,2019-03-04,')
    const report = reportRepairImport(await importRepairs(anEmptyHub(), file))
    expect(report).toContain('<U+001B>')
    expect(report).not.toContain('\u001b')
  })
})

describe('a file as a whole', () => {
  test.each([
    ['without the columns it needs', aFile('name,lat\nA,1\n'), 'no column id, data_provider'],
    ['that is GeoJSON', aFile('{"type":"FeatureCollection","features":[]}'), 'from CSV'],
    ['without rows', ordsFile(), 'no rows'],
    ['that is not there', '/nowhere/repairs.csv', "can't be opened"],
  ])('is refused: one %s', async (_, file, why) => {
    await expect(importRepairs(anEmptyHub(), file)).rejects.toThrow(why)
  })
})

describe('the faults on record', () => {
  test('are those of imported repairs and of our own closed ones', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    putRepair(hub, aRepair().collected().repair)
    putRepair(hub, { ...aRepair().repairing().repair, code: '7K00000000000' })
    const counts = await countFaults(loadImported(hub.hub), loadOwn(hub.hub))
    const statistics = faultStatistics(counts)
    expect(statistics).toMatchObject({
      count: 6,
      byStatus: { Unknown: 1, Fixed: 2, Repairable: 1, 'End of life': 2 },
    })
    expect(statistics.faults.map(({ fault, count }) => [fault, count])).toEqual([
      ['Screen', 2],
      ['Unknown', 2],
      ['Power/battery', 1],
      ['Liquid damage', 1],
    ])
    expect(reportFaults(statistics)).toMatch(/Screen +2 +0 +2 +0 +0\n/)
  })
})
