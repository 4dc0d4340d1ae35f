import type { BookingAction, BookingRefusal } from '#domain/bookings/booking.ts'
import { isWaiting, nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { closesAfter } from '#domain/bookings/closing-time.ts'
import { decideBooking } from '#domain/bookings/decide-booking.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Command, commandOf, toldBefore } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { DomainEvent } from '#functions/db/events.ts'
import { orReplayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { alarmOf } from '#functions/repairs/alarm.ts'
import { repairRow, whileRequested } from '#functions/repairs/repair-row.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { notBefore, seatRows } from './beside-repair.ts'
import { inWhoseName } from './in-whose-name.ts'
import { type LoadedVisit, loadVisit } from './load-visit.ts'
import { queueChange } from './queue-change.ts'
import { seatChange } from './seat-change.ts'
import { writeBooking } from './store.ts'

export type BookingStep = {
  readonly code: string
  readonly action: BookingAction
  readonly expectedVersion: number | null
  readonly actor: Actor
  /** Somebody of the staff: what they may is read from the visit's outlet, and `actor` only names them. */
  readonly staff?: Staff
  readonly happenedAt: number | null
  readonly key: string | null
}

export type VisitAnswer = {
  readonly code: string
  readonly version: number
  readonly status: string
  readonly startsAt: number | null
}
export type VisitRefusal =
  | BookingRefusal
  | 'unknown_booking'
  | 'key_reused'
  | import('./hold-slot.ts').SlotRefusal

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>

function replayOf(
  loaded: LoadedVisit,
  command: Command,
): Proposal<VisitAnswer, 'key_reused'> | null {
  const told = toldBefore(loaded.later, command)
  if (!told) return null
  if ('refusal' in told) return { kind: 'refused', refusal: told.refusal }
  const { version, data } = told.own
  const { status, startsAt } = JSON.parse(data) as { status: string; startsAt: number | null }
  const { code } = loaded.booking
  return { kind: 'replay', answer: { code, version, status, startsAt } }
}

type Beside = { readonly events: readonly DomainEvent[]; readonly rows: readonly Prepared[] }

/** Cancelling the visit cancels its requested repair, and so does serving it without taking anything in. */
function besideVisit({ now }: Asking, loaded: LoadedVisit, step: BookingStep): Beside {
  const { action, actor } = step
  const ends = action.type === 'cancel' || (action.type === 'serve' && action.received === 0)
  const { repair, zone, database } = loaded
  if (!ends || repair?.status !== 'requested') return { events: [], rows: [] }
  const decision = decideRepair(
    repair,
    { type: 'cancel', proof: null },
    {
      ...{ now, actor, zone, afterWorkingDays: (at: number) => at },
      happenedAt: notBefore(repair, step.happenedAt),
    },
  )
  if (!decision.ok) return { events: [], rows: [] }
  const due = { dueAt: alarmOf(decision.repair, now), now }
  return {
    events: decision.events,
    rows: [repairRow(database, { before: repair, after: decision.repair }, due)],
  }
}

/** A visit has nothing to be moved for when its repair was closed, or came in without it. */
const isOver = ({ repair }: LoadedVisit): boolean =>
  repair !== null && repair.status !== 'requested'

function proposalOf(
  asking: Asking,
  loaded: LoadedVisit,
  { step, command }: { readonly step: BookingStep; readonly command: Command },
): Proposal<VisitAnswer, VisitRefusal> {
  const replay = replayOf(loaded, command)
  if (replay) return replay
  const { booking, database, zone } = loaded
  const { actor, happenedAt, expectedVersion } = step
  if (expectedVersion !== null && booking.version !== expectedVersion) {
    return { kind: 'refused', refusal: 'stale' }
  }
  const { now } = asking
  const { action, rows: drawn } = queueChange(loaded, step.action, { now, happenedAt })
  const decision = decideBooking(booking, action, { now, happenedAt, actor, zone })
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal }
  if (action.type === 'move' && isOver(loaded))
    return { kind: 'refused', refusal: 'not_allowed_now' }
  const moved = seatChange(asking, loaded, action)
  if (moved.kind === 'refused') return moved
  const after = decision.booking
  const beside = besideVisit(asking, loaded, step)
  const closesAt = isWaiting(after)
    ? closesAfter(loaded.outlet?.hours ?? null, zone, after.lastHappenedAt)
    : null
  const dueAt = nextBookingTimer(after, after.lastHappenedAt, closesAt)
  const { code, version, status, startsAt } = after
  return {
    kind: 'change',
    answer: { code, version, status, startsAt },
    events: [...decision.events, ...beside.events],
    rows: [
      ...(action.type === 'move'
        ? [whileRequested(database, code), ...moved.rows]
        : seatRows(database, booking, after)),
      ...drawn,
      writeBooking(database, after, { dueAt, now }),
      ...beside.rows,
    ],
  }
}

/**
 * Takes one step of a visit: load, decide, propose. Moving frees the old seat (where it was still held)
 * and takes the new one in the same batch; cancelling takes the requested repair along.
 */
export async function actOnBooking(
  asking: Asking,
  step: BookingStep,
): Promise<Task<VisitAnswer, VisitRefusal>> {
  const { code, action, expectedVersion, actor, key } = step
  const name = `booking.${action.type}`
  const body = { code, action, expectedVersion }
  const command = {
    ...(await commandOf({ name, key, body, actor: actor.id, now: asking.now })),
    toldByEvents: expectedVersion !== null,
  }
  const loaded = await loadVisit(asking, {
    ...{ code, expectedVersion },
    withOutlet: action.type === 'move' || step.staff !== undefined,
    arrivedAt: action.type === 'arrive' ? (step.happenedAt ?? asking.now) : null,
    withWaiting: action.type === 'skip',
  })
  if (!loaded) {
    const proposal = { kind: 'refused', refusal: 'unknown_booking' } as const
    return { database: asking.hub, command, proposal }
  }
  const { database } = loaded
  const { outlet } = loaded.booking
  const places = { atOutlet: outlet, homeOutlet: outlet }
  const seen = step.staff
    ? await actorFor({ hub: asking.hub, staff: step.staff }, places, 'booking.act')
    : ({ ok: true, actor } as const)
  if (!seen.ok) {
    const refusal = seen.refusal === 'out_of_scope' ? 'unknown_booking' : 'not_your_role'
    return { database, command, proposal: { kind: 'refused', refusal } }
  }
  const told = await inWhoseName(asking, loaded, { action, actor: seen.actor })
  const acting = { step: { ...step, action: told, actor: seen.actor }, command }
  const proposal = proposalOf(asking, loaded, acting)
  return { database, command, proposal: await orReplayed(database, command, proposal) }
}
