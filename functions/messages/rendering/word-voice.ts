import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { VoiceTemplate } from '#domain/messages/voice-templates.ts'
import { fillIn } from '#i18n/fill-in.ts'
import type { Locale } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'
import { translator } from '#i18n/translate.ts'
import { linkTo, shortLink, type Worded } from './word-message.ts'

export type VoiceWording = {
  readonly template: VoiceTemplate
  readonly locale: Locale
  readonly code: string
  readonly token: string
  readonly config: Pick<FixpointConfig, 'brand' | 'hotline' | 'siteUrl'>
}

/** A message about a voice, as text message and as letter. Nothing of it is ever stored. */
export function wordVoice({ template, locale, code, token, config }: VoiceWording): Worded {
  const { brand, hotline, siteUrl: origin } = config
  const t = translator(locale)
  const link = shortLink(origin, locale, token)
  const words = messages[locale][`messages_sent.${template}`]
  // Without dashes where every letter counts; it is read either way.
  const spelled = locale === 'en' ? spellCode(code) : code
  const variables = { link, ...(words.includes('{code}') && { code: spelled }) }
  const sentence = fillIn(words, variables)
  const signature = t('message_frame.signature', { brand: brand.name })
  const lines = [
    sentence,
    linkTo(origin, locale, token),
    '',
    t('message_frame.reference', { code: spellCode(code) }),
    t('message_frame.questions', { phone: hotline.display }),
    t('message_frame.passcode'),
    '',
    brand.name,
  ]
  return {
    locale,
    variables,
    signature,
    text: t('message_frame.text', { signature, sentence, link }),
    email: {
      subject: t('message_frame.voice_subject', { code: spellCode(code) }),
      text: lines.join('\n'),
    },
  }
}
