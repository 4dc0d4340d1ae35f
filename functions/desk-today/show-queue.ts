import { type Queue, queueOfDay } from '#domain/desk/queue-order.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  outletOnRecord,
  type PlacedRow,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import type { NotOpened, Opened } from './open-outlet.ts'
import { boardTag, revisionOf } from './read-board.ts'
import { type BoardRow, boardOf, expected, inQueue, type VisitRow, visitFromRow } from './store.ts'

/** Who waits at an outlet, and who is booked for the rest of its day. */
export type ShownQueue = {
  readonly outlet: Outlet
  readonly tag: string
  readonly queue: Queue<DeskVisit>
  readonly expected: readonly DeskVisit[]
}

const MOST_VISITS = 120
const HOUR_MS = 3_600_000
const READS = 3

/** The queue of an outlet without its repairs, for somebody who works there. One trip. */
export async function showQueue(
  { hub, databases, now }: Pick<Sources, 'hub' | 'databases' | 'now'>,
  { code, may }: Opened,
): Promise<ShownQueue | NotOpened> {
  if (!may('today.see')) return { ok: false, refusal: 'not_your_role' }
  // Booked visits are marked as missed within the hour after their slot.
  const window = { from: now - 4 * HOUR_MS, until: now + 24 * HOUR_MS, most: MOST_VISITS }
  const [outlets, ...rows] = await readEverywhere([
    outletOnRecord(hub, code),
    ...databases.all.flatMap((database) => [
      boardOf(database, code),
      inQueue(database, code, MOST_VISITS),
      expected(database, code, window),
    ]),
  ])
  const outlet = placedOutlet(outlets as readonly PlacedRow[])?.outlet
  if (!outlet) return { ok: false, refusal: 'unknown_outlet' }
  const nth = (place: number) => rows.filter((_, at) => at % READS === place)
  const visits = (nth(1) as readonly (readonly VisitRow[])[]).flat().map(visitFromRow)
  const booked = (nth(2) as readonly (readonly VisitRow[])[]).flat().map(visitFromRow)
  const { zone } = outlet
  const today = wallTimeIn(zone, now).date
  return {
    outlet,
    tag: boardTag(revisionOf(nth(0) as readonly (readonly BoardRow[])[]), now),
    queue: queueOfDay(visits, { zone, now }),
    expected: booked.filter(
      ({ startsAt }) => startsAt !== null && wallTimeIn(zone, startsAt).date === today,
    ),
  }
}
