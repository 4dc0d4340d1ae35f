import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import { readImei } from '#domain/identifiers/imei.ts'
import type { PhoneRefusal } from '#domain/identifiers/phone.ts'
import type { Contact } from '#domain/repairs/contact.ts'
import type { Money, WayBack } from '#domain/repairs/repair.ts'
import { minorUnits } from '#i18n/format-price.ts'
import type { MessageKey } from '#i18n/translate.ts'

/** What a person typed, by the names of the fields, so that nothing is lost when a form comes back. */
export type Typed = Readonly<Record<string, string>>
/** Fields that can't be taken, in the order of the page, and why. */
export type Refused = Readonly<Record<string, MessageKey>>

export type RepairDetails = {
  readonly contact: Contact
  readonly imei: string | null
  readonly faultText: string | null
  readonly wayBack: WayBack
  readonly ceiling: Money | null
}

export const LONGEST = {
  name: 80,
  phone: 40,
  email: 120,
  words: 500,
  imei: 40,
  address: 200,
} as const
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

const isEmail = (text: string): boolean => text.length <= LONGEST.email && EMAIL.test(text)

/** Reads a posted form: text fields only, each at most so long; what can't be read is an empty form. */
export async function readTyped(request: Request): Promise<Typed> {
  const form = await request.formData().catch(() => new FormData())
  const longest = LONGEST.words * 2
  const fields = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.slice(0, longest)] as const] : [],
  )
  return Object.fromEntries(fields)
}

/** A field as it counts: without blanks around it, line ends as one character. */
export const fieldOf = (typed: Typed, name: string): string =>
  (typed[name] ?? '').replaceAll('\r\n', '\n').trim()

const orNull = (text: string, longest: number): string | null => text.slice(0, longest) || null

const PHONE_FAULTS: Readonly<Record<PhoneRefusal, MessageKey>> = {
  empty: 'bookings.error.phone',
  no_number: 'bookings.error.phone_unreadable',
  too_short: 'bookings.error.phone_unreadable',
  not_in_use: 'bookings.error.phone_unreadable',
  short_code: 'bookings.error.phone_service',
  service_number: 'bookings.error.phone_service',
}

/** A whole amount of the currency; null = nothing typed, 'refused' = no such amount. */
export function readAmount(text: string, currency: string): Money | null | 'refused' {
  const plain = text.normalize('NFKC').replace(/[\s,，]|^[¥￥$€]|元$/g, '')
  if (plain === '') return null
  return /^\d{1,6}$/.test(plain)
    ? { amountMinor: Number(plain) * minorUnits(currency), currency }
    : 'refused'
}

type Terms = {
  /** ISO 3166-1 alpha-2: whose phone numbers are the usual ones. */
  readonly country: string
  readonly currency: string
}

type ReadDetails = { readonly errors: Refused; readonly details: RepairDetails | null }

/** What is wrong with the fields that a visit and a parcel share, in the order of the page. */
function faultsOf(typed: Typed, { country, currency }: Terms): Refused {
  const phone = readContactPhone(fieldOf(typed, 'phone'), country)
  const second = fieldOf(typed, 'secondPhone')
  const email = fieldOf(typed, 'email')
  const imei = fieldOf(typed, 'imei')
  const tests: readonly (readonly [string, MessageKey | false])[] = [
    ['name', !fieldOf(typed, 'name') && 'bookings.error.name'],
    ['phone', !phone.ok && PHONE_FAULTS[phone.reason]],
    [
      'secondPhone',
      second !== '' && !readContactPhone(second, country).ok && 'bookings.error.second_phone',
    ],
    ['email', email !== '' && !isEmail(email) && 'bookings.error.email'],
    ['words', [...fieldOf(typed, 'words')].length > LONGEST.words && 'bookings.error.words'],
    ['imei', imei !== '' && !readImei(imei).ok && 'bookings.error.imei'],
    [
      'ceiling',
      readAmount(fieldOf(typed, 'ceiling'), currency) === 'refused' && 'bookings.error.ceiling',
    ],
    [
      'address',
      typed['wayBack'] === 'post' && !fieldOf(typed, 'address') && 'bookings.error.address',
    ],
    ['consent', typed['consent'] !== 'yes' && 'bookings.error.consent'],
  ]
  return Object.fromEntries(tests.filter((test): test is [string, MessageKey] => test[1] !== false))
}

/** Reads who somebody is and what they want, or says which fields to mend. */
export function readDetails(typed: Typed, terms: Terms): ReadDetails {
  const errors = faultsOf(typed, terms)
  const phone = readContactPhone(fieldOf(typed, 'phone'), terms.country)
  if (Object.keys(errors).length > 0 || !phone.ok) return { errors, details: null }
  const second = readContactPhone(fieldOf(typed, 'secondPhone'), terms.country)
  const imei = readImei(fieldOf(typed, 'imei'))
  const ceiling = readAmount(fieldOf(typed, 'ceiling'), terms.currency)
  const text = (name: string, longest: number = LONGEST.name) =>
    orNull(fieldOf(typed, name), longest)
  const contact: Contact = {
    name: text('name') ?? '',
    phone: { dial: phone.dial, display: phone.display },
    email: text('email', LONGEST.email),
    secondPhone: second.ok ? { dial: second.dial, display: second.display } : null,
    forSomebodyElse: typed['forOther'] === 'yes',
    mayDecide: text('mayDecide'),
    mayCollect: text('mayCollect'),
    address: typed['wayBack'] === 'post' ? text('address', LONGEST.address) : null,
  }
  return {
    errors,
    details: {
      contact,
      imei: imei.ok ? imei.imei : null,
      faultText: text('words', LONGEST.words),
      wayBack: typed['wayBack'] === 'post' ? 'post' : 'collect',
      ceiling: ceiling === 'refused' ? null : ceiling,
    },
  }
}
