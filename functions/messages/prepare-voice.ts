import {
  isVoiceStillDue,
  isVoiceTemplate,
  VOICE_TEMPLATES,
  type VoiceTemplate,
} from '#domain/messages/voice-templates.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readStanding, type VoiceStanding } from '#functions/voices/read-standing.ts'
import { type Voice, voiceToken } from '#functions/voices/voice-link.ts'
import type { Worded } from './rendering/word-message.ts'
import { wordVoice } from './rendering/word-voice.ts'
import type { MessageKey } from './store.ts'

export type PreparedVoice = {
  readonly template: VoiceTemplate
  readonly token: string
  readonly standing: VoiceStanding
  readonly isAwaited: boolean
  /** It acknowledges what a form brought: whom it goes to is what somebody typed there. */
  readonly isByForm: boolean
  readonly words: Worded
}

type Preparing = Pick<Sources, 'databases' | 'keys' | 'config'>

/** Words a message about a voice, if what it says is still true; null = it isn't. */
export async function prepareVoice(
  sources: Preparing,
  message: Pick<MessageKey, 'subject' | 'template'>,
  voice: Voice,
): Promise<PreparedVoice | null> {
  const { template } = message
  if (!isVoiceTemplate(template)) return null
  const standing = await readStanding(sources, voice)
  if (!standing || !isVoiceStillDue(template, standing.status)) return null
  const { keys, config } = sources
  const token = await voiceToken(keys, message.subject)
  const { locale, country_code: country } = standing
  const words = wordVoice({ template, locale, country, code: voice.code, token, config })
  // Whoever just sent the form waits for it; what we entered for somebody can wait for the morning.
  const isByForm = VOICE_TEMPLATES[template].isAwaited && standing.begun_by === 'customer'
  return { template, token, standing, isAwaited: isByForm, isByForm, words }
}
