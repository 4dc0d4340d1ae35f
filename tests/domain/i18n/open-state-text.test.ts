import { describe, expect, it } from 'vitest'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { openStateAt } from '#domain/outlets/open-state.ts'
import type { Locale } from '#i18n/locale.ts'
import { lastIntakeText, openStateText } from '#i18n/open-state-text.ts'
import { translator } from '#i18n/translate.ts'

const everyDay = (...intervals: (readonly [number, number])[]): CompiledHours => ({
  zone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => intervals),
  days: {},
  lastIntakeMinutes: 60,
  until: '2026-12-31',
  untilBecause: 'calendar',
})
const withLunch = everyDay([540, 720], [810, 1080])
const lateBar = everyDay([1080, 1560])
const DATE = '2026-11-23'

const said = (locale: Locale, hours: CompiledHours, minutes: number) => {
  const state = openStateAt(hours, { date: DATE, minutes })
  const t = translator(locale)
  return [openStateText(locale, t, state, DATE), lastIntakeText(locale, t, state, DATE)]
}

describe('what a customer reads of the opening', () => {
  it('calls a lunch break a break and says when it is over', () => {
    expect(said('en', withLunch, 570)).toEqual([
      'Open, break at 12:00, back at 13:30',
      'Phones taken in until 17:00',
    ])
    expect(said('zh-CN', withLunch, 570)[0]).toBe('营业中，12:00 休息，13:30 恢复营业')
  })

  it('says until when after the last break', () => {
    expect(said('en', withLunch, 900)[0]).toBe('Open until 18:00')
    expect(said('zh-CN', withLunch, 900)[0]).toBe('营业中，18:00 打烊')
  })

  it('ends the intake of the session, not of the day, where today opens again', () => {
    expect(said('en', lateBar, 80)).toEqual([
      'Open until 02:00',
      'No more phones taken in this session',
    ])
    expect(said('zh-CN', lateBar, 80)[1]).toBe('本时段已停止收机')
  })

  it('ends the intake of the day at its end', () => {
    expect(said('zh-CN', withLunch, 1050)[1]).toBe('今日已停止收机')
  })

  it('puts no space into a Chinese date', () => {
    const weekend = { ...withLunch, days: { [DATE]: [], '2026-11-24': [], '2026-11-25': [] } }
    expect(said('zh-CN', weekend, 600)[0]).toBe('休息中，11月26日（周四）09:00 开门')
    expect(said('en', weekend, 600)[0]).toBe('Closed, opens Thu 26 Nov 09:00')
  })
})
