import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { OutletPhone } from '#domain/outlets/outlet.ts'
import { BadCell } from './row-problem.ts'

/** 5-6 digits (10086, 950800), 400 and 800 numbers are dialled as they are, in their country only. */
const SHORT_CODE = /^\d{3,6}$/
const CHINESE_SERVICE_NUMBER = /^(?:400|800)\d{7}$/
const EXTENSION = /^(.*?)[\s,;]*(?:转|轉|分机|ext\.?|extension|x|#)\s*[:：]?\s*(\d{1,6})$/i
const WRITTEN_BY_US = /^([^<>]+?)\s*<(\+?\d+(?:,\d+)?)>$/
/** `*` and `#` steer a telephone (forwarding, locking): no number to call has them. */
const NO_NUMBER = /[A-Za-z]{4,}|[<>*#]/
const LONGEST_DISPLAY = 60
const MOST_PHONES = 10

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** What to dial for a number without extension, or null when it is no telephone number. */
function dialOf(text: string, countryCode: string): string | null {
  const digits = digitsOf(text)
  const international = /^\s*(\+|00)/.test(text)
  if (!international && SHORT_CODE.test(digits)) return digits
  if (!international && countryCode === 'CN' && CHINESE_SERVICE_NUMBER.test(digits)) return digits
  const dialled = text.replace(/^\s*00/, '+')
  const parsed = parsePhoneNumberFromString(dialled, countryCode as CountryCode)
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
  const parsed = parsePhoneNumberFromString(dial, countryCode as CountryCode)
  if (!parsed?.isValid()) return written
  const national = parsed.country === countryCode ? parsed.formatNational() : null
  return national && dialOf(national, countryCode) === dial
    ? national
    : parsed.formatInternational()
}

function readPhone(text: string, countryCode: string): OutletPhone | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―－]/g, '-')
    .trim()
  const extended = EXTENSION.exec(plain)
  const base = extended?.[1] ?? plain
  const dial = NO_NUMBER.test(base) ? null : dialOf(base, countryCode)
  if (!dial) return null
  const extension = extended?.[2]
  const display = extension ? plain.replace(/\s+/g, ' ') : displayOf(plain, dial, countryCode)
  if ([...display].length > LONGEST_DISPLAY) return null
  return { dial: extension ? `${dial},${extension}` : dial, display }
}

/**
 * One telephone number, or null when the text is none. E.164 where that exists; short codes and 400
 * numbers as dialled; an extension follows a comma, which a phone dials as a pause.
 * `0571-8888 8888 转 801` in CN dials `+8657188888888,801`; `10086` dials `10086`. An exported
 * `shown <dial>` is one only when what is shown means that very dial: no cell shows one number and
 * dials another.
 */
export function parsePhone(text: string, countryCode: string): OutletPhone | null {
  const [, display, dial] = WRITTEN_BY_US.exec(text.trim()) ?? []
  if (display === undefined) return readPhone(text, countryCode)
  return readPhone(display, countryCode)?.dial === dial ? { dial: dial as string, display } : null
}

/** All numbers of a cell, separated by `;`, `、`, `|`, ` / ` or line breaks, and the parts that are none; BadCell for more than ten. */
export function parsePhones(
  cell: string,
  countryCode: string,
): { readonly phones: readonly OutletPhone[]; readonly unreadable: readonly string[] } {
  const phones = new Map<string, OutletPhone>()
  const unreadable: string[] = []
  for (const part of cell.split(/[;；、|\n]|\s\/\s/).map((text) => text.trim())) {
    if (part === '') continue
    const phone = parsePhone(part, countryCode)
    if (phone) phones.set(phone.dial, phones.get(phone.dial) ?? phone)
    else unreadable.push(part)
  }
  if (phones.size > MOST_PHONES)
    throw new BadCell('phone', `names more than ${MOST_PHONES} numbers`)
  return { phones: [...phones.values()], unreadable }
}

/** A cell that `parsePhones` reads back exactly. */
export const phoneCell = (phones: readonly OutletPhone[]): string =>
  phones.map(({ dial, display }) => `${display} <${dial}>`).join('; ')
