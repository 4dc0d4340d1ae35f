import { Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
import { unguarded } from '#domain/exports/formula-guard.ts'
import { printable } from './refuse-hostile.ts'
import { type Source, type SourceRow, UnreadableFile } from './source-row.ts'

type Parsed = { readonly record: readonly string[]; readonly info: Info }

const SLICE = 65_536
const DELIMITERS = [',', ';', '\t', '|']

/** The sign that splits the header into most columns, signs in quotes not counted. */
export function detectDelimiter(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((sign) => header.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string
}

/** Given in one piece, a long text would be parsed whole before its first record is taken. */
function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE)
}

async function* recordsOf(text: string, delimiter: string): AsyncGenerator<Parsed> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  Readable.from(slicesOf(text)).pipe(parser)
  try {
    for await (const parsed of parser) yield parsed as Parsed
  } catch (error) {
    throw new UnreadableFile(`The CSV can't be read: ${(error as Error).message}`)
  }
}

function rowOf(columns: readonly string[], { record, info }: Parsed): SourceRow | null {
  const cells: Record<string, string> = {}
  for (const [i, cell] of record.entries()) {
    const value = unguarded(cell.trim()).trim()
    const column = columns[i]
    if (value === '') continue
    if (column === undefined) {
      const broken = `has ${record.length} cells where the header has ${columns.length}`
      return { line: info.lines, cells: {}, broken }
    }
    cells[column] = value
  }
  if (Object.keys(cells).length === 0) return null
  const short = record.length < columns.length && record.length === 1
  return short
    ? { line: info.lines, cells, broken: `has 1 cell where the header has ${columns.length}` }
    : { line: info.lines, cells }
}

/** Reads a CSV with a header line. Lines without any filled cell are passed over. */
export async function readCsv(text: string, encoding: string): Promise<Source> {
  const delimiter = detectDelimiter(text)
  const header = await recordsOf(text, delimiter).next()
  if (header.done) throw new UnreadableFile('The file is empty: it has no header line.')
  const columns = header.value.record.map((name) => name.trim())
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i)
  if (twice) throw new UnreadableFile(`The header names the column "${printable(twice)}" twice.`)
  async function* rows(): AsyncGenerator<SourceRow> {
    for await (const parsed of recordsOf(text, delimiter)) {
      if (parsed.info.records === 1) continue
      const row = rowOf(columns, parsed)
      if (row) yield row
    }
  }
  return { format: 'csv', encoding, delimiter, columns, rows }
}
