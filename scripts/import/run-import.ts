import { readFileSync } from 'node:fs'
import { compileCalendar } from '../calendar/compile-calendar.ts'
import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { calendarStatements, loadCalendars } from '../calendar/store-calendars.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { hoursCompiler } from '../hours/hours-compiler.ts'
import { type BulkLimits, LOCAL_LIMITS } from './bulk-json.ts'
import { type GatheredDrafts, gatherDrafts } from './gather-drafts.ts'
import { type ColumnMap, checkColumnMap, fieldReader } from './map-columns.ts'
import type { OutletDraft } from './outlet-draft.ts'
import type { Datum } from './parse-coordinates.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
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
  readonly onProgress?: (step: 'read' | 'planned' | 'writing', count: number) => void
}

export type ImportOutcome = {
  readonly source: Omit<Source, 'rows'>
  readonly ignored: readonly string[]
  readonly gathered: GatheredDrafts
  /** null when bad rows stopped the import. */
  readonly plan: ImportPlan | null
  readonly written: boolean
}

function readMap(path: string | undefined, columns: readonly string[]): ColumnMap {
  if (!path) return {}
  try {
    return checkColumnMap(JSON.parse(readFileSync(path, 'utf8')), columns)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`The map ${path} can't be read: ${(error as Error).message}`)
  }
}

/** Calendars of the drafts' countries: the hub's, and compiled ones for countries it has none of. */
async function calendarsFor(database: HubDatabase, drafts: Iterable<OutletDraft>, today: string) {
  const calendars = await loadCalendars(database)
  const missing: CompiledCalendar[] = []
  for (const country of new Set([...drafts].map(({ countryCode }) => countryCode))) {
    const compiled = calendars.has(country) ? null : compileCalendar(country, today)
    if (!compiled) continue
    calendars.set(country, compiled)
    missing.push(compiled)
  }
  return { calendars, missing }
}

/**
 * Imports a file of outlets in one transaction, or tells why not. Bad rows stop it before anything is
 * written unless `skipBad`. Throws UnreadableFile when the file as a whole can't be read.
 */
export async function runImport(
  database: HubDatabase,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { nowMs, onProgress, limits = LOCAL_LIMITS } = options
  const { rows, ...source } = await readSource(options.file)
  const reader = fieldReader(source.columns, readMap(options.mapFile, source.columns))
  const gathered = await gatherDrafts(rows, reader, {
    datum: options.datum ?? 'wgs84',
    countryCode: options.countryCode ?? null,
    onProgress: (count) => onProgress?.('read', count),
  })
  if (gathered.readCount === 0) {
    throw new UnreadableFile(`${options.file} has no rows: there is nothing to import.`)
  }
  const told = { source, ignored: reader.ignored }
  const stopped = { ...told, gathered, plan: null, written: false }
  if (gathered.badCount > 0 && !options.skipBad) return stopped
  const today = new Date(nowMs).toISOString().slice(0, 10)
  const drafts = [...gathered.drafts.values()]
  const { calendars, missing } = await calendarsFor(database, drafts, today)
  const plan = await planImport(database, drafts, {
    compile: hoursCompiler({ calendars, from: today }),
    nowMs,
    limits,
    onProgress: (count) => onProgress?.('planned', count),
  })
  const all = {
    ...gathered,
    problems: [...gathered.problems, ...plan.problems],
    badCount: gathered.badCount + plan.problems.length,
  }
  if (plan.problems.length > 0 && !options.skipBad) return { ...stopped, gathered: all }
  const outcome = { ...told, gathered: all, plan, written: false }
  if (options.dryRun || plan.statements.length === 0) return outcome
  onProgress?.('writing', plan.newCount + plan.changedCount)
  await database.batch([
    ...(missing.length ? calendarStatements(database, missing) : []),
    ...plan.statements.map(({ sql, values }) => database.prepare(sql).bind(...values)),
  ])
  return { ...outcome, written: true }
}
