import type { BookableService } from '../repairs/repair.ts'

/** A visit: a seat in a slot, or a walk-in's place in the queue. A hold is not yet a booking. */
export const BOOKING_STATUSES = [
  'booked',
  'arrived',
  'called',
  'served',
  'left',
  'no_show',
  'cancelled',
] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

export const SLOT_MINUTES = 30
export const SLOT_MS = SLOT_MINUTES * 60_000

/** What of a visit is counted. */
export type Visit = Pick<Booking, 'startsAt' | 'arrivedAt' | 'calledAt' | 'status'>

export type Booking = {
  /** Shared with its repair. */
  readonly code: string
  readonly version: number
  readonly status: BookingStatus
  readonly outlet: string
  readonly service: BookableService
  /** Start of the slot, epoch ms; null for a walk-in, which takes no seat. */
  readonly startsAt: number | null
  /** Whether it counts in its slot: from `book` or `move` until it is cancelled, left or missed. */
  readonly holdsSeat: boolean
  readonly arrivedAt: number | null
  /** The first call ends the wait. */
  readonly calledAt: number | null
  /** Per outlet and local day, from 1; null before arriving. */
  readonly queueNumber: number | null
  /** Queue number that a skipped customer waits behind; null = own turn. */
  readonly behind: number | null
  readonly lastHappenedAt: number
  /** IANA zone of the outlet; left out of bookings from before figures were kept. */
  readonly zone?: string
  /** Visits under this code that ended in nobody served, before it was moved or cancelled. */
  readonly past?: readonly Visit[]
}

/** A slot at this outlet or another. */
export type SlotElsewhere = { readonly outlet: string; readonly startsAt: number }

export type BookingAction =
  | {
      readonly type: 'book'
      readonly code: string
      readonly outlet: string
      readonly service: BookableService
      readonly startsAt: number
    }
  | { readonly type: 'move'; readonly startsAt: number }
  | {
      readonly type: 'cancel'
      readonly by: 'customer' | 'staff' | 'outlet'
      /** Three other slots, when the outlet itself can't keep the visit. */
      readonly alternatives?: readonly SlotElsewhere[]
    }
  | {
      readonly type: 'arrive'
      /** For a walk-in, who has no booking yet. */
      readonly walkIn: {
        readonly code: string
        readonly outlet: string
        readonly service: BookableService
      } | null
      readonly queueNumber: number
    }
  | { readonly type: 'call' }
  /** Queue number of who is next; none = nobody else waits. */
  | { readonly type: 'skip'; readonly behind?: number | null }
  /** `received` 0 = nothing was taken in, with a reason: the requested repair is cancelled. */
  | { readonly type: 'serve'; readonly received: number; readonly reason: string | null }
  | { readonly type: 'leave' }
  | { readonly type: 'miss' }

export type BookingActionType = BookingAction['type']

export const BOOKING_EVENT_TYPES = {
  book: 'booking.booked',
  move: 'booking.moved',
  cancel: 'booking.cancelled',
  arrive: 'booking.arrived',
  call: 'booking.called',
  skip: 'booking.skipped',
  serve: 'booking.served',
  leave: 'booking.left',
  miss: 'booking.missed',
} as const satisfies Record<BookingActionType, string>

export type BookingEvent = {
  /** `booking/<code>` */
  readonly subject: string
  readonly version: number
  readonly type: (typeof BOOKING_EVENT_TYPES)[BookingActionType]
  readonly happenedAt: number
  /** A `BookingStanding` and the action's own facts. */
  readonly data: Readonly<Record<string, unknown>>
}

/** What every event says of the booking after it, so that folding and counting need the event alone. */
export type BookingStanding = Omit<Booking, 'code' | 'version' | 'lastHappenedAt'> & {
  /** Outlet-local date of `happenedAt`. */
  readonly day: string
  /** Outlet-local date of the slot; null without one. */
  readonly slotDay: string | null
  /** Start of the slot in which this event takes or gives back a seat; null = none. */
  readonly takes: number | null
  readonly frees: number | null
}

export type BookingRefusal =
  | 'not_allowed_now'
  | 'stale'
  | 'not_your_role'
  | 'bad_time'
  | 'bad_value'

export type BookingDecision =
  | { readonly ok: true; readonly events: readonly BookingEvent[]; readonly booking: Booking }
  | { readonly ok: false; readonly refusal: BookingRefusal }
