import { DAY_MS } from '../repairs/spans.ts'

/** How long an answer waits for the customer's word, `[answered, answered + 14 days)`. */
export const SILENCE_MS = 14 * DAY_MS

/** Rounds that a customer may bring a complaint to; another one opens at the head office alone. */
export const MOST_ROUNDS = 5

/** How long a customer may bring a closed complaint back, inclusive. */
export const REOPEN_MS = 30 * DAY_MS
