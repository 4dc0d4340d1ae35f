import { foldBooking } from '#domain/bookings/evolve-booking.ts'
import { type CountDelta, countsOfEvent } from '#domain/kpis/count-events.ts'
import { tallyOfBooking } from '#domain/kpis/tally-of-booking.ts'
import { tallyOfRepair } from '#domain/kpis/tally-of-repair.ts'
import { foldRepair } from '#domain/repairs/evolve-repair.ts'
import { must } from './judge.ts'
import { type CountRow, type EventRecord, type Records, toldByCode } from './records.ts'

const EACH_ONCE = /^(?:repair|booking)\./
const GIVEN_BACK = /^repair\.(?:handed_over|delivered)$/

type Count = Pick<CountDelta, 'outlet' | 'day' | 'measure' | 'by'>

/** How often each kind of event happened, and what else has rules of its own, which have tests of their own. */
function countsOfOne(event: EventRecord): readonly Count[] {
  const { type, data } = event
  if (!EACH_ONCE.test(type)) return countsOfEvent(event)
  const [outlet, day] = [String(data['outlet']), String(data['day'])]
  const counted = { outlet, day, measure: type, by: 1 }
  const isUnrepaired = GIVEN_BACK.test(type) && data['outcome'] === 'returned_unrepaired'
  return isUnrepaired
    ? [counted, { ...counted, measure: `${type}|outcome=returned_unrepaired` }]
    : [counted]
}

/** What each repair and each visit contributes, as its events leave it: no step of the way is looked at. */
function talliesOf(records: Records): readonly Count[] {
  return toldByCode(records).flatMap(({ repair, visit }) => {
    const [one, other] = [foldRepair(repair), foldBooking(visit)]
    return [...(one ? tallyOfRepair(one) : []), ...(other ? tallyOfBooking(other) : [])]
  })
}

/** `{"SZ-001 2026-10-01": {"repair.received": 2}}` */
function addedUp(counts: readonly Count[], letters: number) {
  const counted = new Map<string, Map<string, number>>()
  for (const { outlet, day, measure, by } of counts) {
    const key = `${outlet} ${day.slice(0, letters)}`
    const of = counted.get(key) ?? new Map<string, number>()
    of.set(measure, (of.get(measure) ?? 0) + by)
    counted.set(key, of)
  }
  return counted
}

const textOf = (counts: Iterable<readonly [string, number]>): string =>
  JSON.stringify([...counts].filter(([, count]) => count !== 0).sort())

function checkPeriod(rows: readonly CountRow[], counts: readonly Count[], letters: number) {
  const counted = addedUp(counts, letters)
  for (const { outlet, period, counts } of rows) {
    const key = `${outlet} ${period}`
    const due = textOf(counted.get(key) ?? [])
    const stands = textOf(Object.entries(JSON.parse(counts) as Record<string, number>))
    must(stands === due, () => `counts of ${key}: ${stands}, by the events ${due}`)
    counted.delete(key)
  }
  const missing = [...counted].filter(([, counts]) => textOf(counts) !== '[]')
  must(missing.length === 0, () => `not counted: ${missing.map(([key]) => key)}`)
}

/** The packed counts of days and months are those of the events, counted again from nothing. */
export function checkCounts(records: Records): void {
  const counts = [...records.events.flatMap(countsOfOne), ...talliesOf(records)]
  checkPeriod(records.days, counts, 10)
  checkPeriod(records.months, counts, 7)
}
