import { must } from './judge.ts'
import { type CountRow, type EventRecord, isOwn, type Records } from './records.ts'

/** `{"SZ-001 2026-10-01": {"repair.received": 2}}` from the events alone. */
function countedFrom(events: readonly EventRecord[], letters: number) {
  const counted = new Map<string, Map<string, number>>()
  for (const { type, data } of events) {
    const key = `${data['outlet']} ${String(data['day']).slice(0, letters)}`
    const counts = counted.get(key) ?? new Map<string, number>()
    counts.set(type, (counts.get(type) ?? 0) + 1)
    counted.set(key, counts)
  }
  return counted
}

const textOf = (counts: Iterable<readonly [string, number]>): string =>
  JSON.stringify([...counts].filter(([, count]) => count !== 0).sort())

const OWN = /^(?:repair|booking)\./

function checkPeriod(rows: readonly CountRow[], events: readonly EventRecord[], letters: number) {
  const counted = countedFrom(events, letters)
  for (const { outlet, period, counts } of rows) {
    const key = `${outlet} ${period}`
    const due = textOf(counted.get(key) ?? [])
    const stands = textOf(
      Object.entries(JSON.parse(counts) as Record<string, number>).filter(([measure]) =>
        OWN.test(measure),
      ),
    )
    must(stands === due, () => `counts of ${key}: ${stands}, by the events ${due}`)
    counted.delete(key)
  }
  must(counted.size === 0, () => `not counted: ${[...counted.keys()]}`)
}

/** The packed counts of days and months are those of the events, counted again from nothing. */
export function checkCounts({ days, months, events: all }: Records): void {
  const events = all.filter(isOwn)
  checkPeriod(days, events, 10)
  checkPeriod(months, events, 7)
}
