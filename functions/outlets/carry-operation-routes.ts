import { carryOut, type Outcome, writeRows } from '#functions/db/commit.ts'
import type { OutletAnswer } from './change-outlet.ts'
import type { OperationRefusal, OperationTask } from './edit-operation.ts'

/**
 * Carries a change of an outlet's operation out, and asks for the messages to whom it leaves without a
 * visit. These lie where the visits do, so they follow; each is asked for once, and goes out only while
 * it is true.
 */
export async function carryOperation({
  afterwards,
  ...task
}: OperationTask): Promise<Outcome<OutletAnswer, OperationRefusal>> {
  const outcome = await carryOut(task)
  if (outcome.kind === 'done' && afterwards) await writeRows(afterwards.database, afterwards.rows)
  return outcome
}
