import { dayOfCount } from '#domain/desk/count-shelf.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { staffNamesOf } from '#functions/staff/names-of-staff.ts'
import { type CountRow, countByKey, countsAt, type PastRow } from './count-store.ts'
import { type HitRow, hitsByCodes } from './find-store.ts'
import { type Asking, type CountRefusal, countedOutlet } from './load-count.ts'
import { seenHits } from './seen-hits.ts'

/** A phone that a count is about, as the records know it. */
export type CountedPhone = {
  readonly code: string
  /** null = there is no such repair, or it is out of the reader's scope. */
  readonly status: string | null
  readonly atOutlet: string | null
  readonly model: string | null
  /** Of this outlet; another one's is nothing that a count tells. */
  readonly shelf: string | null
}

export type ShownCount = {
  readonly outlet: Outlet
  readonly id: string
  readonly day: string
  readonly by: string
  readonly expected: number
  readonly finishedAt: number | null
  /** In the order of scanning. */
  readonly found: readonly string[]
  readonly unknown: readonly CountedPhone[]
  /** null until it is finished. */
  readonly missing: readonly CountedPhone[] | null
}

type Refused = { readonly kind: 'refused'; readonly refusal: CountRefusal }
const refuse = (refusal: CountRefusal): Refused => ({ kind: 'refused', refusal })

/**
 * Phones by code, with where they should lie at the counted outlet; asked of each database that holds some
 * of them. Of what is out of the reader's scope nothing but the code that was scanned.
 */
async function phonesOf(
  asking: Asking,
  outlet: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, CountedPhone>> {
  const { databases } = asking
  const works = new Map<Database, string[]>()
  for (const code of codes) {
    const work = databases.of(bucketOfTicket(code))
    works.set(work, [...(works.get(work) ?? []), code])
  }
  const rows = await readEverywhere([...works].map(([work, own]) => hitsByCodes(work, own)))
  const seen = await seenHits(asking, rows.flat(), 'repair.see')
  const recorded = new Map<string, HitRow>(seen.map((row) => [row.code, row]))
  const phone = (code: string): CountedPhone => {
    const row = recorded.get(code)
    const { status = null, at_outlet: atOutlet = null, model = null } = row ?? {}
    const shelf = atOutlet === outlet ? (row?.shelf ?? null) : null
    return { code, status, atOutlet, model, shelf }
  }
  return new Map(codes.map((code) => [code, phone(code)]))
}

const listOf = (json: string | null): readonly string[] => (json === null ? [] : JSON.parse(json))

async function shownCount(asking: Asking, outlet: Outlet, row: CountRow): Promise<ShownCount> {
  const unknown = listOf(row.unknown)
  const missing = listOf(row.missing)
  const [phones, names] = await Promise.all([
    phonesOf(asking, outlet.code, [...unknown, ...missing]),
    staffNamesOf(asking.hub, [row.staff_id]),
  ])
  const shown = (codes: readonly string[]) => codes.flatMap((code) => phones.get(code) ?? [])
  return {
    ...{ outlet, id: row.id, day: row.service_date, expected: row.expected },
    by: names.get(row.staff_id) ?? row.staff_id,
    finishedAt: row.finished_at,
    found: listOf(row.found),
    unknown: shown(unknown),
    missing: row.missing === null ? null : shown(missing),
  }
}

/** One count with everything a page about it says. */
export async function showCount(
  asking: Asking,
  { outlet: code, id }: { readonly outlet: string; readonly id: string },
): Promise<Refused | { readonly kind: 'count'; readonly count: ShownCount }> {
  const counted = await countedOutlet(asking, code)
  if (!counted.ok) return refuse(counted.refusal)
  const day = dayOfCount(id)
  if (day === null) return refuse('not_found')
  const { outlet, database } = counted
  const [[row]] = await readTogether([countByKey(database, { outlet: code, day, id })])
  if (!row) return refuse('not_found')
  return { kind: 'count', count: await shownCount(asking, outlet, row) }
}

export type PastCount = PastRow & { readonly by: string }

const MOST_PAST = 30

/** An outlet's counts, the last first. */
export async function listCounts(
  asking: Asking,
  code: string,
): Promise<
  | Refused
  | { readonly kind: 'counts'; readonly outlet: Outlet; readonly counts: readonly PastCount[] }
> {
  const counted = await countedOutlet(asking, code)
  if (!counted.ok) return refuse(counted.refusal)
  const [rows] = await readTogether([countsAt(counted.database, code, MOST_PAST)])
  const names = await staffNamesOf(
    asking.hub,
    rows.map((row) => row.staff_id),
  )
  const counts = rows.map((row) => ({ ...row, by: names.get(row.staff_id) ?? row.staff_id }))
  return { kind: 'counts', outlet: counted.outlet, counts }
}
