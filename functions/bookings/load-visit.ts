import type { Booking } from '#domain/bookings/booking.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Database } from '#functions/db/database.ts'
import { readNamed } from '#functions/db/read-named.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet, visitedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { repairRead } from '#functions/repairs/repair-row.ts'
import {
  type QueueRow,
  queueOfVisit,
  visitFromRow,
  type WaitingRow,
  waitingBesideVisit,
} from './queue-store.ts'
import { bookingByCode, bookingEventsAfter, type LaterRow } from './store.ts'

/** What a step of a visit is decided on. */
export type LoadedVisit = {
  readonly database: Database
  readonly booking: Booking
  readonly repair: Repair | null
  readonly zone: string
  readonly later: readonly LaterRow[]
  /** Where the visit is to be, as it stands; loaded for moving and for steps of staff. */
  readonly outlet: Outlet | null
  /** The queues of its outlet since somebody arrived; loaded for arriving only. */
  readonly queues: readonly QueueRow[]
  /** Who else waits or is called there; loaded for skipping only. */
  readonly waiting: readonly Booking[]
}

type Wish = {
  readonly code: string
  readonly expectedVersion: number | null
  readonly withOutlet: boolean
  /** When somebody arrived, to draw a number of that day; null = nobody arrives. */
  readonly arrivedAt?: number | null
  readonly withWaiting?: boolean
}

const NO_VERSION = Number.MAX_SAFE_INTEGER

const waitingOf = (rows: readonly WaitingRow[], code: string): readonly Booking[] =>
  rows.map(visitFromRow).filter((visit) => visit.code !== code)

/** Loads a visit and the repair that shares its code, all of it in one trip where it lies in the hub; null = no such visit. */
export async function loadVisit(
  { hub, databases }: Pick<Sources, 'hub' | 'databases'>,
  { code, expectedVersion, withOutlet, arrivedAt = null, withWaiting = false }: Wish,
): Promise<LoadedVisit | null> {
  const database = databases.of(bucketOfTicket(code))
  const isHub = database.d1 === hub.d1
  const { named } = await readNamed({
    visit: bookingByCode(database, code),
    repair: repairRead(database, code),
    later: bookingEventsAfter(database, code, expectedVersion ?? NO_VERSION),
    near: withOutlet && isHub ? visitedOutlet(hub, code) : null,
    queues: arrivedAt === null ? null : queueOfVisit(database, code, arrivedAt),
    waiting: withWaiting ? waitingBesideVisit(database, code) : null,
  })
  const [row] = named.visit
  const [repair] = named.repair
  if (!row) return null
  const booking: Booking = JSON.parse(row.state)
  const far =
    withOutlet && !isHub ? (await readEverywhere([outletOnRecord(hub, booking.outlet)]))[0] : []
  const outlet = placedOutlet([...named.near, ...far])?.outlet ?? null
  return {
    ...{ database, booking, outlet, later: named.later, queues: named.queues },
    repair: repair ? JSON.parse(repair.state) : null,
    zone: repair?.zone ?? outlet?.zone ?? 'UTC',
    waiting: waitingOf(named.waiting, code),
  }
}
