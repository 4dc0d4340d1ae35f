/** What a spreadsheet runs as a formula when a cell begins with it, full-width forms too. */
const SIGN = '[=+\\-@＝＋－＠]'
const FORMULA = new RegExp(`^'*(?:${SIGN}|[\\t\\r])`)
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
/**
 * Where a spreadsheet that separates by semicolons or tabs begins a cell of its own: it splits a file
 * of commas there, quotes or not.
 */
const INNER_START = '([;\\t\\r\\n][\\s"]*)'
const INNER = new RegExp(`${INNER_START}(?='*${SIGN})`, 'g')
const INNER_GUARDED = new RegExp(`${INNER_START}'(?='*${SIGN})`, 'g')

/**
 * A cell that no spreadsheet runs, whichever sign it separates by: an apostrophe before whatever looks
 * like a formula. Numbers stay. `guarded('foo;=1+1')` is `foo;'=1+1`.
 */
export function guarded(cell: string): string {
  const inner = cell.replace(INNER, "$1'")
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${inner}` : inner
}

/** The cell that `guarded` was given: `unguarded("'=1+1")` is `=1+1`. */
export function unguarded(cell: string): string {
  const inner = cell.replace(INNER_GUARDED, '$1')
  return inner.startsWith("'") && FORMULA.test(inner) ? inner.slice(1) : inner
}
