import type { HubDatabase, PlainStatement } from '../database/d1-shape.ts'
import { readSource } from '../import/read-source.ts'
import type { RowProblem } from '../import/row-problem.ts'
import { UnreadableFile } from '../import/source-row.ts'
import { type CheckedRepairs, checkOrdsRows } from './check-ords-rows.ts'
import { contentOf, importStatements, loadPresent, nameOf } from './imported-rows.ts'

const CHUNK = 5000
/** How far the first zone of the world is ahead of UTC: its day is the last one that has begun. */
const AHEAD_MS = 14 * 3_600_000

export type RepairImportOptions = {
  readonly file: string
  /** The outlet all repairs of the file were done at; null: none of ours. */
  readonly outletCode?: string | null
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly nowMs: number
  readonly onProgress?: (step: 'read' | 'compared', count: number) => void
}

export type RepairImportOutcome = {
  readonly checked: CheckedRepairs
  readonly newCount: number
  /** On record already, saying the same. */
  readonly sameCount: number
  /** Bad rows stopped the import: nothing was written. */
  readonly stopped: boolean
  readonly written: boolean
}

async function refuseUnknownOutlet(database: HubDatabase, code: string | null): Promise<void> {
  if (code === null) return
  const known = await database
    .prepare('SELECT code FROM outlets WHERE code = ?1')
    .bind(code)
    .first<string>('code')
  if (known === null) throw new UnreadableFile(`There is no outlet ${code}.`)
}

type Compared = {
  readonly fresh: CheckedRepairs['repairs']
  readonly sameCount: number
  readonly problems: readonly RowProblem[]
}

/** An imported repair has one event for ever: what says something else now is a problem, never a change. */
async function compare(
  database: HubDatabase,
  { repairs }: CheckedRepairs,
  onCompared?: (count: number) => void,
): Promise<Compared> {
  const fresh: CheckedRepairs['repairs'][number][] = []
  const problems: RowProblem[] = []
  for (let from = 0; from < repairs.length; from += CHUNK) {
    const chunk = repairs.slice(from, from + CHUNK)
    const present = await loadPresent(database, chunk)
    for (const repair of chunk) {
      const known = present.get(nameOf(repair))
      if (known === undefined) fresh.push(repair)
      else if (known !== contentOf(repair)) {
        const reason = 'is on record with other content, which an import never changes'
        problems.push({ line: repair.line, field: 'id', reason })
      }
    }
    onCompared?.(from + chunk.length)
  }
  return { fresh, problems, sameCount: repairs.length - fresh.length - problems.length }
}

async function* statementsOf(
  repairs: CheckedRepairs['repairs'],
  nowMs: number,
): AsyncGenerator<PlainStatement> {
  for (let from = 0; from < repairs.length; from += CHUNK) {
    yield* importStatements(repairs.slice(from, from + CHUNK), nowMs)
  }
}

/**
 * Imports Open Repair data in one transaction, or tells why not. Bad rows stop it before anything is
 * written unless `skipBad`. Importing a file again adds nothing. Throws UnreadableFile where the file
 * as a whole can't be read, or the outlet isn't ours.
 */
export async function runRepairImport(
  database: HubDatabase,
  options: RepairImportOptions,
): Promise<RepairImportOutcome> {
  const { nowMs, outletCode = null, onProgress } = options
  await refuseUnknownOutlet(database, outletCode)
  const today = new Date(nowMs + AHEAD_MS).toISOString().slice(0, 10)
  const read = await checkOrdsRows(await readSource(options.file), { today, outletCode }, (count) =>
    onProgress?.('read', count),
  )
  if (read.readCount === 0) throw new UnreadableFile(`${options.file} has no rows.`)
  const { fresh, sameCount, problems } = await compare(database, read, (count) =>
    onProgress?.('compared', count),
  )
  const checked: CheckedRepairs = {
    ...read,
    problems: [...read.problems, ...problems].sort((a, b) => a.line - b.line),
    badCount: read.badCount + problems.length,
  }
  const stopped = checked.badCount > 0 && !options.skipBad
  const written = !stopped && !options.dryRun && fresh.length > 0
  if (written) await database.batchStream(statementsOf(fresh, nowMs))
  return { checked, newCount: fresh.length, sameCount, stopped, written }
}
