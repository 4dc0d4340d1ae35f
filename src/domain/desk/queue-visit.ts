import type { Booking } from '../bookings/booking.ts'

/** A visit with what it is about; null = somebody walked in, and nobody knows yet. */
export type DeskVisit = Booking & {
  readonly model: string | null
  readonly faultCode: string | null
}
