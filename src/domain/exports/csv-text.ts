import { guarded } from './formula-guard.ts'

export type CsvCell = string | number | boolean | null

/** Spreadsheets read Chinese by it. */
const BYTE_ORDER_MARK = '\uFEFF'

const cellText = (cell: CsvCell): string =>
  `"${guarded(cell === null ? '' : String(cell)).replaceAll('"', '""')}"`

/**
 * A table as CSV (RFC 4180) that no spreadsheet runs: UTF-8 with a byte order mark, lines ended by
 * CR LF, every cell quoted, whatever looks like a formula led by an apostrophe; null is an empty cell.
 * `csvText(['code', 'said'], [['7K', '=1+1']])` ends in `"7K","'=1+1"` and a line end.
 */
export const csvText = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
