import { runBookingClocks } from '#functions/bookings/run-clocks.ts'
import { runComplaintClocks } from '#functions/complaints/run-clocks.ts'
import type { Sources } from '#functions/db/sources.ts'
import { runFeedbackClocks } from '#functions/feedback/run-clocks.ts'
import { runClose, runSliceCheck } from '#functions/kpis/run-close.ts'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { runRepairClocks } from '#functions/repairs/run-clocks.ts'
import { runLostCodes } from '#functions/repairs/run-lost-codes.ts'
import { runQualificationClocks, runScorecards } from '#functions/scorecards/run-clocks.ts'
import { type AskForBuild, askForDueBuild } from '#functions/standards/ask-for-due-build.ts'
import { runSurveyClocks } from '#functions/surveys/run-clocks.ts'
import { type DropMedia, eraseMedia } from '#functions/voices/erase-media.ts'
import { sweepWhatLapsed } from './sweep-what-lapsed.ts'

const MESSAGES_A_MINUTE = 100

/** What a minute brought, counted. */
export type Minute = Readonly<Record<string, number>>

/** What the clock reaches beside databases and messages; null = there is nothing of the kind. */
export type Reach = {
  readonly build: AskForBuild | null
  readonly dropMedia: DropMedia | null
  /** Where a line is written that somebody must read. */
  readonly tell: (line: string) => void
}

/**
 * The clock of the network: visits nobody came to, asks that ran out, reminders, codes that were lost,
 * answers and surveys that are due, a site that must say something else, photos that were erased, figures
 * of regions, scorecards, times that are over, then the messages that all of it asked for; last what has lapsed is swept away. One part that
 * fails keeps no other from running; its failure is thrown.
 */
export async function eachMinute(
  sources: Sources,
  adapter: Adapter,
  { build = null, dropMedia = null, tell = () => {} }: Partial<Reach> = {},
): Promise<Minute> {
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
  const qualifications = await attempt(() => runQualificationClocks(sources))
  const builds = build && (await attempt(() => askForDueBuild(sources, build)))
  const erased = dropMedia && (await attempt(() => eraseMedia(sources, dropMedia)))
  const closed = await attempt(() => runClose(sources))
  const scored = await attempt(() => runScorecards(sources))
  const wrong = await attempt(() => runSliceCheck(sources))
  for (const line of wrong ?? []) tell(`figures differ from their events: ${line}`)
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
    builds: builds ?? 0,
    erased: erased ?? 0,
    qualifications: qualifications ?? 0,
    closed: closed ?? 0,
    scored: scored ?? 0,
    wrongCounts: wrong?.length ?? 0,
    ...messages,
    swept: swept ?? 0,
  }
}
