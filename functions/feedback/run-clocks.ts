import type { FeedbackAction } from '#domain/feedback/feedback.ts'
import { missesAt, nextDue } from '#domain/feedback/feedback-steps.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnFeedback } from './act-on-feedback.ts'
import { SYSTEM } from './register-feedback.ts'
import {
  type DueFeedback,
  dueFeedback,
  feedbackByCode,
  feedbackFromRow,
  resetFeedbackDue,
} from './store.ts'

/** A run takes so many; the rest is for the next minute. */
const MOST = 100
/** How long one that can't be run is left alone: somebody has to look. */
const LEFT_ALONE_MS = 3_600_000

/** Puts on record what ran out in silence. */
async function runClock(sources: Sources, database: Database, due: DueFeedback): Promise<void> {
  const { code } = due
  const [[row]] = await readTogether([feedbackByCode(database, code)])
  if (!row) return
  const feedback = feedbackFromRow(row)
  const [first, ...rest] = missesAt(feedback, sources.now).map(
    (what): FeedbackAction => ({ type: 'miss', what }),
  )
  if (!first)
    return void (await writeRows(database, [resetFeedbackDue(database, due, nextDue(feedback))]))
  const outcome = await carryStep(() =>
    actOnFeedback(sources, {
      ...{ code, actions: [first, ...rest], expectedVersion: null, by: SYSTEM, key: null },
    }),
  )
  if (outcome.kind === 'done') return
  await writeRows(database, [resetFeedbackDue(database, due, sources.now + LEFT_ALONE_MS)])
}

/** Runs the clocks of feedback that are due, in every database. Answers how many there were. */
export async function runFeedbackClocks(sources: Sources): Promise<number> {
  let ran = 0
  const failures: unknown[] = []
  for (const database of sources.databases.all) {
    const [due] = await readTogether([dueFeedback(database, sources.now, MOST)])
    for (const one of due) {
      // One that can't be run holds up no other; it is tried again later, and the failure is told.
      await runClock(sources, database, one).catch(async (error: unknown) => {
        failures.push(error)
        await writeRows(database, [resetFeedbackDue(database, one, sources.now + LEFT_ALONE_MS)])
      })
    }
    ran += due.length
  }
  if (failures.length > 0) throw failures[0]
  return ran
}
