import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { openStateAt } from '#domain/outlets/open-state.ts'
import { addDays, wallTimeIn, weekdayOf } from '#domain/outlets/wall-time.ts'

const weekdays = (...day: (readonly [number, number])[]) => [day, day, day, day, day, [], []]

const withLunch: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: weekdays([540, 720], [780, 1080]),
  days: { '2026-10-01': [], '2026-10-10': null },
  lastIntakeMinutes: 30,
  until: '2026-12-31',
  untilBecause: 'calendar',
}
const roundTheClock: CompiledHours = {
  ...withLunch,
  week: Array.from({ length: 7 }, () => [[0, 1440]] as const),
  days: {},
}
const lateBar: CompiledHours = { ...withLunch, week: weekdays([1080, 1560]), days: {} }

describe('open state', () => {
  it('is open from the opening minute and closed from the closing minute', () => {
    const at = (minutes: number) => openStateAt(withLunch, { date: '2026-09-14', minutes }).state
    expect([539, 540, 719, 720, 780, 1079, 1080].map(at)).toEqual([
      'closed',
      'open',
      'open',
      'closed',
      'open',
      'open',
      'closed',
    ])
  })

  it('tells last intake by the end of the day, not by the lunch break', () => {
    expect(openStateAt(withLunch, { date: '2026-09-14', minutes: 600 })).toEqual({
      state: 'open',
      until: { date: '2026-09-14', minutes: 720 },
      resumesAt: { date: '2026-09-14', minutes: 780 },
      lastIntake: { date: '2026-09-14', minutes: 1050 },
      intakeOver: false,
      opensAgainToday: false,
    })
    expect(openStateAt(withLunch, { date: '2026-09-14', minutes: 1050 })).toMatchObject({
      state: 'open',
      intakeOver: true,
    })
  })

  it('finds the next opening after a weekend', () => {
    expect(openStateAt(withLunch, { date: '2026-09-18', minutes: 1100 })).toEqual({
      state: 'closed',
      opensAt: { date: '2026-09-21', minutes: 540 },
    })
  })

  it('does not promise an opening behind a day that is unknown', () => {
    expect(openStateAt(withLunch, { date: '2026-10-09', minutes: 1100 })).toEqual({
      state: 'closed',
      opensAt: null,
    })
  })

  it('is closed on a holiday and unknown on a day nobody confirmed', () => {
    expect(openStateAt(withLunch, { date: '2026-10-01', minutes: 600 }).state).toBe('closed')
    expect(openStateAt(withLunch, { date: '2026-10-10', minutes: 600 })).toEqual({
      state: 'unknown',
      reason: 'holiday_not_confirmed',
    })
  })

  it('is unknown after the last day it speaks for, and says why', () => {
    const after = { date: '2027-01-01', minutes: 600 }
    expect(openStateAt(withLunch, after)).toEqual({
      state: 'unknown',
      reason: 'holiday_not_confirmed',
    })
    expect(openStateAt({ ...withLunch, untilBecause: 'horizon' }, after)).toEqual({
      state: 'unknown',
      reason: 'beyond_horizon',
    })
    expect(openStateAt(null, after)).toEqual({ state: 'unknown', reason: 'no_hours' })
  })

  it('has no end round the clock', () => {
    expect(openStateAt(roundTheClock, { date: '2026-09-14', minutes: 0 })).toEqual({
      state: 'open',
      until: null,
      resumesAt: null,
      lastIntake: null,
      intakeOver: false,
      opensAgainToday: false,
    })
  })

  it('stays open past midnight until the interval of the day before ends', () => {
    expect(openStateAt(lateBar, { date: '2026-09-15', minutes: 60 })).toMatchObject({
      state: 'open',
      until: { date: '2026-09-15', minutes: 120 },
    })
    expect(openStateAt(lateBar, { date: '2026-09-15', minutes: 120 }).state).toBe('closed')
  })

  it('resumes after a break of the same day only, never the next morning', () => {
    const resumes = (hours: CompiledHours, minutes: number) => {
      const state = openStateAt(hours, { date: '2026-09-15', minutes })
      return state.state === 'open' ? state.resumesAt : 'not open'
    }
    expect(resumes(withLunch, 719)).toEqual({ date: '2026-09-15', minutes: 780 })
    expect(resumes(withLunch, 780)).toBeNull()
    expect(resumes(lateBar, 60)).toBeNull()
  })

  it('resumes after a break past midnight, on the opening day that runs', () => {
    const twoShows = { ...withLunch, week: weekdays([1080, 1500], [1530, 1620]), days: {} }
    expect(openStateAt(twoShows, { date: '2026-09-14', minutes: 1200 })).toMatchObject({
      until: { date: '2026-09-15', minutes: 60 },
      resumesAt: { date: '2026-09-15', minutes: 90 },
    })
  })

  it('tells the session that ends past midnight from the day that opens again', () => {
    const lateAt = (minutes: number, date = '2026-09-15') => openStateAt(lateBar, { date, minutes })
    expect(lateAt(100)).toMatchObject({ intakeOver: true, opensAgainToday: true })
    expect(lateAt(1100)).toMatchObject({ intakeOver: false, opensAgainToday: false })
    // Saturday, small hours: Friday's session runs and the weekend is closed.
    expect(lateAt(100, '2026-09-19')).toMatchObject({ intakeOver: true, opensAgainToday: false })
  })

  it('keeps its word: until the minute it names the state does not change, at it it does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 0, max: 1439 }),
        (day, minutes) => {
          const at = { date: addDays('2026-09-01', day), minutes }
          const now = openStateAt(withLunch, at)
          const change =
            now.state === 'open' ? now.until : now.state === 'closed' ? now.opensAt : null
          if (!change) return
          expect(openStateAt(withLunch, change).state).not.toBe(now.state)
          const before =
            change.minutes > 0
              ? { date: change.date, minutes: change.minutes - 1 }
              : { date: addDays(change.date, -1), minutes: 1439 }
          expect(openStateAt(withLunch, before).state).toBe(now.state)
        },
      ),
      { seed: 20261121 },
    )
  })
})

describe('wall time', () => {
  it('is the clock of the zone, on both sides of a change to summer time', () => {
    expect(wallTimeIn('America/New_York', Date.UTC(2026, 2, 8, 6, 59))).toEqual({
      date: '2026-03-08',
      minutes: 119,
    })
    expect(wallTimeIn('America/New_York', Date.UTC(2026, 2, 8, 7, 0))).toEqual({
      date: '2026-03-08',
      minutes: 180,
    })
  })

  it('refuses a zone that does not exist', () => {
    expect(() => wallTimeIn('Mars/Olympus', 0)).toThrow(RangeError)
  })

  it('counts weekdays from Monday and days across months and leap years', () => {
    expect(['2026-11-16', '2026-11-21', '2026-11-22'].map(weekdayOf)).toEqual([0, 5, 6])
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})
