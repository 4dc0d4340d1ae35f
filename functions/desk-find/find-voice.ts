import { readFindQuery } from '#domain/desk/find-query.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { complaintNow } from '#functions/complaints/complaint-now.ts'
import { complaintSeenBy } from '#functions/complaints/see-complaint.ts'
import type { Sources } from '#functions/db/sources.ts'
import { feedbackNow } from '#functions/feedback/feedback-now.ts'
import { seenAs } from '#functions/feedback/see-feedback.ts'

type Asking = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }

export type FoundVoice = { readonly kind: 'complaint' | 'feedback'; readonly code: string }

/**
 * The complaint or feedback of a reference code, which looks like a repair's. One that the person may not
 * see is as if it weren't there; so is whatever else was typed.
 */
export async function findVoice(asking: Asking, typed: string): Promise<FoundVoice | null> {
  const key = readFindQuery(typed, []).keys.find(({ kind }) => kind === 'code')
  if (key?.kind !== 'code') return null
  const { code } = key
  const [complaint, feedback] = await Promise.all([
    complaintNow(asking, code),
    feedbackNow(asking, code),
  ])
  if (complaint && (await complaintSeenBy(asking, complaint, 'complaint.see')).ok) {
    return { kind: 'complaint', code }
  }
  const isTheirs = feedback !== null && !('refusal' in (await seenAs(asking, feedback)))
  return isTheirs ? { kind: 'feedback', code } : null
}
