import { BOOKABLE_SERVICES, type BookableService } from '#domain/repairs/repair.ts'
import {
  fieldOf,
  type Refused,
  type RepairDetails,
  readDetails,
  type Typed,
} from '#functions/bookings/contact-query.ts'
import { type ParcelDetails, readParcel } from '#functions/bookings/parcel-query.ts'
import { CONSENT_WORDING } from '#functions/bookings/views/details-fields.tsx'

/** Read out by the agent, in the words that the site shows. */
export const READ_OUT_WORDING = `${CONSENT_WORDING}_read_out`

/** What the agent chose: a slot at an outlet, or the way by post. */
export type Chosen =
  | {
      readonly kind: 'visit'
      readonly outletCode: string
      readonly startsAt: number
      readonly service: BookableService
    }
  | { readonly kind: 'mail_in'; readonly outletCode: string }

/** A choice as its button sends it; the same for every page that offers it. */
export const chosenValue = (chosen: Chosen): string =>
  chosen.kind === 'visit'
    ? `${chosen.outletCode} ${chosen.startsAt} ${chosen.service}`
    : `${chosen.outletCode} mail_in`

const VISIT = /^([A-Z0-9-]{2,12}) (\d{10,14}) (\w+)$/
const MAIL_IN = /^([A-Z0-9-]{2,12}) mail_in$/

/** Reads a choice back; null = none was made. */
export function readChosen(value: string): Chosen | null {
  const [, centre] = MAIL_IN.exec(value) ?? []
  if (centre) return { kind: 'mail_in', outletCode: centre }
  const [, outletCode, at, named] = VISIT.exec(value) ?? []
  const service = BOOKABLE_SERVICES.find((one) => one === named)
  return outletCode && service ? { kind: 'visit', outletCode, startsAt: Number(at), service } : null
}

/** What was looked for when the times were listed: another phone or place needs other times. */
export const soughtBy = (typed: Typed): string =>
  ['fault', 'model', 'q', 'day'].map((name) => fieldOf(typed, name)).join('|')

/** What is sent: the times once more, or the request. */
export const wantsTimes = (typed: Typed): boolean =>
  typed['intent'] !== 'register' || typed['sought'] !== soughtBy(typed)

/** The day that a caller wants to come on; null = as soon as may be, or no such date. */
export function dayWanted(typed: Typed): string | null {
  const day = fieldOf(typed, 'day')
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null
}

export type Terms = { readonly country: string; readonly currency: string }

export type CallerDetails =
  | { readonly kind: 'visit'; readonly details: RepairDetails }
  | { readonly kind: 'mail_in'; readonly details: ParcelDetails }

/** Who calls and what they want, as the chosen way needs it, or which fields to mend. */
export function readCaller(
  typed: Typed,
  chosen: Chosen,
  terms: Terms,
): { readonly errors: Refused; readonly caller: CallerDetails | null } {
  if (chosen.kind === 'mail_in') {
    const { errors, parcel } = readParcel(typed, terms)
    return { errors, caller: parcel && { kind: 'mail_in', details: parcel } }
  }
  const { errors, details } = readDetails(typed, terms)
  return { errors, caller: details && { kind: 'visit', details } }
}

/** The language of the messages that the caller gets. */
export const messagesIn = (typed: Typed): 'en' | 'zh-CN' =>
  typed['locale'] === 'en' ? 'en' : 'zh-CN'
