import { queueOfDay } from '#domain/desk/queue-order.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Keys } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  outletOnRecord,
  type PlacedRow,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import { boardTag, revisionOf } from './read-board.ts'
import { type BoardRow, boardOf, inQueue, type VisitRow, visitFromRow } from './store.ts'

/** What stands on the wall: numbers, and nothing else of anybody. */
export type Wall = {
  readonly outlet: Outlet
  readonly tag: string
  /** The last call first. */
  readonly called: readonly number[]
  /** In the order in which they are called. */
  readonly next: readonly number[]
}

const MOST_CALLED = 4
const MOST_NEXT = 8
const MOST_VISITS = 120
const KEY_LETTERS = 32

/**
 * What stands in the address of an outlet's wall: a screen in front of everybody is signed in as
 * nobody, so whoever finds its keyboard finds numbers only.
 */
export const wallKey = async (keys: Keys, outlet: string): Promise<string> =>
  (await keys.mac('wall', outlet)).slice(0, KEY_LETTERS)

const numbersOf = (visits: readonly { readonly queueNumber: number | null }[]) =>
  visits.flatMap(({ queueNumber }) => (queueNumber === null ? [] : [queueNumber]))

/** The numbers that are called and those that come next at an outlet now; null = no such outlet. */
export async function loadWall(
  { hub, databases, now }: Pick<Sources, 'hub' | 'databases' | 'now'>,
  code: string,
): Promise<Wall | null> {
  const [outlets, ...rows] = await readEverywhere([
    outletOnRecord(hub, code),
    ...databases.all.flatMap((database) => [
      boardOf(database, code),
      inQueue(database, code, MOST_VISITS),
    ]),
  ])
  const outlet = placedOutlet(outlets as readonly PlacedRow[])?.outlet
  if (!outlet) return null
  const boards = rows.filter((_, place) => place % 2 === 0) as readonly (readonly BoardRow[])[]
  const visits = rows.filter((_, place) => place % 2 === 1) as readonly (readonly VisitRow[])[]
  const queue = queueOfDay(visits.flat().map(visitFromRow), { zone: outlet.zone, now })
  return {
    outlet,
    tag: boardTag(revisionOf(boards), now),
    called: numbersOf(queue.called).slice(0, MOST_CALLED),
    next: numbersOf(queue.waiting).slice(0, MOST_NEXT),
  }
}
