import { alpha2Of } from '../identifiers/country-alpha-3.ts'
import type { ProductFamily } from '../outlets/outlet.ts'
import { isCode } from './coded-values.ts'
import { tidyBrand } from './ords-brand.ts'
import { nameCode } from './ords-code.ts'
import { readOrdsDate } from './ords-date.ts'
import { type OrdsFault, ordsFaultOf } from './ords-fault.ts'
import { familyOfOrds } from './ords-product.ts'
import type { ImportedRepair } from './ords-record.ts'
import { ordsBarrierOf, ordsStatusOf } from './ords-status.ts'

/** What is read of a row. `model`, `group_identifier` and the rest of the words stay in the file. */
export const ORDS_READ_COLUMNS = [
  'id',
  'data_provider',
  'country',
  'product_category',
  'brand',
  'year_of_manufacture',
  'product_age',
  'fault_type',
  'problem',
  'repair_status',
  'repair_barrier_if_end_of_life',
  'event_date',
] as const
export type OrdsReadColumn = (typeof ORDS_READ_COLUMNS)[number]
export type OrdsCells = Readonly<Partial<Record<OrdsReadColumn, string>>>

export type OrdsProblem = { readonly field: OrdsReadColumn; readonly reason: string }
export type OrdsRow =
  | { readonly repair: ImportedRepair }
  | { readonly problems: readonly OrdsProblem[] }
  /** A kettle: of a category that no outlet serves. */
  | { readonly otherProduct: true }

type Reading = {
  /** The last day that has begun anywhere, `YYYY-MM-DD`. */
  readonly today: string
  readonly outletCode: string | null
}

const SHOWN = 40
const MOST_PROVIDER = 80
const OLDEST_YEARS = 100
const FIRST_YEAR = 1900
const PROVIDER = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&'+/()-]*$/u

const shown = (text: string): string =>
  `"${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}"`

/** Timestamps stand for ids here and there. */
const readId = (text: string): string | null => {
  const id = text.trim().replace(/\s+/g, '_')
  return isCode(id) && !id.includes('/') ? id : null
}

function readProvider(text: string): string | null {
  const name = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const fits = name.length <= MOST_PROVIDER && PROVIDER.test(name)
  return fits && nameCode(name) !== null ? name : null
}

/** Without a column of its own the fault is known only where the problem is a category's word and no more. */
function readFault({ fault_type, problem = '' }: OrdsCells): OrdsFault | null {
  if (fault_type !== undefined) return ordsFaultOf(fault_type)
  return ordsFaultOf(problem) ?? 'Unknown'
}

const readAge = (text: string): number | null => {
  const years = Number(text)
  return /^\d{1,3}(?:\.\d+)?$/.test(text) && years <= OLDEST_YEARS ? years : null
}

const readYear = (text: string, latest: string): number | null =>
  /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && text <= latest.slice(0, 4)
    ? Number(text)
    : null

function readFamily(category = ''): ProductFamily | 'other' | null {
  return category === '' ? 'phone' : familyOfOrds(category)
}

type Bad = (field: OrdsReadColumn, reason: string) => null

/** Reads a cell that may be empty: null then, and where it is bad. */
function optional<T>(
  text: string | undefined,
  read: (text: string) => T | null,
  bad: () => null,
): T | null {
  return text === undefined ? null : (read(text) ?? bad())
}

function productOf(cells: OrdsCells, bad: Bad, latestDay: string) {
  const tidied = tidyBrand(cells.brand ?? '')
  return {
    family: readFamily(cells.product_category) ?? bad('product_category', 'is no category'),
    brand: 'brand' in tidied ? tidied.brand : bad('brand', tidied.reason),
    ageYears: optional(cells.product_age, readAge, () =>
      bad('product_age', `is no age in years, 0 to ${OLDEST_YEARS}`),
    ),
    yearOfManufacture: optional(
      cells.year_of_manufacture,
      (text) => readYear(text, latestDay),
      () => bad('year_of_manufacture', `is no year from ${FIRST_YEAR} to the repair`),
    ),
  }
}

function outcomeOf(cells: OrdsCells, bad: Bad) {
  const status = ordsStatusOf(cells.repair_status ?? '') ?? bad('repair_status', 'is no status')
  const barrierCell = 'repair_barrier_if_end_of_life'
  return {
    fault: readFault(cells) ?? bad('fault_type', 'is no category of faults'),
    status,
    barrier:
      status === 'End of life'
        ? optional(cells[barrierCell], ordsBarrierOf, () => bad(barrierCell, 'is no barrier'))
        : null,
  }
}

function sessionOf(cells: OrdsCells, bad: Bad, today: string) {
  const dated = readOrdsDate(cells.event_date ?? '', today)
  const provider = readProvider(cells.data_provider ?? '')
  return {
    id: readId(cells.id ?? '') ?? bad('id', 'is no id: letters, digits and _.:#+-, 64 at most'),
    provider: provider ?? bad('data_provider', 'is no name of an organisation'),
    providerCode: provider && nameCode(provider),
    countryCode: alpha2Of(cells.country ?? '') ?? bad('country', 'is no country of ISO 3166-1'),
    date: 'date' in dated ? dated.date : bad('event_date', dated.reason),
  }
}

/**
 * A row of Open Repair data as a repair, or everything that is wrong with it. Cells are given under
 * the standard's names, empty ones left out. Needed: id, provider, country (ISO 3166-1, two or three
 * letters) and date. Where nothing is said: category `Mobile`, status and fault `Unknown`, which are
 * words of the standard and may be written too; any other word must be one of its lists. A barrier
 * without an end of life is dropped, as the standard has it.
 * `problem` is free text: it is compared with the categories of faults and never kept.
 */
export function readOrdsRow(cells: OrdsCells, { today, outletCode }: Reading): OrdsRow {
  if (readFamily(cells.product_category) === 'other') return { otherProduct: true }
  const problems: OrdsProblem[] = []
  const bad: Bad = (field, reason) => {
    const text = cells[field]
    problems.push({ field, reason: text === undefined ? 'is empty' : `${shown(text)} ${reason}` })
    return null
  }
  const session = sessionOf(cells, bad, today)
  const product = productOf(cells, bad, session.date ?? today)
  const repair = { ...session, ...product, ...outcomeOf(cells, bad), outletCode }
  // What is null without a problem may be null.
  return problems.length > 0 ? { problems } : { repair: repair as ImportedRepair }
}
