import { readFileSync } from 'node:fs'
import { compileCalendar } from '../calendar/compile-calendar.ts'
import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { calendarStatements, loadCalendars } from '../calendar/store-calendars.ts'
import type { HubDatabase, PlainStatement } from '../database/d1-shape.ts'
import { hoursCompiler } from '../hours/hours-compiler.ts'
import { type BulkLimits, LOCAL_LIMITS } from './bulk-json.ts'
import { type CheckedRows, checkRows, takenDrafts } from './check-rows.ts'
import { loadPlaces } from './load-network.ts'
import { type ColumnMap, checkColumnMap, type FieldReader, fieldReader } from './map-columns.ts'
import type { Datum } from './parse-coordinates.ts'
import { emptyPlan, type ImportPlan, planImport } from './plan-import.ts'
import type { ReadOptions } from './read-outlet.ts'
import { readSource } from './read-source.ts'
import { type Source, UnreadableFile } from './source-row.ts'

export type ImportOptions = {
  readonly file: string
  readonly mapFile?: string | undefined
  readonly datum?: Datum
  readonly countryCode?: string | null
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly nowMs: number
  readonly limits?: BulkLimits
  readonly onProgress?: (step: 'read' | 'planned', count: number) => void
}

export type ImportOutcome = {
  readonly source: Omit<Source, 'rows'>
  readonly ignored: readonly string[]
  readonly checked: CheckedRows
  /** null when bad rows stopped the import. */
  readonly plan: ImportPlan | null
  readonly written: boolean
}

/** Leaves the transaction without a trace. */
class NothingToWrite extends Error {}

function readMap(path: string | undefined, columns: readonly string[]): ColumnMap {
  if (!path) return {}
  try {
    return checkColumnMap(JSON.parse(readFileSync(path, 'utf8')), columns)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`The map ${path} can't be read: ${(error as Error).message}`)
  }
}

/** Calendars of the file's countries: the hub's, and compiled ones for countries it has none of. */
async function calendarsFor(database: HubDatabase, countries: Iterable<string>, today: string) {
  const calendars = await loadCalendars(database)
  const missing: CompiledCalendar[] = []
  for (const country of countries) {
    const compiled = calendars.has(country) ? null : compileCalendar(country, today)
    if (!compiled) continue
    calendars.set(country, compiled)
    missing.push(compiled)
  }
  return { calendars, missing }
}

/** Runs the plan in one transaction that is kept only when there is something to keep. */
async function writePlan(
  database: HubDatabase,
  statements: AsyncIterable<PlainStatement>,
  isKept: () => boolean,
): Promise<boolean> {
  async function* guarded(): AsyncGenerator<PlainStatement> {
    yield* statements
    if (!isKept()) throw new NothingToWrite()
  }
  try {
    await database.batchStream(guarded())
    return true
  } catch (error) {
    if (error instanceof NothingToWrite) return false
    throw error
  }
}

async function planAndWrite(
  database: HubDatabase,
  source: Source,
  reader: FieldReader,
  checked: CheckedRows,
  options: ImportOptions,
): Promise<{ plan: ImportPlan; written: boolean }> {
  const today = new Date(options.nowMs).toISOString().slice(0, 10)
  const { calendars, missing } = await calendarsFor(database, checked.countries, today)
  const plan = emptyPlan()
  const drafts = takenDrafts(source, reader, readOptions(options), checked)
  async function* statements(): AsyncGenerator<PlainStatement> {
    if (missing.length > 0) yield* calendarStatements(missing)
    yield* planImport(database, drafts, checked, plan, {
      compile: hoursCompiler({ calendars, from: today }),
      nowMs: options.nowMs,
      limits: options.limits ?? LOCAL_LIMITS,
      onProgress: (count) => options.onProgress?.('planned', count),
    })
  }
  const written = await writePlan(database, statements(), () => {
    const stopped = plan.problems.length > 0 && !options.skipBad
    return !stopped && !options.dryRun && plan.newCount + plan.changedCount > 0
  })
  return { plan, written }
}

const readOptions = (options: ImportOptions): ReadOptions => ({
  datum: options.datum ?? 'wgs84',
  countryCode: options.countryCode ?? null,
})

/**
 * Imports a file of outlets in one transaction, or tells why not. Bad rows stop it before anything is
 * written unless `skipBad`. The file is read twice: once for what is wrong, once for what is written.
 * Throws UnreadableFile when the file as a whole can't be read.
 */
export async function runImport(
  database: HubDatabase,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const source = await readSource(options.file)
  const reader = fieldReader(source.columns, readMap(options.mapFile, source.columns))
  const { regions: hubRegions } = await loadPlaces(database)
  const checked = await checkRows(source, reader, {
    ...readOptions(options),
    hubRegions,
    onProgress: (count) => options.onProgress?.('read', count),
  })
  if (checked.readCount === 0) {
    throw new UnreadableFile(`${options.file} has no rows: there is nothing to import.`)
  }
  const { rows: _, ...described } = source
  const told = { source: described, ignored: reader.ignored }
  if (checked.badCount > 0 && !options.skipBad) {
    return { ...told, checked, plan: null, written: false }
  }
  const { plan, written } = await planAndWrite(database, source, reader, checked, options)
  const all: CheckedRows = {
    ...checked,
    problems: [...checked.problems, ...plan.problems],
    badCount: checked.badCount + plan.problems.length,
  }
  const stopped = plan.problems.length > 0 && !options.skipBad
  return { ...told, checked: all, plan: stopped ? null : plan, written }
}
