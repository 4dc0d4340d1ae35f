import type { Partner, Region } from '#domain/outlets/outlet.ts'
import type { FieldReader } from './map-columns.ts'
import { stableSymbols } from './outlet-code.ts'
import { fingerprintOf, type OutletDraft } from './outlet-draft.ts'
import { type ReadOptions, readOutlet } from './read-outlet.ts'
import type { RowProblem } from './row-problem.ts'
import type { Source } from './source-row.ts'

/** What a first reading of the file finds; the drafts themselves are read again, a chunk at a time. */
export type CheckedRows = {
  /** The line that each code is taken from. */
  readonly lineOfCode: ReadonlyMap<string, number>
  readonly problems: readonly RowProblem[]
  readonly readCount: number
  readonly badCount: number
  /** Rows that say exactly what an earlier row says. */
  readonly duplicateCount: number
  readonly unreadablePhoneCount: number
  readonly countries: ReadonlySet<string>
  /** The hub's, then those the file adds, parents before children. */
  readonly regions: ReadonlyMap<string, Region>
  readonly partners: ReadonlyMap<string, Partner>
}

type Seen = { readonly line: number; readonly print: string }
const PRINT_SYMBOLS = 24

/** One code, two contents: neither row can be trusted, so both are bad. */
const clash = (code: string, line: number, other: number): RowProblem => ({
  line,
  field: 'code',
  reason: `code ${code} is also on line ${other}, with other content`,
})

/** Keeps each code's first row, counts rows that repeat it, refuses all rows of a code with two contents. */
function codeKeeper(refuse: (problems: readonly RowProblem[]) => void) {
  const seen = new Map<string, Seen>()
  const lineOfCode = new Map<string, number>()
  const clashing = new Set<string>()
  /** True when the row is taken. */
  const keep = (draft: OutletDraft): 'taken' | 'duplicate' | 'refused' => {
    const { code, line } = draft
    const print = stableSymbols(fingerprintOf(draft), PRINT_SYMBOLS)
    const first = seen.get(code)
    if (!first) {
      seen.set(code, { line, print })
      lineOfCode.set(code, line)
      return 'taken'
    }
    if (first.print === print) return 'duplicate'
    if (!clashing.has(code)) refuse([clash(code, first.line, line)])
    refuse([clash(code, line, first.line)])
    clashing.add(code)
    lineOfCode.delete(code)
    return 'refused'
  }
  return { lineOfCode, keep }
}

function placeKeeper(hubRegions: ReadonlyMap<string, Region>) {
  const countries = new Set<string>()
  const regions = new Map(hubRegions)
  const partners = new Map<string, Partner>()
  const note = ({ countryCode, regions: chain, partner }: OutletDraft) => {
    countries.add(countryCode)
    for (const region of chain) if (!regions.has(region.id)) regions.set(region.id, region)
    if (partner && !partners.has(partner.id)) partners.set(partner.id, partner)
  }
  return { countries, regions, partners, note }
}

/**
 * Reads all rows once to find what is wrong. Rows that say the same collapse; a code with two contents
 * makes every row of that code bad. `onProgress` is called with the number of rows read so far.
 */
export async function checkRows(
  source: Source,
  reader: FieldReader,
  options: ReadOptions & {
    readonly hubRegions: ReadonlyMap<string, Region>
    readonly onProgress?: (readCount: number) => void
  },
): Promise<CheckedRows> {
  const problems: RowProblem[] = []
  const counts = { readCount: 0, badCount: 0, duplicateCount: 0, unreadablePhoneCount: 0 }
  const refuse = (found: readonly RowProblem[]) => {
    problems.push(...found)
    counts.badCount++
  }
  const { lineOfCode, keep } = codeKeeper(refuse)
  const { note, ...places } = placeKeeper(options.hubRegions)
  const reading = { ...options, regions: places.regions }
  for await (const row of source.rows()) {
    counts.readCount++
    options.onProgress?.(counts.readCount)
    if (row.broken) {
      refuse([{ line: row.line, field: 'row', reason: row.broken }])
      continue
    }
    const read = readOutlet(row.line, reader.read(row.cells), reading)
    if (!('draft' in read)) {
      refuse(read.problems)
      continue
    }
    const fate = keep(read.draft)
    if (fate === 'duplicate') counts.duplicateCount++
    if (fate !== 'taken') continue
    note(read.draft)
    counts.unreadablePhoneCount += read.draft.unreadablePhones.length
  }
  problems.sort((a, b) => a.line - b.line)
  return { lineOfCode, problems, ...counts, ...places }
}

/** The drafts that the check took, in the order of the file. */
export async function* takenDrafts(
  source: Source,
  reader: FieldReader,
  options: ReadOptions,
  { lineOfCode, regions }: CheckedRows,
): AsyncGenerator<OutletDraft> {
  const reading = { ...options, regions }
  for await (const row of source.rows()) {
    if (row.broken) continue
    const read = readOutlet(row.line, reader.read(row.cells), reading)
    if ('draft' in read && lineOfCode.get(read.draft.code) === read.draft.line) yield read.draft
  }
}
