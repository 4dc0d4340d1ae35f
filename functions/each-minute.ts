import { runBookingClocks } from '#functions/bookings/run-clocks.ts'
import { runComplaintClocks } from '#functions/complaints/run-clocks.ts'
import type { Sources } from '#functions/db/sources.ts'
import { runFeedbackClocks } from '#functions/feedback/run-clocks.ts'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { runRepairClocks } from '#functions/repairs/run-clocks.ts'
import { runLostCodes } from '#functions/repairs/run-lost-codes.ts'
import { runSurveyClocks } from '#functions/surveys/run-clocks.ts'
import { sweepWhatLapsed } from './sweep-what-lapsed.ts'

const MESSAGES_A_MINUTE = 100

/** What a minute brought, counted. */
export type Minute = Readonly<Record<string, number>>

/**
 * The clock of the network: visits nobody came to, asks that ran out, reminders, codes that were lost,
 * answers and surveys that are due, then the messages that all of it asked for; last what has lapsed is swept away. One part that fails
 * keeps no other from running; its failure is thrown.
 */
export async function eachMinute(sources: Sources, adapter: Adapter): Promise<Minute> {
  const failures: unknown[] = []
  const attempt = async <Answer>(part: () => Promise<Answer>): Promise<Answer | null> =>
    await part().catch((error: unknown) => {
      failures.push(error)
      return null
    })
  const bookings = await attempt(() => runBookingClocks(sources))
  const repairs = await attempt(() => runRepairClocks(sources))
  const lostCodes = await attempt(() => runLostCodes(sources))
  const feedback = await attempt(() => runFeedbackClocks(sources))
  const complaints = await attempt(() => runComplaintClocks(sources))
  const surveys = await attempt(() => runSurveyClocks(sources))
  const messages = await attempt(() => deliverDue(sources, adapter, { limit: MESSAGES_A_MINUTE }))
  const swept = await attempt(() => sweepWhatLapsed(sources))
  if (failures.length > 0) throw failures[0]
  return {
    bookings: bookings ?? 0,
    repairs: repairs ?? 0,
    lostCodes: lostCodes ?? 0,
    feedback: feedback ?? 0,
    complaints: complaints ?? 0,
    surveys: surveys ?? 0,
    ...messages,
    swept: swept ?? 0,
  }
}
