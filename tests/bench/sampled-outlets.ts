import type { DatabaseSync } from 'node:sqlite'
import { ticketPrefix } from '#domain/identifiers/ticket-code.ts'
import { differenceLine, rowDifferences } from '#domain/kpis/count-differences.ts'
import { isOfOwnTickets } from '#domain/kpis/own-measures.ts'
import { newRecount } from '#domain/kpis/recount.ts'

const DRAWN = `SELECT code, bucket FROM outlets
  WHERE code IN (SELECT outlet_code FROM kpi_months) ORDER BY bucket * 7919 % 1024, code`
const EVENTS = `SELECT subject, version, type, happened_at AS happenedAt, data FROM events
  WHERE subject >= ?1 AND subject < ?2 ORDER BY subject, version`
const MONTHS = `SELECT outlet_code AS outlet, month AS period, counts FROM kpi_months WHERE outlet_code = ?`

type EventRow = Omit<Parameters<ReturnType<typeof newRecount>['add']>[0], 'data'> & {
  readonly data: string
}
type Packed = { readonly outlet: string; readonly period: string; readonly counts: string }

const ofOwn = (counts: Iterable<readonly [string, number]>) =>
  [...counts].filter(([measure]) => isOfOwnTickets(measure))

function differencesOf(file: DatabaseSync, outlet: string, bucket: number): readonly string[] {
  const recount = newRecount()
  for (const kind of ['booking', 'repair']) {
    const from = `${kind}/${ticketPrefix(bucket)}`
    for (const row of file.prepare(EVENTS).iterate(from, `${from}~`) as Iterable<unknown>) {
      const event = row as EventRow
      recount.add({ ...event, data: JSON.parse(event.data) })
    }
  }
  const { months } = recount.finish()
  const rows = file.prepare(MONTHS).all(outlet) as Packed[]
  return rows.flatMap((row) => {
    const stands = ofOwn(Object.entries(JSON.parse(row.counts) as Record<string, number>))
    const packed = { ...row, counts: JSON.stringify(Object.fromEntries(stands)) }
    const shouldBe = new Map(ofOwn(months.get(`${outlet} ${row.period}`) ?? []))
    return rowDifferences(packed, shouldBe).map(differenceLine)
  })
}

/**
 * What of some outlets' packed months isn't as all events of their own tickets say, counted anew: as the
 * nightly check looks at a slice, of every month and however many events there are.
 */
export function outletDifferences(file: DatabaseSync, outlets: number): readonly string[] {
  const drawn = file.prepare(DRAWN).all().slice(0, outlets) as { code: string; bucket: number }[]
  return drawn.flatMap(({ code, bucket }) => differencesOf(file, code, bucket))
}
