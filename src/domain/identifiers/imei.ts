/** What can be wrong with a number that should be an IMEI. */
export const IMEI_REFUSALS = [
  /** Nothing but blanks was typed. */
  'empty',
  /** Something else than digits and separators. */
  'not_digits',
  'wrong_length',
  /** 16 digits: the IMEISV, whose last two count the software version instead of checking. */
  'software_version',
  /** The last digit doesn't fit: mistyped. */
  'wrong_check_digit',
  /** All zeros, as a board shows that has lost its number. */
  'all_zeros',
] as const
export type ImeiRefusal = (typeof IMEI_REFUSALS)[number]

export type ImeiReading =
  | { readonly ok: true; readonly imei: string; readonly tac: string }
  | { readonly ok: false; readonly reason: ImeiRefusal }

const DIGITS = 15
const TAC_DIGITS = 8
const SEPARATORS = /[\s\-‐-―−.]/g
/** Some phones write `IMEI1: ` before the number and `/ 01`, the software version, behind it. */
const LABEL = /^\s*imei(?:\s?[12](?=[\s:]))?[\s:]*/i
const WITH_VERSION = /^(\d{15})\/\d{2}$/

/**
 * Whether the last of some decimal digits is their check digit by Luhn (ISO/IEC 7812-1, annex B):
 * every second digit from the right is doubled, its digits added, and the sum divisible by ten.
 * `hasLuhnDigit('490154203237518')` is true.
 */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0
  for (const [place, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

const refuse = (reason: ImeiRefusal): ImeiReading => ({ ok: false, reason })

/**
 * Reads an IMEI as people write or phones show it: 15 digits, the last being Luhn's check digit,
 * with spaces, dashes, dots or slashes anywhere, digits of full width, `IMEI:` before it and a
 * version `/ 01` behind it. `tac`, the first eight digits, names the model. Source: 3GPP TS 23.003,
 * 6.2. Refusals are values; `software_version` is a number that nothing can check.
 * `readImei('49-015420-323751-8')` is `{ ok: true, imei: '490154203237518', tac: '49015420' }`.
 */
export function readImei(text: string): ImeiReading {
  const plain = text.normalize('NFKC').replace(LABEL, '').replace(SEPARATORS, '')
  if (plain === '') return refuse('empty')
  const digits = WITH_VERSION.exec(plain)?.[1] ?? plain.replaceAll('/', '')
  if (!/^\d*$/.test(digits)) return refuse('not_digits')
  if (digits.length === DIGITS + 1) return refuse('software_version')
  if (digits.length !== DIGITS) return refuse('wrong_length')
  if (/^0+$/.test(digits)) return refuse('all_zeros')
  if (!hasLuhnDigit(digits)) return refuse('wrong_check_digit')
  return { ok: true, imei: digits, tac: digits.slice(0, TAC_DIGITS) }
}
