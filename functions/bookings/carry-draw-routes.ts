import type { Outcome, Task } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'

/**
 * Draws a number of the queue. Where several draw at once, each but the first draws again: nobody at
 * the counter can do anything about it.
 */
export async function carryDraw<Answer, Refusal extends string>(
  propose: () => Promise<Task<Answer, Refusal>>,
): Promise<Outcome<Answer, Refusal>> {
  const outcome = await carryStep(propose)
  const lost = outcome.kind === 'refused' && outcome.refusal === 'stale'
  return lost ? await carryStep(propose) : outcome
}
