import { carryOut, type Outcome, type Task } from '#functions/db/commit.ts'

/**
 * Carries a step out. Who loses a race looks once more: the same step under the same key then gets the
 * winner's answer, another one is told that it is stale.
 */
export async function carryStep<Answer, Refusal extends string>(
  propose: () => Promise<Task<Answer, Refusal>>,
): Promise<Outcome<Answer, Refusal>> {
  const outcome = await carryOut(await propose())
  const lost = outcome.kind === 'refused' && outcome.refusal === 'stale'
  return lost ? await carryOut(await propose()) : outcome
}
