import { randomBytes } from 'node:crypto'
import type { Partner, Region } from '#domain/outlets/outlet.ts'
import { issuePlaqueCode } from '#domain/outlets/plaque-code.ts'
import {
  type IncomingOutlet,
  importOutlets,
  type PresentOutlet,
} from '#functions/outlets/import-outlets.ts'
import type { HubDatabase, PlainStatement } from '../database/d1-shape.ts'
import type { CompileHours } from '../hours/hours-compiler.ts'
import type { BulkLimits } from './bulk-json.ts'
import { completeOutlet } from './complete-outlet.ts'
import { countHours, emptyTally, type HoursTally } from './hours-tally.ts'
import { loadPresent, missingPlaces, takenPlaques } from './load-present.ts'
import type { OutletDraft } from './outlet-draft.ts'
import { BadCell, type RowProblem } from './row-problem.ts'
import { moveCounter, outletStatements, placeStatements } from './write-statements.ts'

const CHUNK = 5000

export type ImportPlan = {
  readonly statements: readonly PlainStatement[]
  readonly problems: readonly RowProblem[]
  readonly newCount: number
  readonly changedCount: number
  readonly sameCount: number
  readonly newRegionCount: number
  readonly newPartnerCount: number
  readonly hours: HoursTally
}

export type PlanOptions = {
  readonly compile: CompileHours
  readonly nowMs: number
  readonly limits: BulkLimits
  readonly onProgress?: (plannedCount: number) => void
}

function* chunksOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = []
  for (const one of all) {
    chunk.push(one)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length) yield chunk
}

/** Random plaque codes that no outlet has. */
async function freshPlaques(database: HubDatabase, count: number): Promise<string[]> {
  let bytes = randomBytes(0)
  let next = 0
  const randomByte = () => {
    if (next >= bytes.length) {
      bytes = randomBytes(4096)
      next = 0
    }
    return bytes[next++] as number
  }
  const plaques = new Set<string>()
  while (plaques.size < count) {
    while (plaques.size < count) plaques.add(issuePlaqueCode(randomByte))
    for (const taken of await takenPlaques(database, [...plaques])) plaques.delete(taken)
  }
  return [...plaques]
}

const byId = <T extends { readonly id: string }>(all: Iterable<T>): Map<string, T> =>
  new Map([...all].map((one) => [one.id, one]))

function placesOf(drafts: Iterable<OutletDraft>) {
  const regions = new Map<string, Region>()
  const partners = new Map<string, Partner>()
  for (const draft of drafts) {
    for (const region of draft.regions) if (!regions.has(region.id)) regions.set(region.id, region)
    if (draft.partner && !partners.has(draft.partner.id))
      partners.set(draft.partner.id, draft.partner)
  }
  return { regions: regions.values(), partners: byId(partners.values()).values() }
}

function completeAll(
  drafts: readonly OutletDraft[],
  present: ReadonlyMap<string, PresentOutlet>,
  compile: CompileHours,
): { incoming: readonly IncomingOutlet[]; refused: readonly RowProblem[] } {
  const incoming: IncomingOutlet[] = []
  const refused: RowProblem[] = []
  for (const draft of drafts) {
    try {
      incoming.push(completeOutlet(draft, present.get(draft.code) ?? null, compile))
    } catch (error) {
      if (!(error instanceof BadCell)) throw error
      refused.push({ line: draft.line, field: error.field, reason: error.message })
    }
  }
  return { incoming, refused }
}

/**
 * Compares drafts with the hub and prepares everything that one batch has to write. Reads the hub in
 * chunks and writes nothing. Outlets that contradict what the hub holds are problems, left out.
 */
export async function planImport(
  database: HubDatabase,
  drafts: readonly OutletDraft[],
  options: PlanOptions,
): Promise<ImportPlan> {
  const { regions, partners } = placesOf(drafts)
  const places = await missingPlaces(database, regions, partners)
  const statements = placeStatements(places, options.limits)
  const problems: RowProblem[] = []
  const tally = emptyTally()
  const counts = { newCount: 0, changedCount: 0, sameCount: 0 }
  const planned = () => counts.newCount + counts.changedCount + counts.sameCount
  for (const chunk of chunksOf(drafts, CHUNK)) {
    const present = await loadPresent(
      database,
      chunk.map(({ code }) => code),
    )
    const { incoming, refused } = completeAll(chunk, present, options.compile)
    problems.push(...refused)
    for (const { outlet } of incoming) countHours(outlet, tally)
    const { registered, changed, sameCount, events } = importOutlets(incoming, present)
    const plaques = await freshPlaques(database, registered.length)
    const plaqued = registered.map((write, i) => ({ ...write, plaqueCode: plaques[i] as string }))
    const ordinalFrom = counts.newCount + counts.changedCount
    statements.push(
      ...outletStatements(
        { registered: plaqued, changed, events, nowMs: options.nowMs, ordinalFrom },
        options.limits,
      ),
    )
    counts.newCount += registered.length
    counts.changedCount += changed.length
    counts.sameCount += sameCount
    options.onProgress?.(planned())
  }
  const moved = counts.newCount + counts.changedCount
  if (moved > 0) statements.push(moveCounter(moved))
  return {
    statements: moved > 0 ? statements : [],
    problems,
    ...counts,
    newRegionCount: moved > 0 ? places.regions.length : 0,
    newPartnerCount: moved > 0 ? places.partners.length : 0,
    hours: tally,
  }
}
