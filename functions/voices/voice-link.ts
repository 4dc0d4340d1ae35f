import { VOICE_KINDS, type VoiceKind } from '#domain/messages/voice-templates.ts'
import type { Keys } from '#functions/db/keys.ts'
import { shortToken, tokenHash } from '#functions/repairs/link-token.ts'

/** Letters of a reference code; what follows in a survey's id is the number of its event. */
const CODE_LETTERS = 13

export type Voice = { readonly kind: VoiceKind; readonly id: string; readonly code: string }

/** The voice that a subject names: `survey/7K3M9QXF2T8BV.9`; null = none. */
export function voiceOfSubject(subject: string): Voice | null {
  const cut = subject.indexOf('/')
  const kind = VOICE_KINDS.find((one) => one === subject.slice(0, cut))
  const id = subject.slice(cut + 1)
  return kind && id.length >= CODE_LETTERS ? { kind, id, code: id.slice(0, CODE_LETTERS) } : null
}

/** The token of a voice's link, the same each time: 22 letters, made under the deployment's secret. */
export const voiceToken = (keys: Keys, subject: string): Promise<string> =>
  shortToken(keys, `voice/${subject}`)

/** What stands in the database for a voice's link. */
export const voiceLinkOf = async (
  keys: Keys,
  subject: string,
): Promise<{ readonly tokenHash: string; readonly subject: string }> => ({
  subject,
  tokenHash: await tokenHash(keys, await voiceToken(keys, subject)),
})
