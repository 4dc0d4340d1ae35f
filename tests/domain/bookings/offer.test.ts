import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freeIn,
  nextFree,
  type OfferTerms,
  offerSlots,
  type SlotLoad,
} from '#domain/bookings/offer.ts'
import { whyNotTaken } from '#domain/bookings/why-not-taken.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { anOutlet } from '#support/an-outlet.ts'

const MINUTE = 60_000
const HALF_HOUR = 30 * MINUTE
const DAY = 86_400_000
/** Monday 2026-09-14, 09:40 in Shanghai. */
const NOW = Date.UTC(2026, 8, 14, 1, 40)
const NINE = Date.UTC(2026, 8, 14, 1)

const day = [
  [540, 720],
  [780, 1080],
] as const
const hours: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: [day, day, day, day, day, day, []],
  days: { '2026-09-16': null, '2026-09-17': [] },
  lastIntakeMinutes: 30,
  until: '2026-09-25',
  untilBecause: 'calendar',
}
const services = { repair: 'done', one_hour: 'done' } as const

const terms = (outlet: Partial<Outlet> = {}, change: Partial<OfferTerms> = {}): OfferTerms => ({
  outlet: anOutlet({ services, ...outlet }),
  service: 'repair',
  hours,
  now: NOW,
  leadMinutes: 60,
  horizonDays: 14,
  ...change,
})
const offer = (
  given: OfferTerms,
  { from = null, days = 14 }: { from?: string | null; days?: number } = {},
  loads: readonly SlotLoad[] = [],
) => offerSlots({ ...given, from, days }, loads)
const load = (startsAt: number, seatsTaken: number, benchesTaken = 0) => ({
  startsAt,
  seatsTaken,
  benchesTaken,
})
const wallOf = (startsAt: number) => wallTimeIn('Asia/Shanghai', startsAt).minutes

describe('an offer of slots', () => {
  it('says of each day within the horizon what it is', () => {
    const days = offer(terms({}), { days: 99 })
    expect(
      days.map(({ date, state, slots }) => `${date.slice(8)} ${state} ${slots.length}`),
    ).toEqual([
      ...['14 open 11', '15 open 15', '16 unconfirmed 0', '17 closed 0', '18 open 15'],
      ...['19 open 15', '20 closed 0', '21 open 15', '22 open 15', '23 open 15', '24 open 15'],
      ...['25 open 15', '26 unconfirmed 0', '27 unconfirmed 0'],
    ])
  })

  it('begins where it is asked to, never in the past', () => {
    const dates = (from: string, days: number) =>
      offer(terms(), { from, days }).map(({ date }) => date.slice(8))
    expect(dates('2026-09-18', 2)).toEqual(['18', '19'])
    expect(dates('2026-09-12', 4)).toEqual(['14', '15'])
    expect(dates('2026-09-27', 9)).toEqual(['27'])
    expect(dates('2026-09-28', 9)).toEqual([])
    expect(dates('2026-09-18', 0)).toEqual([])
    expect(() => dates('yesterday', 2)).toThrow(RangeError)
  })

  it('keeps the lead time to the millisecond', () => {
    const first = (now: number) => offer(terms({}, { now }))[0]?.slots[0]?.startsAt
    expect(wallOf(first(NOW) ?? 0)).toBe(660)
    expect(first(NINE + HALF_HOUR)).toBe(NINE + 3 * HALF_HOUR)
    expect(first(NINE + HALF_HOUR + 1)).toBe(NINE + 4 * HALF_HOUR)
  })

  it('is an open day without slots when the last one is too near', () => {
    expect(offer(terms({}, { now: NINE + 9 * 60 * MINUTE }))[0]).toEqual({
      date: '2026-09-14',
      state: 'open',
      slots: [],
    })
  })

  it('is unconfirmed for an outlet whose hours nobody told us, and closed for one that is closed', () => {
    const states = (given: OfferTerms) => new Set(offer(given).map(({ state }) => state))
    expect(states(terms({}, { hours: null }))).toEqual(new Set(['unconfirmed']))
    for (const change of [
      { operation: 'closed' },
      { qualification: 'disqualified' },
      { kind: 'mail_in_centre' },
    ] as const) {
      expect(states(terms(change))).toEqual(new Set(['closed']))
    }
  })

  it('leaves suspended days out, and so the small hours that reach into them', () => {
    const suspension = { from: '2026-09-19', until: '2026-09-22', reason: null }
    const days = offer(terms({ operation: 'suspended', suspension }))
    expect(
      days.filter(({ state }) => state === 'suspended').map(({ date }) => date.slice(8)),
    ).toEqual(['19', '20', '21'])
    const late = { ...hours, week: Array.from({ length: 7 }, () => [[1320, 1560]] as const) }
    const nights = offer(terms({ operation: 'suspended', suspension }, { hours: late }))
    const starts = (date: string) =>
      nights.find((night) => night.date === date)?.slots.map(({ startsAt }) => wallOf(startsAt))
    expect(starts('2026-09-15')).toEqual([1320, 1350, 1380, 1410, 0, 30, 60])
    expect(starts('2026-09-18')).toEqual([1320, 1350, 1380, 1410])
    expect(starts('2026-09-21')).toEqual([])
  })

  it('goes on offering last night’s opening after midnight while slots are left', () => {
    const late = { ...hours, week: Array.from({ length: 7 }, () => [[1320, 1680]] as const) }
    const now = Date.UTC(2026, 8, 14, 16, 10)
    const [lastNight, tonight] = offer(terms({}, { hours: late, now }), { days: 1 })
    expect(lastNight?.date).toBe('2026-09-14')
    expect(lastNight?.slots.map(({ startsAt }) => wallOf(startsAt))).toEqual([90, 120, 150, 180])
    expect(tonight?.date).toBe('2026-09-15')
    const later = { hours: late, now: now + 3 * 60 * MINUTE }
    expect(offer(terms({}, later), { days: 1 })[0]?.date).toBe('2026-09-15')
  })
})

