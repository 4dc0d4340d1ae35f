import config from '#config'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { typicalMinutes } from '#domain/repairs/catalogue.ts'
import type { ActionOf } from '#domain/repairs/repair-action.ts'
import type { Random } from '../../demo/seeded-random.ts'
import { aboutMedian, waitOf } from '../chances.ts'
import { act } from '../ledger.ts'
import type { Case } from '../sim-case.ts'
import { repairsHere } from '../sim-outlet.ts'
import { MINUTE_MS, type World } from '../world.ts'
import { asking, plainAsk } from './asking.ts'
import { takeBench } from './benches.ts'
import { type Intake, partOf, priceAsk } from './intake.ts'
import { moving } from './moving.ts'
import { awaitingPart } from './parts.ts'
import { type Begun, working } from './working.ts'

/**
 * What became of 192 mobile phones of at most two years brought to repair events 2012-2020: fixed 73,
 * repairable 106, end of life 6, unknown 7. Counted from Open Repair Alliance data, CC BY-SA 4.0,
 * https://openrepair.org/open-data/. A workshop with parts repairs most of what an event calls repairable,
 * after a hurdle: a part that is missing, a price to agree on, a repair that doesn't hold. An outcome that
 * nobody noted says nothing; how often no fault is found is ours.
 */
const OUTCOMES = [
  [73, 'fixed'],
  [106, 'hurdle'],
  [6, 'end_of_life'],
  [2, 'no_fault'],
] as const
export type Course = (typeof OUTCOMES)[number][1]

export const drawCourse = (random: Random): Course => random.weighted(OUTCOMES)

const REFUSED_MINUTES = 6

const benchOf = ({ at }: Case): Actor => at.benches[0] ?? at.manager

type Bench = { readonly world: World; readonly own: Case; readonly intake: Intake }

/** The outlet that refuses hard cases calls them unrepairable at first sight. */
const isRefused = ({ at, random }: Case, course: Course): boolean =>
  at.game === 'refuses' && course !== 'fixed' && random.chance(0.85)

function giveUp({ world, own }: Bench, barrier: ActionOf<'give_up'>['barrier'], at: number): void {
  const faultCode = barrier === 'no_fault_found' ? 'no_fault' : own.fault
  act(world, own, [{ type: 'give_up', faultCode, barrier }], { at, actor: benchOf(own) })
  own.mood -= barrier === 'no_fault_found' ? 0.12 : 0.22
  own.grievance ??= own.random.chance(0.5) ? 'product_quality' : 'warranty_dispute'
}

/** The outlet that stops clocks by asking asks whether it may go on. */
function* askedNeedlessly(
  { world, own, intake }: Bench,
  at: number,
): Generator<number, number | null, void> {
  if (own.at.game !== 'asks' || !own.random.chance(0.75)) return at
  own.mood -= 0.08
  const ask = plainAsk('other_condition', {
    ...{ continueTo: { status: 'diagnosing' }, faultCode: own.fault, coverage: intake.coverage },
  })
  return yield* asking(world, own, { ask, at: at + 5 * MINUTE_MS, who: benchOf(own) })
}

const AT_OWN_COST = [
  [60, 'unrepairable'],
  [24, 'part_unavailable'],
  [16, 'ask'],
] as const
const IN_WARRANTY = [...AT_OWN_COST, [400, 'remedy']] as const

/** A phone that nobody can or need repair: back as it is; in warranty another one, or a paper for its seller. */
function* endOfLife({ world, own, intake }: Bench, at: number): Generator<number, void, void> {
  const { random } = own
  const way = random.weighted(intake.isPaid ? AT_OWN_COST : IN_WARRANTY)
  const then = own.at.clock.after(at, random.between(10, 120))
  yield then
  if (way === 'ask') {
    const ask = plainAsk('unrepairable', {
      ...{ continueTo: { status: 'ready', barrier: 'unrepairable' }, faultCode: own.fault },
      coverage: intake.coverage,
    })
    yield* asking(world, own, { ask, at: then, who: benchOf(own) })
    return
  }
  if (way !== 'remedy') {
    giveUp({ world, own, intake }, way === 'part_unavailable' ? way : 'unrepairable', then)
    return
  }
  const type = random.weighted([
    [40, 'exchange'],
    [8, 'refund'],
    [52, 'certify'],
  ] as const)
  const on = keptWallTimeIn(own.at.outlet.zone, then).date
  const remedy = { rule: 'three_guarantees', clause: 'listed_fault', on }
  act(world, own, [{ type, ...remedy }], { at: then, actor: own.at.manager })
}

function* noFault({ world, own, intake }: Bench, at: number): Generator<number, void, void> {
  const then = own.at.clock.after(at, own.random.between(15, 90))
  yield then
  if (own.random.chance(0.6)) return giveUp({ world, own, intake }, 'no_fault_found', then)
  const ask = plainAsk('no_fault_found', {
    ...{ continueTo: { status: 'ready', barrier: 'no_fault_found' }, faultCode: 'no_fault' },
    coverage: intake.coverage,
  })
  yield* asking(world, own, { ask, at: then, who: benchOf(own) })
}

