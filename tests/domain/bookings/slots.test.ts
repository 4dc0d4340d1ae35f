import { describe, expect, it } from 'vitest'
import { slotStartingAt, slotsOn, staysOpenAfter } from '#domain/bookings/slots.ts'
import type { CompiledHours, MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'

const MONDAY = '2026-09-14'
const daily = (
  day: readonly MinuteInterval[],
  change: Partial<CompiledHours> = {},
): CompiledHours => ({
  zone: 'Asia/Shanghai',
  week: [day, day, day, day, day, day, []],
  days: {},
  lastIntakeMinutes: 30,
  until: '2026-12-31',
  untilBecause: 'calendar',
  ...change,
})
const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Wall times of the slots' starts. */
const startsOn = (hours: CompiledHours, date = MONDAY) =>
  slotsOn(hours, date)?.map(({ startsAt }) => hhmm(wallTimeIn(hours.zone, startsAt).minutes))

const withLunch = daily([
  [540, 720],
  [780, 1080],
])

describe('slots of an ordinary day', () => {
  it('run from each opening in half hours, leaving out the break and what ends after last intake', () => {
    expect(startsOn(withLunch)).toEqual(
      ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'].concat([
        '13:00',
        '13:30',
        '14:00',
        '14:30',
        '15:00',
        '15:30',
        '16:00',
        '16:30',
        '17:00',
      ]),
    )
  })

  it('begin with the opening, wherever it lies in the hour, and are never cut short', () => {
    expect(startsOn(daily([[555, 620]], { lastIntakeMinutes: 0 }))).toEqual(['09:15', '09:45'])
    expect(startsOn(daily([[555, 614]], { lastIntakeMinutes: 0 }))).toEqual(['09:15'])
    expect(startsOn(daily([[555, 584]], { lastIntakeMinutes: 0 }))).toEqual([])
  })

  it('keep to the last intake of the day alone: before the break intake goes on', () => {
    const early = { ...withLunch, lastIntakeMinutes: 120 }
    expect(startsOn(early)?.slice(5, 7)).toEqual(['11:30', '13:00'])
    expect(startsOn(early)?.at(-1)).toBe('15:30')
    expect(startsOn({ ...withLunch, lastIntakeMinutes: 600 })?.at(-1)).toBe('11:30')
  })

  it('are none on a closed day, and nobody knows on a day that is not confirmed or not covered', () => {
    const hours = { ...withLunch, days: { '2026-10-01': [], '2026-10-10': null } }
    expect(slotsOn(hours, '2026-09-20')).toEqual([])
    expect(slotsOn(hours, '2026-10-01')).toEqual([])
    expect(slotsOn(hours, '2026-10-10')).toBeNull()
    expect(slotsOn(hours, '2026-12-31')).toHaveLength(15)
    expect(slotsOn(hours, '2027-01-01')).toBeNull()
  })

  it('fill the whole day round the clock', () => {
    const everyDay = daily([[0, 1440]])
    const hours = { ...everyDay, week: Array.from({ length: 7 }, () => everyDay.week[0] ?? []) }
    expect(startsOn(hours)).toHaveLength(48)
    expect(startsOn(hours)?.at(-1)).toBe('23:30')
  })

  it('go past midnight with the opening that began the evening before', () => {
    const late = daily([[1290, 1560]])
    expect(startsOn(late)).toEqual([
      '21:30',
      '22:00',
      '22:30',
      '23:00',
      '23:30',
      '00:00',
      '00:30',
      '01:00',
    ])
    const afterMidnight = slotsOn(late, MONDAY)?.at(-1)
    expect(wallTimeIn(late.zone, afterMidnight?.startsAt ?? 0).date).toBe('2026-09-15')
    expect(slotStartingAt(late, afterMidnight?.startsAt ?? 0)?.date).toBe(MONDAY)
  })
})

describe('a slot by its start', () => {
  const nine = Date.UTC(2026, 8, 14, 1)

  it('is one only at a start', () => {
    expect(slotStartingAt(withLunch, nine)).toEqual({
      date: MONDAY,
      slot: { startsAt: nine, endsAt: nine + 1_800_000 },
    })
    for (const wrong of [nine + 1, nine - 1_800_000, nine + 900_000, Number.NaN, 0.5]) {
      expect(slotStartingAt(withLunch, wrong)).toBeNull()
    }
  })

  it('has a bench for half an hour more after last intake, but not into a break or past closing', () => {
    const stays = (hours: CompiledHours, at: number) => {
      const found = slotStartingAt(hours, at)
      return found && staysOpenAfter(hours, found.date)(found.slot)
    }
    const hour = 3_600_000
    // 11:00, 11:30 before the break; 17:00 is the last one, closing is at 18:00.
    expect(stays(withLunch, nine + 2 * hour)).toBe(true)
    expect(stays(withLunch, nine + 2.5 * hour)).toBe(false)
    expect(stays(withLunch, nine + 8 * hour)).toBe(true)
    const noIntakeRule = { ...withLunch, lastIntakeMinutes: 0 }
    expect(stays(noIntakeRule, nine + 8.5 * hour)).toBe(false)
  })

  it('goes on over midnight where the next day opens without a gap, as far as that is known', () => {
    const allDay = daily([[0, 1440]], { lastIntakeMinutes: 0, days: { '2026-09-17': null } })
    const lastOf = (date: string) => {
      const slot = slotsOn(allDay, date)?.at(-1)
      return slot && staysOpenAfter(allDay, date)(slot)
    }
    expect(lastOf('2026-09-14')).toBe(true)
    expect(lastOf('2026-09-16')).toBe(false)
    expect(lastOf('2026-09-19')).toBe(false)
  })
})
