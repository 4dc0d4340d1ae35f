import {
  type DecidingFeedback,
  decideFeedback,
  decideSeveralFeedback,
} from '#domain/feedback/decide-feedback.ts'
import type {
  Feedback,
  FeedbackAction,
  FeedbackEvent,
  NewFeedback,
} from '#domain/feedback/feedback.ts'
import type { FeedbackActor, FeedbackParty } from '#domain/feedback/feedback-table.ts'

export const HOUR = 3_600_000
export const CODE = '7K3M9QXF2T8BV'

export const at = (iso: string): number => Date.parse(iso)
export const by = (...parties: readonly FeedbackParty[]): FeedbackActor => ({
  id: parties[0] ?? 'nobody',
  parties,
})

/** Reached us by the web form at noon of 30 September 2026 in Hangzhou. */
export const newFeedback = (over: Partial<NewFeedback> = {}): NewFeedback => ({
  ...{ code: CODE, kind: 'question', channel: 'web_form', isFormal: true, touchpoint: 'web' },
  ...{ topic: null, outlet: 'HZ-001', repair: null, zone: 'Asia/Shanghai', locale: 'zh-CN' },
  ...{ isReachable: true, receivedAt: at('2026-09-30T12:00:00+08:00') },
  ...over,
})

export type Story = { readonly feedback: Feedback; readonly events: readonly FeedbackEvent[] }

const WHO: Readonly<Record<FeedbackAction['type'], FeedbackParty>> = {
  ...{ register: 'customer', answer: 'staff', solve: 'staff', reopen: 'customer', tag: 'staff' },
  ...{ suspect: 'system', confirm: 'decider', dismiss: 'decider', miss: 'system' },
}

export function registered(over: Partial<NewFeedback> = {}): Story {
  const feedback = newFeedback(over)
  const deciding = { now: feedback.receivedAt, happenedAt: null, actor: by('customer') }
  const decision = decideFeedback(null, { type: 'register', feedback }, deciding)
  if (!decision.ok) throw new Error(decision.refusal)
  return decision
}

/** What happens next, so many milliseconds after it reached us, each by whoever may. */
export function later(
  { feedback, events }: Story,
  ...steps: readonly (readonly [hours: number, FeedbackAction])[]
): Story {
  const decision = decideSeveralFeedback(
    feedback,
    steps.map(([hours, action]): DecidingFeedback & { action: FeedbackAction } => ({
      ...{ now: feedback.receivedAt + hours * HOUR, happenedAt: null },
      ...{ actor: by(WHO[action.type]), action },
    })),
  )
  if (!decision.ok) throw new Error(decision.refusal)
  return { feedback: decision.feedback, events: [...events, ...decision.events] }
}
