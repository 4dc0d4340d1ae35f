import { type Complaint, isHqMatter } from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'

/** Who didn't say who they are is asked nothing: the way leads past `contacted`. */
const isPastContact = ({ status, anonymous }: Complaint): boolean =>
  status !== 'dispatched' || anonymous

/** Steps that the table allows from a status only where more than the status holds. */
export const COMPLAINT_CONDITIONS: Partial<
  Record<ComplaintActionType, (complaint: Complaint) => boolean>
> = {
  contact: ({ anonymous }) => !anonymous,
  assign: isPastContact,
  // Before an outlet was asked, only what the head office answers for has anything to report.
  report: (complaint) =>
    complaint.status === 'with_outlet' || (isHqMatter(complaint) && isPastContact(complaint)),
}
