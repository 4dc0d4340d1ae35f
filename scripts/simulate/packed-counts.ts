import type { CountDelta } from '#domain/kpis/count-events.ts'
import type { Sink } from './sink.ts'

/** Counts by outlet and period. */
type Rows = Map<string, Map<string, Map<string, number>>>
type Counted = Omit<CountDelta, 'day'> & { readonly period: string }

export type PackedCounts = {
  readonly add: (delta: CountDelta) => void
  /** Writes the rows when there are many, or all of them. */
  readonly flush: (all?: boolean) => void
}

/** Outlet-days kept in memory: a quarter of a year of 420 outlets, so that a demonstration writes each row once. */
const MOST_ROWS = 45_000
const MONTH_LETTERS = 7

/** What stands under a key of a map of maps, which begins empty. */
function grown<Held>(maps: Map<string, Map<string, Held>>, key: string): Map<string, Held> {
  const known = maps.get(key)
  if (known) return known
  const begun = new Map<string, Held>()
  maps.set(key, begun)
  return begun
}

function addTo(rows: Rows, { outlet, period, measure, by }: Counted): void {
  const periods = grown(rows, outlet)
  const counts = grown(periods, period)
  counts.set(measure, (counts.get(measure) ?? 0) + by)
}

/** By name, however they came together; names of measures hold nothing that JSON escapes. */
function jsonOf(counts: ReadonlyMap<string, number>): string {
  let json = ''
  for (const measure of [...counts.keys()].sort()) {
    const number = counts.get(measure)
    if (number) json += `${json === '' ? '' : ','}"${measure}":${number}`
  }
  return `{${json}}`
}

const unquoted = (measure: string): string =>
  measure.includes('"') ? measure.replaceAll('"', '') : measure

function write(sink: Sink, table: 'kpi_days' | 'kpi_months', rows: Rows): void {
  for (const [outlet, periods] of rows) {
    for (const [period, counts] of periods) {
      const json = jsonOf(counts)
      if (json !== '{}') sink.put(table, [outlet, period, json])
    }
  }
}

function monthsOf(days: Rows): Rows {
  const months: Rows = new Map()
  for (const [outlet, periods] of days) {
    for (const [day, counts] of periods) {
      const period = day.slice(0, MONTH_LETTERS)
      for (const [measure, by] of counts) addTo(months, { outlet, period, measure, by })
    }
  }
  return months
}

const sizeOf = (rows: Rows): number => rows.values().reduce((all, { size }) => all + size, 0)

/** Adds up what events change in the packed rows of outlets' days and months. */
export function packedCounts(sink: Sink): PackedCounts {
  const days: Rows = new Map()
  return {
    add: ({ outlet, day, measure, by }) =>
      addTo(days, { outlet, period: day, measure: unquoted(measure), by }),
    flush: (all = false) => {
      if (!all && sizeOf(days) < MOST_ROWS) return
      write(sink, 'kpi_days', days)
      write(sink, 'kpi_months', monthsOf(days))
      days.clear()
    },
  }
}
