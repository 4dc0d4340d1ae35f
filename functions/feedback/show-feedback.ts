import type { Feedback, FeedbackEvent } from '#domain/feedback/feedback.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import {
  photosRead,
  readVoice,
  type VoicePhotoRow,
  voiceRead,
} from '#functions/voices/voice-on-record.ts'
import type { VoicePrivate } from '#functions/voices/voice-private.ts'
import { feedbackByCode, feedbackEventFromRow, feedbackEvents, feedbackFromRow } from './store.ts'

export type ShownFeedback = {
  readonly database: Database
  readonly feedback: Feedback
  readonly events: readonly FeedbackEvent[]
  /** Words and contact; null = erased. */
  readonly personal: VoicePrivate | null
  readonly outlet: Outlet | null
  /** Where it is about, ISO 3166-1 alpha-2; null = about no outlet. */
  readonly country: string | null
  readonly photos: readonly VoicePhotoRow[]
}

/** More events than any piece of feedback has. */
const ALL = 500

/** Feedback with everything a page about it says, its words included; null = no such code. */
export async function showFeedback(
  { hub, databases }: Pick<Sources, 'hub' | 'databases'>,
  code: string,
): Promise<ShownFeedback | null> {
  const database = databases.of(bucketOfTicket(code))
  const [[row], events, words, photos] = await readTogether([
    feedbackByCode(database, code),
    feedbackEvents(database, code, { after: 0, most: ALL }),
    voiceRead(database, code),
    photosRead(database, code),
  ])
  if (!row) return null
  const feedback = feedbackFromRow(row)
  const [outlets] =
    feedback.outlet === null ? [[]] : await readEverywhere([outletOnRecord(hub, feedback.outlet)])
  return {
    database,
    feedback,
    events: events.map((event) => feedbackEventFromRow(code, event)),
    personal: readVoice(words),
    outlet: placedOutlet(outlets)?.outlet ?? null,
    country: feedback.outlet && row.country_code,
    photos,
  }
}
