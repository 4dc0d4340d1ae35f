import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  dayKind,
  daysUntilCoverageEnds,
  endingCalendars,
} from '#domain/calendar/calendar.ts'
import { compileCalendar } from '#scripts/calendar/compile-calendar.ts'
import { compileChina } from '#scripts/calendar/compile-china.ts'

const TODAY = '2026-11-21'
const china = compileCalendar('CN', TODAY) as Calendar

describe('the calendar of China', () => {
  test.each([
    ['2026-02-14', 'makeup_workday'],
    ['2026-02-17', 'holiday'],
    ['2026-10-07', 'holiday'],
    ['2026-10-10', 'makeup_workday'],
    ['2026-11-20', 'workday'],
    ['2026-11-21', 'weekend'],
  ])('calls %s a %s', (date, kind) => {
    expect(dayKind(china, date)).toBe(kind)
  })

  test('never calls a date of a year it lacks a workday', () => {
    const after = Number(china.coveredUntil.slice(0, 4)) + 1
    for (const day of ['01-01', '02-06', '02-17', '10-01', '10-11', '12-31']) {
      expect(dayKind(china, `${after}-${day}`)).toBe('unknown')
    }
    expect(dayKind(china, '2003-10-01')).toBe('unknown')
  })

  test('names days in both languages', () => {
    const named = (date: string) => china.days.find((day) => day.date === date)?.name
    expect(named('2026-02-17')).toEqual({ en: 'Spring Festival', 'zh-CN': '春节' })
    expect(named('2026-02-14')).toEqual({
      en: 'Workday for Spring Festival',
      'zh-CN': '春节调休上班',
    })
  })

  test('ends with the last year whose arrangement is published, whatever later dates are there', () => {
    const holidays = {
      '2026-10-01': 'National Day,国庆节,3',
      '2027-01-01': "New Year's Day,元旦,1",
    }
    const compiled = compileChina(2026, { holidays, workdays: {} })
    expect(compiled?.coveredUntil).toBe('2026-12-31')
    expect(compiled?.days.map(({ date }) => date)).toEqual(['2026-10-01'])
    expect(compileChina(2027, { holidays, workdays: {} })).toBeNull()
  })
})

describe('other calendars', () => {
  const us = compileCalendar('US', TODAY) as Calendar

  test('hold public holidays only, in simplified Chinese too', () => {
    expect(dayKind(us, '2026-11-26')).toBe('holiday')
    expect(us.days.find((day) => day.date === '2026-11-26')?.name).toEqual({
      en: 'Thanksgiving Day',
      'zh-CN': '感恩节',
    })
    expect(dayKind(us, '2026-02-14')).toBe('weekend')
    expect(dayKind(us, '2027-01-01')).toBe('holiday')
  })

  test('count a feast of several days on each of them', () => {
    const turkey = compileCalendar('TR', TODAY) as Calendar
    const feast = turkey.days.filter((day) => day.date >= '2026-03-19' && day.date <= '2026-03-24')
    expect(feast.length).toBeGreaterThanOrEqual(3)
  })

  test('have the weekend of their country', () => {
    const egypt = compileCalendar('EG', TODAY) as Calendar
    expect(dayKind(egypt, '2026-11-20')).toBe('weekend')
    expect(dayKind(egypt, '2026-11-22')).toBe('workday')
  })

  test('are null for a country nobody knows', () => {
    expect(compileCalendar('XX', TODAY)).toBeNull()
  })
})

test('says how many days a calendar still speaks for, and warns 60 days before', () => {
  const calendar = { ...china, coveredUntil: '2026-12-31' }
  expect(daysUntilCoverageEnds(calendar, '2026-11-21')).toBe(40)
  expect(daysUntilCoverageEnds(calendar, '2027-01-01')).toBe(-1)
  expect(endingCalendars([calendar], '2026-11-01')).toEqual([calendar])
  expect(endingCalendars([calendar], '2026-11-02')).toEqual([calendar])
  expect(endingCalendars([calendar], '2026-10-31')).toEqual([])
})
