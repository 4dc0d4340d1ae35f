import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { anOutlet } from '#support/an-outlet.ts'

const EVERY_DAY: readonly [number, number][] = [[9 * 60, 18 * 60]]

/** Open 9:00 to 18:00 every day in Shanghai, last intake half an hour before. */
export const DAYTIME: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => EVERY_DAY),
  days: {},
  lastIntakeMinutes: 30,
  until: '2027-12-31',
  untilBecause: 'horizon',
}

/** An outlet that takes visits for repairs and one-hour jobs. */
export const aCounter = (change: Partial<Outlet> = {}): Outlet =>
  anOutlet({
    services: { repair: 'done', one_hour: 'done', software_update: 'done' },
    hours: DAYTIME,
    counterSeats: 5,
    benches: 2,
    ...change,
  })

export const aMailInCentre = (change: Partial<Outlet> = {}): Outlet =>
  anOutlet({ code: 'HZ-900', kind: 'mail_in_centre', hours: DAYTIME, ...change })

/** 10:00 in Shanghai on the day after the tests' Wednesday. */
export const TOMORROW_AT_TEN = Date.UTC(2026, 10, 19, 2)

/** What a customer sends to book; `change` says what the test is about. */
export const aRequest = (change: Readonly<Record<string, unknown>> = {}) => ({
  outletCode: 'HZ-001',
  startsAt: new Date(TOMORROW_AT_TEN).toISOString(),
  service: 'repair',
  device: { model: 'f2' },
  fault: { code: 'screen' },
  contact: { name: 'Demo Customer', phone: '13800138000', locale: 'en' },
  consent: true,
  ...change,
})
