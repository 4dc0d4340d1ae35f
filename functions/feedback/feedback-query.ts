import { CHANNEL_RULES } from '#domain/feedback/channels.ts'
import { FEEDBACK_KINDS, type FeedbackKind } from '#domain/feedback/feedback.ts'
import { isTheme } from '#domain/feedback/themes.ts'
import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import type { Locale } from '#i18n/locale.ts'
import type { MessageKey } from '#i18n/translate.ts'
import type { FeedbackWish } from './register-feedback.ts'
import { type ComplaintForm, isCause } from './send-complaint.ts'

/** What the forms take: feedback, and complaints, which have a procedure of their own. */
export const FORM_KINDS = [...FEEDBACK_KINDS, 'complaint'] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** Where the form of a kind is; a complaint's own page is where it is followed. */
export const formPath = (kind: FormKind): string =>
  kind === 'complaint' ? '/feedback/new-complaint/' : `/feedback/${kind}/`

/** What a person typed, by the names of the fields, so that nothing is lost when a form comes back. */
export type Typed = Readonly<Record<string, string>>
/** Fields that can't be taken, in the order of the page, and why. */
export type Refused = Readonly<Record<string, MessageKey>>

export const LONGEST_SAID = 2_000
export const LONGEST_NAME = 80
export const LONGEST_REACH = 120
/** A character may be two units, and a line end another one. */
const LONGEST_FIELD = 3 * LONGEST_SAID
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

/** Reads a posted form: text fields only, each at most so long; what can't be read is an empty form. */
export async function readTyped(request: Request): Promise<Typed> {
  const form = await request.formData().catch(() => new FormData())
  return Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, LONGEST_FIELD)] as const] : [],
    ),
  )
}

/** A field as it counts: without blanks around it, line ends as one character. */
export const fieldOf = (typed: Typed, name: string): string =>
  (typed[name] ?? '').replaceAll('\r\n', '\n').trim()

const letters = (text: string): number => [...text].length

/** Why words can't be taken; null = they can. */
export function whyNotWords(text: string): MessageKey | null {
  if (text === '') return 'feedback.error.said'
  return letters(text) > LONGEST_SAID ? 'feedback.error.said_long' : null
}

/**
 * Who somebody says they are, from one field for number or address and one for the name; null = nobody,
 * 'refused' = neither a number nor an address.
 */
export function readContact(
  { reach, name }: { readonly reach: string; readonly name: string },
  country: string,
): VoiceContact | null | 'refused' {
  // A name is one line, whatever was sent.
  const called = name.replace(/\s+/g, ' ').slice(0, LONGEST_NAME) || null
  const nobody = { name: called, phone: null, email: null }
  if (reach === '') return called === null ? null : nobody
  if (reach.includes('@')) {
    const email = reach.normalize('NFKC')
    return email.length <= LONGEST_REACH && EMAIL.test(email) ? { ...nobody, email } : 'refused'
  }
  const phone = readContactPhone(reach, country)
  return phone.ok ? { ...nobody, phone: { dial: phone.dial, display: phone.display } } : 'refused'
}

/** Which wording a customer agreed to. */
export const CONSENT_WORDING = 'feedback_2026_11'
export const RETENTION_MONTHS = 36

/** What the form is about, as the server knows it: never as a hidden field says it. */
export type About = {
  readonly outlet: string | null
  readonly repair: string | null
}

type Terms = {
  readonly about: About
  /** ISO 3166-1 alpha-2: whose phone numbers are the usual ones. */
  readonly country: string
  readonly locale: Locale
  readonly key: string | null
}

export type ReadForm<Wish> = { readonly errors: Refused; readonly wish: Wish | null }
export type ReadFeedback = ReadForm<FeedbackWish>

/** What every form of a customer says, or the fields to mend. */
function readCommon(typed: Typed, { about, country, locale, key }: Terms) {
  const said = fieldOf(typed, 'said')
  const contact = readContact(
    { reach: fieldOf(typed, 'reach'), name: fieldOf(typed, 'name') },
    country,
  )
  const tests: readonly (readonly [string, MessageKey | null])[] = [
    ['said', whyNotWords(said)],
    ['reach', contact === 'refused' ? 'feedback.error.reach' : null],
    ['consent', contact !== null && typed['consent'] !== 'yes' ? 'feedback.error.consent' : null],
  ]
  const errors: Refused = Object.fromEntries(
    tests.filter((test): test is [string, MessageKey] => test[1] !== null),
  )
  if (Object.keys(errors).length > 0 || contact === 'refused') return { errors, common: null }
  return {
    errors,
    common: {
      ...{ ...about, said, contact, locale, key, receivedAt: null },
      ...({ channel: 'web_form', isFormal: true } as const),
      consent: contact === null ? null : { wording: CONSENT_WORDING },
    },
  }
}

/** A customer's form as feedback of a kind, or the fields to mend. */
export function readFeedback(typed: Typed, kind: FeedbackKind, terms: Terms): ReadFeedback {
  const { errors, common } = readCommon(typed, terms)
  const topic = fieldOf(typed, 'topic')
  if (!common) return { errors, wish: null }
  return {
    errors,
    wish: {
      ...{ ...common, kind, answered: null, topic: isTheme(topic) ? topic : null },
      touchpoint: CHANNEL_RULES[common.channel].touchpoint,
    },
  }
}

/** A customer's form as a complaint, or the fields to mend. */
export function readComplaint(typed: Typed, terms: Terms): ReadForm<ComplaintForm> {
  const { errors, common } = readCommon(typed, terms)
  const cause = fieldOf(typed, 'topic')
  return { errors, wish: common && { ...common, cause: isCause(cause) ? cause : null } }
}
