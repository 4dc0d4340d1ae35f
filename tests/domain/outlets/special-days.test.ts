import { describe, expect, it } from 'vitest'
import type { CompiledHours, MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import { specialDays } from '#domain/outlets/special-days.ts'

const weekday: MinuteInterval[] = [[540, 1080]]
const hours: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: [weekday, weekday, weekday, weekday, weekday, [], []],
  days: { '2026-10-10': weekday, '2026-10-01': [], '2026-12-25': null, '2026-09-29': [] },
  lastIntakeMinutes: 30,
  until: '2026-12-31',
  untilBecause: 'calendar',
}
const nationalDay = { en: 'National Day', 'zh-CN': '国庆节' }
const calendar = [
  { date: '2026-10-01', name: nationalDay },
  { date: '2026-10-02', name: nationalDay },
]

const dates = (from: string, dayCount: number) =>
  specialDays(hours, calendar, from, dayCount).map(({ date }) => date)

describe('special days', () => {
  it('come in order, from the first day on and without the one after the last', () => {
    expect(dates('2026-09-29', 11)).toEqual(['2026-09-29', '2026-10-01', '2026-10-02'])
    expect(dates('2026-09-29', 12)).toContain('2026-10-10')
    expect(dates('2026-09-30', 12)).not.toContain('2026-09-29')
  })

  it('bear the name of their holiday, and none where the outlet alone decides', () => {
    const [first, , third] = specialDays(hours, calendar, '2026-10-01', 30)
    expect(first).toEqual({ date: '2026-10-01', name: nationalDay, intervals: [] })
    expect(third).toEqual({ date: '2026-10-10', name: null, intervals: weekday })
  })

  it('tell of a named holiday on which the usual hours hold', () => {
    expect(specialDays(hours, calendar, '2026-10-02', 1)).toEqual([
      { date: '2026-10-02', name: nationalDay, intervals: weekday },
    ])
  })

  it('keep unconfirmed days unconfirmed', () => {
    expect(specialDays(hours, [], '2026-12-20', 10)).toEqual([
      { date: '2026-12-25', name: null, intervals: null },
    ])
  })

  it('say nothing of days after the hours end', () => {
    const newYear = [{ date: '2027-01-01', name: nationalDay }]
    expect(specialDays(hours, newYear, '2026-12-26', 30)).toEqual([])
  })
})
