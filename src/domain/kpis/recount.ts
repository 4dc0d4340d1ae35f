import type { BookingEvent } from '../bookings/booking.ts'
import { foldBooking } from '../bookings/evolve-booking.ts'
import { foldRepair } from '../repairs/evolve-repair.ts'
import type { RepairEvent } from '../repairs/repair-event.ts'
import { foldRepeat, type RepeatEvent } from '../repeats/evolve-repeat.ts'
import { type CountDelta, countsOfEvent, occurrencesOf } from './count-events.ts'
import { tallyOfBooking } from './tally-of-booking.ts'
import { tallyOfRepair } from './tally-of-repair.ts'
import { tallyOfRepeat } from './tally-of-repeat.ts'

export type RecordedEvent = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
}

/** Counts by measure, by `<outlet> <period>`. */
export type Recounted = ReadonlyMap<string, ReadonlyMap<string, number>>

export type Recount = {
  /** The next event: subject by subject, each from its first version on. */
  readonly add: (event: RecordedEvent) => void
  /** What the packed rows must say. */
  readonly finish: () => { readonly days: Recounted; readonly months: Recounted }
}

type Sums = Map<string, Map<string, number>>

const MONTH_LETTERS = 7

function addTo(sums: Sums, key: string, { measure, by }: CountDelta): void {
  const counts = sums.get(key) ?? new Map<string, number>()
  counts.set(measure, (counts.get(measure) ?? 0) + by)
  sums.set(key, counts)
}

/** What a subject contributes by where its events leave it. Other subjects' events are counted one by one. */
function contributionOf(subject: string, events: readonly RecordedEvent[]): readonly CountDelta[] {
  if (subject.startsWith('repair/')) {
    const repair = foldRepair(events as unknown as readonly RepairEvent[])
    return [...events.flatMap(occurrencesOf), ...(repair ? tallyOfRepair(repair) : [])]
  }
  if (subject.startsWith('booking/')) {
    const booking = foldBooking(events as unknown as readonly BookingEvent[])
    return [...events.flatMap(occurrencesOf), ...(booking ? tallyOfBooking(booking) : [])]
  }
  if (subject.startsWith('repeat/')) {
    const repeat = foldRepeat(events as unknown as readonly RepeatEvent[])
    return repeat ? tallyOfRepeat(repeat) : []
  }
  return events.flatMap(countsOfEvent)
}

/**
 * Counts a database anew from its events. What an event said that it changes isn't looked at: each repair
 * and each booking is folded, and its last state tallied, so that a fault of the way there shows.
 * Throws where a subject's events have a gap.
 */
export function newRecount(): Recount {
  const days: Sums = new Map()
  const months: Sums = new Map()
  let subject = ''
  let events: RecordedEvent[] = []
  const close = () => {
    for (const delta of contributionOf(subject, events)) {
      addTo(days, `${delta.outlet} ${delta.day}`, delta)
      addTo(months, `${delta.outlet} ${delta.day.slice(0, MONTH_LETTERS)}`, delta)
    }
    events = []
  }
  return {
    add: (event) => {
      if (event.subject !== subject) close()
      subject = event.subject
      events.push(event)
    },
    finish: () => {
      close()
      return { days, months }
    },
  }
}
