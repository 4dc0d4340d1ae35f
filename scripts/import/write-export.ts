import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { guarded } from '#domain/exports/formula-guard.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { type ExportRow, exportRow } from './export-rows.ts'
import { loadOutlets, loadPlaces } from './load-network.ts'

async function* rowsOf(database: HubDatabase): AsyncGenerator<ExportRow> {
  const places = await loadPlaces(database)
  for await (const exported of loadOutlets(database)) yield exportRow(exported, places)
}

async function* guardedRows(rows: AsyncIterable<ExportRow>): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    yield Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, guarded(cell)]))
  }
}

async function* geojsonParts(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for await (const { lat, lon, ...cells } of rows) {
    const properties = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''))
    const geometry = { type: 'Point', coordinates: [Number(lon), Number(lat)] }
    yield separator + JSON.stringify({ type: 'Feature', properties, geometry })
    separator = ',\n'
  }
  yield '\n]}\n'
}

/**
 * Writes all outlets to a file that imports back to the same: GeoJSON when its name ends in
 * `.geojson` or `.json`, else CSV (UTF-8 with a byte order mark, so that spreadsheets read Chinese).
 * Answers how many outlets were written.
 */
export async function writeExport(database: HubDatabase, file: string): Promise<number> {
  let count = 0
  async function* counted(): AsyncGenerator<ExportRow> {
    for await (const row of rowsOf(database)) {
      count++
      yield row
    }
  }
  const out = createWriteStream(file)
  if (/\.(geo)?json$/i.test(file)) {
    await pipeline(Readable.from(geojsonParts(counted())), out)
  } else {
    const csv = stringify({
      header: true,
      bom: true,
      record_delimiter: '\r\n',
      quoted: true,
      quoted_empty: true,
    })
    await pipeline(Readable.from(guardedRows(counted())), csv, out)
  }
  return count
}
