import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Repair } from '#domain/repairs/repair.ts'
import { stageOf } from '#domain/repairs/stage.ts'
import { type RepairImportOptions, runRepairImport } from '#scripts/repairs/run-repair-import.ts'
import { type OrdsExportOptions, writeOrds } from '#scripts/repairs/write-ords.ts'
import { aFile, type EmptyHub, IMPORTED_AT } from './import-fixture.ts'

export const fixture = (name: string): string => join('tests/support/fixtures', name)

export const importRepairs = (
  { hub }: EmptyHub,
  file: string,
  options: Partial<RepairImportOptions> = {},
) => runRepairImport(hub, { file, nowMs: IMPORTED_AT, ...options })

const HEADER =
  'id,data_provider,country,fault_type,product_category,brand,model,repair_status,age,event_date,problem'
/** A file of rows under the columns of the fault-type data. */
export const ordsFile = (...rows: readonly string[]): string =>
  aFile(`${[HEADER, ...rows].join('\n')}\n`, 'repairs.csv')

/** A repair as it lies in the hub: in Shenzhen, closed or not. */
export function putRepair({ file }: EmptyHub, repair: Repair): void {
  file
    .prepare(
      `INSERT INTO repairs (code, version, status, home_outlet, at_outlet, zone, country_code, state, updated_at, stage)
       VALUES (?, ?, ?, ?, ?, 'Asia/Shanghai', 'CN', ?, 0, ?)`,
    )
    .run(
      repair.code,
      repair.version,
      repair.status,
      repair.homeOutlet,
      repair.atOutlet,
      JSON.stringify(repair),
      stageOf(repair.status),
    )
}

export type ExportedRow = Readonly<Record<string, string>>

/** What an export writes: the text of the file, its rows, and what it says of itself. */
export async function exportRepairs({ hub }: EmptyHub, options: Partial<OrdsExportOptions> = {}) {
  const file = aFile('', 'out.csv')
  const exported = await writeOrds(hub, { file, ...options })
  const text = readFileSync(file, 'utf8')
  const rows: readonly ExportedRow[] = parse(text, { columns: true })
  return { file, exported, text, rows }
}
