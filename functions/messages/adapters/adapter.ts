import type { Template, TemplateVariables } from '#domain/messages/templates.ts'
import type { AnyTemplate, VoiceVariables } from '#domain/messages/voice-templates.ts'
import type { Locale } from '#i18n/locale.ts'

/** A message on its way out: everything a gateway may want, and nothing of it kept. */
export type Outgoing = {
  /** The same for every attempt: what receivers tell repeated deliveries by. */
  readonly id: string
  /** A number, an address, or both. */
  readonly to: { readonly phone: string | null; readonly email: string | null }
  readonly template: AnyTemplate
  readonly variables: TemplateVariables[Template] | VoiceVariables
  readonly locale: Locale
  readonly signature: string
  /** The whole text message, beginning with the signature. */
  readonly text: string
  readonly email: { readonly subject: string; readonly text: string }
}

export type Delivery =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** A code, `http_503`: kept with the message, so nothing personal. */
      readonly error: string
      /** Trying again is no use. */
      readonly final: boolean
    }

/** Hands a message on, perhaps for a second time. */
export type Adapter = (message: Outgoing) => Promise<Delivery>

/** This way of sending doesn't reach this customer. */
export const NO_ADDRESS: Delivery = { ok: false, error: 'no_address', final: true }
