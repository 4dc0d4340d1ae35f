import { isTemplate, TEMPLATES, type Template } from './templates.ts'

/** What a message is about that has no repair: something said, a complaint, a survey. */
export const VOICE_KINDS = ['feedback', 'complaint', 'survey'] as const
export type VoiceKind = (typeof VOICE_KINDS)[number]

type VoiceRule = {
  readonly about: VoiceKind
  /** Whether it may go out between 21:00 and 8:00, since the customer is waiting for it. */
  readonly isAwaited: boolean
  /** Statuses of its subject in which it is still true. */
  readonly during: readonly string[]
}

const CLOSED = { about: 'complaint', isAwaited: false, during: ['closed'] } as const

/**
 * Every message about a voice, by the id that gateways approve; its variables are the link, the
 * reference code and, where the last word is spoken, who outside may help.
 */
export const VOICE_TEMPLATES = {
  feedback_received: { about: 'feedback', isAwaited: true, during: ['open'] },
  feedback_answered: { about: 'feedback', isAwaited: false, during: ['answered', 'solved'] },
  complaint_registered: {
    about: 'complaint',
    isAwaited: true,
    during: ['registered', 'dispatched', 'contacted', 'with_outlet'],
  },
  complaint_contact_missed: {
    about: 'complaint',
    isAwaited: false,
    during: ['dispatched', 'contacted'],
  },
  complaint_answered: { about: 'complaint', isAwaited: false, during: ['answered'] },
  complaint_closed_agreed: CLOSED,
  complaint_closed_no_reply: CLOSED,
  complaint_closed_withdrawn: CLOSED,
  complaint_closed_not_a_complaint: CLOSED,
  complaint_closed_merged: CLOSED,
  complaint_closed_final: CLOSED,
  survey_invitation: { about: 'survey', isAwaited: false, during: ['invited'] },
  survey_reminder: { about: 'survey', isAwaited: false, during: ['invited', 'reminded'] },
} as const satisfies Record<string, VoiceRule>
export type VoiceTemplate = keyof typeof VOICE_TEMPLATES

/** Every message there is, about a repair or a voice. */
export type AnyTemplate = Template | VoiceTemplate
export const ALL_TEMPLATES: readonly AnyTemplate[] = [
  ...(Object.keys(TEMPLATES) as Template[]),
  ...(Object.keys(VOICE_TEMPLATES) as VoiceTemplate[]),
]

export type VoiceVariables = {
  readonly link: string
  readonly code?: string
  readonly help?: string
}

export const isVoiceTemplate = (text: string): text is VoiceTemplate =>
  Object.hasOwn(VOICE_TEMPLATES, text)

export const isAnyTemplate = (text: string): text is AnyTemplate =>
  isTemplate(text) || isVoiceTemplate(text)

/** Whether what a message says still stands: an answer's message once the complaint is closed doesn't. */
export const isVoiceStillDue = (template: VoiceTemplate, status: string): boolean =>
  (VOICE_TEMPLATES[template].during as readonly string[]).includes(status)
