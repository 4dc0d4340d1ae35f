import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { act, serve } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { HOUR_MS, MINUTE_MS, type World } from '../world.ts'
import { type Intake, intakeOf, priceAsk, requestOf, serviceOf } from './intake.ts'
import { givingBack } from './way-back.ts'
import { type Course, drawCourse, workshop } from './workshop.ts'

const counterOf = ({ home }: Case): Actor => home.counters[0] ?? home.manager

/** The next number of the queue of the local day. */
export function drawNumber({ home }: Case, at: number): number {
  const { date } = keptWallTimeIn(home.outlet.zone, at)
  const number = (home.queues.get(date) ?? 0) + 1
  home.queues.set(date, number)
  return number
}

/** Price and signature at the counter, where everything is known at a look. */
const isQuick = ({ home, random, fault }: Case, { isPaid, isWaiting }: Intake): boolean =>
  isPaid &&
  isWaiting &&
  home.game !== 'asks' &&
  home.game !== 'refuses' &&
  (fault === 'screen' || fault === 'battery') &&
  random.chance(0.75)

function stepsOf(own: Case, intake: Intake, course: Course): readonly RepairAction[] {
  const request: readonly RepairAction[] = own.repair
    ? []
    : [
        requestOf(own, {
          ...{ wayIn: 'walk_in', wayBack: 'collect', service: serviceOf(own) },
          visitAt: own.booking?.startsAt ?? null,
        }),
      ]
  const quick: readonly RepairAction[] =
    (course === 'fixed' || course === 'hurdle') && isQuick(own, intake)
      ? [
          { type: 'diagnose' },
          priceAsk(own, intake, { status: 'repairing' }),
          { type: 'accept', askVersion: 1, evidence: 'signature' },
        ]
      : []
  return [...request, intake.receive, ...quick]
}

function writtenDownAt({ home, random }: Case, at: number): number {
  if (home.game === 'registers_late' && random.chance(0.45)) {
    return home.clock.next(at + random.between(3, 20) * HOUR_MS)
  }
  return random.chance(home.manner.lateEntries) ? at + random.between(20, 300) * MINUTE_MS : at
}

/**
 * When the counter writes the phone down: at once, after an outage, or when it suits its figures. Who was
 * called and stands at the counter half an hour after it closed has left, by the clock.
 */
function recordedAt(own: Case, at: number): number {
  const { booking, closesAt } = own
  const isHere = booking?.status === 'arrived' || booking?.status === 'called'
  const latest = isHere && closesAt !== null ? closesAt + 29 * MINUTE_MS : Number.POSITIVE_INFINITY
  return Math.max(at, Math.min(latest, writtenDownAt(own, at)))
}

/**
 * Receives a phone at the counter and goes on with it to its end. With a visit that waits, it is served;
 * without one, it begins and ends here.
 */
export function* registering(world: World, own: Case, at: number): Generator<number, void, void> {
  const actor = counterOf(own)
  const course = drawCourse(own.random)
  const recorded = recordedAt(own, at)
  if (recorded > at) yield recorded
  const { booking, home } = own
  const intake = intakeOf(own, at, booking?.arrivedAt ?? null)
  const when = { at, recordedAt: recorded, actor }
  const isHere = booking?.status === 'arrived' || booking?.status === 'called'
  serve(
    world,
    own,
    {
      queueNumber: isHere ? 0 : drawNumber(own, at),
      walkIn: booking
        ? null
        : { code: own.code, outlet: home.outlet.code, service: serviceOf(own) },
      ...{ received: 1, arrivedAt: null },
    },
    when,
  )
  act(world, own, stepsOf(own, intake, course), when)
  own.receivedAt = recorded
  yield* repairing(world, own, { intake, course, from: recorded })
}

/** From received to the end, and what the customer says about it. */
export function* repairing(
  world: World,
  own: Case,
  {
    intake,
    course,
    from,
  }: { readonly intake: Intake; readonly course: Course; readonly from: number },
): Generator<number, void, void> {
  yield* workshop(world, own, { from, intake, course })
  yield* givingBack(world, own, { intake })
  world.onOver(own)
}
