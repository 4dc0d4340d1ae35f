import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { must } from './judge.ts'
import type { CountRow, EventRecord, Records } from './records.ts'

const EACH_ONCE = /^(?:repair|booking)\./

/** `{"SZ-001 2026-10-01": {"repair.received": 2}}` from the events alone. */
function countedFrom(events: readonly EventRecord[], letters: number) {
  const counted = new Map<string, Map<string, number>>()
  const add = (outlet: unknown, day: unknown, measure: string, by: number) => {
    const key = `${outlet} ${String(day).slice(0, letters)}`
    const counts = counted.get(key) ?? new Map<string, number>()
    counts.set(measure, (counts.get(measure) ?? 0) + by)
    counted.set(key, counts)
  }
  for (const event of events) {
    const { type, data } = event
    if (EACH_ONCE.test(type)) add(data['outlet'], data['day'], type, 1)
    // What else is counted has rules of its own, which have tests of their own.
    for (const one of countsOfEvent(event)) {
      if (one.measure !== type) add(one.outlet, one.day, one.measure, one.by)
    }
  }
  return counted
}

const textOf = (counts: Iterable<readonly [string, number]>): string =>
  JSON.stringify([...counts].filter(([, count]) => count !== 0).sort())

function checkPeriod(rows: readonly CountRow[], events: readonly EventRecord[], letters: number) {
  const counted = countedFrom(events, letters)
  for (const { outlet, period, counts } of rows) {
    const key = `${outlet} ${period}`
    const due = textOf(counted.get(key) ?? [])
    const stands = textOf(Object.entries(JSON.parse(counts) as Record<string, number>))
    must(stands === due, () => `counts of ${key}: ${stands}, by the events ${due}`)
    counted.delete(key)
  }
  must(counted.size === 0, () => `not counted: ${[...counted.keys()]}`)
}

/** The packed counts of days and months are those of the events, counted again from nothing. */
export function checkCounts({ days, months, events }: Records): void {
  checkPeriod(days, events, 10)
  checkPeriod(months, events, 7)
}
