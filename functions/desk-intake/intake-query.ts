import { Temporal } from 'temporal-polyfill'
import {
  ACCESSORIES,
  CONDITIONS,
  FUNCTION_TESTS,
  PURCHASE_PROOFS,
} from '#domain/desk/code-lists.ts'
import { type DeviceFault, readDevice } from '#domain/desk/intake-device.ts'
import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { type Catalogue, isKnownModel, isReportedFault } from '#domain/repairs/catalogue.ts'
import { isCode, isDate } from '#domain/repairs/coded-values.ts'
import type { Contact } from '#domain/repairs/contact.ts'
import { COVERAGES, type Coverage, type WayBack } from '#domain/repairs/repair.ts'
import type { Agreement, ReadAgreement } from './agreement-query.ts'
import { amountOf, readAgreement } from './agreement-query.ts'
import { LISTS, type ListName, type Typed, textOf } from './typed.ts'

export const LONGEST = { name: 80, phone: 40, words: 500, address: 200, scan: 40 } as const

/** Why a field can't be taken; each has a text `desk.intake.error.<fault>`. */
export type IntakeFault =
  | DeviceFault
  | 'model'
  | 'fault'
  | 'condition'
  | 'name'
  | 'phone'
  | 'address'
  | 'words'
  | 'bought_on'
  | 'proof'
  | 'coverage'
  | 'ceiling'
  | 'promised'
  | 'promised_past'
  | 'shelf'
  | 'consent'
  | 'lines'

/** Fields that can't be taken, in the order of the page. */
export type IntakeFaults = Readonly<Record<string, IntakeFault>>

/** What the form says, read. */
export type IntakeSaid = {
  readonly device: { readonly imeis: readonly string[]; readonly serial: string | null }
  readonly model: string
  readonly faultCode: string
  readonly faultText: string | null
  readonly condition: readonly string[]
  readonly tested: { readonly works: readonly string[]; readonly fails: readonly string[] } | null
  readonly accessories: readonly string[]
  readonly contact: Contact
  readonly wayBack: WayBack
  readonly locale: 'en' | 'zh-CN'
  readonly proof: { readonly kind: string; readonly boughtOn: string } | null
  /** Null = as proposed. */
  readonly coverage: Coverage | null
  readonly ceilingMinor: number | null
  /** Epoch ms; null = as proposed. */
  readonly promisedAt: number | null
  readonly shelf: string | null
  readonly hasDataLoss: boolean
  readonly isAnnounced: boolean
  readonly agreement: Agreement | null
}

export type Terms = {
  readonly catalogue: Catalogue
  readonly country: string
  readonly currency: string
  readonly zone: string
  readonly now: number
  /** A repair that was announced: its fault and the consent are on record. */
  readonly isAnnounced: boolean
}

export type ReadIntake = { readonly faults: IntakeFaults; readonly said: IntakeSaid | null }

const LONGEST_FIELD = 1_000

/** Reads a posted form: text fields only, each at most so long. */
export async function readTyped(request: Request): Promise<Typed> {
  const form = await request.formData().catch(() => new FormData())
  const fields = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.slice(0, LONGEST_FIELD)] as const] : [],
  )
  const codes = (wanted: ListName) =>
    fields.flatMap(([name, value]) => (name === wanted && isCode(value) ? [value] : []))
  return {
    text: Object.fromEntries(fields.filter(([name]) => !LISTS.includes(name as ListName))),
    lists: {
      condition: codes('condition'),
      fails: codes('fails'),
      accessories: codes('accessories'),
    },
  }
}

const isIn = (list: readonly string[], value: string): boolean => list.includes(value)

/** What of a list was ticked, in the list's own order. */
const ticked = (list: readonly string[], codes: readonly string[]): readonly string[] =>
  list.filter((code) => codes.includes(code))

/** A wall time of the outlet; null = nothing typed, or no such time. */
function readPromise(text: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return null
  }
}

function promiseFault(typed: Typed, { zone, now }: Terms): IntakeFault | null {
  const text = textOf(typed, 'promised')
  if (text === '') return null
  const at = readPromise(text, zone)
  if (at === null) return 'promised'
  return at <= now ? 'promised_past' : null
}

function purchaseFaults(typed: Typed, { zone, now }: Terms) {
  const date = textOf(typed, 'boughtOn')
  const kind = textOf(typed, 'proof')
  const isPast = isDate(date) && date <= wallTimeIn(zone, now).date
  return {
    boughtOn: date === '' || isPast ? null : 'bought_on',
    proof: date === '' || isIn(PURCHASE_PROOFS, kind) ? null : 'proof',
  } as const
}

