import {
  ORDS_READ_COLUMNS,
  type OrdsCells,
  type OrdsReadColumn,
  readOrdsRow,
} from '#domain/repairs/ords-read.ts'
import type { ImportedRepair } from '#domain/repairs/ords-record.ts'
import type { RowProblem } from '../import/row-problem.ts'
import { type Source, UnreadableFile } from '../import/source-row.ts'
import { contentOf, nameOf } from './imported-rows.ts'

/** What some published files call a column of the standard. */
const ALSO_CALLED: Readonly<Partial<Record<OrdsReadColumn, readonly string[]>>> = {
  id: ['id_ords'],
  product_age: ['age', 'product_age_estimate'],
  repair_barrier_if_end_of_life: ['repair_barrier'],
}
const NEEDED = ['id', 'data_provider', 'country', 'event_date'] as const

/** What the check found, all of the file; repairs in its order. */
export type CheckedRepairs = {
  readonly repairs: readonly (ImportedRepair & { readonly line: number })[]
  readonly problems: readonly RowProblem[]
  readonly readCount: number
  readonly badCount: number
  /** Rows that say exactly what an earlier row says. */
  readonly duplicateCount: number
  /** Rows of categories that no outlet serves. */
  readonly otherProductCount: number
  readonly unknownBrandCount: number
  /** Brands that were written otherwise, `FairPhone → Fairphone`, and how often. */
  readonly tidied: ReadonlyMap<string, number>
  /** Columns of which nothing is kept. */
  readonly ignored: readonly string[]
}

function columnsOf({ columns, format }: Source): ReadonlyMap<OrdsReadColumn, string> {
  if (format !== 'csv') throw new UnreadableFile('Open Repair data is read from CSV.')
  const byName = new Map(columns.map((column) => [column.toLowerCase(), column]))
  const found = ORDS_READ_COLUMNS.flatMap((field) => {
    const names = [field, ...(ALSO_CALLED[field] ?? [])]
    const column = names.map((name) => byName.get(name)).find((name) => name !== undefined)
    return column === undefined ? [] : [[field, column] as const]
  })
  const map = new Map(found)
  if (map.has('fault_type')) map.delete('problem')
  const missing = NEEDED.filter((field) => !map.has(field))
  if (missing.length === 0) return map
  throw new UnreadableFile(
    `The file has no column ${missing.join(', ')}: it is no Open Repair data (ORDS 0.3).`,
  )
}

/** The one repair of each name, those that say the same collapsed; of a name with two contents none. */
function nameKeeper(refuse: (problem: RowProblem) => void) {
  const kept = new Map<string, CheckedRepairs['repairs'][number]>()
  const clashing = new Set<string>()
  const clash = (line: number, other: number): RowProblem => ({
    line,
    field: 'id',
    reason: `is also on line ${other}, with other content`,
  })
  /** True where the row only repeats another. */
  const keep = (repair: ImportedRepair, line: number): boolean => {
    const name = nameOf(repair)
    const first = kept.get(name)
    if (!first) {
      kept.set(name, { ...repair, line })
      return false
    }
    if (contentOf(first) === contentOf(repair)) return true
    if (!clashing.has(name)) refuse(clash(first.line, line))
    refuse(clash(line, first.line))
    clashing.add(name)
    return false
  }
  const repairs = () => [...kept].flatMap(([name, one]) => (clashing.has(name) ? [] : [one]))
  return { keep, repairs }
}

function brandTally() {
  const tidied = new Map<string, number>()
  let unknownCount = 0
  const note = (written = '', brand: string | null) => {
    if (brand === null) unknownCount++
    const saidUnknown = brand === null && /^(?:unknown)?$/i.test(written)
    if (saidUnknown || written === brand) return
    const change = `${written} → ${brand ?? 'unknown'}`
    tidied.set(change, (tidied.get(change) ?? 0) + 1)
  }
  return { tidied, note, unknownCount: () => unknownCount }
}

/** Reads all rows and says what is wrong; `onRead` is called with the number of rows read so far. */
export async function checkOrdsRows(
  source: Source,
  reading: { readonly today: string; readonly outletCode: string | null },
  onRead?: (count: number) => void,
): Promise<CheckedRepairs> {
  const columns = columnsOf(source)
  const problems: RowProblem[] = []
  const counts = { readCount: 0, badCount: 0, duplicateCount: 0, otherProductCount: 0 }
  const refuse = (...found: readonly RowProblem[]) => {
    problems.push(...found)
    counts.badCount++
  }
  const brands = brandTally()
  const names = nameKeeper(refuse)
  const take = (line: number, cells: OrdsCells) => {
    const row = readOrdsRow(cells, reading)
    if ('problems' in row) return refuse(...row.problems.map((problem) => ({ line, ...problem })))
    if ('otherProduct' in row) {
      counts.otherProductCount++
      return
    }
    if (names.keep(row.repair, line)) counts.duplicateCount++
    else brands.note(cells.brand, row.repair.brand)
  }
  for await (const { line, cells, broken } of source.rows()) {
    onRead?.(++counts.readCount)
    if (broken) refuse({ line, field: 'row', reason: broken })
    else take(line, cellsOf(cells, columns))
  }
  const kept = new Set(columns.values())
  return {
    repairs: names.repairs(),
    problems: problems.sort((a, b) => a.line - b.line),
    ...counts,
    unknownBrandCount: brands.unknownCount(),
    tidied: brands.tidied,
    ignored: source.columns.filter((column) => column !== '' && !kept.has(column)),
  }
}

const cellsOf = (
  cells: Readonly<Record<string, string>>,
  columns: ReadonlyMap<OrdsReadColumn, string>,
): OrdsCells =>
  Object.fromEntries(
    [...columns].flatMap(([field, column]) => {
      const text = cells[column]
      return text === undefined ? [] : [[field, text]]
    }),
  )
