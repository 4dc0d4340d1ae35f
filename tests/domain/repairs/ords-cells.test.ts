import { describe, expect, it } from 'vitest'
import { tidyBrand } from '#domain/repairs/ords-brand.ts'
import { readOrdsDate } from '#domain/repairs/ords-date.ts'
import { type OrdsCells, readOrdsRow } from '#domain/repairs/ords-read.ts'

const TODAY = '2026-11-21'

describe('a brand', () => {
  it.each([
    ['samsung', 'Samsung'],
    [' FairPhone ', 'Fairphone'],
    ['One  Plus', 'OnePlus'],
    ['LG Electronics', 'LG'],
    ['HUAWEY', 'Huawei'],
    ['ＬＧ', 'LG'],
    ['小米', 'Xiaomi'],
    ['constructor', 'Constructor'],
    ['kodak', 'Kodak'],
    ['KODAK', 'Kodak'],
    ['PTT telecom', 'PTT Telecom'],
    ['KPN', 'KPN'],
    ["O'Neill & Co.", "O'Neill & Co."],
  ])('%s is meant as %s', (written, meant) => {
    expect(tidyBrand(written)).toEqual({ brand: meant })
  })

  it.each(['', '  ', '-', '???', 'Unknown', 'n/a', 'unbekannt', 'No name', '未知'])(
    'is unknown: "%s"',
    (written) => expect(tidyBrand(written)).toEqual({ brand: null }),
  )

  it.each([
    ['a mail address', 'ann@example.org'],
    ['a telephone number', 'Ann 0571-8888 8888'],
    ['an IMEI', '490154203237518'],
    ['a sentence', 'my sister dropped it again'],
    ['a formula', '=1+1'],
    ['markup', '<b>Nokia</b>'],
    ['a turn of direction', 'Nok\u202eia'],
    ['a text without end', 'x'.repeat(41)],
    ['a name too long for a code', '修理手机的老牌子一二三四五'],
  ])('is not %s', (_, written) => {
    expect(tidyBrand(written)).toHaveProperty('reason')
  })
})

describe('a day', () => {
  it.each([
    ['2019-03-04', '2019-03-04'],
    ['2019-3-4', '2019-03-04'],
    ['2019/03/04', '2019-03-04'],
    ['2019-03-04 23:59:59', '2019-03-04'],
    ['2019-03-04T23:59:59-11:00', '2019-03-04'],
    ['2020-02-29', '2020-02-29'],
    [TODAY, TODAY],
  ])('%s is %s', (written, day) => {
    expect(readOrdsDate(written, TODAY)).toEqual({ date: day })
  })

  it.each([
    ['2026-11-22', 'future'],
    ['9999-12-31', 'future'],
    ['2019-02-29', 'no calendar'],
    ['2019-13-01', 'no calendar'],
    ['0000-00-00', 'no calendar'],
    ['1970-01-01', 'no date'],
    ['1900-01-01', 'no date'],
    ['03/04/2019', 'no date of the form'],
    ['43528', 'no date of the form'],
    ['last Tuesday', 'no date of the form'],
    ['2019-03-04; DROP TABLE repairs', 'no date of the form'],
  ])('%s is refused: %s', (written, why) => {
    expect(readOrdsDate(written, TODAY)).toEqual({ reason: expect.stringContaining(why) })
  })
})

describe('a row', () => {
  const GOOD: OrdsCells = {
    id: 'fixture-1',
    data_provider: 'The Repair Circle',
    country: 'GBR',
    event_date: '2019-03-04',
  }
  const read = (cells: OrdsCells) =>
    readOrdsRow({ ...GOOD, ...cells }, { today: TODAY, outletCode: null })
  const repairOf = (cells: OrdsCells) => {
    const row = read(cells)
    if (!('repair' in row)) throw new Error(JSON.stringify(row))
    return row.repair
  }
  const badFields = (cells: OrdsCells) => {
    const row = read(cells)
    return 'problems' in row ? row.problems.map(({ field }) => field) : []
  }

  it('needs no more than id, provider, country and date', () => {
    expect(repairOf({})).toEqual({
      id: 'fixture-1',
      provider: 'The Repair Circle',
      providerCode: 'the-repair-circle',
      countryCode: 'GB',
      date: '2019-03-04',
      family: 'phone',
      brand: null,
      yearOfManufacture: null,
      ageYears: null,
      fault: 'Unknown',
      status: 'Unknown',
      barrier: null,
      outletCode: null,
    })
    expect(badFields({ id: '', data_provider: '', country: '', event_date: '' })).toEqual([
      'id',
      'data_provider',
      'country',
      'event_date',
    ])
  })

  it('keeps nothing of the problem, unless it is a category of faults and no more', () => {
    const problem = 'Ann says the screen of her phone is broken, call 07700 900123'
    expect(JSON.stringify(repairOf({ problem }))).not.toMatch(/Ann|screen|900123/)
    expect(repairOf({ problem: 'Power/Battery' }).fault).toBe('Power/battery')
    expect(repairOf({ fault_type: 'Camera', problem: 'Screen' }).fault).toBe('Camera')
  })

  it('has a barrier at the end of its life only', () => {
    const barrier = { repair_barrier_if_end_of_life: 'Lack of equipment' }
    expect(repairOf({ repair_status: 'End of life', ...barrier }).barrier).toBe('Lack of equipment')
    expect(repairOf({ repair_status: 'Fixed', ...barrier }).barrier).toBeNull()
  })

  it('tells every cell that is wrong, by field', () => {
    expect(
      badFields({
        id: '../etc',
        country: 'Atlantis',
        event_date: '2031-01-01',
        product_category: 'Handy',
        brand: 'ann@example.org',
        product_age: '-1',
        year_of_manufacture: '2031',
        fault_type: 'cracked',
        repair_status: 'mended',
      }).sort(),
    ).toEqual([
      'brand',
      'country',
      'event_date',
      'fault_type',
      'id',
      'product_age',
      'product_category',
      'repair_status',
      'year_of_manufacture',
    ])
    expect(badFields({ repair_status: '3', repair_barrier_if_end_of_life: 'lazy' })).toEqual([
      'repair_barrier_if_end_of_life',
    ])
  })

  it('quotes a long cell in part', () => {
    const row = read({ repair_status: 'x'.repeat(5000) })
    expect(JSON.stringify(row).length).toBeLessThan(200)
  })

  it('of a kettle is none of ours, whatever else is wrong with it', () => {
    expect(read({ product_category: 'Kettle', event_date: 'never' })).toEqual({
      otherProduct: true,
    })
  })

  it('was made before it was repaired, and is a hundred years old at most', () => {
    expect(repairOf({ year_of_manufacture: '2019', product_age: '0.5' })).toMatchObject({
      yearOfManufacture: 2019,
      ageYears: 0.5,
    })
    expect(badFields({ year_of_manufacture: '2020' })).toEqual(['year_of_manufacture'])
    expect(badFields({ product_age: '101' })).toEqual(['product_age'])
    expect(badFields({ product_age: '1e2' })).toEqual(['product_age'])
  })

  it('takes a timestamp for an id, and no path', () => {
    expect(repairOf({ id: '2019-03-04 18:30:00' }).id).toBe('2019-03-04_18:30:00')
    expect(badFields({ id: 'a/b' })).toEqual(['id'])
  })
})
