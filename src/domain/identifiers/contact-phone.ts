import type { NumberType } from 'libphonenumber-js/core'
import { parsePhone } from './parse-phone.ts'
import { type PhoneReading, type PhoneRefusal, readPhone } from './phone.ts'

/**
 * Mainland numbers after +86: mobiles, and landlines as area code and subscriber. The library's small
 * table takes any run of digits there. Source: MIIT, Telecommunications Network Numbering Plan (2017).
 */
const CHINESE_MOBILE = /^1[3-9]\d{9}$/
const CHINESE_LANDLINE = /^(?:10|2[0-57-9]|[3-9]\d{2})[1-9]\d{6,7}$/
const CHINESE_SERVICE = /^(?:400|800)\d{7}$/
const CHINESE_SHORTEST = 10
const SERVICE_TYPES: readonly NumberType[] = ['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN']

function whyNotInChina(national: string): PhoneRefusal | null {
  if (CHINESE_SERVICE.test(national)) return 'service_number'
  if (national.length < CHINESE_SHORTEST) return 'too_short'
  return CHINESE_MOBILE.test(national) || CHINESE_LANDLINE.test(national) ? null : 'not_in_use'
}

function whyNoContact(dial: string, countryCode: string): PhoneRefusal | null {
  const base = dial.split(',')[0] ?? dial
  if (/^\d{3,6}$/.test(base)) return 'short_code'
  const parsed = parsePhone(base, countryCode)
  if (!parsed) return 'not_in_use'
  if (parsed.countryCallingCode === '86') return whyNotInChina(parsed.nationalNumber)
  if (SERVICE_TYPES.includes(parsed.getType())) return 'service_number'
  if (parsed.isValid()) return null
  return parsed.isPossible() ? 'not_in_use' : base.length < 10 ? 'too_short' : 'not_in_use'
}

/**
 * Reads a number that a customer can be called on: a mobile, or a landline with its area code. Short
 * codes, 400 and 800 numbers, toll-free and premium lines are refused by their own reasons.
 * What `readPhone` dials and shows is dialled and shown here, so that the same number typed later is
 * found again.
 * `readContactPhone('１３８００１３８０００', 'CN')` dials `+8613800138000` and has the last four `8000`;
 * `readContactPhone('400-830-8300', 'CN')` is refused as `service_number`.
 */
export function readContactPhone(text: string, countryCode: string): PhoneReading {
  const reading = readPhone(text, countryCode)
  if (!reading.ok) return reading
  const reason = whyNoContact(reading.dial, countryCode)
  return reason ? { ok: false, reason } : reading
}
