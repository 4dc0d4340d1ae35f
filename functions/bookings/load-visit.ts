import type { Booking } from '#domain/bookings/booking.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet, visitedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { repairRead } from '#functions/repairs/repair-row.ts'
import { bookingByCode, bookingEventsAfter, type LaterRow } from './store.ts'

/** What a step of a visit is decided on. */
export type LoadedVisit = {
  readonly database: Database
  readonly booking: Booking
  readonly repair: Repair | null
  readonly zone: string
  readonly later: readonly LaterRow[]
  /** Where the visit is to be, as it stands; loaded for moving only. */
  readonly outlet: Outlet | null
}

type Wish = {
  readonly code: string
  readonly expectedVersion: number | null
  readonly withOutlet: boolean
}

const NO_VERSION = Number.MAX_SAFE_INTEGER

/** Loads a visit and the repair that shares its code, all of it in one trip where it lies in the hub; null = no such visit. */
export async function loadVisit(
  { hub, databases }: Pick<Sources, 'hub' | 'databases'>,
  { code, expectedVersion, withOutlet }: Wish,
): Promise<LoadedVisit | null> {
  const database = databases.of(bucketOfTicket(code))
  const isHub = database.d1 === hub.d1
  const [[row], [repair], later, near] = await readEverywhere([
    bookingByCode(database, code),
    repairRead(database, code),
    bookingEventsAfter(database, code, expectedVersion ?? NO_VERSION),
    ...(withOutlet && isHub ? [visitedOutlet(hub, code)] : []),
  ])
  if (!row) return null
  const booking: Booking = JSON.parse(row.state)
  const far =
    withOutlet && !isHub ? (await readEverywhere([outletOnRecord(hub, booking.outlet)]))[0] : null
  return {
    database,
    booking,
    repair: repair ? JSON.parse(repair.state) : null,
    zone: repair?.zone ?? 'UTC',
    later,
    outlet: placedOutlet(near ?? far ?? [])?.outlet ?? null,
  }
}
