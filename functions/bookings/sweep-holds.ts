import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { clearLapsed, lapsedHolds } from './seat-store.ts'

/** A run takes so many; the rest is for the next minute. */
const MOST = 100
/** Whoever took longer over the form still gets the seat, as long as nobody else wanted it. */
const KEPT_MS = 3_600_000

/** Takes holds that lapsed an hour ago off their slots and forgets them. Answers how many it found. */
export async function sweepHolds(database: Database, now: number): Promise<number> {
  const lapsedBy = now - KEPT_MS
  const [lapsed] = await readTogether([lapsedHolds(database, lapsedBy, MOST)])
  const slots = new Map(
    lapsed.map(({ outlet_code: outlet, starts_at: startsAt, service }) => [
      `${outlet} ${startsAt}`,
      { outlet, startsAt, service },
    ]),
  )
  const rows = [...slots.values()].flatMap((slot) => clearLapsed(database, slot, lapsedBy))
  if (rows.length > 0) await writeRows(database, rows)
  return lapsed.length
}
