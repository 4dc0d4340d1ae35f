import { spellNumber } from '../identifiers/crockford.ts'
import type { HotlineSolution, HotlineTopic } from './hotline-codes.ts'

const TIME_DIGITS = 9
const RANDOM_DIGITS = 6

/**
 * An id that begins with its time, so that the newest stand last: a prefix, nine digits of base 32 that
 * tell the instant (epoch ms), six random ones. `randomByte` answers 0-255.
 * `timedId('cal', now, randomByte)` is `cal_1JQ4K8Z0700G3H5`.
 */
export function timedId(prefix: string, now: number, randomByte: () => number): string {
  const random = Array.from({ length: RANDOM_DIGITS }, () => spellNumber(randomByte() & 31, 1))
  return `${prefix}_${spellNumber(now, TIME_DIGITS)}${random.join('')}`
}

/** A caller's question that was answered on the spot. */
export type SolvedContact = {
  /** The call's id. */
  readonly id: string
  readonly topic: HotlineTopic
  readonly solution: HotlineSolution
  /** The repair it was about, by code; null = none. */
  readonly code: string | null
}

/**
 * The event that counts as a solved contact: a subject of its own, begun and ended by it. Surveys and
 * figures know it by its touchpoint. It holds codes only.
 */
export const contactSolved = (
  { id, topic, solution, code }: SolvedContact,
  happenedAt: number,
) => ({
  subject: `contact/${id}`,
  version: 1,
  type: 'contact.solved',
  happenedAt,
  data: { touchpoint: 'hotline', topic, solution, code },
})
