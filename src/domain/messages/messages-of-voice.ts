import type { VoiceTemplate } from './voice-templates.ts'

type VoiceMessage = { readonly template: VoiceTemplate; readonly afterMs: number }

/** The message that an event about a voice asks for, and how long after it. */
const OF_VOICE: Readonly<Record<string, VoiceMessage>> = {
  'feedback.registered': { template: 'feedback_received', afterMs: 0 },
  'feedback.answered': { template: 'feedback_answered', afterMs: 0 },
  'complaint.registered': { template: 'complaint_registered', afterMs: 0 },
  'complaint.answered': { template: 'complaint_answered', afterMs: 0 },
  'survey.invited': { template: 'survey_invitation', afterMs: 0 },
  'survey.reminded': { template: 'survey_reminder', afterMs: 0 },
}

type VoiceEvent = {
  readonly type: string
  readonly happenedAt: number
  /** `isReachable`: somebody left a number or an address. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * The message that an event about a voice asks for, due at an instant (epoch ms); null = none, and none
 * where nobody can be reached. A complaint by nobody asks for none.
 */
export function messageOfVoice({
  type,
  happenedAt,
  data,
}: VoiceEvent): { readonly template: VoiceTemplate; readonly dueAt: number } | null {
  const message = Object.hasOwn(OF_VOICE, type) ? OF_VOICE[type] : undefined
  if (!message || data.isReachable !== true) return null
  return { template: message.template, dueAt: happenedAt + message.afterMs }
}
