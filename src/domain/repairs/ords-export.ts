import { alpha3Of } from '../identifiers/country-alpha-3.ts'
import { isListedBrand } from './ords-brand.ts'
import { ORDS_OF_FAMILY, ordsProductId } from './ords-product.ts'
import type { OrdsRecord } from './ords-record.ts'

/** The columns of Open Repair Data Standard 0.3, in the order of its published files. */
export const ORDS_COLUMNS = [
  'id',
  'data_provider',
  'country',
  'partner_product_category',
  'product_category',
  'product_category_id',
  'brand',
  'year_of_manufacture',
  'product_age',
  'repair_status',
  'repair_barrier_if_end_of_life',
  'group_identifier',
  'event_date',
  'problem',
] as const
export type OrdsColumn = (typeof ORDS_COLUMNS)[number]

/** Below so many records of an export, an outlet's day or a brand on no list isn't named. */
export const SMALLEST_CELL = 10

const outletDay = ({ outletCode, date }: OrdsRecord): string => `${outletCode} ${date}`

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

/**
 * The records of an export as they may be published: an outlet is named only where at least ten of them
 * are of that outlet and day; a brand on no list, which is what somebody typed, only where at least
 * ten bear it. `ownBrand` is always named.
 */
export function coarsened(records: readonly OrdsRecord[], ownBrand: string): readonly OrdsRecord[] {
  const days = countBy(records, outletDay)
  const brands = countBy(records, ({ brand }) => brand ?? '')
  const isMany = (count = 0) => count >= SMALLEST_CELL
  const mayName = (brand: string) =>
    brand === ownBrand || isListedBrand(brand) || isMany(brands.get(brand))
  return records.map((record) => ({
    ...record,
    brand: record.brand && mayName(record.brand) ? record.brand : null,
    outletCode: isMany(days.get(outletDay(record))) ? record.outletCode : null,
  }))
}

const lonely = ({ date, countryCode, family, brand, outletCode }: OrdsRecord): string =>
  JSON.stringify([date, countryCode, family, brand, outletCode])

/** How many records are the only one of their day, country, category, brand and outlet. */
export const lonelyCount = (records: readonly OrdsRecord[]): number =>
  [...countBy(records, lonely).values()].filter((count) => count === 1).length

const text = (value: string | number | null): string => (value === null ? '' : String(value))

/**
 * A record as cells of the standard. `problem` holds the fault's category, since 0.3 has no column for
 * it; never a sentence. `id` is the export's own and says nothing about where the record comes from.
 */
export const ordsCells = (record: OrdsRecord, id: string): Readonly<Record<OrdsColumn, string>> => {
  const product = ORDS_OF_FAMILY[record.family]
  return {
    id,
    data_provider: record.provider,
    country: alpha3Of(record.countryCode) ?? '',
    partner_product_category: record.family,
    product_category: product,
    product_category_id: String(ordsProductId(product)),
    brand: record.brand ?? 'Unknown',
    year_of_manufacture: text(record.yearOfManufacture),
    product_age: text(record.ageYears),
    repair_status: record.status,
    repair_barrier_if_end_of_life: text(record.barrier),
    group_identifier: text(record.outletCode),
    event_date: record.date,
    problem: record.fault,
  }
}
