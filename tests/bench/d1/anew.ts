import type { DatabaseSync } from 'node:sqlite'
import { ticketPrefix } from '#domain/identifiers/ticket-code.ts'
import { type Figure, figureOf } from '#domain/kpis/figure-of.ts'
import { newRecount } from '#domain/kpis/recount.ts'

const A_PAGE = 5_000
const EVENTS = `SELECT subject, version, type, happened_at AS happenedAt, data FROM events
  WHERE (subject, version) > (?1, ?2) ORDER BY subject, version LIMIT ?3`
type EventRow = Omit<Parameters<ReturnType<typeof newRecount>['add']>[0], 'data'> & {
  readonly data: string
}

export type Anew = { readonly rows: number; readonly figure: Figure }

/** Every figure from nothing but the events, read in D1 page by page and folded: what a rebuild believes. */
export async function folded(d1: D1Database, month: string): Promise<Anew> {
  const recount = newRecount()
  let [rows, subject, version] = [0, '', 0]
  for (;;) {
    const asked = d1.prepare(EVENTS).bind(subject, version, A_PAGE)
    const { results, meta } = await asked.all<EventRow>()
    rows += meta.rows_read
    for (const row of results) recount.add({ ...row, data: JSON.parse(row.data) })
    const last = results.at(-1)
    if (!last || results.length < A_PAGE) break
    ;[subject, version] = [last.subject, last.version]
  }
  const counts: Record<string, number> = {}
  for (const [key, measures] of recount.finish().months) {
    if (!key.endsWith(` ${month}`)) continue
    for (const [measure, by] of measures) counts[measure] = (counts[measure] ?? 0) + by
  }
  return { rows, figure: figureOf('promise_kept', counts) }
}

const BUCKETS = 'SELECT DISTINCT bucket FROM outlets ORDER BY bucket'
const SUMMED = `SELECT measure.key AS measure, sum(measure.value) AS total
  FROM events, json_each(events.data, '$.counted') AS outlet, json_each(outlet.value) AS day,
    json_each(day.value) AS measure
  WHERE subject >= ?1 AND subject < ?2 AND day.key LIKE ?3 GROUP BY measure.key`

/**
 * The same by SQL in D1 alone, of what each event of a repair says that it changes: nothing is carried out of
 * it. Bucket by bucket, since D1 ends what takes longer than half a minute.
 */
export async function summed(d1: D1Database, month: string): Promise<Anew> {
  const counts: Record<string, number> = {}
  let rows = 0
  const { results: buckets } = await d1.prepare(BUCKETS).all<{ bucket: number }>()
  for (const { bucket } of buckets) {
    const from = `repair/${ticketPrefix(bucket)}`
    const asked = d1.prepare(SUMMED).bind(from, `${from}~`, `${month}-%`)
    const { results, meta } = await asked.all<{ measure: string; total: number }>()
    rows += meta.rows_read
    for (const { measure, total } of results) counts[measure] = (counts[measure] ?? 0) + total
  }
  return { rows, figure: figureOf('promise_kept', counts) }
}

/** One figure of that month by the state of each repair, as an analyst would ask for it. */
const PLAIN = `SELECT count(*) AS n, coalesce(sum(
    state ->> '$.outcome' IN ('repaired', 'exchanged', 'certified', 'refunded')
    AND state ->> '$.figures.readyAt' <= state ->> '$.promise.firstAt'), 0) AS hits
  FROM repairs WHERE state ->> '$.receivedAt' IS NOT NULL
    AND strftime('%Y-%m', (state ->> '$.promise.firstAt') / 1000, 'unixepoch', '+8 hours') = ?`

export const plainScan = (file: DatabaseSync, month: string) =>
  file.prepare(PLAIN).get(month) as { readonly n: number; readonly hits: number }
