import { carryOut, type Outcome, writeRows } from '#functions/db/commit.ts'
import type { QualificationAnswer, QualificationTask, StepRefusal } from './step-qualification.ts'

/**
 * Carries a step about a qualification out, and asks for the messages to whom it leaves without a visit:
 * these lie where the visits do, so they follow.
 */
export async function carryQualification({
  afterwards,
  ...task
}: QualificationTask): Promise<Outcome<QualificationAnswer, StepRefusal>> {
  const outcome = await carryOut(task)
  if (outcome.kind === 'done' && afterwards) await writeRows(afterwards.database, afterwards.rows)
  return outcome
}
