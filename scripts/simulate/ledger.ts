import {
  type BookingAction,
  type BookingEvent,
  type BookingStanding,
  SLOT_MS,
} from '#domain/bookings/booking.ts'
import { decideSeveralBooking } from '#domain/bookings/decide-booking.ts'
import { decideServing, type Serving } from '#domain/bookings/serve-visit.ts'
import { outletsOnBoards } from '#domain/desk/outlets-on-boards.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { decideSeveral } from '#domain/repairs/decide-repair.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { type Repeat, repeatTodoAt } from '#domain/repeats/repeat.ts'
import { returnedBy } from '#domain/repeats/returned.ts'
import { wantedSurvey } from '#domain/surveys/wanted-survey.ts'
import type { Case } from './sim-case.ts'
import type { SimOutlet, SlotLoad } from './sim-outlet.ts'
import type { World } from './world.ts'

/** A step of the simulation that the product refuses: a bug of the simulation, with the story so far. */
export class RefusedStep extends Error {
  constructor(refusal: string, story: object) {
    super(`The simulated network did what is refused (${refusal}): ${JSON.stringify(story)}`)
    this.name = 'RefusedStep'
  }
}

/** When something happens, epoch ms, and when it is put on record where that is later. */
export type When = { readonly at: number; readonly recordedAt?: number }

type AnyEvent = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
  readonly actor?: string
}

/** A device that is back soon waits for somebody to say why. */
const putReturn = (sink: World['sink'], back: Repeat): void =>
  sink.put('repeats', [
    ...([back.code, back.version, back.status, back.outlet, back.byOutlet] as const),
    ...([back.cameBackAt, repeatTodoAt(back), JSON.stringify(back)] as const),
  ])

/** Counts an event, and writes it down. */
export function record(
  { packed, boards, tally, sink }: World,
  event: AnyEvent,
  { recordedAt, actor }: { readonly recordedAt: number; readonly actor: string },
): void {
  tally.events += 1
  for (const delta of countsOfEvent(event)) packed.add(delta)
  const back = returnedBy(event)
  if (back) putReturn(sink, back)
  for (const outlet of outletsOnBoards(event)) boards.set(outlet, (boards.get(outlet) ?? 0) + 1)
  sink.put('events', [
    ...([event.subject, event.version, event.type, event.happenedAt, recordedAt] as const),
    ...([event.actor ?? actor, JSON.stringify(event.data)] as const),
  ])
}

const JOBS: ReadonlySet<string> = new Set(['received', 'diagnosing', 'repairing'])

/** Keeps count of the phones that each outlet has on its benches or waiting for one. */
function moveJobs(before: Repair | null, { at: from }: Case, after: Repair, to: SimOutlet): void {
  if (before && JOBS.has(before.status)) from.openJobs -= 1
  if (JOBS.has(after.status)) to.openJobs += 1
}

const storyOf = ({ code, home, repair, booking }: Case, asked: object) => ({
  ...{ code, outlet: home.outlet.code, asked },
  ...{ repair: repair && { ...repair, ask: repair.ask?.version ?? null }, booking },
})

/**
 * Takes steps of a repair as the desk would, by the product's own rules; `to` is the outlet that the
 * phone goes to. Throws where they are refused.
 */
export function act(
  world: World,
  own: Case,
  actions: readonly RepairAction[],
  {
    at,
    recordedAt = at,
    actor,
    to = own.at,
  }: When & { readonly actor: Actor; readonly to?: SimOutlet },
): Repair {
  const { repair: before, at: here } = own
  const decision = decideSeveral(before, actions, {
    ...{ now: recordedAt, happenedAt: recordedAt === at ? null : at, actor },
    ...{ zone: here.outlet.zone, afterWorkingDays: here.afterWorkingDays },
  })
  if (!decision.ok) throw new RefusedStep(decision.refusal, storyOf(own, { actions, at, actor }))
  const { events, repair } = decision
  moveJobs(before, own, repair, to)
  own.repair = repair
  own.at = to
  own.repairWrittenAt = recordedAt
  for (const event of events) {
    record(world, event, { recordedAt, actor: actor.id })
    const wanted = wantedSurvey(event)
    if (wanted) world.onEnded(own, wanted)
  }
  return repair
}

const loadAt = ({ slots }: SimOutlet, startsAt: number): SlotLoad => {
  const load = slots.get(startsAt) ?? { seats: 0, benches: 0 }
  slots.set(startsAt, load)
  return load
}

/** A visit takes a seat in its slot; one within the hour a bench in it and in the next. */
function moveSeats(home: SimOutlet, { takes, frees, service }: BookingStanding): void {
  const moves = [
    [takes, 1],
    [frees, -1],
  ] as const
  for (const [startsAt, by] of moves) {
    if (startsAt === null) continue
    loadAt(home, startsAt).seats += by
    if (service !== 'one_hour') continue
    loadAt(home, startsAt).benches += by
    loadAt(home, startsAt + SLOT_MS).benches += by
  }
}

function keepVisit(
  world: World,
  own: Case,
  events: readonly BookingEvent[],
  by: { readonly recordedAt: number; readonly actor: string },
): void {
  own.bookingWrittenAt = by.recordedAt
  for (const event of events) {
    record(world, event, by)
    moveSeats(own.home, event.data as BookingStanding)
  }
}

/** Takes steps of a visit. Throws where they are refused. */
export function visit(
  world: World,
  own: Case,
  actions: readonly BookingAction[],
  { at, recordedAt = at, actor }: When & { readonly actor: Actor },
): void {
  const decision = decideSeveralBooking(own.booking, actions, {
    ...{ now: recordedAt, happenedAt: recordedAt === at ? null : at, actor },
    zone: own.home.outlet.zone,
  })
  if (!decision.ok) throw new RefusedStep(decision.refusal, storyOf(own, { actions, at, actor }))
  own.booking = decision.booking
  keepVisit(world, own, decision.events, { recordedAt, actor: actor.id })
}

/** The visit's side of receiving a device: served, with what is missing before it. */
export function serve(
  world: World,
  own: Case,
  serving: Serving,
  { at, recordedAt = at, actor }: When & { readonly actor: Actor },
): void {
  const happenedAt = recordedAt === at ? null : Math.max(at, own.booking?.lastHappenedAt ?? 0)
  const deciding = { now: recordedAt, happenedAt, actor, zone: own.home.outlet.zone }
  const decision = decideServing(own.booking, serving, deciding)
  if (!decision.ok) throw new RefusedStep(decision.refusal, storyOf(own, { serving, at }))
  own.booking = decision.booking
  keepVisit(world, own, decision.events, { recordedAt, actor: actor.id })
}
