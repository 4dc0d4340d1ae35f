import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Template, TemplateVariables } from '#domain/messages/templates.ts'
import type { VoiceVariables } from '#domain/messages/voice-templates.ts'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'
import { fillIn } from '#i18n/fill-in.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'
import { translator } from '#i18n/translate.ts'
import { shortTime } from './short-words.ts'
import { variablesOf } from './variables-of.ts'

export type Wording = {
  readonly template: Template
  readonly shown: ShownRepair
  /** Of the link that the message carries. */
  readonly token: string
  /** Where the site is served: `https://fixpoint.example`. */
  readonly origin: string
  readonly config: Pick<FixpointConfig, 'brand' | 'hotline'>
}

export type Worded = {
  readonly locale: Locale
  readonly variables: TemplateVariables[Template] | VoiceVariables
  /** What gateways put in front of an approved text; `text` begins with it. */
  readonly signature: string
  readonly text: string
  readonly email: { readonly subject: string; readonly text: string }
}

/** The link for a page or a letter. */
export const linkTo = (origin: string, locale: Locale, token: string): string =>
  `${origin}${localePath(locale, `/t/${token}`)}`

/**
 * The link for a text message: without the language, which the page learns from the browser, and in
 * Chinese, where signature, words and link must fit into 70 letters, without `https://`. Phones open it
 * all the same.
 */
export const shortLink = (origin: string, locale: Locale, token: string): string =>
  linkTo(locale === 'en' ? origin : origin.replace(/^https:\/\//, ''), 'en', token)

/** The visit that is still to come, which a text message has no room for. */
function visitLines({ repair, booking, home }: ShownRepair): readonly string[] {
  const startsAt = booking?.status === 'booked' ? booking.startsAt : null
  if (repair.status !== 'requested' || startsAt === null) return []
  const time = shortTime(repair.locale, home.zone, startsAt)
  return [translator(repair.locale)('message_frame.visit', { time })]
}

function letterOf({ shown, token, origin, config }: Wording, sentence: string): Worded['email'] {
  const { repair, home } = shown
  const { locale } = repair
  const t = translator(locale)
  const code = spellCode(repair.code)
  const lines = [
    sentence,
    linkTo(origin, locale, token),
    '',
    t('message_frame.code', { code }),
    ...visitLines(shown),
    t('message_frame.outlet', { outlet: home.name[locale], address: home.address[locale] }),
    t('message_frame.questions', { phone: config.hotline.display }),
    t('message_frame.passcode'),
    '',
    config.brand.name,
  ]
  return { subject: t('message_frame.subject', { code }), text: lines.join('\n') }
}

/**
 * A message in the customer's language, as text message and as letter. Nothing of it is ever stored.
 * null = what it would say isn't there any more.
 */
export function wordMessage(wording: Wording): Worded | null {
  const { template, shown, token, origin, config } = wording
  const { locale } = shown.repair
  const t = translator(locale)
  const link = shortLink(origin, locale, token)
  const variables = variablesOf(template, { shown, locale, link })
  if (variables === null) return null
  const sentence = fillIn(messages[locale][`messages_sent.${template}`], { ...variables })
  const signature = t('message_frame.signature', { brand: config.brand.name })
  return {
    locale,
    variables,
    signature,
    text: t('message_frame.text', { signature, sentence, link }),
    email: letterOf(wording, sentence),
  }
}
