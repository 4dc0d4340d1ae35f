import {
  type CountDifference,
  missingRows,
  type PackedRow,
  rowDifferences,
} from '#domain/kpis/count-differences.ts'
import { newRecount, type Recounted } from '#domain/kpis/recount.ts'
import type { HubDatabase } from '../database/d1-shape.ts'

const A_PAGE = 5_000
const EVENTS = `SELECT subject, version, type, happened_at AS happenedAt, data FROM events
  WHERE (subject, version) > (?1, ?2) ORDER BY subject, version LIMIT ?3`
const ROWS = {
  kpi_days: `SELECT outlet_code AS outlet, service_date AS period, counts FROM kpi_days
    WHERE (outlet_code, service_date) > (?1, ?2) ORDER BY outlet_code, service_date LIMIT ?3`,
  kpi_months: `SELECT outlet_code AS outlet, month AS period, counts FROM kpi_months
    WHERE (outlet_code, month) > (?1, ?2) ORDER BY outlet_code, month LIMIT ?3`,
} as const

export type KpiTable = keyof typeof ROWS

/** A row that isn't as the events say: what stands ('{}' = there is none), and what should. */
export type WrongRow = PackedRow & { readonly table: KpiTable; readonly shouldBe: string }

export type Findings = {
  readonly events: number
  readonly subjects: number
  readonly rows: number
  readonly differences: readonly CountDifference[]
  readonly wrong: readonly WrongRow[]
}

type EventRow = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly data: string
}

/** Reads a table from end to end by its key, page by page. */
async function* pages<Row>(
  database: HubDatabase,
  sql: string,
  keyOf: (row: Row) => readonly [string, string | number],
): AsyncGenerator<Row> {
  let after: readonly [string, string | number] = ['', '']
  for (;;) {
    const { results } = await database
      .prepare(sql)
      .bind(...after, A_PAGE)
      .all<Row>()
    yield* results
    const last = results.at(-1)
    if (!last || results.length < A_PAGE) return
    after = keyOf(last)
  }
}

const asJson = (counts: ReadonlyMap<string, number> = new Map()): string =>
  JSON.stringify(Object.fromEntries([...counts].filter(([, count]) => count !== 0)))

async function compare(database: HubDatabase, table: KpiTable, recounted: Recounted) {
  const rows: PackedRow[] = []
  for await (const row of pages<PackedRow>(database, ROWS[table], (one) => [
    one.outlet,
    one.period,
  ])) {
    rows.push(row)
  }
  const differences: CountDifference[] = []
  const wrong: WrongRow[] = []
  for (const row of [...rows, ...missingRows(rows, recounted)]) {
    const shouldBe = recounted.get(`${row.outlet} ${row.period}`)
    const found = rowDifferences(row, shouldBe)
    if (found.length === 0) continue
    differences.push(...found)
    wrong.push({ ...row, table, shouldBe: asJson(shouldBe) })
  }
  return { rows: rows.length, differences, wrong }
}

/**
 * Counts one database anew from its events, read by their key and never held together, and compares
 * with its packed rows. Each database's rows are those of its own events.
 */
export async function recountDatabase(database: HubDatabase): Promise<Findings> {
  const recount = newRecount()
  let [events, subjects, last] = [0, 0, '']
  for await (const row of pages<EventRow>(database, EVENTS, (one) => [one.subject, one.version])) {
    recount.add({ ...row, data: JSON.parse(row.data) })
    events += 1
    if (row.subject !== last) subjects += 1
    last = row.subject
  }
  const { days, months } = recount.finish()
  const ofDays = await compare(database, 'kpi_days', days)
  const ofMonths = await compare(database, 'kpi_months', months)
  return {
    events,
    subjects,
    rows: ofDays.rows + ofMonths.rows,
    differences: [...ofDays.differences, ...ofMonths.differences],
    wrong: [...ofDays.wrong, ...ofMonths.wrong],
  }
}
