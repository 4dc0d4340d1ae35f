import type { Booking } from '../bookings/booking.ts'
import type { Repair, RepairStatus } from '../repairs/repair.ts'
import type { RepairEvent } from '../repairs/repair-event.ts'
import { messagesOfEvent } from './messages-of-event.ts'
import { TEMPLATES, type Template } from './templates.ts'

type Waiting = {
  readonly template: Template
  /** `repair/<code>` or `booking/<code>`, and the number of the event that asked for the message. */
  readonly subject: string
  readonly version: number
}

type Standing = {
  readonly repair: Pick<Repair, 'status'>
  /** All events of the repair, in order. */
  readonly events: readonly RepairEvent[]
  readonly booking: Pick<Booking, 'version'> | null
}

/**
 * Whether a message that waits is still worth sending. Its reason has gone when the repair has left
 * the statuses it speaks of, even if it came back (that sends its own), or when a later event says
 * something about the same. A visit's message is due while nothing else has happened to the visit.
 * An answer link whose ask was accepted in the meantime: false.
 */
export function isStillDue(
  { template, subject, version }: Waiting,
  { repair, events, booking }: Standing,
): boolean {
  const { during, topic } = TEMPLATES[template]
  if (!during.includes(repair.status)) return false
  if (subject.startsWith('booking/')) return booking?.version === version
  return events
    .filter((event) => event.version > version)
    .every(
      (event) =>
        during.includes(event.data.status as RepairStatus) &&
        messagesOfEvent(event).every((next) => TEMPLATES[next.template].topic !== topic),
    )
}
