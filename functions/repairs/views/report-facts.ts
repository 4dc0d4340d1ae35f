import { FUNCTION_TESTS } from '#domain/desk/code-lists.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'

const DAY_MS = 86_400_000
/** A repair must hold that long: China's rules for mobile phones. */
const GUARANTEE_DAYS = 30

/** Until when a repair is guaranteed (epoch ms, from closing); null where nothing was repaired. */
export const guaranteeEndsAt = ({ outcome, closedAt, ending }: Repair): number | null =>
  outcome === 'repaired' && closedAt !== null && ending !== 'abandoned'
    ? closedAt + GUARANTEE_DAYS * DAY_MS
    : null

/** Codes that have words. A code that is none of them is not shown: pages say what they can say. */
export const WORKS = [
  'replaced',
  'board_replaced',
  'board_repaired',
  'reinstalled',
  'cleaned',
  'adjusted',
  'data_moved',
] as const
export const PARTS = [
  'screen',
  'battery',
  'board',
  'camera',
  'charging_port',
  'speaker',
  'microphone',
  'back_cover',
  'buttons',
  'other',
] as const

/** The one of a list that a code is; null = none of them. */
export const known = <const Code extends string>(
  codes: readonly Code[],
  value: unknown,
): Code | null => codes.find((code) => code === value) ?? null

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** A part number begins with what it is a part of: `screen-f2-pro`. */
const partOf = (code: string): (typeof PARTS)[number] =>
  PARTS.find((part) => code === part || code.startsWith(`${part}-`)) ?? 'other'

export type ReportFacts = {
  readonly work: (typeof WORKS)[number] | null
  readonly parts: readonly (typeof PARTS)[number][]
  readonly oldPart: 'kept' | 'returned' | null
  readonly tests: readonly (typeof FUNCTION_TESTS)[number][]
}

/** What was done, from the events of the last finishing and the last test. */
export function reportFacts(events: readonly RepairEvent[]): ReportFacts {
  const finished = events.findLast(({ type }) => type === 'repair.finished')?.data ?? {}
  const tested = events.findLast(({ data }) => Array.isArray(data.functionTest))?.data ?? {}
  return {
    work: known(WORKS, finished.work),
    parts: [...new Set(textsOf(finished.parts).map(partOf))],
    oldPart: known(['kept', 'returned'], finished.oldPart),
    tests: FUNCTION_TESTS.filter((test) => textsOf(tested.functionTest).includes(test)),
  }
}
