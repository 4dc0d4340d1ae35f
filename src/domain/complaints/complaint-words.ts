import type { Complaint } from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'

/** The longest that somebody may write in one field, in characters. */
export const LONGEST_WORDS = 2_000

/** What is said with each step, by key; the private row keeps it as `<key>.<version of its event>`. */
const SAID = {
  register: ['said'],
  reclassify: ['reason'],
  redirect: ['reason'],
  escalate: ['reason'],
  contact: ['wants'],
  report: ['statement', 'happened'],
  send_back: ['missing'],
  answer: ['answer'],
  disagree: ['why'],
  reopen: ['facts'],
} as const satisfies Partial<Record<ComplaintActionType, readonly string[]>>

export type ComplaintWordKey = (typeof SAID)[keyof typeof SAID][number]

/** Keys of what may be said with a step; none = it needs no words. */
export const wordsOf = (type: ComplaintActionType): readonly ComplaintWordKey[] =>
  type in SAID ? SAID[type as keyof typeof SAID] : []

type Said = Readonly<Partial<Record<ComplaintWordKey, string>>>

const isNeeded = (
  key: ComplaintWordKey,
  { complaint, reached }: { complaint: Complaint | null; reached: boolean },
): boolean => {
  if (key === 'wants') return reached
  return key !== 'statement' || complaint?.status === 'with_outlet'
}

/**
 * The key of the first words that a step needs and that weren't said, or that are too long; null = all
 * were. A technician's statement is asked of an outlet; what the customer wants, once they were reached.
 */
export function wordsMissing(
  complaint: Complaint | null,
  action: { readonly type: ComplaintActionType; readonly reached?: boolean },
  said: Said,
): ComplaintWordKey | null {
  const terms = { complaint, reached: action.reached ?? true }
  return (
    wordsOf(action.type).find((key) => {
      const text = said[key]?.trim() ?? ''
      return text.length > LONGEST_WORDS || (text === '' && isNeeded(key, terms))
    }) ?? null
  )
}

/** What was said, as the private row keeps it: `said` of the registration, else with the event's number. */
export const keptWords = (version: number, said: Said): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(said).flatMap(([key, text]) =>
      text?.trim() ? [[key === 'said' ? key : `${key}.${version}`, text.trim()]] : [],
    ),
  )
