import {
  dayText,
  type HoursPlan,
  keepsNightsApart,
  runsOverMidnight,
} from '#domain/desk/network-hours.ts'
import { readDay } from '#domain/desk/network-hours-text.ts'
import type { MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { type Form, formOf } from './form-query.ts'

export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const
/** Special days that a form has room for: those that stand, and a few more. */
export const SPARE_DAYS = 3
export const MOST_SPECIAL_DAYS = 40
export const HOLIDAY_RULES = ['as_week', 'closed', 'own'] as const

export type PlanRead =
  | { readonly ok: true; readonly plan: HoursPlan | null }
  | { readonly ok: false; readonly faults: Readonly<Record<string, MessageKey>> }

type Day = readonly MinuteInterval[]

const DATE = /^\d{4}-\d{2}-\d{2}$/
const isDate = (text: string): boolean =>
  DATE.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().slice(0, 10) === text

const shown = (day: Day): string => dayText(day).replaceAll(',', ', ')

function holidaysIn(form: Form): Day | null | 'unreadable' {
  const rule = form.text('holidays')
  if (rule === 'closed') return []
  return rule === 'own' ? (readDay(form.text('holidayHours')) ?? 'unreadable') : null
}

/** Special days by row: a date and its hours; a row without a date is none, and days gone by are dropped. */
function specialIn(form: Form, today: string, faults: Record<string, MessageKey>) {
  const special: Record<string, Day> = {}
  for (let row = 0; row < MOST_SPECIAL_DAYS + SPARE_DAYS; row++) {
    const date = form.text(`date${row}`)
    if (date === '') continue
    const day = readDay(form.text(`hours${row}`))
    if (!isDate(date)) faults[`date${row}`] = 'desk.network.fault.date'
    else if (!day) faults[`hours${row}`] = 'desk.network.fault.day_hours'
    else if (date >= today) special[date] = day
  }
  return special
}

/** What is wrong with hours that can be read, day by day, and don't go together. */
function faultsOf(plan: HoursPlan): Record<string, MessageKey> {
  const { week, holidays, special } = plan
  const days = Object.keys(special).length
  const isNeverOpen = week.every((day) => day.length === 0) && days === 0
  return {
    ...(holidays &&
      runsOverMidnight(plan) && {
        holidays: 'desk.network.fault.holidays_past_midnight' as const,
      }),
    ...(!keepsNightsApart(plan) && { day0: 'desk.network.fault.nights_meet' as const }),
    ...(isNeverOpen && { day0: 'desk.network.fault.never_open' as const }),
    ...(days > MOST_SPECIAL_DAYS && { date0: 'desk.network.fault.special_days' as const }),
  }
}

/** The hours typed into a form; null = nobody knows them. */
export function planIn(form: Form, today: string): PlanRead {
  if (form.text('unknown') === 'yes') return { ok: true, plan: null }
  const faults: Record<string, MessageKey> = {}
  const week = WEEKDAYS.map((weekday): Day => {
    const day = readDay(form.text(`day${weekday}`))
    if (!day) faults[`day${weekday}`] = 'desk.network.fault.day_hours'
    return day ?? []
  })
  const holidays = holidaysIn(form)
  const special = specialIn(form, today, faults)
  // What can't be read says nothing about the whole: nobody is told of a week that they didn't write.
  if (holidays === 'unreadable') {
    return { ok: false, faults: { ...faults, holidayHours: 'desk.network.fault.day_hours' } }
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const plan = { week, holidays, special }
  const wrong = faultsOf(plan)
  return Object.keys(wrong).length > 0 ? { ok: false, faults: wrong } : { ok: true, plan }
}

/**
 * The form as the hours stand. Unknown ones leave it empty and "nobody knows" unticked: whoever opens it
 * has come to tell them, and a tick that stood already would throw away what they type.
 */
export function formOfPlan(plan: HoursPlan | null, today: string): Form {
  if (!plan) return formOf([])
  const { week, holidays, special } = plan
  const rule = holidays === null ? 'as_week' : holidays.length === 0 ? 'closed' : 'own'
  const ahead = Object.entries(special)
    .filter(([date]) => date >= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return formOf([
    ...week.map((day, weekday): [string, string] => [`day${weekday}`, shown(day)]),
    ['holidays', rule],
    ['holidayHours', holidays ? shown(holidays) : ''],
    ...ahead.flatMap(([date, day], row): [string, string][] => [
      [`date${row}`, date],
      [`hours${row}`, shown(day)],
    ]),
  ])
}
