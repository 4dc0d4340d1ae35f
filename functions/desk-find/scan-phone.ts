import { dayOfCount, isOnShelf } from '#domain/desk/count-shelf.ts'
import { readFindQuery } from '#domain/desk/find-query.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { deviceHash } from '#functions/repairs/keyed-hashes.ts'
import { addScanned, type CountRow, countByKey } from './count-store.ts'
import { type HitRow, hitsByCodes, hitsByDevice } from './find-store.ts'
import { type Asking, type CountRefusal, countedOutlet } from './load-count.ts'

/** What came of a scan. */
export type Scanned = {
  readonly verdict: 'found' | 'duplicate' | 'unknown' | 'unknown_again'
  readonly code: string
  /** What the records say instead, of a phone that isn't on record here; null = nothing. */
  readonly recorded: { readonly status: string; readonly atOutlet: string } | null
}

export type ScanWish = { readonly outlet: string; readonly id: string; readonly typed: string }

export type ScanProposal =
  | { readonly kind: 'refused'; readonly refusal: CountRefusal | 'unreadable' }
  | {
      readonly kind: 'scan'
      readonly database: Database
      /** One batch: what is added, then the count as it stands. */
      readonly rows: readonly Prepared[]
      readonly answer: (results: readonly D1Result[]) => Scanned | 'not_found' | 'not_allowed_now'
    }

const refuse = (refusal: CountRefusal | 'unreadable'): ScanProposal => ({
  kind: 'refused',
  refusal,
})

const MOST_REPAIRS = 10

/** The repair that a label or, where that is gone, the phone's own IMEI names. */
async function recordOf({ databases, keys }: Asking, typed: string, outlet: string) {
  const [key] = readFindQuery(typed, []).keys
  if (key?.kind === 'code') {
    const { code } = key
    const [rows] = await readEverywhere([hitsByCodes(databases.of(bucketOfTicket(code)), [code])])
    return { code, row: rows?.[0] ?? null }
  }
  if (key?.kind !== 'imei') return null
  const hash = await deviceHash(keys, key.imei)
  const rows = await readEverywhere(
    databases.all.map((database) => hitsByDevice(database, [hash], MOST_REPAIRS)),
  )
  const here = ({ status, at_outlet }: HitRow) => isOnShelf({ status, atOutlet: at_outlet }, outlet)
  const row = rows.flat().find(here) ?? rows.flat().at(-1)
  // An IMEI that came with no repair is nothing that may be written down.
  return row ? { code: row.code, row } : null
}

type Judged = {
  readonly code: string
  readonly isHere: boolean
  readonly row: HitRow | null
}

function answerOf({ code, isHere, row }: Judged, results: readonly D1Result[]) {
  const [added, read] = results
  const count = read?.results[0] as CountRow | undefined
  if (!count) return 'not_found'
  if (count.finished_at !== null) return 'not_allowed_now'
  const isNew = (added?.meta.changes ?? 0) > 0
  const verdict = isHere ? (isNew ? 'found' : 'duplicate') : isNew ? 'unknown' : 'unknown_again'
  const recorded = row && !isHere ? { status: row.status, atOutlet: row.at_outlet } : null
  return { verdict, code, recorded } as const
}

/**
 * Counts one phone by its label, or by its IMEI where the label is gone. A phone that isn't on record on
 * this outlet's shelves is listed as unknown, with what the records say of it. What is no ticket code and
 * no device's number is `unreadable` and isn't kept.
 */
export async function scanPhone(
  asking: Asking,
  { outlet, id, typed }: ScanWish,
): Promise<ScanProposal> {
  const day = dayOfCount(id)
  const counted = await countedOutlet(asking, outlet)
  if (!counted.ok) return refuse(counted.refusal)
  if (day === null) return refuse('not_found')
  const record = await recordOf(asking, typed, outlet)
  if (!record) return refuse('unreadable')
  const { code, row } = record
  const isHere = row !== null && isOnShelf({ status: row.status, atOutlet: row.at_outlet }, outlet)
  const { database } = counted
  const key = { outlet, day, id }
  return {
    kind: 'scan',
    database,
    rows: [addScanned(database, key, { code, isHere }), countByKey(database, key)],
    answer: (results) => answerOf({ code, isHere, row }, results),
  }
}
