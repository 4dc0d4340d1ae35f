import { type Complaint, currentRound } from '#domain/complaints/complaint.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { complaintNow } from './complaint-now.ts'

type Asking = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }

export type ConfirmedComplaint = Pick<Complaint, 'code' | 'zone'> & {
  /** Epoch ms by which somebody contacts the customer; null = who it is, nobody said. */
  readonly contactBy: number | null
}

/**
 * What whoever registers a complaint may tell the customer, though they don't see it: its code, and by
 * when it is taken up. Only where they might have registered it; null = as if it weren't there.
 */
export async function confirmRegistered(
  { hub, databases, staff }: Asking,
  code: string,
): Promise<ConfirmedComplaint | null> {
  if (!holdsAnywhere(staff, 'complaint.register')) return null
  const complaint = await complaintNow({ databases }, code)
  if (!complaint) return null
  const { outlet, zone } = complaint
  if (outlet !== null && (await whyNotAtOutlet({ hub, staff }, outlet, 'complaint.register'))) {
    return null
  }
  return { code, zone, contactBy: currentRound(complaint).contact?.dueAt ?? null }
}
