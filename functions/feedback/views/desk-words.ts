import type { Feedback } from '#domain/feedback/feedback.ts'
import { lastRound } from '#domain/feedback/feedback-steps.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

/** How every page of the desk about feedback speaks. */
export type DeskWords = { readonly t: Translate; readonly locale: Locale; readonly now: number }

export const deskAddress = (code: string): string => `/desk/feedback/${code}/`

/** How it stands, with what may be a complaint. */
export function standingText({ t }: DeskWords, { status, suspicion }: Feedback): string {
  const text = t(`desk.feedback.status.${status}`)
  return suspicion?.state === 'open' ? `${text} · ${t('desk.feedback.suspected')}` : text
}

/** By when a person must do something next, and whether that has passed; null = nothing. */
export function dueText(
  { t, locale, now }: DeskWords,
  feedback: Feedback,
  dueAt: number | null,
): { readonly text: string; readonly isLate: boolean } | null {
  if (dueAt === null) return null
  const isLate = now > dueAt
  const text = timeText(locale, feedback.zone, dueAt)
  return { text: isLate ? `${text} · ${t('desk.feedback.late')}` : text, isLate }
}

/** When the answer that is open is due; null = none is, or no clock runs. */
export const answerDue = (feedback: Feedback): number | null =>
  feedback.status === 'open' ? lastRound(feedback).dueAt : null

export const channelText = ({ t }: Pick<DeskWords, 't'>, feedback: Feedback): string =>
  `${t(`desk.feedback.channel.${feedback.channel}`)} · ${t(
    feedback.isFormal ? 'desk.feedback.formal' : 'desk.feedback.informal',
  )}`
