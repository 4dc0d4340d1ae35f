import type { Complaint } from '#domain/complaints/complaint.ts'
import {
  type ComplaintField,
  complaintFieldsOf,
  type StaffComplaintStep,
} from '#domain/complaints/complaint-fields.ts'
import { zonedInstant } from '#domain/desk/repair-times.ts'

/** Longer than anything may be, so that too much is said and not cut off. */
const LONGEST = 4_000
const MOST = 40

/** What a form brought: one text by name. */
export type Typed = Readonly<Record<string, string>>

export type Fault = 'required' | 'too_long' | 'contact_first' | 'invalid'
export type Faults = ReadonlyMap<string, Fault>

/** Reads a form's texts; of a name that comes twice, the first. */
export function typedIn(form: FormData): Typed {
  const typed: Record<string, string> = {}
  for (const [name, value] of [...form].slice(0, MOST)) {
    if (typeof value === 'string') typed[name] ??= value.trim().slice(0, LONGEST)
  }
  return typed
}

/** The version that a form has seen; 0 = none. */
export const versionIn = ({ version = '' }: Typed): number =>
  /^\d{1,9}$/.test(version) ? Number(version) : 0

function saidAt({ kind, name }: ComplaintField, text: string, zone: string): unknown {
  if (kind === 'yes') return text === 'true'
  if (name === 'reached') return text === '' ? undefined : text === 'yes'
  if (kind === 'instant' && text !== '') return zonedInstant(text, zone) ?? text
  return text === '' ? null : text
}

/** The body that the API takes, from what a step's form brought. */
export const bodyOf = (
  step: StaffComplaintStep,
  complaint: Complaint,
  typed: Typed,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    complaintFieldsOf(step, complaint).flatMap((field) => {
      const value = saidAt(field, typed[field.name] ?? '', complaint.zone)
      return value === undefined ? [] : [[field.name, value]]
    }),
  )

const FAULTS: Readonly<Record<string, Fault>> = { required: 'required', too_long: 'too_long' }

/** What is wrong with each field; what is empty is missing, whatever else it is. */
export const faultsOf = (
  errors: readonly { readonly field: string; readonly code: string }[],
  typed: Typed,
): Faults =>
  new Map(
    errors.map(({ field, code }) => [
      field,
      (typed[field] ?? '') === '' ? 'required' : (FAULTS[code] ?? 'invalid'),
    ]),
  )
