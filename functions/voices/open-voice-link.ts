import type { Databases } from '#functions/db/databases.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { type VoiceLinkRow, voiceLinkByToken } from './link-store.ts'
import { type Voice, voiceOfSubject } from './voice-link.ts'

export type { VoiceLinkRow } from './link-store.ts'

/** What must be read of every database to know what a link opens: goes into the trip that looks for a repair's. */
export const voiceLinkReads = (
  { all }: Databases,
  tokenHash: string,
): readonly Prepared<VoiceLinkRow>[] => all.map((database) => voiceLinkByToken(database, tokenHash))

/** A link opens for so long after what it leads to ended. */
export const VOICE_LINK_LIVES_MS = 90 * 86_400_000

/** The voice that the rows found for a link lead to; null = none, or the link has ended. */
export function voiceOfLink(rows: readonly VoiceLinkRow[], now: number): Voice | null {
  const link = rows[0]
  if (!link || (link.ended_at !== null && link.ended_at + VOICE_LINK_LIVES_MS <= now)) return null
  return voiceOfSubject(link.subject)
}
