import type { Booking } from '#domain/bookings/booking.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { bookingRead, shownBooking } from '#functions/bookings/booking-on-record.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { eventFromRow, repairFromRow } from './repair-rows.ts'
import { eventsOf, repairByCode } from './store.ts'

export type ShownRepair = {
  readonly repair: Repair
  readonly events: readonly RepairEvent[]
  readonly booking: Booking | null
  /** Where the phone is, or is to be. */
  readonly outlet: Outlet
  /** Where the customer came or sent it to. */
  readonly home: Outlet
}

/** Who put an event on record, and when. */
export type Recording = {
  readonly version: number
  readonly actor: string
  readonly recorded_at: number
}

/** With what the same rows tell the desk alone. */
export type RecordedRepair = ShownRepair & {
  /** Of each event, in order. */
  readonly recordings: readonly Recording[]
  readonly job: { readonly assignedTo: string | null; readonly shelf: string | null }
}

type Asking = Pick<Sources, 'hub' | 'databases'>

async function outletsOf(
  { hub }: Asking,
  { homeOutlet, atOutlet }: Repair,
): Promise<{ outlet: Outlet; home: Outlet } | null> {
  const [homes, others] = await readEverywhere([
    outletOnRecord(hub, homeOutlet),
    ...(atOutlet === homeOutlet ? [] : [outletOnRecord(hub, atOutlet)]),
  ])
  const home = placedOutlet(homes ?? [])?.outlet
  const outlet = atOutlet === homeOutlet ? home : placedOutlet(others ?? [])?.outlet
  return home && outlet ? { home, outlet } : null
}

/** A repair with all that a page about it says; null = no such code. Holds nothing personal. */
export async function showRepair(asking: Asking, code: string): Promise<RecordedRepair | null> {
  const database = asking.databases.of(bucketOfTicket(code))
  const [rows, events, bookings] = await readEverywhere([
    repairByCode(database, code),
    eventsOf(database, code),
    bookingRead(database, code),
  ])
  const [row] = rows
  if (!row) return null
  const repair = repairFromRow(row)
  const places = await outletsOf(asking, repair)
  if (!places) throw new Error(`repair at an outlet that isn't on record: ${repair.atOutlet}`)
  return {
    repair,
    events: events.map((event) => eventFromRow(code, event)),
    recordings: events.map(({ version, actor, recorded_at }) => ({ version, actor, recorded_at })),
    job: { assignedTo: row.assigned_to, shelf: row.shelf },
    booking: shownBooking(bookings),
    ...places,
  }
}
