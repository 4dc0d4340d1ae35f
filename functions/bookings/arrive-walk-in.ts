import { type BookableRefusal, whyNotBookable } from '#domain/bookings/bookable.ts'
import type { BookingRefusal } from '#domain/bookings/booking.ts'
import { nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { closesAfter } from '#domain/bookings/closing-time.ts'
import { decideBooking } from '#domain/bookings/decide-booking.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import { replayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  outletOnRecord,
  type PlacedRow,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { drawNumber, type QueueRow, queueOfOutlet } from './queue-store.ts'
import { writeBooking } from './store.ts'

export type WalkIn = {
  readonly outlet: string
  readonly service: BookableService
  readonly key: string | null
}

/** Somebody in the queue without a booking. */
export type WalkInAnswer = {
  readonly code: string
  readonly version: number
  readonly queueNumber: number
}
export type WalkInRefusal = BookableRefusal | BookingRefusal | 'unknown_outlet' | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & { readonly staff: Staff }

async function load({ hub, databases, now }: Asking, outlet: string) {
  const [outlets, ...queues] = await readEverywhere([
    outletOnRecord(hub, outlet),
    ...databases.all.map((database) => queueOfOutlet(database, outlet, now)),
  ])
  return {
    outlet: placedOutlet(outlets as readonly PlacedRow[])?.outlet ?? null,
    queues: queues.flat() as readonly QueueRow[],
  }
}

type Arriving = { readonly outlet: Outlet; readonly queues: readonly QueueRow[] }

async function arriving(
  asking: Asking,
  { outlet, queues }: Arriving,
  service: BookableService,
): Promise<Proposal<WalkInAnswer, WalkInRefusal>> {
  const { now, staff, hub } = asking
  const here = { atOutlet: outlet.code, homeOutlet: outlet.code }
  const seen = await actorFor({ hub, staff }, here, 'queue.run')
  if (!seen.ok) {
    const refusal = seen.refusal === 'out_of_scope' ? 'unknown_outlet' : 'not_your_role'
    return { kind: 'refused', refusal }
  }
  const { date } = wallTimeIn(outlet.zone, now)
  const refusal = whyNotBookable(outlet, service, date)
  if (refusal) return { kind: 'refused', refusal }
  const code = issueTicketCode(outlet.bucket, asking.randomByte)
  const queueNumber = 1 + (queues.find((queue) => queue.service_date === date)?.last_number ?? 0)
  const decision = decideBooking(
    null,
    { type: 'arrive', walkIn: { code, outlet: outlet.code, service }, queueNumber },
    { now, happenedAt: null, actor: seen.actor, zone: outlet.zone },
  )
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal }
  const database = asking.databases.of(outlet.bucket)
  const { booking } = decision
  const closesAt = closesAfter(outlet.hours, outlet.zone, now)
  return {
    kind: 'change',
    answer: { code, version: booking.version, queueNumber },
    events: decision.events,
    rows: [
      ...drawNumber(database, [outlet.code, date, queueNumber]),
      writeBooking(database, booking, { dueAt: nextBookingTimer(booking, now, closesAt), now }),
    ],
  }
}

/**
 * Takes somebody who walked in into the queue of an outlet's day: a visit that begins with `arrive`,
 * with a ticket code of its own (the first phone received takes it) and the next queue number, in one
 * batch. It takes no seat. A number that somebody else drew first is refused as `stale` and drawn once
 * more by its caller. An outlet out of scope is `unknown_outlet`, as one that doesn't exist.
 */
export async function arriveWalkIn(
  asking: Asking,
  { outlet: code, service, key }: WalkIn,
): Promise<Task<WalkInAnswer, WalkInRefusal>> {
  const { hub, databases, staff, now } = asking
  const body = { outlet: code, service }
  const command = await commandOf({ name: 'walk_in', key, body, actor: staff.id, now })
  const { outlet, queues } = await load(asking, code)
  if (!outlet) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: 'unknown_outlet' } }
  }
  const database = databases.of(outlet.bucket)
  const proposal = await arriving(asking, { outlet, queues }, service)
  if (proposal.kind !== 'refused') return { database, command, proposal }
  const kept = await replayed<WalkInAnswer, WalkInRefusal>(database, command, proposal.refusal)
  return { database, command, proposal: kept }
}
