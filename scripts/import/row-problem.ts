/** Why a row can't become an outlet. `line` is the file's line, or a feature's number. */
export type RowProblem = {
  readonly line: number
  readonly field: string
  readonly reason: string
}

/** Thrown while a row is read, caught where rows are gathered. */
export class BadCell extends Error {
  readonly field: string
  constructor(field: string, reason: string) {
    super(reason)
    this.name = 'BadCell'
    this.field = field
  }
}
