import { describe, expect, test } from 'vitest'
import { ORDS_COLUMNS } from '#domain/repairs/ords-export.ts'
import { aRepair } from '#support/a-repair.ts'
import { anEmptyHub } from '#support/import-fixture.ts'
import { CODE } from '#support/repair-actions.ts'
import {
  type ExportedRow,
  exportRepairs,
  fixture,
  importRepairs,
  ordsFile,
  putRepair,
} from '#support/repair-import-fixture.ts'

const GOOD = fixture('repairs-ords.csv')

/** Rows without what each export draws anew, in an order of their own. */
const contentOf = (rows: readonly ExportedRow[]) =>
  rows.map(({ id: _, ...cells }) => JSON.stringify(cells)).sort()

describe('exporting repairs', () => {
  test('writes the columns of the standard, in its words', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    const { text, rows, exported } = await exportRepairs(hub)
    expect(text.split('\n')[0]).toBe(ORDS_COLUMNS.map((column) => `"${column}"`).join(','))
    expect(rows).toHaveLength(5)
    expect(rows.find(({ country }) => country === 'AUT')).toEqual({
      id: expect.stringMatching(/^repair-\d{14}$/),
      data_provider: 'Werkstatt-Café',
      country: 'AUT',
      partner_product_category: 'tablet',
      product_category: 'Tablet',
      product_category_id: '30',
      brand: 'Apple',
      year_of_manufacture: '',
      product_age: '3',
      repair_status: 'End of life',
      repair_barrier_if_end_of_life: 'Item too worn out',
      group_identifier: '',
      event_date: '2018-01-31',
      problem: 'Liquid damage',
    })
    expect(exported).toEqual({
      ownCount: 0,
      importedCount: 5,
      providers: ['The Repair Circle', 'Werkstatt-Café'],
      lonelyCount: 5,
    })
  })

  test('comes back the same when it is imported elsewhere', async () => {
    const [here, there] = [anEmptyHub(), anEmptyHub()]
    await importRepairs(here, GOOD)
    putRepair(here, aRepair({ model: 'f2' }).collected().repair)
    const first = await exportRepairs(here)
    expect(await importRepairs(there, first.file)).toMatchObject({ newCount: 6, stopped: false })
    const second = await exportRepairs(there)
    expect(contentOf(second.rows)).toEqual(contentOf(first.rows))
  })

  test('gives every record an id of this export alone', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    const ids = [...(await exportRepairs(hub)).rows, ...(await exportRepairs(hub)).rows].map(
      ({ id }) => id,
    )
    expect(new Set(ids).size).toBe(10)
    expect(ids.join()).not.toContain('circle')
  })

  test('tells our closed repairs by their outlet-local day, without code or model', async () => {
    const hub = anEmptyHub()
    // 2026-10-01 23:00 in UTC is the second in Shenzhen.
    const { repair } = aRepair({ model: 'f2-pro' }).collected()
    putRepair(hub, { ...repair, closedAt: Date.UTC(2026, 9, 1, 23) })
    putRepair(hub, { ...aRepair().ready().repair, code: '7K00000000000' })
    const { text, rows } = await exportRepairs(hub)
    expect(rows).toMatchObject([
      { data_provider: 'Fixpoint', country: 'CHN', brand: 'Fixpoint', event_date: '2026-10-02' },
    ])
    expect(text).not.toContain(CODE)
    expect(text).not.toContain('f2-pro')
    expect(text).not.toContain('SZ-001')
  })

  test('names the outlet of a day of ten', async () => {
    const hub = anEmptyHub()
    const { repair } = aRepair().collected()
    for (let i = 10; i < 20; i++) putRepair(hub, { ...repair, code: `7K000000000${i}` })
    const { rows } = await exportRepairs(hub)
    expect(rows.map((row) => row.group_identifier)).toEqual(Array(10).fill('SZ-001'))
  })

  test('takes days from the first up to the last, which is left out', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    const daysOf = async (from: string | null, until: string | null) =>
      (await exportRepairs(hub, { from, until })).rows.map((row) => row.event_date)
    expect(await daysOf('2019-03-04', '2019-04-01')).toEqual([
      '2019-03-04',
      '2019-03-04',
      '2019-03-05',
    ])
    expect(await daysOf(null, '2019-03-04')).toEqual(['2018-01-31'])
    expect(await daysOf('2019-04-01', null)).toEqual(['2019-04-01'])
  })

  test('leaves out what others publish, when asked for our own', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, GOOD)
    putRepair(hub, aRepair().collected().repair)
    const { rows, exported } = await exportRepairs(hub, { ownOnly: true })
    expect(rows.map((row) => row.data_provider)).toEqual(['Fixpoint'])
    expect(exported).toMatchObject({ ownCount: 1, importedCount: 0, providers: [] })
  })

  test('of nothing is a header', async () => {
    expect((await exportRepairs(anEmptyHub())).rows).toEqual([])
  })

  test('lets no spreadsheet run a cell, whatever the database holds', async () => {
    const hub = anEmptyHub()
    await importRepairs(hub, ordsFile('a-1,Circle,GBR,Screen,Mobile,Nokia,,Fixed,,2019-03-04,'))
    hub.file.exec(`UPDATE imported_repairs SET provider_name = '=HYPERLINK("http://x.example")'`)
    const { rows, text } = await exportRepairs(hub)
    expect(rows[0]?.data_provider).toBe(`'=HYPERLINK("http://x.example")`)
    expect(text).not.toMatch(/(^|[,"])[=@+]/m)
  })
})
