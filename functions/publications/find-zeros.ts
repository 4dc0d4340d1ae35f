import { lastDayOf } from '#domain/kpis/final-month.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { hoursOn } from '#domain/outlets/open-state.ts'
import { monthAfter } from '#domain/publications/publication-calendar.ts'
import { type WrongZero, wrongZeros } from '#domain/publications/wrong-zeros.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { daysWithData, type OutletRow } from './store.ts'

const OUTLETS_AT_ONCE = 100

function openBy(hours: string | null) {
  const compiled = hours === null ? null : (JSON.parse(hours) as CompiledHours)
  return (day: string): boolean | null => {
    const open = compiled && hoursOn(compiled, day)
    return open === null ? null : open.length > 0
  }
}

/** Days of a month without any data at outlets where there should be some, by outlet and day. */
export async function findZeros(
  { databases }: Pick<Sources, 'databases'>,
  { outlets, month }: { readonly outlets: readonly OutletRow[]; readonly month: string },
): Promise<readonly WrongZero[]> {
  const found: WrongZero[] = []
  const span = { from: `${monthAfter(month, -1)}-01`, to: lastDayOf(month) }
  for (let from = 0; from < outlets.length; from += OUTLETS_AT_ONCE) {
    const part = outlets.slice(from, from + OUTLETS_AT_ONCE)
    const codes = part.map(({ code }) => code)
    const rows = await readEverywhere(
      databases.all.map((one) => daysWithData(one, { outlets: codes, ...span })),
    )
    const byOutlet = Map.groupBy(rows.flat(), ({ outlet }) => outlet)
    for (const { code, hours } of part) {
      const days = new Set(byOutlet.get(code)?.map(({ day }) => day))
      found.push(...wrongZeros({ outlet: code, days, isOpen: openBy(hours) }, month))
    }
  }
  return found
}