describe('free places', () => {
  const outlet = { counterSeats: 3, benches: 2 }
  const at = NINE + DAY
  const free = (service: 'repair' | 'one_hour', loads: readonly SlotLoad[]) =>
    freeIn(outlet, service, at, new Map(loads.map((one) => [one.startsAt, one])))

  it('are seats less those taken, for one hour also benches here and in the next half hour', () => {
    expect([free('repair', []), free('one_hour', [])]).toEqual([3, 2])
    expect([free('repair', [load(at, 2)]), free('one_hour', [load(at, 2)])]).toEqual([1, 1])
    expect(free('one_hour', [load(at, 0, 1), load(at + HALF_HOUR, 0, 2)])).toBe(0)
    expect(free('one_hour', [load(at + HALF_HOUR, 3, 1)])).toBe(1)
    expect(free('one_hour', [load(at - HALF_HOUR, 3, 2)])).toBe(2)
    expect(free('repair', [load(at, 0, 2), load(at + HALF_HOUR, 3, 2)])).toBe(3)
  })

  it('are never fewer than none, though an outlet takes seats away', () => {
    expect([free('repair', [load(at, 7)]), free('one_hour', [load(at, 0, 9)])]).toEqual([0, 0])
  })

  it('list full slots as full, and find the next three that are not', () => {
    const days = offer(terms({ counterSeats: 1 }), {}, [load(at, 1), load(at + 2 * HALF_HOUR, 1)])
    const tuesday = days[1]?.slots.slice(0, 4)
    expect(tuesday?.map(({ free: places }) => places)).toEqual([0, 1, 0, 1])
    expect(nextFree(days, at, 3).map(({ startsAt }) => (startsAt - at) / HALF_HOUR)).toEqual([
      1, 3, 4,
    ])
    expect(nextFree(days, at + 99 * DAY, 3)).toEqual([])
  })

  it('count the bench of the half hour after the last slot, and offer no one-hour job into the break', () => {
    const given = terms({ benches: 1 }, { service: 'one_hour' })
    const five = NINE + DAY + 8 * 60 * MINUTE
    const tuesday = (loads: readonly SlotLoad[]) => offer(given, {}, loads)[1]?.slots ?? []
    expect(tuesday([]).map(({ startsAt }) => wallOf(startsAt))).not.toContain(690)
    expect(tuesday([]).at(-1)).toEqual({ startsAt: five, free: 1 })
    expect(tuesday([load(five + HALF_HOUR, 0, 1)]).at(-1)).toEqual({ startsAt: five, free: 0 })
  })
})

describe('a slot that somebody asks for', () => {
  const late = { ...hours, week: Array.from({ length: 7 }, () => [[1320, 1680]] as const) }
  const suspension = { from: '2026-09-19', until: '2026-09-22', reason: null }

  it('can be taken exactly when it is offered', () => {
    const given = fc.record({
      service: fc.constantFrom('repair', 'one_hour', 'repair', 'one_hour', 'data_help'),
      hours: fc.constantFrom(hours, late, hours, late, null),
      outlet: fc.constantFrom(
        anOutlet({ services }),
        anOutlet({ services, operation: 'suspended', suspension }),
        anOutlet({ services, closedOn: '2026-09-20' }),
      ),
      now: fc.integer({ min: 0, max: 2 * 24 * 12 }).map((step) => NOW + step * 5 * MINUTE),
    })
    let offered = 0
    fc.assert(
      fc.property(given, fc.integer({ min: -1, max: 15 }), (change, ahead) => {
        const one = terms({}, change as Partial<OfferTerms>)
        const listed = new Set(
          offer(one, { days: 16 }).flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt)),
        )
        for (let quarter = 0; quarter < 96; quarter++) {
          const startsAt = NINE + ahead * DAY + quarter * (HALF_HOUR / 2)
          if (listed.has(startsAt)) offered++
          expect(whyNotTaken(one, startsAt) === null).toBe(listed.has(startsAt))
        }
      }),
      { seed: 20261122, numRuns: 80 },
    )
    expect(offered).toBeGreaterThan(150)
  })

  it('is refused by its reason', () => {
    const why = (startsAt: number, given = terms()) => whyNotTaken(given, startsAt)
    expect(why(NINE + DAY)).toBeNull()
    expect(why(NOW)).toBe('too_soon')
    expect(why(NINE + DAY + 1)).toBe('no_such_slot')
    expect(why(NINE + DAY - HALF_HOUR)).toBe('no_such_slot')
    expect(why(NINE + 2 * DAY)).toBe('needs_confirmation')
    expect(why(NINE + 14 * DAY)).toBe('beyond_horizon')
    for (const wild of [Number.NaN, Number.POSITIVE_INFINITY, 9e15, 0.5]) {
      expect(why(wild)).toBe('no_such_slot')
    }
    expect(why(NINE + 5 * DAY, terms({ operation: 'suspended', suspension }))).toBe(
      'outlet_suspended',
    )
    expect(why(NINE + DAY, terms({}, { service: 'data_help' }))).toBe('service_not_offered')
    expect(why(NINE + DAY, terms({}, { hours: null }))).toBe('needs_confirmation')
    const beforeBreak = NINE + DAY + 5 * HALF_HOUR
    expect(why(beforeBreak)).toBeNull()
    expect(why(beforeBreak, terms({}, { service: 'one_hour' }))).toBe('no_such_slot')
  })
})
