import { BOOKING_EVENT_TYPES, type Booking, type BookingEvent } from '#domain/bookings/booking.ts'
import { evolveBooking } from '#domain/bookings/evolve-booking.ts'
import type { Role } from '#domain/repairs/actor.ts'
import { actionOfEvent } from '#domain/repairs/event-facts.ts'
import { evolveRepair } from '#domain/repairs/evolve-repair.ts'
import { ledgerOf } from '#domain/repairs/ledger.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { EVERYBODY } from '#support/repair-actors.ts'
import { must } from './judge.ts'
import type { EventRecord, RowOf, Told } from './records.ts'
import { REPAIR_STEPS, VISIT_STEPS, whoMayNow } from './step-table.ts'

const ROLES_OF = new Map<string, readonly Role[]>(
  Object.values(EVERYBODY).map(({ id, roles }) => [id, roles]),
)
const rolesOf = (actor: string): readonly Role[] => ROLES_OF.get(actor) ?? []

/** Numbered from 1 without gaps, in the order of time, none recorded before it happened. */
function checkOrder(events: readonly EventRecord[]): void {
  for (const [place, event] of events.entries()) {
    const before = events[place - 1]
    const name = () => `${event.subject} ${event.version} ${event.type}`
    must(event.version === place + 1, () => `${name()}: not gapless`)
    must(event.recordedAt >= event.happenedAt, () => `${name()}: recorded before it happened`)
    must(!before || event.happenedAt >= before.happenedAt, () => `${name()}: out of order`)
    must(!before || event.recordedAt >= before.recordedAt, () => `${name()}: recorded out of order`)
  }
}

const VISIT_ACTIONS = new Map(
  Object.entries(BOOKING_EVENT_TYPES).map(([action, type]) => [type as string, action]),
)

function checkRepairStep(before: Repair, event: RepairEvent & EventRecord, after: Repair): void {
  const action = actionOfEvent(event.type)
  const who = whoMayNow(before, action)
  const name = () => `${event.subject} ${event.version} ${action} by ${event.actor}`
  must(who !== null, () => `${name()}: not in the table from ${before.status}`)
  must(
    rolesOf(event.actor).some((role) => who?.includes(role)),
    () => `${name()}: not theirs`,
  )
  const { to } = REPAIR_STEPS[action as 'post']
  const isRight = to === 'same' ? after.status === before.status : to.includes(after.status)
  must(isRight, () => `${name()}: led from ${before.status} to ${after.status}`)
}

function checkVisitStep(before: Booking, event: BookingEvent & EventRecord, after: Booking): void {
  const action = VISIT_ACTIONS.get(event.type) as keyof typeof VISIT_STEPS
  const { from, to, who } = VISIT_STEPS[action]
  const name = () => `${event.subject} ${event.version} ${action} by ${event.actor}`
  must(from.includes(before.status), () => `${name()}: not in the table from ${before.status}`)
  must(
    rolesOf(event.actor).some((role) => who.includes(role)),
    () => `${name()}: not theirs`,
  )
  must(to === 'same' || to.includes(after.status), () => `${name()}: led to ${after.status}`)
}

type Fold<State, Event> = (state: State | null, event: Event) => State

/** Folds events step by step, each judged by the table. */
function folded<State, Event>(
  events: readonly Event[],
  evolve: Fold<State, Event>,
  check: (before: State, event: Event, after: State) => void,
): State | null {
  let state: State | null = null
  for (const event of events) {
    const after = evolve(state, event)
    if (state !== null) check(state, event, after)
    state = after
  }
  return state
}

type Stored = { readonly version: number; readonly status: string }

function checkRow<State extends Stored>(row: RowOf<State> | undefined, state: State | null): void {
  if (!state && !row) return
  must(
    row !== undefined && state !== null,
    () => `${row?.code}: events without row, or row without`,
  )
  if (!row || !state) return
  must(
    row.json === JSON.stringify(state),
    () => `${row.code}: ${row.json} isn't what its events say: ${JSON.stringify(state)}`,
  )
  must(row.version === state.version, () => `${row.code}: version ${row.version}`)
  must(row.status === state.status, () => `${row.code}: status ${row.status}`)
}

/** The whole time of a repair is charged to somebody, without gap or overlap. */
function checkLedger(repair: Repair, events: readonly RepairEvent[], now: number): void {
  const from = events[0]?.happenedAt ?? now
  const until = repair.closedAt ?? now
  let at = from
  for (const interval of ledgerOf(events, now)) {
    must(interval.from === at, () => `${repair.code}: nobody is charged from ${at}`)
    must(interval.to > interval.from, () => `${repair.code}: charged for no time at ${at}`)
    at = interval.to
  }
  must(at === until, () => `${repair.code}: charged until ${at}, not ${until}`)
}

type Rows = {
  readonly repair: RowOf<Repair> | undefined
  readonly visit: RowOf<Booking> | undefined
  readonly now: number
}

/** Events of one code: gapless, in order, by the table, equal to what is stored, and charged whole. */
export function checkTold({ repair, visit }: Told, rows: Rows): void {
  checkOrder(repair)
  checkOrder(visit)
  const repairs = folded<Repair, (typeof repair)[number]>(repair, evolveRepair, checkRepairStep)
  checkRow(rows.repair, repairs)
  const visits = folded<Booking, (typeof visit)[number]>(visit, evolveBooking, checkVisitStep)
  checkRow(rows.visit, visits)
  if (repairs) checkLedger(repairs, repair, rows.now)
}
