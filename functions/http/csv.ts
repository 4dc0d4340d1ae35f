import type { Context } from 'hono'
import { type CsvCell, csvText } from '#domain/exports/csv-text.ts'
import type { AppEnv } from './context.ts'

export type CsvFile = {
  /** With `.csv`; letters, digits and dashes. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** A table to be saved and opened in a spreadsheet: for this reader alone, kept nowhere between. */
export const csvAnswer = (c: Context<AppEnv>, { name, header, rows }: CsvFile): Response =>
  c.body(csvText(header, rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
