import { describe, expect, test } from 'vitest'
import type { Calendar } from '#domain/calendar/calendar.ts'
import { hoursOn, openStateAt } from '#domain/outlets/open-state.ts'
import { compileCalendar } from '#scripts/calendar/compile-calendar.ts'
import { compileHoursText, type HoursRequest } from '#scripts/hours/compile-hours.ts'

const china = compileCalendar('CN', '2026-11-21') as Calendar
const SPRING = {
  from: '2026-02-10',
  horizonDays: 400,
  zone: 'Asia/Shanghai',
  lastIntakeMinutes: 30,
}

const compile = (text: string, change: Partial<HoursRequest> = {}) =>
  compileHoursText({ text, calendar: china, ...SPRING, ...change })
function hoursOf(text: string, change: Partial<HoursRequest> = {}) {
  const result = compile(text, change)
  if (!result.ok) throw new Error(`${text}: ${result.reason}`)
  return result.hours
}
const reasonOf = (text: string) => {
  const result = compile(text)
  return result.ok ? null : result.reason
}
const DAY = [[600, 1320]]

describe('holiday rules', () => {
  test('follow our calendar: all of Spring Festival, not the fixed dates alone', () => {
    const hours = hoursOf('Mo-Su 10:00-22:00; PH off')
    for (const date of ['2026-02-15', '2026-02-17', '2026-02-23', '2026-10-07']) {
      expect(hoursOn(hours, date)).toEqual([])
    }
    expect(hoursOn(hours, '2026-02-24')).toEqual(DAY)
  })

  test.each([
    ['Mo-Fr 09:00-18:00; PH 10:00-16:00', [[600, 960]]],
    ['Mo-Fr,PH 09:00-18:00', [[540, 1080]]],
    ['PH,Su 11:00-15:00; Mo-Sa 09:00-18:00', [[540, 1080]]],
    ['Mo-Sa 09:00-18:00; PH,Su 11:00-15:00', [[660, 900]]],
    ['Mo-Su,PH 10:00-22:00', DAY],
    ['Mo-Fr 9-18; Feiertage geschlossen', []],
    ['24/7; PH off', []],
    ['Mo-Su 10:00-22:00; PH off "closed on PH"', []],
  ])('%s applies on a holiday Tuesday', (text, intervals) => {
    expect(hoursOn(hoursOf(text), '2026-02-17')).toEqual(intervals)
  })

  test('leave the night before a holiday as the library reads it', () => {
    const hours = hoursOf('Mo-Su 18:00-02:00; PH off')
    expect(hoursOn(hours, '2026-02-13')).toEqual([[1080, 1560]])
    expect(hoursOn(hours, '2026-02-14')).toEqual([[1080, 1440]])
    expect(hoursOn(hours, '2026-02-25')).toEqual([[1080, 1560]])
  })

  test('end with the covered year and are unknown after it', () => {
    const hours = hoursOf('Mo-Su 10:00-22:00; PH off')
    expect([hours.until, hours.untilBecause]).toEqual(['2026-12-31', 'calendar'])
    expect(openStateAt(hours, { date: '2027-01-05', minutes: 700 })).toEqual({
      state: 'unknown',
      reason: 'holiday_not_confirmed',
    })
  })

  test('are unknown from the first day on in a country without a calendar', () => {
    const hours = hoursOf('Mo-Su 18:00-02:00; PH off', { calendar: null })
    expect(hours.until).toBe('2026-02-09')
    expect(hours.week[0]).toEqual([[1080, 1560]])
    expect(openStateAt(hours, { date: '2026-02-10', minutes: 1200 }).state).toBe('unknown')
  })

  test('make a make-up workday unknown unless its weekday has the hours of Monday to Friday', () => {
    expect(hoursOn(hoursOf('Mo-Fr 09:00-18:00; PH off'), '2026-02-14')).toBeNull()
    expect(hoursOn(hoursOf('Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off'), '2026-02-14')).toBeNull()
    expect(hoursOn(hoursOf('Mo-Su 10:00-22:00; PH off'), '2026-02-14')).toEqual(DAY)
    expect(hoursOn(hoursOf('Mo-Fr 09:00-18:00'), '2026-02-14')).toEqual([])
  })
})

describe('texts without a holiday rule', () => {
  test('speak for the whole horizon, past the calendar', () => {
    const hours = hoursOf('Mo-Su 10:00-22:00')
    expect([hours.until, hours.untilBecause]).toEqual(['2027-03-16', 'horizon'])
    expect(hoursOn(hours, '2027-03-16')).toEqual(DAY)
    expect(hoursOn(hours, '2027-03-17')).toBeNull()
    expect(hours.days).toEqual({})
  })

  test.each([
    ['24/7', [[0, 1440]]],
    ['Mo-Su 09:00-24:00', [[540, 1440]]],
    ['Mo-Su 00:00-24:00', [[0, 1440]]],
    ['Mo-Su 18:00-02:00', [[1080, 1560]]],
    ['Mo-Su 18:00-26:00', [[1080, 1560]]],
    [
      'Mo-Su 09:00-12:00,13:30-18:00',
      [
        [540, 720],
        [810, 1080],
      ],
    ],
    ['Mo-Su 9：00-18：00', [[540, 1080]]],
    ['off', []],
  ])('%s', (text, intervals) => {
    expect(hoursOf(text).week[2]).toEqual(intervals)
  })

  test('put months, weeks and single dates into exceptions', () => {
    const hours = hoursOf('Mo-Fr 10:00-16:00; Jun-Aug Mo-Fr 09:00-18:00; 2026 Mar 12 off')
    expect(hours.week[3]).toEqual([[600, 960]])
    expect(hoursOn(hours, '2026-06-03')).toEqual([[540, 1080]])
    expect(hoursOn(hours, '2026-03-12')).toEqual([])
    expect(hoursOn(hoursOf('Mo-Su 10:00-16:00; Mo[1] off'), '2026-03-02')).toEqual([])
  })

  test('with an open end on one day leave that day unknown', () => {
    const hours = hoursOf('Mo-Fr 10:00-16:00; Sa 10:00+')
    expect(hoursOn(hours, '2026-02-14')).toBeNull()
    expect(hoursOn(hours, '2026-02-13')).toEqual([[600, 960]])
  })
})

test.each([
  ['sunrise-sunset', 'variable_times'],
  ['Mo-Fr 09:00-sunset', 'variable_times'],
  ['Mo-Fr 09:00-18:00; SH off', 'school_holidays'],
  ['PH -1 day 10:00-12:00', 'holiday_arithmetic'],
  ['PH Mo-Fr 10:00-12:00', 'holiday_arithmetic'],
  ['10:00+', 'says_unknown'],
  ['by appointment', 'says_unknown'],
  ['Mo-Fr 10:00-12:00 "on demand"', 'says_unknown'],
  ['周一至周五 09:00-18:00', 'syntax'],
  ['open when the owner is awake?', 'syntax'],
  ['10:00,12:00', 'syntax'],
])('can not read %s: %s', (text, reason) => {
  expect(reasonOf(text)).toBe(reason)
})

test('refuses to read a text of more than a thousand characters', () => {
  expect(reasonOf(`Mo-Fr 10:00-12:00${'; Sa off'.repeat(200)}`)).toBe('too_long')
})
