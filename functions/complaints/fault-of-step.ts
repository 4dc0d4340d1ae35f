import type { Complaint } from '#domain/complaints/complaint.ts'
import { complaintFieldsOf, type StaffComplaintStep } from '#domain/complaints/complaint-fields.ts'
import { wordsMissing } from '#domain/complaints/complaint-words.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'
import type { Fault } from './form-query.ts'
import type { SaidStep } from './step-json.ts'

type Refused = {
  readonly refusal: string
  readonly complaint: Complaint
  readonly step: StaffComplaintStep
  readonly said: SaidStep
  readonly deciding: Parameters<typeof decideComplaint>[2]
}

export type StepFault = { readonly field: string; readonly code: Exclude<Fault, 'too_long'> }

function named({ refusal, complaint, step, said, deciding }: Refused): StepFault | null {
  const invalid = (field: string): StepFault => ({ field, code: 'invalid' })
  if (refusal === 'bad_time') return invalid('happenedAt')
  if (refusal === 'unknown_outlet') return invalid('outlet')
  if (refusal === 'merge_closed') return invalid('into')
  if (refusal !== 'bad_value') return null
  const missing = wordsMissing(complaint, said.action, said.words)
  if (missing) return { field: missing, code: 'required' }
  const again = decideComplaint(complaint, said.action, deciding)
  const field = again.ok ? undefined : again.field
  if (field === 'customerContacted') return { field, code: 'contact_first' }
  // What the domain lets through was refused for a person or another complaint that doesn't fit.
  const person = { merge: 'into', report: 'technician' } as const
  return invalid(field ?? person[step as 'merge'] ?? 'owner')
}

/** Which field of its form a refused step is about, so that the fault is said beside it; null = none of them. */
export function faultOfStep(refused: Refused): StepFault | null {
  const fault = named(refused)
  const fields = complaintFieldsOf(refused.step, refused.complaint)
  return fields.some(({ name }) => name === fault?.field) ? fault : null
}
