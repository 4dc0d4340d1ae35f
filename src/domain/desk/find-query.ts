import { readImei } from '../identifiers/imei.ts'
import { readPhone } from '../identifiers/phone.ts'
import { readTicketCode } from '../identifiers/ticket-code.ts'
import { namePrefix } from './find-name.ts'

/** What the find box may have got, in the order in which a hit is believed. */
export const FIND_KINDS = [
  'code',
  'imei',
  'phone',
  'imei_tail',
  'last4',
  'parcel',
  'serial',
  'name',
] as const
export type FindKind = (typeof FIND_KINDS)[number]

export type FindKey =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'imei'; readonly imei: string }
  /** As dialled from each country that the network serves. */
  | { readonly kind: 'phone'; readonly dials: readonly string[] }
  | { readonly kind: 'imei_tail'; readonly digits: string }
  /** Of a phone number; means something among the open repairs of one outlet only. */
  | { readonly kind: 'last4'; readonly digits: string }
  | { readonly kind: 'parcel'; readonly tracking: string }
  /** As typed, and in capitals. */
  | { readonly kind: 'serial'; readonly serials: readonly string[] }
  /** Normalised beginning of a name. */
  | { readonly kind: 'name'; readonly prefix: string }

/** Looks like one, but its check symbol or digit doesn't fit. */
export type FindHint = 'mistyped_code' | 'mistyped_imei'

export type FindQuery = { readonly keys: readonly FindKey[]; readonly hint: FindHint | null }

export const LONGEST_FIND = 100
export const TAIL_DIGITS = 6

const TRACKING = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}$/
/** A post office's number (UPU S10) is as long as a ticket code, and one in 37 checks like one. */
const POSTAL = /^[A-Z]{2}\s?[\d\s]{9,12}[A-Z]{2}$/i
const SERIAL = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{6,20}$/
const PHONE = /^[+()\d\s.-]+(?:(?:转|轉|ext\.?|x|#)\s*\d{1,6})?$/i
const MASKS = /[\s\-‐-―－]/g

const FEWEST_PHONE_DIGITS = 7
const MOST_PHONE_DIGITS = 15

/** The ticket code in an address that a label's square code may hold. */
function codeInAddress(text: string): string | null {
  const parts = text.split(/[/?&=#]/).map(readTicketCode)
  return parts.find((code) => code !== null) ?? null
}

function phoneKey(text: string, countries: readonly string[]): readonly FindKey[] {
  const digits = text.replace(/(?:转|轉|ext|x|#).*$/i, '').replace(/\D/g, '').length
  if (!PHONE.test(text) || digits < FEWEST_PHONE_DIGITS || digits > MOST_PHONE_DIGITS) return []
  const dials = countries.flatMap((country) => {
    const read = readPhone(text, country)
    return read.ok ? [read.dial] : []
  })
  return dials.length > 0 ? [{ kind: 'phone', dials: [...new Set(dials)] }] : []
}

/** Keys of digits that stand for something by their number alone. */
function shortKeys(digits: string): readonly FindKey[] {
  if (/^\d{4}$/.test(digits)) return [{ kind: 'last4', digits }]
  return new RegExp(`^\\d{${TAIL_DIGITS}}$`).test(digits) ? [{ kind: 'imei_tail', digits }] : []
}

function nameKey(text: string): readonly FindKey[] {
  const prefix = /[\d@/:]/.test(text) ? null : namePrefix(text)
  return prefix === null ? [] : [{ kind: 'name', prefix }]
}

function parcelKeys(text: string): readonly FindKey[] {
  const tracking = text.toUpperCase().replace(/\s/g, '')
  const serial = text.replace(MASKS, '')
  return [
    ...(TRACKING.test(tracking) ? [{ kind: 'parcel', tracking } as const] : []),
    ...(SERIAL.test(serial)
      ? [{ kind: 'serial', serials: [...new Set([serial, serial.toUpperCase()])] } as const]
      : []),
  ]
}

function hintOf(text: string): FindHint | null {
  const plain = text.replace(MASKS, '')
  if (/^\d{15}$/.test(plain)) return 'mistyped_imei'
  return /^(?=.*[A-Za-z])(?=.*\d)[0-9A-Za-z*~$=]{13}$/.test(plain) ? 'mistyped_code' : null
}

/**
 * Tells by its form what somebody typed or scanned into the find box: a ticket code in any spelling or
 * inside an address, a full IMEI or its last six digits, a telephone number or its last four digits, a
 * parcel's number, a serial number, or the beginning of a name. What may be several things is all of
 * them; a valid IMEI or ticket code is nothing else. No keys: nothing to look for. `countries`, ISO 3166-1 alpha-2, are
 * those that numbers are dialled in.
 * `readFindQuery('154203', ['CN'])` answers an IMEI's tail and a parcel; `readFindQuery('王', ['CN'])` a name.
 */
export function readFindQuery(typed: string, countries: readonly string[]): FindQuery {
  const text = typed.normalize('NFKC').trim().slice(0, LONGEST_FIND)
  if (/^https?:/i.test(text)) {
    const code = codeInAddress(text)
    return { keys: code ? [{ kind: 'code', code }] : [], hint: null }
  }
  const imei = readImei(text)
  if (imei.ok) return { keys: [{ kind: 'imei', imei: imei.imei }], hint: null }
  const code = readTicketCode(text)
  if (code && !POSTAL.test(text)) return { keys: [{ kind: 'code', code }], hint: null }
  const keys: readonly FindKey[] = [
    ...(code ? [{ kind: 'code', code } as const] : []),
    ...phoneKey(text, countries),
    ...shortKeys(text.replace(MASKS, '')),
    ...parcelKeys(text),
    ...nameKey(text),
  ]
  return { keys, hint: code ? null : hintOf(text) }
}
