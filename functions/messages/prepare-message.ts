import { isStillDue } from '#domain/messages/still-due.ts'
import { isAwaited, isTemplate } from '#domain/messages/templates.ts'
import type { AnyTemplate } from '#domain/messages/voice-templates.ts'
import type { Sources } from '#functions/db/sources.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { type Voice, voiceOfSubject } from '#functions/voices/voice-link.ts'
import { prepareVoice } from './prepare-voice.ts'
import { type Worded, wordMessage } from './rendering/word-message.ts'
import type { MessageKey } from './store.ts'
import { tokenOf } from './token-of.ts'

/** What a message says now, or why it says nothing any more. */
export type PreparedMessage =
  | {
      readonly kind: 'ready'
      readonly template: AnyTemplate
      readonly words: Worded
      /** Whether it may go out at night of this zone (IANA). */
      readonly isAwaited: boolean
      readonly zone: string
      readonly voice: Voice | null
      /** It acknowledges what a form brought. */
      readonly isByForm: boolean
    }
  | { readonly kind: 'gone'; readonly why: 'no_repair' | 'unknown_template' | 'out_of_date' }

type Preparing = Pick<Sources, 'hub' | 'databases' | 'keys' | 'config'>

export const codeOf = ({ subject }: Pick<MessageKey, 'subject'>): string =>
  subject.slice(subject.indexOf('/') + 1)

async function preparedOf(
  sources: Preparing,
  message: MessageKey,
  voice: Voice,
): Promise<PreparedMessage> {
  const prepared = await prepareVoice(sources, message, voice)
  if (!prepared) return { kind: 'gone', why: 'out_of_date' }
  const { standing, token: _, ...ready } = prepared
  return { ...ready, kind: 'ready', voice, zone: standing.zone }
}

/** Words a message for sending, if what it says is still true. */
export async function prepareMessage(
  sources: Preparing,
  message: MessageKey,
): Promise<PreparedMessage> {
  const { template, version } = message
  const voice = voiceOfSubject(message.subject)
  if (voice) return await preparedOf(sources, message, voice)
  if (!isTemplate(template)) return { kind: 'gone', why: 'unknown_template' }
  const shown = await showRepair(sources, codeOf(message))
  if (!shown) return { kind: 'gone', why: 'no_repair' }
  if (!isStillDue({ ...message, template }, shown)) return { kind: 'gone', why: 'out_of_date' }
  const { keys, config } = sources
  const token = await tokenOf(keys, { template, version, shown })
  const words = wordMessage({ template, shown, token, origin: config.siteUrl, config })
  if (!words) return { kind: 'gone', why: 'out_of_date' }
  return {
    ...{ kind: 'ready', template, words, voice: null, zone: shown.home.zone, isByForm: false },
    isAwaited: isAwaited(template, shown.repair.service),
  }
}
