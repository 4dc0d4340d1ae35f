import type { LineStop } from '#components/repairs/repair-line.tsx'
import type { FixpointConfig } from '#config'
import { currentRound } from '#domain/complaints/complaint.ts'
import { defaultOwner } from '#domain/complaints/complaint-actor.ts'
import type { ComplaintEventType } from '#domain/complaints/complaint-event.ts'
import { MOST_ROUNDS, REOPEN_MS, SILENCE_MS } from '#domain/complaints/complaint-spans.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { LinkedPhotos } from '#functions/feedback/photo-views.tsx'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import type { ToldComplaint } from '../show-complaint.ts'

/** What a customer does about a complaint of theirs. */
export const CUSTOMER_STEPS = ['agree', 'disagree', 'withdraw', 'reopen'] as const
export type CustomerStep = (typeof CUSTOMER_STEPS)[number]

export const CUSTOMER_REFUSALS = [
  'stale',
  'too_late',
  'too_often',
  'link_needed',
  'not_now',
] as const

export type CustomerPage = ToldComplaint &
  LinkedPhotos & {
    readonly locale: Locale
    readonly now: number
    readonly config: Pick<FixpointConfig, 'countries' | 'hotline' | 'outsideHelp'>
    readonly commandId: string
    /** Steps that may be taken now. */
    readonly allowed: readonly CustomerStep[]
    /** What was offered is money: it is agreed with, or not, by the message's link alone. */
    readonly needsLink: boolean
    /** What a form shows that it was made for this complaint. */
    readonly mark: string
    /** What was just tried and not done, with what was typed for it. */
    readonly tried: {
      readonly step: CustomerStep
      readonly typed: string
      readonly fault: 'required' | 'too_long' | null
      readonly refusal: (typeof CUSTOMER_REFUSALS)[number] | null
    } | null
  }

export const at = ({ complaint, locale }: CustomerPage, instant: number): string =>
  timeText(locale, complaint.zone, instant)

/** The one sentence that says where it stands, and until when. */
export function sentenceOf(page: CustomerPage): string {
  const { complaint, now, locale } = page
  const t = translator(locale)
  const { status, ending, answer, mergedInto } = complaint
  if (status === 'closed') {
    const code = mergedInto === null ? '' : spellCode(mergedInto)
    return t(`complaints.sentence.${ending ?? 'no_reply'}`, { code })
  }
  if (status === 'answered' && answer) {
    return t('complaints.sentence.answered', { time: at(page, answer.at + SILENCE_MS) })
  }
  const { dueAt } = currentRound(complaint).answer
  const late = complaint.level === 'hq' ? 'overdue_hq' : 'overdue'
  const key = now > dueAt ? late : status
  return t(`complaints.sentence.${key}`, { time: at(page, dueAt) })
}

/** Who answers, by what they are: never by name. */
export function whoAnswers({ complaint, locale }: CustomerPage): string {
  const { level, outlet } = complaint
  const isHq = level !== null && (outlet === null || defaultOwner(complaint) === 'hq_quality')
  return translator(locale)(`complaints.who.${isHq ? 'hq' : (level ?? 'none')}`)
}

/** Until when it may be disagreed with, or brought back. */
export const disagreeUntil = ({ complaint }: CustomerPage): number =>
  (complaint.answer?.at ?? 0) + SILENCE_MS
/** Brought back as often as a customer may, and else it still could be. */
export const isAtLastRound = ({ complaint, now }: CustomerPage): boolean =>
  complaint.status === 'closed' &&
  complaint.mergedInto === null &&
  now <= (complaint.closedAt ?? now) + REOPEN_MS &&
  currentRound(complaint).number >= MOST_ROUNDS
export const reopenUntil = ({ complaint }: CustomerPage): number =>
  (complaint.closedAt ?? 0) + REOPEN_MS

/** Steps that a customer is told of; what happens inside isn't. */
const STOPS: Partial<Record<ComplaintEventType, MessageKey>> = {
  'complaint.registered': 'complaints.stop.registered',
  'complaint.contacted': 'complaints.stop.contacted',
  'complaint.contact_missed': 'complaints.stop.contact_missed',
  'complaint.assigned': 'complaints.stop.assigned',
  'complaint.verified': 'complaints.stop.verified',
  'complaint.escalated': 'complaints.stop.escalated',
  'complaint.answered': 'complaints.stop.answered',
  'complaint.disagreed': 'complaints.stop.disagreed',
  'complaint.reopened': 'complaints.stop.reopened',
}
const CLOSED: MessageKey = 'complaints.stop.closed'

/** Its way so far, and the answer that is still to come. */
export function stopsOf(page: CustomerPage): readonly LineStop[] {
  const { events, complaint, locale } = page
  const t = translator(locale)
  const done = events.flatMap(({ type, version, happenedAt, data }, i): readonly LineStop[] => {
    const key = data.status === 'closed' ? CLOSED : STOPS[type]
    // At the head office a missed word rings, and takes it nowhere.
    const isAlarm = type === 'complaint.escalated' && data.level === events[i - 1]?.data.level
    if (!key || isAlarm) return []
    const name = t(key as 'complaints.stop.closed')
    const [time, id] = [at(page, happenedAt), String(version)]
    return [{ key: id, name, time, state: 'done', branch: false }]
  })
  const last = done.at(-1)
  const isWaiting = complaint.status !== 'closed' && complaint.status !== 'answered'
  return [
    ...done.slice(0, -1),
    ...(last ? [{ ...last, state: 'now' as const }] : []),
    ...(isWaiting
      ? [
          {
            ...{ key: 'due', name: t('complaints.stop.due') },
            time: at(page, currentRound(complaint).answer.dueAt),
            ...({ state: 'ahead', branch: false } as const),
          },
        ]
      : []),
  ]
}
