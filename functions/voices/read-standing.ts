import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { keepVoiceLink } from './link-store.ts'
import { type Voice, voiceLinkOf } from './voice-link.ts'
import { type VoiceStanding, voiceStanding } from './voice-store.ts'

export type { VoiceStanding } from './voice-store.ts'

/** How a voice stands; null = it isn't there. */
export async function readStanding(
  { databases }: Pick<Sources, 'databases'>,
  { kind, id, code }: Voice,
): Promise<VoiceStanding | null> {
  const database = databases.of(bucketOfTicket(code))
  const [[standing]] = await readTogether([voiceStanding(database, kind, id)])
  return standing ?? null
}

/** The row of a voice's link, which is there before the link goes out. */
export async function linkKept(
  { databases, keys, now }: Pick<Sources, 'databases' | 'keys' | 'now'>,
  { kind, id, code }: Voice,
): Promise<Prepared> {
  const database = databases.of(bucketOfTicket(code))
  return keepVoiceLink(database, await voiceLinkOf(keys, `${kind}/${id}`), now)
}
