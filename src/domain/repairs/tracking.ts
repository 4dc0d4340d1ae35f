/** Letters and digits, and digits among them: words are no number. */
const TRACKING = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}$/

/**
 * A parcel's number as carriers print it, 6 to 40 of `A-Z 0-9 -`; null = what was typed is none.
 * `readTracking('jdv 0123-4567')` is `JDV0123-4567`, `readTracking('LI.WEI/138001')` is null.
 */
export function readTracking(typed: string): string | null {
  const number = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  return TRACKING.test(number) ? number : null
}
