import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  type VoiceLinkRow,
  voiceLinkReads,
  voiceOfLink,
} from '#functions/voices/open-voice-link.ts'
import type { Voice } from '#functions/voices/voice-link.ts'
import { tokenHash } from './link-token.ts'
import { type LinkRow, linkByToken } from './lookup-store.ts'

export type OpenedLink =
  | {
      readonly kind: 'open'
      readonly code: string
      readonly purpose: 'status' | 'answer'
      readonly askVersion: number | null
    }
  /** Something said, a complaint, a survey. */
  | { readonly kind: 'voice'; readonly voice: Voice }
  | { readonly kind: 'gone' }

const LIVES_MS = 90 * 86_400_000
const TOKEN = /^[\w-]{22}$/

/** What a link in a message opens. Links live until 90 days after the repair closed. */
export async function openLink(
  { databases, keys, now }: Pick<Sources, 'databases' | 'keys' | 'now'>,
  token: string,
): Promise<OpenedLink> {
  if (!TOKEN.test(token)) return { kind: 'gone' }
  const hash = await tokenHash(keys, token)
  const own = databases.all.map((database) => linkByToken(database, hash))
  const answers = await readEverywhere([...own, ...voiceLinkReads(databases, hash)])
  const link = answers.slice(0, own.length).flat()[0] as LinkRow | undefined
  const voice = voiceOfLink(answers.slice(own.length).flat() as readonly VoiceLinkRow[], now)
  if (voice) return { kind: 'voice', voice }
  if (!link || (link.closed_at !== null && link.closed_at + LIVES_MS <= now)) {
    return { kind: 'gone' }
  }
  const { code, purpose, ask_version: askVersion } = link
  return { kind: 'open', code, purpose, askVersion }
}
