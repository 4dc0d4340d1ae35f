/** How a repair ended, as the Open Repair Data Standard 0.3 words it; the place is its number code. */
export const ORDS_STATUSES = ['Unknown', 'Fixed', 'Repairable', 'End of life'] as const
export type OrdsStatus = (typeof ORDS_STATUSES)[number]

/** What stood in the way of a repair at the end of its life, in the order of the standard's list from 1. */
export const ORDS_BARRIERS = [
  'Spare parts not available',
  'Spare parts too expensive',
  'No way to open product',
  'Repair information not available',
  'Lack of equipment',
  'Item too worn out',
] as const
export type OrdsBarrier = (typeof ORDS_BARRIERS)[number]

/** The standard's own text and published data word two barriers otherwise than its list does. */
const OTHER_WORDS: ReadonlyMap<string, OrdsBarrier> = new Map([
  ['no way to open the product', 'No way to open product'],
  ['product too worn out', 'Item too worn out'],
  ['too worn out', 'Item too worn out'],
])

const numberOf = (word: string): number => (/^\d$/.test(word) ? Number(word) : Number.NaN)

/**
 * A `repair_status` by word, whatever its case, or by number code 0-3; an empty one is `Unknown`, as
 * the standard says. Null for a word that is none: `ordsStatusOf('3')` is `End of life`.
 */
export function ordsStatusOf(text: string): OrdsStatus | null {
  const word = text.trim().toLowerCase()
  if (word === '') return 'Unknown'
  return (
    ORDS_STATUSES[numberOf(word)] ??
    ORDS_STATUSES.find((known) => known.toLowerCase() === word) ??
    null
  )
}

/** A `repair_barrier_if_end_of_life` by word, whatever its case, or number 1-6; null for a word that is none. */
export function ordsBarrierOf(text: string): OrdsBarrier | null {
  const word = text.trim().toLowerCase()
  return (
    ORDS_BARRIERS[numberOf(word) - 1] ??
    ORDS_BARRIERS.find((known) => known.toLowerCase() === word) ??
    OTHER_WORDS.get(word) ??
    null
  )
}
