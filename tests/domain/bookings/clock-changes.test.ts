import { describe, expect, it } from 'vitest'
import { slotsOn } from '#domain/bookings/slots.ts'
import type { CompiledHours, MinuteInterval } from '#domain/outlets/compiled-hours.ts'

/** The oracle walks real time in quarters of an hour and reads the wall clock by Intl alone. */
const STEP = 15 * 60_000
const HALF_HOUR = 2 * STEP
const HOUR = 4 * STEP
const FROM = Date.UTC(2024, 0, 1)
const UNTIL = Date.UTC(2031, 0, 1)

type Clock = (epochMs: number) => { readonly date: string; readonly minutes: number }

function clockOf(zone: string): Clock {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (epochMs) => {
    const text = format.format(epochMs)
    return {
      date: text.slice(0, 10),
      minutes: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)),
    }
  }
}

const offsetAt = (clock: Clock, epochMs: number): number => {
  const { date, minutes } = clock(epochMs)
  return Date.parse(date) + minutes * 60_000 - epochMs
}

/** First instants with a new offset. */
function changesOf(clock: Clock): number[] {
  const changes: number[] = []
  const pace = 60 * HOUR
  for (let before = FROM; before < UNTIL; before += pace) {
    const offset = offsetAt(clock, before)
    if (offsetAt(clock, before + pace) === offset) continue
    let [low, high] = [before, before + pace]
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 2 / 60_000) * 60_000
      if (offsetAt(clock, middle) === offset) low = middle
      else high = middle
    }
    changes.push(high)
  }
  return changes
}

type Case = {
  readonly zone: string
  readonly clock: Clock
  readonly changeAt: number
  readonly date: string
}

const CASES: Case[] = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
  const clock = clockOf(zone)
  return changesOf(clock).flatMap((changeAt) => {
    const dates = new Set([clock(changeAt - 60_000).date, clock(changeAt).date])
    return [...dates].map((date) => ({ zone, clock, changeAt, date }))
  })
})

type Step = { readonly at: number; readonly minutes: number }
const walks = new Map<Case, readonly Step[]>()

/** Real time around a date, and the minutes since that date's midnight which the wall shows. */
function walkOf(one: Case): readonly Step[] {
  const known = walks.get(one)
  if (known) return known
  const midnight = Date.parse(one.date)
  const walk: Step[] = []
  for (let at = midnight - 16 * HOUR; at < midnight + 44 * HOUR; at += STEP) {
    const wall = one.clock(at)
    walk.push({ at, minutes: wall.minutes + (Date.parse(wall.date) - midnight) / 60_000 })
  }
  walks.set(one, walk)
  return walk
}

/** Starts of the half hours that fit into the real time when the wall shows one of the intervals. */
function expectedStarts(one: Case, intervals: readonly MinuteInterval[]): number[] {
  const walk = walkOf(one)
  return intervals.flatMap(([open, close]) => {
    const starts: number[] = []
    let free = Number.NEGATIVE_INFINITY
    const inside = walk.filter(({ minutes }) => open <= minutes && minutes < close)
    const within = new Set(inside.map(({ at }) => at))
    for (const { at } of inside) {
      if (at < free || !within.has(at + STEP)) continue
      starts.push(at)
      free = at + HALF_HOUR
    }
    return starts
  })
}

const OUTLETS: readonly {
  readonly name: string
  readonly hours: readonly MinuteInterval[]
  /** What is left of them when nothing is taken in during the last 30 minutes. */
  readonly intake: readonly MinuteInterval[]
}[] = [
  { name: 'round the clock', hours: [[0, 1440]], intake: [[0, 1440]] },
  { name: 'by night', hours: [[30, 270]], intake: [[30, 240]] },
  {
    name: 'by day with a break',
    hours: [
      [540, 720],
      [780, 1080],
    ],
    intake: [
      [540, 720],
      [780, 1050],
    ],
  },
  { name: 'from a quarter past midnight', hours: [[15, 615]], intake: [[15, 585]] },
  { name: 'past midnight', hours: [[1080, 1590]], intake: [[1080, 1560]] },
]

const always = (zone: string, day: readonly MinuteInterval[]): CompiledHours => ({
  zone,
  week: Array.from({ length: 7 }, () => day),
  days: {},
  lastIntakeMinutes: 30,
  until: '2032-12-31',
  untilBecause: 'horizon',
})

describe('slots on the days when clocks change, every IANA zone, 2024 to 2030', () => {
  it('are tried on changes forwards and backwards, at midnight, by half an hour and by two', () => {
    const shifts = new Set(
      CASES.map(({ clock, changeAt }) =>
        Math.round((offsetAt(clock, changeAt) - offsetAt(clock, changeAt - 60_000)) / 60_000),
      ),
    )
    for (const minutes of [60, -60, 30, -30, 120, -120]) expect(shifts).toContain(minutes)
    expect(new Set(CASES.map(({ zone }) => zone)).size).toBeGreaterThan(100)
    expect(CASES.length).toBeGreaterThan(1500)
    expect(CASES.some(({ clock, changeAt }) => clock(changeAt - 60_000).minutes === 1439)).toBe(
      true,
    )
    // What the oracle leans on: nothing happens between its quarters.
    for (const { clock, changeAt } of CASES) {
      expect(Math.abs(changeAt % STEP) + Math.abs(offsetAt(clock, changeAt) % STEP)).toBe(0)
    }
  })

  for (const { name, hours, intake } of OUTLETS) {
    it(`tile the real time an outlet is open ${name}`, () => {
      const wrong: string[] = []
      for (const one of CASES) {
        const slots = slotsOn(always(one.zone, hours), one.date) ?? []
        const starts = slots.map(({ startsAt }) => startsAt)
        if (JSON.stringify(starts) !== JSON.stringify(expectedStarts(one, intake))) {
          wrong.push(`${one.zone} ${one.date}`)
        }
      }
      expect(wrong).toEqual([])
    })

    it(`last 30 elapsed minutes, never overlap and begin and end within hours ${name}`, () => {
      for (const { zone, clock, date } of CASES) {
        const midnight = Date.parse(date)
        let free = 0
        for (const { startsAt, endsAt } of slotsOn(always(zone, hours), date) ?? []) {
          const walls = [startsAt, endsAt - 60_000].map((at) => {
            const wall = clock(at)
            return wall.minutes + (Date.parse(wall.date) - midnight) / 60_000
          })
          const within = walls.every((minutes) =>
            intake.some(([open, close]) => open <= minutes && minutes < close),
          )
          if (!within || endsAt - startsAt !== HALF_HOUR || startsAt < free) {
            expect.fail(`${zone} ${date} ${new Date(startsAt).toISOString()}`)
          }
          free = endsAt
        }
      }
    })
  }
})
