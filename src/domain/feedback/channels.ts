/** Every way by which somebody tells the network something. */
export const FEEDBACK_CHANNELS = [
  'hotline',
  'web_form',
  'faq_question',
  'chat',
  'email',
  'letter',
  'comment_card',
  'structured_conversation',
  'telephone_poll',
  'social',
  'press',
  'regulator',
  'dealer',
  'carrier',
  'observation',
] as const
export type FeedbackChannel = (typeof FEEDBACK_CHANNELS)[number]

/** Where customer and network met: three that serve alike. */
export const TOUCHPOINTS = ['outlet', 'hotline', 'web'] as const
export type Touchpoint = (typeof TOUCHPOINTS)[number]

type ChannelRule = {
  /** What a form proposes; whoever enters it may say otherwise. */
  readonly isFormal: boolean
  /** From when it reached us to the first answer; null = nobody waits for one. */
  readonly answerHours: number | null
  /** Whether a question is to be solved by then too. */
  readonly solvesToo: boolean
  readonly touchpoint: Touchpoint
}

const daily = { isFormal: true, answerHours: 24, solvesToo: false, touchpoint: 'web' } as const
const written = { ...daily, answerHours: 48 } as const
const brought = { ...written, touchpoint: 'outlet' } as const
const spoken = { ...daily, isFormal: false, touchpoint: 'outlet' } as const

/**
 * How each channel is answered. The public promise is 24 hours for a question on the site, web form and
 * chat, 48 for e-mail and letter, on the hotline 24 for the answer and for the solution each. What others
 * bring us has the letter's time, by our own choice, and what is asked in a conversation the hotline's.
 */
export const CHANNEL_RULES: Readonly<Record<FeedbackChannel, ChannelRule>> = {
  hotline: { ...daily, solvesToo: true, touchpoint: 'hotline' },
  web_form: daily,
  faq_question: { ...daily, isFormal: false },
  chat: { ...daily, isFormal: false },
  email: written,
  letter: written,
  comment_card: { ...brought, isFormal: false },
  structured_conversation: spoken,
  telephone_poll: { ...spoken, touchpoint: 'hotline' },
  social: { ...written, isFormal: false },
  press: written,
  regulator: written,
  dealer: { ...brought, isFormal: false },
  carrier: { ...brought, isFormal: false },
  observation: { ...spoken, answerHours: null },
}

const HOUR_MS = 3_600_000

/** By when feedback must be answered, and solved, in epoch ms; null = no clock runs. */
export type ReplyDue = { readonly answerBy: number | null; readonly solveBy: number | null }

type Reached = {
  readonly kind: string
  readonly channel: FeedbackChannel
  /** When it reached us, epoch ms. */
  readonly receivedAt: number
}

/**
 * The deadlines of feedback that reached us at an instant. They run round the clock, whatever day it is
 * and whatever a clock on the wall does meanwhile; an answer at the very deadline is in time. Only a
 * question can be solved. `replyDue({ kind: 'question', channel: 'letter', receivedAt: 0 })` answers
 * `{ answerBy: 172_800_000, solveBy: null }`.
 */
export function replyDue({ kind, channel, receivedAt }: Reached): ReplyDue {
  const { answerHours, solvesToo } = CHANNEL_RULES[channel]
  const by = answerHours === null ? null : receivedAt + answerHours * HOUR_MS
  return { answerBy: by, solveBy: solvesToo && kind === 'question' ? by : null }
}

/** A person decides on a suspected complaint so long after it was suspected, at most. */
export const SUSPICION_MS = 24 * HOUR_MS
