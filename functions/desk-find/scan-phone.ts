import { dayOfCount, isOnShelf } from '#domain/desk/count-shelf.ts'
import { readFindQuery } from '#domain/desk/find-query.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { deviceHash } from '#functions/repairs/keyed-hashes.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { addScanned, type CountRow, countByKey, MOST_UNKNOWN } from './count-store.ts'
import { type HitRow, hitsByCodes, hitsByDevice } from './find-store.ts'
import { type Asking, type CountRefusal, countedOutlet } from './load-count.ts'
import { outletsWith } from './searched-outlets.ts'
import { seenHits } from './seen-hits.ts'

/** What came of a scan. */
export type Scanned = {
  readonly verdict: 'found' | 'duplicate' | 'unknown' | 'unknown_again'
  readonly code: string
  /** What the records say instead, of a phone that isn't on record here; null = nothing this person may see. */
  readonly recorded: { readonly status: string; readonly atOutlet: string } | null
}

export type ScanWish = { readonly outlet: string; readonly id: string; readonly typed: string }

export type ScanRefusal = CountRefusal | 'count_full'

/** Says in the hub who looked beyond the shelves that are counted; what lies there needs no row. */
type Noted = { readonly log: readonly Prepared[] }

export type ScanProposal =
  | (Noted & { readonly kind: 'refused'; readonly refusal: ScanRefusal | 'unreadable' })
  | (Noted & {
      readonly kind: 'scan'
      readonly database: Database
      /** One batch: what is added, then the count as it stands. */
      readonly rows: readonly Prepared[]
      readonly answer: (results: readonly D1Result[]) => Scanned | ScanRefusal
    })

const refuse = (
  refusal: ScanRefusal | 'unreadable',
  log: readonly Prepared[] = [],
): ScanProposal => ({ kind: 'refused', refusal, log })

const MOST_REPAIRS = 10

type Recorded = { readonly code: string; readonly row: HitRow | null }

const isAt = (outlet: string, { status, at_outlet: atOutlet }: HitRow): boolean =>
  isOnShelf({ status, atOutlet }, outlet)

/** The repair of a label: the code is known to whoever scans it, what else there is of it only in scope. */
async function labelled(asking: Asking, code: string): Promise<Recorded> {
  const work = asking.databases.of(bucketOfTicket(code))
  const [rows] = await readEverywhere([hitsByCodes(work, [code])])
  const [row = null] = await seenHits(asking, rows ?? [], 'repair.see')
  return { code, row }
}

/** The repair that a phone without a label came with; one out of scope is as unknown as none. */
async function unlabelled(asking: Asking, imei: string, outlet: string): Promise<Recorded | null> {
  const { hub, databases, keys, staff } = asking
  const hash = await deviceHash(keys, imei)
  const wanted = { most: MOST_REPAIRS, outlets: await outletsWith(hub, staff, 'repair.see') }
  const rows = await readEverywhere(
    databases.all.map((database) => hitsByDevice(database, [hash], wanted)),
  )
  const seen = await seenHits(asking, rows.flat(), 'repair.see')
  const row = seen.find((one) => isAt(outlet, one)) ?? seen.at(-1)
  // An IMEI that came with no repair is nothing that may be written down.
  return row ? { code: row.code, row } : null
}

type Judged = Recorded & { readonly isHere: boolean }

function answerOf({ code, isHere, row }: Judged, results: readonly D1Result[]) {
  const [added, read] = results
  const count = read?.results[0] as CountRow | undefined
  if (!count) return 'not_found'
  if (count.finished_at !== null) return 'not_allowed_now'
  const isNew = (added?.meta.changes ?? 0) > 0
  const unknown: readonly string[] = JSON.parse(count.unknown)
  const isFull = !isHere && unknown.length >= MOST_UNKNOWN && !unknown.includes(code)
  if (isFull) return 'count_full'
  const verdict = isHere ? (isNew ? 'found' : 'duplicate') : isNew ? 'unknown' : 'unknown_again'
  const recorded = row && !isHere ? { status: row.status, atOutlet: row.at_outlet } : null
  return { verdict, code, recorded } as const
}

function noted(asking: Asking, kind: 'code' | 'imei'): readonly Prepared[] {
  const { hub, staff } = asking
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: `searched_${kind}` }
  return [noteAccess(hub, access, asking)]
}

/**
 * Counts one phone by its label, or by its IMEI where the label is gone. A phone that isn't on record on
 * this outlet's shelves is listed as unknown, with what the records say of it where the person may see
 * that; looking for it is noted like any search. What is no ticket code and no number of a device in scope
 * is `unreadable` and isn't kept.
 */
export async function scanPhone(
  asking: Asking,
  { outlet, id, typed }: ScanWish,
): Promise<ScanProposal> {
  const day = dayOfCount(id)
  const counted = await countedOutlet(asking, outlet)
  if (!counted.ok) return refuse(counted.refusal)
  if (day === null) return refuse('not_found')
  const [key] = readFindQuery(typed, []).keys
  if (key?.kind !== 'code' && key?.kind !== 'imei') return refuse('unreadable')
  const record =
    key.kind === 'code'
      ? await labelled(asking, key.code)
      : await unlabelled(asking, key.imei, outlet)
  if (!record) return refuse('unreadable', noted(asking, key.kind))
  const { code, row } = record
  const isHere = row !== null && isAt(outlet, row)
  const { database } = counted
  const place = { outlet, day, id }
  return {
    kind: 'scan',
    database,
    rows: [addScanned(database, place, { code, isHere }), countByKey(database, place)],
    answer: (results) => answerOf({ code, isHere, row }, results),
    log: isHere ? [] : noted(asking, key.kind),
  }
}
