/** What a spreadsheet runs as a formula when a cell begins with it, full-width forms too. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** A cell that no spreadsheet runs: an apostrophe before what looks like a formula; numbers stay. */
export const guarded = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell

/** The cell that `guarded` was given. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
