import {
  CHARGE_ITEMS,
  type ChargeItem,
  NOT_COVERED_REASONS,
  type NotCoveredReason,
} from '#domain/repairs/repair.ts'
import { minorUnits } from '#i18n/format-price.ts'
import { type Typed, textOf } from './typed.ts'

/** Lines of a price that the form has room for. */
export const LINES = [1, 2, 3] as const

export type AgreedLine = { readonly item: ChargeItem; readonly amountMinor: number }

/** A price that the customer signs at the counter. */
export type Agreement = {
  readonly lines: readonly AgreedLine[]
  readonly notCovered: NotCoveredReason | null
}

/** `agreement` null = the quick path wasn't asked for. */
export type ReadAgreement = {
  readonly agreement: Agreement | null
  readonly fault: 'lines' | null
}

/** An amount in minor units, as typed: `320`, `320.50`, `¥320`, `320元`; null = nothing typed. */
export function amountOf(text: string, currency: string): number | null | 'refused' {
  const plain = text.normalize('NFKC').replace(/[\s,]|^[¥$€]|元$/g, '')
  if (plain === '') return null
  const [, whole = '', part = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  if (whole === '') return 'refused'
  const units = minorUnits(currency)
  const minor = Number(whole) * units + Number(part.padEnd(2, '0')) * (units / 100)
  return Number.isSafeInteger(minor) ? minor : 'refused'
}

type ReadLine = AgreedLine | null | 'refused'

function lineOf(typed: Typed, place: number, currency: string): ReadLine {
  const named = textOf(typed, `item${place}`)
  const amount = amountOf(textOf(typed, `amount${place}`), currency)
  if (amount === null) return null
  const item = CHARGE_ITEMS.find((known) => known === named)
  if (amount === 'refused' || !item) return 'refused'
  return { item, amountMinor: item === 'discount' ? -amount : amount }
}

/** The lines typed so far that can be read, and their sum: what the form shows as the total. */
export function linesSoFar(typed: Typed, currency: string): readonly AgreedLine[] {
  return LINES.map((place) => lineOf(typed, place, currency)).filter(
    (line): line is AgreedLine => line !== null && line !== 'refused',
  )
}

/** Reads the price of the quick path: asked for by its button, with at least one line. */
export function readAgreement(typed: Typed, currency: string): ReadAgreement {
  if (textOf(typed, 'act') !== 'quick') return { agreement: null, fault: null }
  const lines = LINES.map((place) => lineOf(typed, place, currency))
  const read = linesSoFar(typed, currency)
  const total = read.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (lines.includes('refused') || read.length === 0 || total < 0) {
    return { agreement: null, fault: 'lines' }
  }
  const reason = textOf(typed, 'notCovered')
  const notCovered = NOT_COVERED_REASONS.find((known) => known === reason) ?? null
  return { agreement: { lines: read, notCovered }, fault: null }
}
