import { addDays } from '../outlets/wall-time.ts'
import type { PublishedExclusion } from './publication-document.ts'

/** An outlet's local day. */
export type OutletDay = readonly [outlet: string, day: string]

/**
 * The outlets' days that exclusions take out, each once however many name it.
 * From the 30th to the 31st of October at SZ-001: two days.
 */
export function excludedDays(exclusions: readonly PublishedExclusion[]): readonly OutletDay[] {
  const days = new Map<string, OutletDay>()
  for (const { outlet, from, to } of exclusions) {
    for (let day = from; day <= to; day = addDays(day, 1))
      days.set(`${outlet} ${day}`, [outlet, day])
  }
  return [...days.values()]
}
