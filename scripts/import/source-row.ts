/** One record of a file: its line (a GeoJSON feature's number) and its filled cells by column. */
export type SourceRow = {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** Why the record as such can't be read; its cells then mean nothing. */
  readonly broken?: string
}

export type Source = {
  readonly format: 'csv' | 'geojson'
  readonly encoding: string
  /** What separates a CSV's cells. */
  readonly delimiter?: string
  readonly columns: readonly string[]
  /** Reads the rows anew each time: a long file is read twice rather than held. */
  readonly rows: () => AsyncIterable<SourceRow>
}

/** The file as a whole can't be read; the message says what to do. */
export class UnreadableFile extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnreadableFile'
  }
}
