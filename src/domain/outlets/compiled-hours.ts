/**
 * Opening hours compiled in Node from the OSM text and the country's calendar, so that browser and
 * edge need no parser. Instants never appear here: everything is wall time in `zone`.
 */

/** Local minutes since midnight, `[open, close)`. `close` passes 1440 when the outlet closes after midnight. */
export type MinuteInterval = readonly [open: number, close: number]

export type CompiledHours = {
  readonly zone: string
  /** Seven days, Monday first; an empty day is closed. */
  readonly week: readonly (readonly MinuteInterval[])[]
  /** Days that differ from the week, by local date. null = unknown: holiday hours not confirmed. */
  readonly days: Readonly<Record<string, readonly MinuteInterval[] | null>>
  /** The counter takes phones in until this many minutes before the day's last close. */
  readonly lastIntakeMinutes: number
  /** Last local date these hours speak for, inclusive. After it: unknown. */
  readonly until: string
  /** What ends at `until`: the compiled horizon, or the calendar's last covered year. */
  readonly untilBecause: 'horizon' | 'calendar'
}
