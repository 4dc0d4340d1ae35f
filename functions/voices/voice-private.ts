import type { Consent, ContactPhone } from '#domain/repairs/contact.ts'

/** How somebody who said something is reached: by a number or an address, or both. Personal. */
export type VoiceContact = {
  readonly name: string | null
  readonly phone: ContactPhone | null
  readonly email: string | null
}

/** Everything personal about a voice: what erasure deletes. */
export type VoicePrivate = {
  /** null = whoever said it told nobody who they are. */
  readonly contact: VoiceContact | null
  /** What customer and staff wrote, by what it is: `said`, `answer.1`, `report.2.cause`. */
  readonly words: Readonly<Record<string, string>>
  readonly consent: Consent | null
}
