import type { FeedbackWish } from '#functions/feedback/register-feedback.ts'

/** Feedback about the outlet of the walk, which may be a complaint. */
export const TOLD: FeedbackWish = {
  ...{ kind: 'question', channel: 'letter', isFormal: true, touchpoint: 'outlet', topic: null },
  ...{
    outlet: 'HZ-001',
    repair: null,
    locale: 'en',
    receivedAt: null,
    contact: null,
    consent: null,
  },
  ...{ said: 'So rude', answered: null, key: null },
}
