/** Crockford base32 with its mod-37 check symbol. Source: Douglas Crockford, "Base 32". */

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECK_SYMBOLS = `${DIGITS}*~$=U`

/** Symbols a person can't read over the phone or type in an address; codes that would need one are not issued. */
const AWKWARD = '*~$=U'

/**
 * The check symbol of base32 digits: their value mod 37, read from the left.
 * `checkSymbol('7K3M9QXF')` is one of 37 symbols.
 */
export function checkSymbol(digits: string): string {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 32 + DIGITS.indexOf(digit)) % 37
  return CHECK_SYMBOLS.charAt(remainder)
}

/**
 * Reads a code as people write it: any case, spaces and dashes anywhere, I and L for 1, O for 0.
 * Answers the digits with their check symbol, or null when length or check symbol are wrong.
 * `readCode('o1il-...', 8)` expects 8 digits + 1 check symbol.
 */
export function readCode(text: string, digitCount: number): string | null {
  const symbols = text
    .toUpperCase()
    .replace(/[\s\-‐-―－]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  if (symbols.length !== digitCount + 1) return null
  const digits = symbols.slice(0, -1)
  if ([...digits].some((digit) => !DIGITS.includes(digit))) return null
  return checkSymbol(digits) === symbols.slice(-1) ? symbols : null
}

/**
 * A random code of `digitCount` digits + check symbol, 5 bits of each given byte being used. The code
 * begins with the digits of `prefix`, which count among `digitCount`; the rest is random.
 * `randomByte` answers 0-255 and is asked again while the check symbol would be an awkward one.
 * `issueCode(12, randomByte, '7K')` is 13 symbols long and begins with `7K`.
 */
export function issueCode(digitCount: number, randomByte: () => number, prefix = ''): string {
  for (;;) {
    let digits = prefix
    while (digits.length < digitCount) digits += DIGITS.charAt(randomByte() & 31)
    const check = checkSymbol(digits)
    if (!AWKWARD.includes(check)) return digits + check
  }
}

/**
 * A whole number as base32 digits, padded with `0` on the left: `spellNumber(1023, 2)` is `'ZZ'`.
 * RangeError when it is negative, not whole or needs more digits.
 */
export function spellNumber(value: number, digitCount: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 32 ** digitCount) {
    throw new RangeError(`${value} is no number of ${digitCount} base32 digits`)
  }
  return Array.from({ length: digitCount }, (_, place) =>
    DIGITS.charAt(Math.floor(value / 32 ** (digitCount - 1 - place)) % 32),
  ).join('')
}

/** The value of base32 digits as `readCode` answers them: `numberOf('ZZ')` is 1023. */
export const numberOf = (digits: string): number =>
  [...digits].reduce((value, digit) => value * 32 + DIGITS.indexOf(digit), 0)

/** In groups of four for reading aloud: `7K3M9QXF2` becomes `7K3M-9QXF-2`. */
export const spellCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
