import type { Keys } from '#functions/db/keys.ts'
import { digitsHash } from '#functions/repairs/keyed-hashes.ts'
import { lastDigits } from '#functions/repairs/new-repair.ts'
import type { VoiceContact } from './voice-private.ts'

/** The same address however it was typed. */
const plainEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

/** Stands for a reference code with the e-mail it is looked up by. */
const emailHash = (keys: Keys, code: string, email: string): Promise<string> =>
  keys.mac('voice e-mail', `${code}/${plainEmail(email)}`)

/**
 * What a voice is looked up by with its code: the last four digits of the phone or, where only an e-mail
 * was left, that; null = nobody who left neither can be told from anybody else.
 */
export async function contactHash(
  keys: Keys,
  code: string,
  contact: VoiceContact | null,
): Promise<string | null> {
  if (contact?.phone) return await digitsHash(keys, code, lastDigits(contact.phone.dial))
  return contact?.email ? await emailHash(keys, code, contact.email) : null
}

/** The same of what somebody typed who looks a voice up: an address, or a number's last digits. */
export const triedHash = (keys: Keys, code: string, typed: string): Promise<string> =>
  typed.includes('@') ? emailHash(keys, code, typed) : digitsHash(keys, code, typed)
