import type { Outlet } from '#domain/outlets/outlet.ts'
import { compileCalendar } from '#scripts/calendar/compile-calendar.ts'
import { readChineseCities } from '#scripts/demo/chinese-cities.ts'
import { DEMO_SEED, demoNetwork } from '#scripts/demo/demo-network.ts'
import { hoursCompiler } from '#scripts/hours/hours-compiler.ts'
import { onChineseLand } from './on-chinese-land.ts'

/** A demo network of any size with its hours compiled, as an import would store it. */
export function compiledDemo(count: number, today: string): readonly Outlet[] {
  const calendar = compileCalendar('CN', today)
  const calendars = new Map(calendar ? [['CN', calendar]] : [])
  const compile = hoursCompiler({ calendars, from: today })
  const { outlets } = demoNetwork(readChineseCities(), {
    seed: DEMO_SEED,
    count,
    today,
    isOnLand: onChineseLand,
  })
  return outlets.map(({ lastIntakeMinutes, ...outlet }) => {
    if (outlet.hoursText === null) return outlet
    const { hoursText: text, zone } = outlet
    const result = compile({ text, countryCode: 'CN', zone, lastIntakeMinutes })
    return { ...outlet, hours: result.ok ? result.hours : null }
  })
}
