import {
  type IncomingOutlet,
  importOutlets,
  type PresentOutlet,
} from '#functions/outlets/import-outlets.ts'
import type { HubDatabase, PlainStatement } from '../database/d1-shape.ts'
import type { CompileHours } from '../hours/hours-compiler.ts'
import type { BulkLimits } from './bulk-json.ts'
import type { CheckedRows } from './check-rows.ts'
import { completeOutlet } from './complete-outlet.ts'
import { freshPlaques } from './fresh-plaques.ts'
import { countHours, emptyTally, type HoursTally } from './hours-tally.ts'
import { keepDecided } from './keep-decided.ts'
import { decidedStandings, loadPresent, missingPlaces } from './load-present.ts'
import type { OutletDraft } from './outlet-draft.ts'
import { BadCell, type RowProblem } from './row-problem.ts'
import { moveCounter, outletStatements, placeStatements } from './write-statements.ts'

const CHUNK = 5000

/** Filled while the plan is drawn; complete when its statements have all been taken. */
export type ImportPlan = {
  readonly problems: RowProblem[]
  newCount: number
  changedCount: number
  sameCount: number
  newRegionCount: number
  newPartnerCount: number
  readonly hours: HoursTally
}

export type PlanOptions = {
  readonly compile: CompileHours
  readonly nowMs: number
  readonly limits: BulkLimits
  readonly onProgress?: (plannedCount: number) => void
}

export const emptyPlan = (): ImportPlan => ({
  problems: [],
  newCount: 0,
  changedCount: 0,
  sameCount: 0,
  newRegionCount: 0,
  newPartnerCount: 0,
  hours: emptyTally(),
})

async function* chunksOf<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const one of all) {
    chunk.push(one)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length) yield chunk
}

function completeAll(
  drafts: readonly OutletDraft[],
  present: ReadonlyMap<string, PresentOutlet>,
  options: {
    readonly compile: CompileHours
    readonly problems: RowProblem[]
    readonly standings: ReadonlyMap<string, string>
  },
): readonly IncomingOutlet[] {
  const incoming: IncomingOutlet[] = []
  for (const draft of drafts) {
    try {
      const stands = present.get(draft.code) ?? null
      const completed = completeOutlet(draft, stands, options.compile)
      const status = options.standings.get(draft.code)
      if (stands && status) keepDecided(completed.outlet, stands, status)
      incoming.push(completed)
    } catch (error) {
      if (!(error instanceof BadCell)) throw error
      options.problems.push({ line: draft.line, field: error.field, reason: error.message })
    }
  }
  return incoming
}

/** Regions and partners that no outlet would hang on are left out: they go with the first change. */
async function placesToWrite(database: HubDatabase, checked: CheckedRows, plan: ImportPlan) {
  const { regions, partners } = checked
  const places = await missingPlaces(database, regions.values(), partners.values())
  plan.newRegionCount = places.regions.length
  plan.newPartnerCount = places.partners.length
  return places
}

/**
 * Compares drafts with the hub a chunk at a time and yields what one transaction has to write; `plan`
 * tells afterwards what it was. Outlets that contradict what the hub holds are problems, left out.
 */
export async function* planImport(
  database: HubDatabase,
  drafts: AsyncIterable<OutletDraft>,
  checked: CheckedRows,
  plan: ImportPlan,
  options: PlanOptions,
): AsyncGenerator<PlainStatement> {
  const { compile, nowMs, limits } = options
  const issued = new Set<string>()
  yield* placeStatements(await placesToWrite(database, checked, plan), limits)
  for await (const chunk of chunksOf(drafts, CHUNK)) {
    const codes = chunk.map(({ code }) => code)
    const present = await loadPresent(database, codes)
    const standings = await decidedStandings(database, codes)
    const incoming = completeAll(chunk, present, { compile, problems: plan.problems, standings })
    for (const { outlet } of incoming) countHours(outlet, plan.hours)
    const { registered, changed, sameCount, events } = importOutlets(incoming, present)
    const plaques = await freshPlaques(database, registered.length, issued)
    const plaqued = registered.map((write, i) => ({ ...write, plaqueCode: plaques[i] as string }))
    const ordinalFrom = plan.newCount + plan.changedCount
    yield* outletStatements({ registered: plaqued, changed, events, nowMs, ordinalFrom }, limits)
    plan.newCount += registered.length
    plan.changedCount += changed.length
    plan.sameCount += sameCount
    options.onProgress?.(plan.newCount + plan.changedCount + plan.sameCount)
  }
  const moved = plan.newCount + plan.changedCount
  if (moved > 0) yield moveCounter(moved)
}
