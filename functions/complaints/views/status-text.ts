import type { Complaint } from '#domain/complaints/complaint.ts'
import { answerableUntil, nextDue } from '#domain/complaints/complaint-timers.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

/** Where a complaint stands, as the desk says it. */
export function statusText(t: Translate, { status, ending }: Complaint): string {
  if (status !== 'closed' || ending === null) return t(`desk.complaints.status.${status}`)
  return t('desk.complaints.closed_as', { ending: t(`desk.complaints.ending.${ending}`) })
}

/** What is due next and whether it is late. */
export function dueText(
  { t, locale, now }: { readonly t: Translate; readonly locale: Locale; readonly now: number },
  complaint: Complaint,
): { readonly text: string; readonly isLate: boolean } {
  const due = nextDue(complaint)
  const until = answerableUntil(complaint)
  if (until !== null) {
    const time = timeText(locale, complaint.zone, until)
    return { text: t('desk.complaints.customer_until', { time }), isLate: false }
  }
  if (!due) return { text: t('desk.complaints.nothing_due'), isLate: false }
  const clock = t(`desk.complaints.clock.${due.clock}`)
  const time = timeText(locale, complaint.zone, due.dueAt)
  const isLate = now > due.dueAt
  const text = isLate
    ? t('desk.complaints.overdue', { clock, time })
    : t('desk.complaints.due_by', { clock, time })
  return { text, isLate }
}
