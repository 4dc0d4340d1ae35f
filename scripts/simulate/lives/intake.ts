import config from '#config'
import { proposeCoverage } from '#domain/desk/intake-coverage.ts'
import { proposePromise } from '#domain/desk/propose-promise.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { isOneHourListed, modelOf, priceRange, typicalMinutes } from '#domain/repairs/catalogue.ts'
import type { BookableService, Coverage, NotCoveredReason, Repair } from '#domain/repairs/repair.ts'
import type { ActionOf, RepairAction } from '#domain/repairs/repair-action.ts'
import { repeatVisit } from '#domain/repairs/repeat-visit.ts'
import { waitOf } from '../chances.ts'
import type { Manner } from '../profiles.ts'
import type { Case } from '../sim-case.ts'
import { repairsHere } from '../sim-outlet.ts'
import { DAY_MS, MINUTE_MS } from '../world.ts'

const REPEAT_MS = 90 * DAY_MS
const TESTS = ['power', 'screen', 'touch', 'charging', 'camera', 'speaker', 'network', 'calls']

/** What the counter finds out as a phone comes in. */
export type Intake = {
  readonly receive: ActionOf<'receive'>
  readonly coverage: Coverage
  readonly notCovered: NotCoveredReason | null
  readonly isPaid: boolean
  readonly isWaiting: boolean
}

/** The service that a case asks for: within the hour where it is on the list and done there. */
export function serviceOf({ home, device, fault }: Case): BookableService {
  if (fault === 'software' && home.outlet.services.software_update) return 'software_update'
  if (fault === 'data' && home.outlet.services.data_help) return 'data_help'
  const isListed = isOneHourListed(config.catalogue, { model: device.model, fault })
  return isListed && home.outlet.services.one_hour === 'done' ? 'one_hour' : 'repair'
}

function conditionOf({ random, fault }: Case): string {
  if (fault === 'screen' && random.chance(0.62)) return 'cracked_glass'
  if (fault === 'liquid') return 'liquid_signs'
  if (fault === 'no_power') return 'not_switching_on'
  return random.weighted([
    [5, 'as_new'],
    [9, 'scratched'],
    [2, 'dented'],
    [1, 'opened_before'],
  ])
}

/** Phones are a year or two old as they break, and most of the buyers find the invoice. */
function purchaseOf({ random }: Case, today: string) {
  if (!random.chance(0.72)) return null
  return addDays(today, -Math.min(2_500, Math.round(waitOf(random, 420))))
}

/**
 * Days that a counter adds to what the desk proposes, for a price to be agreed on, a part, a second look:
 * who has been at it long enough knows that the work itself is the least of it.
 */
const ADDED_DAYS: Readonly<Record<Manner['quality'], readonly [least: number, most: number]>> = {
  good: [2, 3],
  average: [2, 3],
  bad: [1, 3],
}

/** Where people wait: room for one that is before them, and for a second look. */
const ADDED_MINUTES: Readonly<Record<Manner['quality'], number>> = {
  good: 240,
  average: 180,
  bad: 60,
}

/** The promise by the desk's own rule and the counter's experience; one who pads adds a week and more. */
function promisedAt(own: Case, at: number, isWaiting: boolean): number {
  const { home, device, fault, random } = own
  const proposed = proposePromise({
    ...{ now: at, hours: home.clock.hours, isWhileYouWait: isWaiting },
    ...{
      isDoneHere: repairsHere(home.outlet),
      openJobs: home.openJobs,
      benches: home.outlet.benches,
    },
    typicalMinutes: typicalMinutes(config.catalogue, { model: device.model, fault }),
  })
  const fair = proposed?.at ?? at + 3 * DAY_MS
  if (home.game === 'pads') return fair + random.between(6, 12) * DAY_MS
  if (isWaiting) return fair + ADDED_MINUTES[home.manner.quality] * MINUTE_MS
  const [least, most] = ADDED_DAYS[home.manner.quality]
  return home.clock.next(fair + random.between(least, most) * DAY_MS)
}

