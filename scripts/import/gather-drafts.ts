import type { FieldReader } from './map-columns.ts'
import { stableSymbols } from './outlet-code.ts'
import { fingerprintOf, type OutletDraft } from './outlet-draft.ts'
import { type ReadOptions, readOutlet } from './read-outlet.ts'
import type { RowProblem } from './row-problem.ts'
import type { SourceRow } from './source-row.ts'

export type GatheredDrafts = {
  readonly drafts: ReadonlyMap<string, OutletDraft>
  readonly problems: readonly RowProblem[]
  readonly readCount: number
  readonly badCount: number
  /** Rows that say exactly what an earlier row says. */
  readonly duplicateCount: number
}

type Seen = { readonly line: number; readonly print: string }

/** One code, two contents: neither row can be trusted, so both are bad. */
const clash = (code: string, line: number, other: number): RowProblem => ({
  line,
  field: 'code',
  reason: `code ${code} is also on line ${other}, with other content`,
})

/**
 * Reads all rows. Rows that say the same collapse; a code with two contents makes every row of that
 * code bad. `onProgress` is called with the number of rows read so far.
 */
export async function gatherDrafts(
  rows: AsyncIterable<SourceRow>,
  reader: FieldReader,
  options: ReadOptions & { readonly onProgress?: (readCount: number) => void },
): Promise<GatheredDrafts> {
  const drafts = new Map<string, OutletDraft>()
  const seen = new Map<string, Seen>()
  const clashing = new Set<string>()
  const problems: RowProblem[] = []
  let [readCount, badCount, duplicateCount] = [0, 0, 0]
  const refuse = (found: readonly RowProblem[]) => {
    problems.push(...found)
    badCount++
  }
  const keep = (draft: OutletDraft) => {
    const { code, line } = draft
    const print = stableSymbols(fingerprintOf(draft), 24)
    const first = seen.get(code)
    if (!first) {
      seen.set(code, { line, print })
      drafts.set(code, draft)
    } else if (first.print === print) {
      duplicateCount++
    } else {
      if (!clashing.has(code)) refuse([clash(code, first.line, line)])
      refuse([clash(code, line, first.line)])
      clashing.add(code)
      drafts.delete(code)
    }
  }
  for await (const row of rows) {
    readCount++
    if (row.broken) refuse([{ line: row.line, field: 'row', reason: row.broken }])
    else {
      const read = readOutlet(row.line, reader.read(row.cells), options)
      if ('draft' in read) keep(read.draft)
      else refuse(read.problems)
    }
    options.onProgress?.(readCount)
  }
  problems.sort((a, b) => a.line - b.line)
  return { drafts, problems, readCount, badCount, duplicateCount }
}
