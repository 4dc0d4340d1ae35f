import type { Booking } from '#domain/bookings/booking.ts'
import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { type BookingRow, bookingByCode, refuseMoved } from './store.ts'

/** The read of a booking as it stands, for the trip in which another capability loads its own. */
export const bookingRead = (database: Database, code: string): Prepared<BookingRow> =>
  bookingByCode(database, code)

/** What that read answered; null = a repair without a visit. */
export const shownBooking = ([row]: readonly BookingRow[]): Booking | null =>
  row ? JSON.parse(row.state) : null

/** Fails as `stale` when somebody moved or cancelled the visit meanwhile, for what goes by its slot. */
export const unlessMoved = (
  database: Database,
  { code, version }: Pick<Booking, 'code' | 'version'>,
): Prepared => refuseMoved(database, code, version)
