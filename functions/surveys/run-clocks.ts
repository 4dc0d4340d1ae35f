import type { SurveyAction } from '#domain/surveys/decide-survey.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnSurvey } from './act-on-survey.ts'
import { inviteCustomer } from './invite-customer.ts'
import {
  type DueSurvey,
  dueSurveys,
  invitationOf,
  putOffSurvey,
  surveyById,
  surveyFromRow,
} from './store.ts'
import { dropWanted, putOffWanted, type WantedRow, wantedSurveys } from './wanted-store.ts'

/** A run takes so many of each; the rest is for the next minute. */
const MOST = 50
/** How long what couldn't be done is left alone. */
const LEFT_ALONE_MS = 3_600_000

/** Makes one survey. What was wanted is done with once its survey stands, or nobody is to be asked. */
async function invite(sources: Sources, database: Database, wanted: WantedRow): Promise<void> {
  await carryOut(await inviteCustomer(sources, wanted))
  await writeRows(database, [dropWanted(database, wanted)])
}

/** What the clock does now: ends it, or reminds; an invitation that reached nobody counts as never sent. */
async function actionOf(sources: Sources, database: Database, id: string) {
  const [[row], [invitation]] = await readTogether([
    surveyById(database, id),
    invitationOf(database, id),
  ])
  if (!row) return null
  const { status, expiresAt } = surveyFromRow(row)
  const isLost = invitation?.state === 'dropped' || invitation?.state === 'dead'
  if (status === 'invited' && isLost) return { type: 'undeliver' } as const
  const type = sources.now >= expiresAt ? 'expire' : 'remind'
  return { type } satisfies SurveyAction
}

async function runClock(sources: Sources, database: Database, due: DueSurvey): Promise<void> {
  const action = await actionOf(sources, database, due.id)
  if (!action) return
  const outcome = await carryStep(() =>
    actOnSurvey(sources, {
      ...{ id: due.id, action, expectedVersion: null, key: null },
      actor: { id: 'system', role: 'system' },
    }),
  )
  if (outcome.kind === 'done') return
  await writeRows(database, [putOffSurvey(database, due, sources.now + LEFT_ALONE_MS)])
}

/**
 * Makes the surveys that are due to be made, reminds of and ends those that stand, in every database.
 * Answers how many there were. One that fails holds up no other; its failure is told.
 */
export async function runSurveyClocks(sources: Sources): Promise<number> {
  let ran = 0
  const failures: unknown[] = []
  const later = sources.now + LEFT_ALONE_MS
  for (const database of sources.databases.all) {
    const [wanted, due] = await readTogether([
      wantedSurveys(database, sources.now, MOST),
      dueSurveys(database, sources.now, MOST),
    ])
    for (const one of wanted) {
      await invite(sources, database, one).catch(async (error: unknown) => {
        failures.push(error)
        await writeRows(database, [putOffWanted(database, one, later)])
      })
    }
    for (const one of due) {
      await runClock(sources, database, one).catch(async (error: unknown) => {
        failures.push(error)
        await writeRows(database, [putOffSurvey(database, one, later)])
      })
    }
    ran += wanted.length + due.length
  }
  if (failures.length > 0) throw failures[0]
  return ran
}
