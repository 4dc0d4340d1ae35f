import { isStillDue } from '#domain/messages/still-due.ts'
import { isTemplate, type Template } from '#domain/messages/templates.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type ShownRepair, showRepair } from '#functions/repairs/show-repair.ts'
import { type Worded, wordMessage } from './rendering/word-message.ts'
import type { MessageKey } from './store.ts'
import { tokenOf } from './token-of.ts'

/** What a message says now, or why it says nothing any more. */
export type PreparedMessage =
  | {
      readonly kind: 'ready'
      readonly template: Template
      readonly shown: ShownRepair
      readonly words: Worded
    }
  | { readonly kind: 'gone'; readonly why: 'no_repair' | 'unknown_template' | 'out_of_date' }

export const codeOf = ({ subject }: Pick<MessageKey, 'subject'>): string =>
  subject.slice(subject.indexOf('/') + 1)

/** Words a message for sending, if what it says is still true. */
export async function prepareMessage(
  sources: Pick<Sources, 'hub' | 'databases' | 'keys' | 'config'>,
  message: MessageKey,
): Promise<PreparedMessage> {
  const { template, version } = message
  if (!isTemplate(template)) return { kind: 'gone', why: 'unknown_template' }
  const shown = await showRepair(sources, codeOf(message))
  if (!shown) return { kind: 'gone', why: 'no_repair' }
  if (!isStillDue({ ...message, template }, shown)) return { kind: 'gone', why: 'out_of_date' }
  const { keys, config } = sources
  const token = await tokenOf(keys, { template, version, shown })
  const words = wordMessage({ template, shown, token, origin: config.siteUrl, config })
  if (!words) return { kind: 'gone', why: 'out_of_date' }
  return { kind: 'ready', template, shown, words }
}
