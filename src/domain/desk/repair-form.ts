import { CHARGE_ITEMS } from '../repairs/repair.ts'
import type { Field, FieldSetting, Texts } from './repair-field.ts'
import { zonedInstant } from './repair-times.ts'

/** What a form brought, by the names of its inputs. */
export type Typed = ReadonlyMap<string, Texts>

/** Why what stands in a field can't be used; each has words. */
export const FIELD_FAULTS = [
  'required',
  'not_a_price',
  'not_a_time',
  'not_an_imei',
  'not_allowed',
  'out_of_range',
  'too_long',
  'invalid',
] as const
export type FieldFault = (typeof FIELD_FAULTS)[number]

/** By the field's name; '' = the form as a whole. */
export type Faults = ReadonlyMap<string, FieldFault>

export type ReadingTerms = {
  readonly zone: string
  /** How many minor units make one of the currency that is typed: 100 for CNY. */
  readonly minorPerMajor: number
}

/** A step's body as JSON says it, as far as it could be read. */
export type ReadForm = { readonly body: Readonly<Record<string, unknown>>; readonly faults: Faults }

type Read = { readonly value: unknown } | { readonly fault: FieldFault } | null

const NOTHING: Read = null
const SUM = /^\d{1,9}(?:[.,]\d{1,3})?$/

export const LINE_ITEM = 'lines.item'
export const LINE_AMOUNT = 'lines.amount'

/** A sum as people write it, in minor units; null = no sum: `minorOf('320.50', 100)` is 32050. */
export function minorOf(typed: string, minorPerMajor: number): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s¥￥$€]/g, '')
  if (!SUM.test(plain)) return null
  const minor = Number(plain.replace(',', '.')) * minorPerMajor
  const whole = Math.round(minor)
  return Math.abs(minor - whole) < 1e-6 ? whole : null
}

function readLines(typed: Typed, { minorPerMajor }: ReadingTerms): Read {
  const amounts = typed.get(LINE_AMOUNT) ?? []
  const rows = (typed.get(LINE_ITEM) ?? []).map((item, row) => ({ item, sum: amounts[row] ?? '' }))
  const filled = rows.filter(({ item, sum }) => item !== '' || sum !== '')
  const lines = filled.map(({ item, sum }) => {
    const minor = minorOf(sum.replace(/^[-−]/, ''), minorPerMajor)
    return { item, amountMinor: minor !== null && item === 'discount' ? 0 - minor : minor }
  })
  if (lines.some(({ amountMinor }) => amountMinor === null)) return { fault: 'not_a_price' }
  const isKnown = lines.every(({ item }) => CHARGE_ITEMS.some((known) => known === item))
  return isKnown ? { value: lines } : { fault: 'required' }
}

const split = (text: string): Texts => text.split(/[\s,;，、；]+/).filter((one) => one !== '')

type Reader = (text: string, terms: ReadingTerms) => Read

const asText: Reader = (text) => ({ value: text })

const readInstant: Reader = (text, { zone }) => {
  const value = zonedInstant(text, zone)
  return value === null ? { fault: 'not_a_time' } : { value }
}

const readMoney: Reader = (text, { minorPerMajor }) => {
  const value = minorOf(text, minorPerMajor)
  return value === null ? { fault: 'not_a_price' } : { value }
}

/** Of the kinds that have one input and nothing to say where it is empty. */
const READERS: Partial<Record<Field['kind'], Reader>> = {
  choice: asText,
  code: asText,
  words: asText,
  date: asText,
  instant: readInstant,
  money: readMoney,
  codes: (text) => ({ value: split(text) }),
  given: (text) => ({ value: /^\d{1,9}$/.test(text) ? Number(text) : text }),
}

function readField(field: Field, typed: Typed, terms: ReadingTerms): Read {
  const texts = (typed.get(field.name) ?? []).filter((text) => text !== '')
  switch (field.kind) {
    case 'flag':
      return { value: texts.length > 0 }
    case 'lines':
      return readLines(typed, terms)
    case 'same':
      return { value: typed.get(field.of)?.[0] }
    case 'checks':
      if (texts.length === 0) return NOTHING
      return { value: field.joined ? texts.join(field.joined) : texts }
    case 'imeis':
      return texts.length === 0 ? NOTHING : { value: texts }
    default: {
      const [text] = texts
      return text === undefined ? NOTHING : (READERS[field.kind] ?? asText)(text, terms)
    }
  }
}

function put(body: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let inner = body
  for (const name of names) {
    inner[name] ??= {}
    inner = inner[name] as Record<string, unknown>
  }
  inner[last] = value
}

/** Whether a field counts, by what the other fields say. */
export const counts = ({ when }: Field, typed: Typed): boolean =>
  !when || when.is.includes(typed.get(when.field)?.[0] ?? '')

/**
 * Reads a form by the description of its fields into the body that its step takes as JSON. Empty fields
 * are left out, those that must be filled in are at fault; what is written in a way that nobody can read
 * is at fault; whether the values make sense is for the step's own schema to say.
 */
export function readForm(fields: readonly Field[], typed: Typed, terms: ReadingTerms): ReadForm {
  const body: Record<string, unknown> = {}
  const faults = new Map<string, FieldFault>()
  for (const field of fields.filter((each) => counts(each, typed))) {
    const read = readField(field, typed, terms)
    if (!read && !field.optional) faults.set(field.name, 'required')
    if (read && 'fault' in read) faults.set(field.name, read.fault)
    if (read && 'value' in read) put(body, field.path ?? field.name, read.value)
  }
  return { body, faults }
}

/** What a form begins with, as if somebody had typed it. */
export function initialForm(fields: readonly Field[], at: FieldSetting): Typed {
  const begun = fields.flatMap(({ name, initial }): readonly (readonly [string, Texts])[] => {
    const text = initial?.(at) ?? ''
    return text === '' ? [] : [[name, [text]]]
  })
  return new Map(begun)
}

/**
 * The field that a fault of a value is about, by the value's place in the body (`device.imeis.0`): the
 * one that is for the longest part of it and counts; null = none of the form.
 */
export function fieldAt(fields: readonly Field[], typed: Typed, path: string): string | null {
  const candidates = fields
    .filter((field) => counts(field, typed))
    .map((field) => ({ field, place: field.path ?? field.name }))
    .filter(({ place }) => path === place || path.startsWith(`${place}.`))
    .sort((a, b) => b.place.length - a.place.length)
  const found = candidates[0]?.field
  if (!found) return fields.find(({ name }) => name.startsWith(`${path}.`))?.name ?? null
  return found.kind === 'same' ? found.blame : found.name
}
