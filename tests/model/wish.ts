import fc from 'fast-check'
import { BOOKABLE_SERVICES } from '#domain/repairs/repair.ts'
import type { Fault } from './faults.ts'
import { WAYS_TO_FAIL } from './receiver.ts'

/* Everything random of a command is drawn here, as numbers that are read against the model when its
 * turn comes: so a shrunk run is still a run. */

const pick = fc.nat({ max: 9_999 })
const often = (weight: number, of = 100) => fc.nat({ max: of - 1 }).map((n) => n < weight)
const fault: fc.Arbitrary<Fault | null> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      trip: fc.nat({ max: 2 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
)
const service = fc.constantFrom(...BOOKABLE_SERVICES.slice(0, 3), 'repair', 'one_hour')
/** Draws the first of some values most of the time, the others alike. */
const mostly = <const T>(most: T, weight: number, ...others: readonly T[]) =>
  fc.oneof({ weight, arbitrary: fc.constant(most) }, ...others.map((one) => fc.constant(one)))

/** What the asker has seen: mostly what stands. */
const version = mostly('now', 14, 'none', 'none', 'old', 'ahead')
const late = mostly('no', 16, 'a_little', 'longest', 'too_early', 'future')

const hold = fc.record({ kind: fc.constant('hold' as const), outlet: pick, slot: pick, service })
const book = fc.record({
  ...{ kind: fc.constant('book' as const), outlet: pick, slot: pick, service },
  ...{ hold: fc.option(pick, { freq: 2 }), ceiling: fc.option(fc.constantFrom(10_000, 50_000)) },
  ...{
    phone: pick,
    isKeyed: often(85),
    wayBack: fc.constantFrom('collect' as const, 'post' as const),
  },
})
const mailIn = fc.record({
  ...{ kind: fc.constant('mail_in' as const), phone: pick, isElsewhere: often(10) },
  ...{ wayBack: fc.constantFrom('post' as const, 'post' as const, 'collect' as const) },
})
const visit = fc.record({
  ...{ kind: fc.constant('visit' as const), ticket: pick, slot: pick, version, late, by: pick },
  ...{ action: pick, isAllowed: often(85) },
})
const step = fc.record({
  ...{ kind: fc.constant('step' as const), ticket: pick, action: pick, version, late, by: pick },
  course: fc.oneof(
    { weight: 4, arbitrary: fc.constant('forward' as const) },
    { weight: 2, arbitrary: fc.constantFrom('allowed' as const, 'forbidden' as const) },
  ),
  isPlausible: often(92),
  isRightPerson: often(92),
  device: pick,
  detail: pick,
})
const again = fc.record({ kind: fc.constant('again' as const), which: pick, isAltered: often(25) })

const single = fc.oneof(
  { weight: 4, arbitrary: hold },
  { weight: 5, arbitrary: book },
  { weight: 2, arbitrary: mailIn },
  { weight: 12, arbitrary: visit },
  { weight: 40, arbitrary: step },
  { weight: 6, arbitrary: again },
)
export type Single = typeof single extends fc.Arbitrary<infer T> ? T : never

const command = fc.record({
  kind: fc.constant('command' as const),
  wish: single,
  fault,
  /** Whether the caller asks again at once when the connection broke. */
  isPatient: often(70),
})
const race = fc.record({
  kind: fc.constant('race' as const),
  wishes: fc.array(single, { minLength: 2, maxLength: 4 }),
  /** Whether all are about one ticket, one slot and one key. */
  isContested: often(70),
  isOneKey: often(20),
  withClock: often(15),
  order: fc.nat({ max: 2 ** 31 - 1 }),
})
const minute = fc.record({
  kind: fc.constant('minute' as const),
  fault: fc.option(
    fc.record({
      trip: fc.nat({ max: 12 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
    { freq: 3 },
  ),
  isTwice: often(15),
  ways: fc.oneof(
    fc.constant(['fine' as const]),
    fc.array(fc.constantFrom(...WAYS_TO_FAIL), { minLength: 1, maxLength: 6 }),
  ),
})
const wait = fc.record({
  kind: fc.constant('wait' as const),
  span: fc.oneof(
    { weight: 20, arbitrary: fc.constant('minutes' as const) },
    { weight: 10, arbitrary: fc.constant('hours' as const) },
    { weight: 4, arbitrary: fc.constantFrom('night' as const, 'day' as const) },
    { weight: 3, arbitrary: fc.constant('days' as const) },
    { weight: 2, arbitrary: fc.constant('fortnight' as const) },
    { weight: 2, arbitrary: fc.constant('quarter' as const) },
  ),
  part: pick,
})
const lookUp = fc.record({
  ...{ kind: fc.constant('look_up' as const), ticket: fc.nat({ max: 2 }), isKnown: often(85) },
  tries: fc.array(often(40), { minLength: 1, maxLength: 4 }),
})
const look = fc.record({
  kind: fc.constant('look' as const),
  what: fc.constantFrom('slots' as const, 'page' as const, 'link' as const),
  pick,
})
const sweep = fc.record({ kind: fc.constant('sweep' as const), ticket: pick })
const operate = fc.record({
  kind: fc.constant('operate' as const),
  outlet: pick,
  isOpen: often(60),
  days: fc.nat({ max: 3 }),
})

export const WISHES = [
  { weight: 64, arbitrary: command },
  { weight: 5, arbitrary: race },
  { weight: 9, arbitrary: minute },
  { weight: 12, arbitrary: wait },
  { weight: 4, arbitrary: lookUp },
  { weight: 4, arbitrary: look },
  { weight: 2, arbitrary: operate },
  { weight: 2, arbitrary: sweep },
] as const

export const wishes = fc.oneof(...WISHES)
export type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never
export type CommandWish = Extract<Wish, { kind: 'command' }>
export type RaceWish = Extract<Wish, { kind: 'race' }>
export type StepWish = Extract<Single, { kind: 'step' }>
export type VisitWish = Extract<Single, { kind: 'visit' }>
