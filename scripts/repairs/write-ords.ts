import { randomInt } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import config from '#config'
import { guarded } from '#domain/exports/formula-guard.ts'
import { coarsened, lonelyCount, ORDS_COLUMNS, ordsCells } from '#domain/repairs/ords-export.ts'
import type { OrdsRecord } from '#domain/repairs/ords-record.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { loadImported } from './imported-rows.ts'
import { loadOwn } from './own-records.ts'

export type OrdsExportOptions = {
  readonly file: string
  /** Local days of the repairs, `[from, until)`; null: no end. */
  readonly from?: string | null
  readonly until?: string | null
  /** Leaves the imported ones out, which others publish already. */
  readonly ownOnly?: boolean
}

export type OrdsExported = {
  readonly ownCount: number
  readonly importedCount: number
  /** Whose records the imported ones are. */
  readonly providers: readonly string[]
  /** Records that are the only one of their day, country, category, brand and outlet. */
  readonly lonelyCount: number
}

/** Fourteen digits that come from nowhere: two exports share no id, and no id leads back. */
const LEAST_ID = 10_000_000_000_000
const MOST_ID = 100_000_000_000_000

function freshIds(count: number): readonly string[] {
  const ids = new Set<string>()
  while (ids.size < count) ids.add(`repair-${randomInt(LEAST_ID, MOST_ID)}`)
  return [...ids]
}

async function within(
  records: AsyncIterable<OrdsRecord>,
  { from, until }: OrdsExportOptions,
): Promise<readonly OrdsRecord[]> {
  const found: OrdsRecord[] = []
  for await (const record of records) {
    if ((!from || record.date >= from) && (!until || record.date < until)) found.push(record)
  }
  return found
}

/** By day, and within a day by the drawn id, so that no order tells which repair was first. */
function cellsInOrder(records: readonly OrdsRecord[]) {
  const ids = freshIds(records.length)
  return records
    .map((record, place) => ordsCells(record, ids[place] as string))
    .sort((a, b) => {
      const [one, other] = [`${a.event_date} ${a.id}`, `${b.event_date} ${b.id}`]
      return one < other ? -1 : Number(one > other)
    })
}

/**
 * Writes imported repairs and our own closed ones as Open Repair data (ORDS 0.3, CSV in UTF-8),
 * anonymised as `coarsened` says. All records are held in memory: whether one is alone in its cell
 * is known when all are read.
 */
export async function writeOrds(
  database: HubDatabase,
  options: OrdsExportOptions,
): Promise<OrdsExported> {
  const own = await within(loadOwn(database), options)
  const imported = options.ownOnly ? [] : await within(loadImported(database), options)
  const records = coarsened([...own, ...imported], config.brand.name)
  const rows = cellsInOrder(records).map((cells) =>
    ORDS_COLUMNS.map((column) => guarded(cells[column])),
  )
  const csv = stringify({ header: true, columns: [...ORDS_COLUMNS], quoted: true })
  await pipeline(Readable.from(rows), csv, createWriteStream(options.file))
  return {
    ownCount: own.length,
    importedCount: imported.length,
    providers: [...new Set(imported.map(({ provider }) => provider))].sort(),
    lonelyCount: lonelyCount(records),
  }
}
