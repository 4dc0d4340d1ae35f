import { type Queue, queueOfDay } from '#domain/desk/queue-order.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import type { DeskRepair } from '#domain/desk/today-due.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  outletOnRecord,
  type PlacedRow,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import { boardTag, revisionOf } from './read-board.ts'
import {
  type BoardRow,
  boardOf,
  elsewhere,
  expected,
  inHand,
  inQueue,
  type OpenRow,
  openFromRow,
  type VisitRow,
  visitFromRow,
} from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'>

/** What an outlet has to do with now. */
export type OutletDay = {
  readonly outlet: Outlet
  readonly tag: string
  readonly queue: Queue<DeskVisit>
  /** Booked for the rest of the outlet's day, in order of time. */
  readonly expected: readonly DeskVisit[]
  /** Phones here, on their way here, and its own customers' phones elsewhere; announced ones not. */
  readonly repairs: readonly DeskRepair[]
  /** Whether there are more repairs than are shown. */
  readonly isCut: boolean
}

/** More than any counter has: what is beyond isn't shown, and the screen says so. */
const MOST_REPAIRS = 400
const MOST_ELSEWHERE = 100
const MOST_VISITS = 120
const HOUR_MS = 3_600_000
/** A booked visit is marked as missed within the hour after its slot. */
const MISSED_WITHIN_MS = 4 * HOUR_MS

const readsOf = ({ now }: Asking, database: Database, outlet: string) =>
  [
    boardOf(database, outlet),
    inHand(database, outlet, MOST_REPAIRS + 1),
    elsewhere(database, outlet, MOST_ELSEWHERE),
    inQueue(database, outlet, MOST_VISITS),
    expected(database, outlet, {
      from: now - MISSED_WITHIN_MS,
      until: now + 24 * HOUR_MS,
      most: MOST_VISITS,
    }),
  ] as const

type Read = readonly [
  readonly BoardRow[],
  readonly OpenRow[],
  readonly OpenRow[],
  readonly VisitRow[],
  readonly VisitRow[],
]

/** What each database answered, one after the other. */
const perDatabase = (rows: readonly (readonly unknown[])[], each: number): readonly Read[] =>
  Array.from(
    { length: rows.length / each },
    (_, place) => rows.slice(place * each, (place + 1) * each) as unknown as Read,
  )

/**
 * An outlet with everything that is open there, in one trip: two rows an open repair, whatever the
 * rest of the network has. Null = no such outlet.
 */
export async function loadOutletDay(asking: Asking, code: string): Promise<OutletDay | null> {
  const { hub, databases, now } = asking
  const reads = databases.all.map((database) => readsOf(asking, database, code))
  const [outlets, ...rows] = await readEverywhere([outletOnRecord(hub, code), ...reads.flat()])
  const outlet = placedOutlet(outlets as readonly PlacedRow[])?.outlet
  if (!outlet) return null
  const read = perDatabase(rows, reads[0]?.length ?? 1)
  const here = read.flatMap(([, open]) => open)
  const away = read.flatMap(([, , open]) => open)
  const { zone } = outlet
  const today = wallTimeIn(zone, now).date
  return {
    outlet,
    tag: boardTag(revisionOf(read.map(([board]) => board)), now),
    queue: queueOfDay(read.flatMap(([, , , visits]) => visits).map(visitFromRow), { zone, now }),
    expected: read
      .flatMap(([, , , , visits]) => visits)
      .map(visitFromRow)
      .filter(({ startsAt }) => startsAt !== null && wallTimeIn(zone, startsAt).date === today),
    repairs: [...here.slice(0, MOST_REPAIRS), ...away].map(openFromRow),
    isCut: here.length > MOST_REPAIRS,
  }
}
