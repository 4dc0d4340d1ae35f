import { readFileSync } from 'node:fs'
import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readGeojson } from './read-geojson.ts'
import { type Source, UnreadableFile } from './source-row.ts'

/** Reads a file of outlets; its content, not its name, tells CSV from GeoJSON. */
export async function readSource(path: string): Promise<Source> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new UnreadableFile(`${path} can't be opened: ${(error as Error).message}`)
  }
  const { text, encoding } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableFile(`${path} is empty: there is nothing to import.`)
  return /^\s*\{/.test(text) ? readGeojson(text, encoding) : readCsv(text, encoding)
}