/** What is wrong with the form, in the order of the page. */
function faultsOf(typed: Typed, terms: Terms, agreement: ReadAgreement): IntakeFaults {
  const text = (name: string) => textOf(typed, name)
  const device = readDevice({ imei: text('imei'), imei2: text('imei2'), serial: text('serial') })
  const coverage = text('coverage')
  const shelf = text('shelf')
  const tests: Readonly<Record<string, IntakeFault | null | undefined>> = {
    ...device.faults,
    model: isKnownModel(terms.catalogue, text('model')) ? null : 'model',
    fault: isReportedFault(text('fault')) ? null : 'fault',
    words: [...text('words')].length > LONGEST.words ? 'words' : null,
    condition: ticked(CONDITIONS, typed.lists.condition).length > 0 ? null : 'condition',
    name: text('name') ? null : 'name',
    phone: readContactPhone(text('phone'), terms.country).ok ? null : 'phone',
    address: text('wayBack') === 'post' && !text('address') ? 'address' : null,
    ...purchaseFaults(typed, terms),
    coverage: coverage === '' || isIn(COVERAGES, coverage) ? null : 'coverage',
    ceiling: amountOf(text('ceiling'), terms.currency) === 'refused' ? 'ceiling' : null,
    promised: promiseFault(typed, terms),
    shelf: shelf === '' || isCode(shelf) ? null : 'shelf',
    consent: terms.isAnnounced || text('consent') === 'yes' ? null : 'consent',
    lines: agreement.fault,
  }
  return Object.fromEntries(
    Object.entries(tests).filter((test): test is [string, IntakeFault] => Boolean(test[1])),
  )
}

const orNull = (text: string, longest: number): string | null => text.slice(0, longest) || null

function contactOf(typed: Typed, phone: Contact['phone']): Contact {
  const isPosted = textOf(typed, 'wayBack') === 'post'
  return {
    name: textOf(typed, 'name').slice(0, LONGEST.name),
    phone,
    ...{ email: null, secondPhone: null, forSomebodyElse: false, mayDecide: null },
    mayCollect: orNull(textOf(typed, 'mayCollect'), LONGEST.name),
    address: isPosted ? orNull(textOf(typed, 'address'), LONGEST.address) : null,
  }
}

/** What doesn't fail works, unless the phone couldn't be tested. */
function testedOf(typed: Typed): IntakeSaid['tested'] {
  if (textOf(typed, 'untested') === 'yes') return null
  const fails = ticked(FUNCTION_TESTS, typed.lists.fails)
  return { works: FUNCTION_TESTS.filter((test) => !fails.includes(test)), fails }
}

/** Reads the whole form, or says which fields to mend. */
export function readIntake(typed: Typed, terms: Terms): ReadIntake {
  const text = (name: string) => textOf(typed, name)
  const agreement = readAgreement(typed, terms.currency)
  const faults = faultsOf(typed, terms, agreement)
  const phone = readContactPhone(text('phone'), terms.country)
  if (Object.keys(faults).length > 0 || !phone.ok) return { faults, said: null }
  const { imeis, serial } = readDevice({
    ...{ imei: text('imei'), imei2: text('imei2'), serial: text('serial') },
  })
  const ceiling = amountOf(text('ceiling'), terms.currency)
  const boughtOn = text('boughtOn')
  const coverage = COVERAGES.find((known) => known === text('coverage')) ?? null
  return {
    faults,
    said: {
      ...{ device: { imeis, serial }, model: text('model'), faultCode: text('fault') },
      faultText: orNull(text('words'), LONGEST.words),
      condition: ticked(CONDITIONS, typed.lists.condition),
      tested: testedOf(typed),
      accessories: ticked(ACCESSORIES, typed.lists.accessories),
      contact: contactOf(typed, { dial: phone.dial, display: phone.display }),
      wayBack: text('wayBack') === 'post' ? 'post' : 'collect',
      locale: text('locale') === 'en' ? 'en' : 'zh-CN',
      proof: boughtOn === '' ? null : { kind: text('proof'), boughtOn },
      coverage,
      ceilingMinor: ceiling === 'refused' ? null : ceiling,
      promisedAt: text('promised') === '' ? null : readPromise(text('promised'), terms.zone),
      shelf: text('shelf') || null,
      hasDataLoss: text('dataLoss') === 'yes',
      isAnnounced: text('otherDevice') !== 'yes',
      agreement: agreement.agreement,
    },
  }
}