/** What people wait for is done by two, the parts laid out: the catalogue's minutes are of one. */
const WHILE_YOU_WAIT = 0.35

const handsOn = ({ device, fault, at, random }: Case, { isWaiting }: Intake): number =>
  Math.max(
    8,
    (typicalMinutes(config.catalogue, { model: device.model, fault }) ?? 60) *
      (isWaiting ? WHILE_YOU_WAIT : 1) *
      at.manner.pace *
      aboutMedian(random, 1, 0.22),
  )

/** How often a part is missing where a repair meets a hurdle; what is on the one-hour list is kept in stock. */
const MISSING = 0.1
const MISSING_OF_THE_LIST = 0.03

/** Agrees on what is to be agreed on, waits for what is missing, and begins the work. */
function* begun(
  bench: Bench,
  { at, course, who }: Begun & { readonly course: Course },
): Generator<number, Begun | null, void> {
  const { world, own, intake } = bench
  const { random } = own
  const part = partOf(own)
  const needsPart =
    part !== null &&
    course === 'hurdle' &&
    random.chance(intake.isWaiting ? MISSING_OF_THE_LIST : MISSING)
  let now = at
  const isAgreed = own.repair?.agreed !== null || !intake.isPaid
  if (!isAgreed) {
    const days = random.between(1, 4)
    const expectedOn = addDays(keptWallTimeIn(own.at.outlet.zone, now).date, days)
    const continueTo = needsPart
      ? ({ status: 'awaiting_parts', part, expectedOn: addDays(expectedOn, 2) } as const)
      : ({ status: 'repairing' } as const)
    const answered = yield* asking(world, own, {
      ask: priceAsk(own, intake, continueTo),
      ...{ at: now, who, isWaiting: intake.isWaiting },
    })
    if (answered === null) return null
    now = own.at.clock.next(answered)
  }
  const coverage = own.repair?.agreed
    ? 'customer_pays'
    : intake.isPaid
      ? 'goodwill'
      : intake.coverage
  if (needsPart || own.repair?.status === 'awaiting_parts') {
    const arrived = yield* awaitingPart(world, own, {
      at: now,
      part: part ?? 'board',
      coverage,
      who,
    })
    return arrived === null ? null : { at: arrived, who }
  }
  if (own.repair?.status === 'diagnosing') {
    yield now
    act(world, own, [{ type: 'start', faultCode: own.fault, coverage }], { at: now, actor: who })
  }
  return { at: now, who }
}

/** How long the phone lies there before anybody looks at it. */
function lagOf({ at, random }: Case, { isWaiting }: Intake): number {
  const { lagMinutes, waitingLagMinutes } = at.manner
  if (at.game === 'pads' && !isWaiting) return waitOf(random, 3 * lagMinutes)
  return waitOf(random, isWaiting ? waitingLagMinutes : lagMinutes)
}

/**
 * What an outlet does with a phone that it has received, from `from` on, until it is ready, or the way
 * there ends. Phones that are only taken in here are sent on first, and come home after.
 */
export function* workshop(
  world: World,
  own: Case,
  {
    from,
    intake,
    course,
  }: { readonly from: number; readonly intake: Intake; readonly course: Course },
): Generator<number, void, void> {
  let now = from
  const { repairer } = own.at
  if (!repairsHere(own.at.outlet) && repairer) {
    const there = yield* moving(world, own, { from: now, to: repairer })
    if (there === null) return
    now = there
  }
  if (own.repair?.status !== 'ready') yield* atTheBench({ world, own, intake }, { now, course })
  const repair = own.repair
  if (
    repair?.status === 'ready' &&
    own.at !== own.home &&
    repair.wayBack === 'collect' &&
    repair.outcome !== 'refunded'
  ) {
    yield* moving(world, own, { from: repair.lastHappenedAt, to: own.home })
  }
}

function* atTheBench(
  bench: Bench,
  { now, course }: { readonly now: number; readonly course: Course },
): Generator<number, void, void> {
  const { world, own, intake } = bench
  const lookedAt = own.at.clock.after(now, lagOf(own, intake))
  const { begin, who } = takeBench(own.at, lookedAt, intake.isWaiting ? 5 : 15)
  let at = begin
  if (own.repair?.status === 'received') {
    yield at
    act(world, own, [{ type: 'diagnose' }], { at, actor: who })
    if (isRefused(own, course)) {
      at = own.at.clock.after(at, REFUSED_MINUTES)
      yield at
      return giveUp(bench, 'unrepairable', at)
    }
    const asked = yield* askedNeedlessly(bench, at)
    if (asked === null) return
    at = own.at.clock.after(asked, intake.isWaiting ? 4 : 12)
    if (course === 'end_of_life') return yield* endOfLife(bench, at)
    if (course === 'no_fault') return yield* noFault(bench, at)
  }
  const started = yield* begun(bench, { at, who, course })
  if (started === null) return
  yield* working(world, own, {
    ...started,
    minutes: handsOn(own, intake),
    isWaiting: intake.isWaiting,
  })
}
