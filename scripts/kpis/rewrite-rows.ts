import type { HubDatabase } from '../database/d1-shape.ts'
import type { KpiTable, WrongRow } from './recount-database.ts'

const PERIOD = { kpi_days: 'service_date', kpi_months: 'month' } as const
const A_BATCH = 100
const NONE = '{}'

/** What was counted while this ran is never lost: a row is written only where it still is as it was read. */
const rewrite = (table: KpiTable): string =>
  `UPDATE ${table} SET counts = ?3
   WHERE outlet_code = ?1 AND ${PERIOD[table]} = ?2 AND counts = ?4`
const insert = (table: KpiTable): string =>
  `INSERT INTO ${table} (outlet_code, ${PERIOD[table]}, counts) VALUES (?1, ?2, ?3)
   ON CONFLICT (outlet_code, ${PERIOD[table]}) DO NOTHING`

/** Rewrites rows as the events say. */
export async function rewriteRows(
  database: HubDatabase,
  wrong: readonly WrongRow[],
): Promise<void> {
  for (let from = 0; from < wrong.length; from += A_BATCH) {
    const statements = wrong
      .slice(from, from + A_BATCH)
      .map(({ table, outlet, period, counts, shouldBe }) =>
        counts === NONE
          ? database.prepare(insert(table)).bind(outlet, period, shouldBe)
          : database.prepare(rewrite(table)).bind(outlet, period, shouldBe, counts),
      )
    await database.batch(statements)
  }
}
