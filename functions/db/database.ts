/** What a request asked of its databases; `/healthz`, logs and Server-Timing read it. */
export type Tally = { trips: number; rowsRead: number; rowsWritten: number; milliseconds: number }

/** One database with the name it has in the configuration, and the tally its statements are added to. */
export type Database = { readonly name: string; readonly d1: D1Database; readonly tally: Tally }

export const newTally = (): Tally => ({ trips: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 })

/** Adds one trip with everything it did. */
export function addTrip(tally: Tally, results: readonly D1Result<unknown>[]): void {
  tally.trips += 1
  addRows(tally, results)
}

/** Adds what statements did, as part of a trip that is counted elsewhere. */
export function addRows(tally: Tally, results: readonly D1Result<unknown>[]): void {
  for (const { meta } of results) {
    tally.rowsRead += meta.rows_read
    tally.rowsWritten += meta.rows_written
    tally.milliseconds += meta.duration
  }
}
