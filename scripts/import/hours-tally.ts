import type { Outlet } from '#domain/outlets/outlet.ts'

/** How many outlets of an import have hours that are known, unreadable, or not given. */
export type HoursTally = {
  known: number
  unreadable: number
  none: number
  /** Unreadable texts, with how many outlets have each. */
  readonly texts: Map<string, number>
}

export const emptyTally = (): HoursTally => ({ known: 0, unreadable: 0, none: 0, texts: new Map() })

export function countHours(outlet: Outlet, tally: HoursTally): void {
  if (outlet.hours) tally.known++
  else if (outlet.hoursText === null) tally.none++
  else {
    tally.unreadable++
    tally.texts.set(outlet.hoursText, (tally.texts.get(outlet.hoursText) ?? 0) + 1)
  }
}