/** The last repair that this device left by within 90 days. */
function earlierRepair({ device, code }: Case, at: number): string | null {
  const leftAt = ({ closedAt }: Repair) => closedAt ?? 0
  const left = device.left.filter((one) => one.code !== code && leftAt(one) > at - REPEAT_MS)
  return left.toSorted((a, b) => leftAt(b) - leftAt(a))[0]?.code ?? null
}

/** What is written down as a phone is received at `at`; `arrivedAt` of a walk-in who had to wait. */
export function intakeOf(own: Case, at: number, arrivedAt: number | null): Intake {
  const { home, device, fault, random } = own
  const { catalogue } = config
  const isListed = isOneHourListed(catalogue, { model: device.model, fault })
  const isWaiting = isListed && home.outlet.services.one_hour === 'done'
  const today = keptWallTimeIn(home.outlet.zone, at).date
  const boughtOn = purchaseOf(own, today)
  const condition = [conditionOf(own)]
  const proposed = proposeCoverage(catalogue, { boughtOn, today, faultCode: fault, condition })
  const coverage = proposed?.coverage ?? 'out_of_warranty'
  const isPaid = coverage === 'out_of_warranty' || coverage === 'damage'
  const isComplete = !random.chance(home.manner.incomplete)
  return {
    receive: {
      ...{
        type: 'receive',
        isAnnounced: true,
        condition,
        accessories: random.chance(0.2) ? ['case'] : [],
      },
      ...{ coverage, promisedAt: promisedAt(own, at, isWaiting), arrivedAt, ceiling: null },
      ...{ repeatOf: earlierRepair(own, at), repeat: repeatVisit(device.left, at) },
      ...{ isOneHourListed: isListed, isOneHourDue: isWaiting },
      family: modelOf(catalogue, device.model)?.family ?? null,
      ...(isComplete && { tested: { works: TESTS.slice(random.between(1, 3)), fails: [] } }),
      ...(isComplete && boughtOn !== null && { proof: { kind: 'invoice', boughtOn } }),
    },
    ...{ coverage, isWaiting, isPaid, notCovered: proposed?.notCovered ?? 'warranty_ended' },
  }
}

const PARTS: Readonly<
  Record<string, 'screen' | 'battery' | 'camera' | 'charging_port' | 'speaker' | 'board'>
> = {
  screen: 'screen',
  battery: 'battery',
  camera: 'camera',
  charging: 'charging_port',
  speaker: 'speaker',
  microphone: 'speaker',
  no_power: 'board',
  liquid: 'board',
  network: 'board',
  overheating: 'board',
}

/** The part that a fault usually takes; null = none. */
export const partOf = ({ fault }: Case) => PARTS[fault] ?? null

/** What a repair out of warranty is asked, in minor units: somewhere in the range that is published. */
export function priceOf({ device, fault, random }: Case): number {
  const range = priceRange(config.catalogue, { model: device.model, fault })
  const [from, to] = range ? [range.fromMinor, range.toMinor] : [15_000, 60_000]
  return Math.max(1_000, Math.round((from + random.next() * (to - from)) / 100) * 100)
}

const LABOUR_MINOR = 4_000

/** The price as an ask of work at the customer's cost. */
export function priceAsk(
  own: Case,
  { notCovered }: Pick<Intake, 'notCovered'>,
  continueTo: ActionOf<'ask'>['continueTo'],
): ActionOf<'ask'> {
  const total = priceOf(own)
  const labour = Math.min(LABOUR_MINOR, total)
  return {
    ...{ type: 'ask', kind: 'price', currency: config.currency, notCovered, continueTo },
    lines: [
      { item: partOf(own) ?? 'other_part', amountMinor: total - labour },
      { item: 'labour', amountMinor: labour },
    ],
    ...{ declineCostMinor: own.random.chance(0.3) ? 3_000 : 0, faultCode: own.fault },
    coverage: 'customer_pays',
  }
}

/** The request that a case begins with. */
export const requestOf = (
  { code, home, device, fault, customer }: Case,
  how: Pick<ActionOf<'request'>, 'wayIn' | 'wayBack' | 'service' | 'visitAt'>,
): RepairAction => ({
  ...{ type: 'request', code, outlet: home.outlet.code, model: device.model, faultCode: fault },
  ...{ locale: customer.locale, ceiling: null, ...how },
})
