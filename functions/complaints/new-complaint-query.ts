import { z } from '@hono/zod-openapi'
import { COMPLAINT_CAUSES, URGENT_REASONS } from '#domain/complaints/complaint.ts'
import { LONGEST_WORDS } from '#domain/complaints/complaint-words.ts'
import { zonedInstant } from '#domain/desk/repair-times.ts'
import { FEEDBACK_CHANNELS } from '#domain/feedback/channels.ts'
import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import { instant } from '#functions/http/query.ts'
import { fieldErrors } from '#functions/http/validate.ts'
import type { EnteredComplaint } from './enter-complaint.ts'
import { type Faults, faultsOf, type Typed } from './form-query.ts'

const text = (most: number) => z.string().trim().max(most).nullable().default(null)

export const newComplaintBody = z
  .object({
    channel: z.enum(FEEDBACK_CHANNELS),
    isFormal: z.boolean(),
    receivedAt: instant(),
    outletCode: z.string().trim().toUpperCase().max(12).nullable().default(null),
    repairCode: text(40),
    cause: z.enum(COMPLAINT_CAUSES).nullable().default(null),
    urgent: z.enum(URGENT_REASONS).nullable().default(null),
    legalDate: z.iso.date().nullable().default(null),
    locale: z.enum(['en', 'zh-CN']),
    words: z.string().trim().min(1).max(LONGEST_WORDS),
    name: text(100),
    phone: text(40),
    email: z.email().max(200).nullable().default(null),
  })
  .openapi('NewComplaint')

export type NewComplaintRead =
  | { readonly ok: true; readonly entered: Omit<EnteredComplaint, 'key'> }
  | { readonly ok: false; readonly field: string }

/** What is to be registered, once its number is read; else the field that is at fault. */
export function enteredOf(
  said: z.output<typeof newComplaintBody>,
  country: string,
): NewComplaintRead {
  const { words, name, phone: typed, email, isFormal: formal, ...facts } = said
  const phone = typed === null ? null : readContactPhone(typed, country)
  if (phone && !phone.ok) return { ok: false, field: 'phone' }
  const dialled = phone && { dial: phone.dial, display: phone.display }
  const isNamed = name !== null || dialled !== null || email !== null
  const contact = isNamed ? { name, phone: dialled, email } : null
  return { ok: true, entered: { ...facts, formal, contact, words: { said: words } } }
}

/** The body that the API takes, from what the form brought. */
function bodyOf(typed: Typed, zone: string): Readonly<Record<string, unknown>> {
  const { version: _, commandId: __, isFormal, receivedAt = '', ...texts } = typed
  const named = Object.entries(texts).map(([name, value]) => [name, value === '' ? null : value])
  return {
    ...Object.fromEntries(named),
    isFormal: isFormal === 'true',
    receivedAt: zonedInstant(receivedAt, zone) ?? receivedAt,
  }
}

/** Reads the desk's form: what to register, or what is wrong with which field. */
export function readNewComplaint(
  typed: Typed,
  { zone, country }: { readonly zone: string; readonly country: string },
): { readonly entered: Omit<EnteredComplaint, 'key'> } | { readonly faults: Faults } {
  const said = newComplaintBody.safeParse(bodyOf(typed, zone))
  if (!said.success) return { faults: faultsOf(fieldErrors(said.error.issues), typed) }
  const read = enteredOf(said.data, country)
  return read.ok ? read : { faults: new Map([[read.field, 'invalid']]) }
}
