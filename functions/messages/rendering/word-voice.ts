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
  /** Of the place it is about. */
  readonly country: string
  readonly token: string
  readonly config: Pick<FixpointConfig, 'brand' | 'hotline' | 'siteUrl' | 'outsideHelp'>
}

/** Who outside may help in a country, by name. */
const helpIn = ({ config, country, locale }: VoiceWording): string =>
  config.outsideHelp[country]?.[0]?.name[locale] ?? translator(locale)('message_frame.outside_help')

/** A message about a voice, as text message and as letter. Nothing of it is ever stored. */
export function wordVoice(wording: VoiceWording): Worded {
  const { template, locale, code, token, config } = wording
  const { brand, hotline, siteUrl: origin } = config
  const t = translator(locale)
  const link = shortLink(origin, locale, token)
  const words = messages[locale][`messages_sent.${template}`]
  // Without dashes where every letter counts; it is read either way.
  const spelled = locale === 'en' ? spellCode(code) : code
  const variables = {
    link,
    ...(words.includes('{code}') && { code: spelled }),
    ...(words.includes('{help}') && { help: helpIn(wording) }),
  }
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
