import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '#domain/calendar/calendar.ts'
import {
  compileHours,
  type HoursPlan,
  keepsNightsApart,
  runsOverMidnight,
  writeHours,
} from '#domain/desk/network-hours.ts'
import { readDay, readHours } from '#domain/desk/network-hours-text.ts'
import type { MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { compileHoursText } from '#scripts/hours/compile-hours.ts'

const FROM = '2026-09-20'
const both = (text: string) => ({ en: text, 'zh-CN': text })
const CHINA: Calendar = {
  countryCode: 'CN',
  coveredFrom: '2026-01-01',
  coveredUntil: '2026-12-31',
  days: [
    { date: '2026-09-20', kind: 'workday', name: both('made up') },
    ...Array.from({ length: 7 }, (_, day) => ({
      date: addDays('2026-10-01', day),
      kind: 'holiday' as const,
      name: both('National Day'),
    })),
    { date: '2026-10-10', kind: 'workday', name: both('made up') },
  ],
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 60 }))
  .map(([open, length]): MinuteInterval => [open * 15, open * 15 + length * 15])
  .filter(([, close]) => close <= 1440 + 600)
const split = fc.constantFrom<readonly MinuteInterval[]>(
  [
    [540, 720],
    [810, 1080],
  ],
  [
    [480, 705],
    [735, 1200],
  ],
  [[0, 1440]],
  [[1080, 1560]],
)
const day = fc.oneof(
  { weight: 3, arbitrary: span.map((one): readonly MinuteInterval[] => [one]) },
  { weight: 2, arbitrary: split },
  { weight: 1, arbitrary: fc.constant<readonly MinuteInterval[]>([]) },
)
const date = fc.integer({ min: 0, max: 60 }).map((ahead) => addDays(FROM, ahead))
const plan: fc.Arbitrary<HoursPlan> = fc
  .record({
    usual: day,
    weekend: day,
    odd: fc.option(fc.tuple(fc.integer({ min: 0, max: 6 }), day)),
    holidays: fc.option(day),
    special: fc.dictionary(date, day, { maxKeys: 4 }),
  })
  .map(({ usual, weekend, odd, holidays, special }) => ({
    week: [usual, usual, usual, usual, usual, weekend, weekend].map((times, place) =>
      odd?.[0] === place ? odd[1] : times,
    ),
    holidays,
    special,
  }))
  .map((one) => (runsOverMidnight(one) ? { ...one, holidays: null } : one))

const terms = (calendar: Calendar | null) => ({
  ...{ zone: 'Asia/Shanghai', calendar, from: FROM, horizonDays: 120, lastIntakeMinutes: 30 },
})

describe('hours that the desk writes', () => {
  it.each([
    ['China’s calendar', CHINA],
    ['no calendar', null],
  ] as const)('compile as their own text does, under %s', (_, calendar) => {
    fc.assert(
      fc.property(plan, (one) => {
        const text = writeHours(one)
        const read = compileHoursText({ text, ...terms(calendar) })
        expect(compileHours(one, terms(calendar)), text).toEqual(read.ok ? read.hours : null)
      }),
      { numRuns: 150, seed: 20_261_122 },
    )
  })
})

describe('a text of hours', () => {
  it('is read back to the plan it was written from', () => {
    fc.assert(
      fc.property(plan.filter(keepsNightsApart), (one) => {
        const text = writeHours(one)
        const read = readHours(text, compileHours(one, terms(CHINA)))
        if (!read) throw new Error(text)
        expect([read.week, read.holidays], text).toEqual([one.week, one.holidays])
        expect(compileHours(read, terms(CHINA)), text).toEqual(compileHours(one, terms(CHINA)))
      }),
      { numRuns: 150, seed: 20_261_122 },
    )
  })

  it('keeps a night in one piece, whatever day is special after it', () => {
    const night: HoursPlan = {
      week: Array.from({ length: 7 }, () => [[1080, 1560]] as const),
      holidays: null,
      special: { '2026-10-01': [] },
    }
    const hours = compileHours(night, terms(null))
    expect(hours?.days).toEqual({ '2026-10-01': [] })
    expect(readHours(writeHours(night), hours)).toEqual(night)
  })

  it('of the forms that outlets write is read, others only replaced', () => {
    const read = (text: string) => readHours(text, null)
    expect(read('Mo-Fr 09:00-18:00; Sa,Su,PH 10:00-18:00')).toMatchObject({
      week: [...Array.from({ length: 5 }, () => [[540, 1080]]), [[600, 1080]], [[600, 1080]]],
      holidays: [[600, 1080]],
    })
    expect(read('24/7')?.week[3]).toEqual([[0, 1440]])
    for (const text of ['Apr-Sep Mo-Su 09:00-18:00', 'call ahead', 'Su[1] 10:00-12:00', 'Mo 9-5']) {
      expect(read(text), text).toBeNull()
    }
  })
})

it.each([
  [
    '9:00-12:00, 13:30-18:00',
    [
      [540, 720],
      [810, 1080],
    ],
  ],
  ['０９：００－１８：００', [[540, 1080]]],
  [
    '09:00～12:00；13:00～17:00',
    [
      [540, 720],
      [780, 1020],
    ],
  ],
  ['18:00-02:00', [[1080, 1560]]],
  ['00:00-24:00', [[0, 1440]]],
  ['', []],
  ['休息', []],
  ['09:00-12:00,12:00-18:00', null],
  ['13:00-18:00, 09:00-12:00', null],
  ['09:00-25:00', null],
  ['09:60-12:00', null],
  ['nine to five', null],
])('reads a day typed as %j', (typed, day) => {
  expect(readDay(typed)).toEqual(day)
})
