import { parsePhone } from './parse-phone.ts'

/** Why a text is no telephone number, or none that a customer can be called on. */
export const PHONE_REFUSALS = [
  'empty',
  'no_number',
  /** Contacts only: digits are missing, such as the area code. */
  'too_short',
  /** Contacts only: no number of that country looks like this. */
  'not_in_use',
  /** Contacts only: 10086, 950800. */
  'short_code',
  /** Contacts only: 400 and 800 numbers, toll-free and premium lines. */
  'service_number',
] as const
export type PhoneRefusal = (typeof PHONE_REFUSALS)[number]

/**
 * `dial` is what follows `tel:`: E.164 where that exists, else as dialled in the country; an
 * extension follows a comma. `last4` are the last digits before the extension.
 */
export type PhoneReading =
  | { readonly ok: true; readonly dial: string; readonly display: string; readonly last4: string }
  | { readonly ok: false; readonly reason: PhoneRefusal }

/** 5-6 digits (10086, 950800), 400 and 800 numbers are dialled as they are, in their country only. */
const SHORT_CODE = /^\d{3,6}$/
const CHINESE_SERVICE_NUMBER = /^(?:400|800)\d{7}$/
const EXTENSION = /^(.*?)[\s,;]*(?:转|轉|分机|ext\.?|extension|x|#)\s*[:：]?\s*(\d{1,6})$/i
/** `*` and `#` steer a telephone (forwarding, locking): no number to call has them. */
const NO_NUMBER = /[A-Za-z]{4,}|[<>*#]/
const LONGEST_DISPLAY = 60

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** What to dial for a number without extension, or null when it is no telephone number. */
function dialOf(text: string, countryCode: string): string | null {
  const digits = digitsOf(text)
  const international = /^\s*(\+|00)/.test(text)
  if (!international && SHORT_CODE.test(digits)) return digits
  if (!international && countryCode === 'CN' && CHINESE_SERVICE_NUMBER.test(digits)) return digits
  const dialled = text.replace(/^\s*00/, '+')
  const parsed = parsePhone(dialled, countryCode)
  if (parsed?.isValid()) return parsed.number
  return digits.length >= 7 && digits.length <= 15
    ? international
      ? `+${digits.replace(/^00/, '')}`
      : digits
    : null
}

/** As a person reads it: what was written, a bare run of digits grouped by the country's habit. */
function displayOf(text: string, dial: string, countryCode: string): string {
  const written = text.replace(/\s+/g, ' ').trim()
  if (/[^\d+]/.test(written)) return written
  if (/^400\d{7}$/.test(written)) return written.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3')
  const parsed = parsePhone(dial, countryCode)
  if (!parsed?.isValid()) return written
  const national = parsed.country === countryCode ? parsed.formatNational() : null
  return national && dialOf(national, countryCode) === dial
    ? national
    : parsed.formatInternational()
}

/**
 * Reads one telephone number as people of `countryCode` (ISO 3166-1 alpha-2) write it, digits of full
 * width included: E.164 where that exists, short codes and Chinese 400 and 800 numbers as dialled.
 * Anything of 7 to 15 digits counts: an outlet knows its own number better than a table does.
 * Refusals are values: `empty` and `no_number`.
 * `readPhone('0571-8888 8888 转 801', 'CN')` dials `+8657188888888,801` and has the last four `8888`.
 */
export function readPhone(text: string, countryCode: string): PhoneReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―－]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '') return { ok: false, reason: 'empty' }
  if (plain.length > LONGEST_DISPLAY) return { ok: false, reason: 'no_number' }
  const extended = EXTENSION.exec(plain)
  const base = extended?.[1] ?? plain
  const dial = NO_NUMBER.test(base) ? null : dialOf(base, countryCode)
  if (!dial) return { ok: false, reason: 'no_number' }
  const extension = extended?.[2]
  const display = extension ? plain.replace(/\s+/g, ' ') : displayOf(plain, dial, countryCode)
  if ([...display].length > LONGEST_DISPLAY) return { ok: false, reason: 'no_number' }
  return {
    ok: true,
    dial: extension ? `${dial},${extension}` : dial,
    display,
    last4: digitsOf(dial).slice(-4),
  }
}

const HIDDEN = '****'
/** 010 and 02x have two digits after the 0, every other area three. */
const CHINESE_AREA = /^(10|2\d|[3-9]\d{2})/

function headOf(dial: string): string {
  const parsed = dial.startsWith('+') ? parsePhone(dial) : undefined
  if (parsed?.countryCallingCode !== '86') return parsed ? `+${parsed.countryCallingCode} ` : ''
  const national = parsed.nationalNumber
  if (/^1[3-9]/.test(national)) return national.slice(0, 3)
  const area = CHINESE_AREA.exec(national)?.[1]
  return area ? `0${area}` : ''
}

/**
 * A dialled number (`dial` of `readPhone`) with its middle hidden, to be recognised by its owner only:
 * Chinese mobiles and landlines keep their first three digits or the area code, all others the
 * country's. The extension goes; a number of six digits or fewer is hidden whole.
 * `maskPhone('+8613800138000')` is `'138****8000'`, `maskPhone('+12025550123')` is `'+1 ****0123'`.
 */
export function maskPhone(dial: string): string {
  const base = dial.split(',')[0] ?? dial
  return base.length <= 6 ? HIDDEN : `${headOf(base)}${HIDDEN}${base.slice(-4)}`
}
