import { chargedTo, type Repeat } from '../repeats/repeat.ts'
import type { CountDelta } from './count-events.ts'

/**
 * What the classification of a return contributes to packed counts, at the outlet and on the local day of
 * the hand-over before: `repeat_judged` with its reason once somebody has said why, and
 * `repeat_attributed` where that is charged to the outlet. What is contested counts once it is decided.
 */
export function tallyOfRepeat({ status, reason, outlet, day }: Repeat): readonly CountDelta[] {
  if (reason === null || (status !== 'classified' && status !== 'decided')) return []
  const measures = [
    ...['repeat_judged', `repeat_judged|reason=${reason}`],
    ...(chargedTo(reason) === 'outlet' ? ['repeat_attributed'] : []),
  ]
  return measures.map((measure) => ({ outlet, day, measure, by: 1 }))
}
