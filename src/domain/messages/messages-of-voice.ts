import type { ComplaintEnding } from '../complaints/complaint.ts'
import type { VoiceTemplate } from './voice-templates.ts'

/** The message that an event about a voice asks for. */
const OF_VOICE: Readonly<Record<string, VoiceTemplate>> = {
  'feedback.registered': 'feedback_received',
  'feedback.answered': 'feedback_answered',
  'complaint.registered': 'complaint_registered',
  'complaint.answered': 'complaint_answered',
  'survey.invited': 'survey_invitation',
  'survey.reminded': 'survey_reminder',
}

type VoiceEvent = {
  readonly type: string
  readonly happenedAt: number
  /** `isReachable`: somebody left a number or an address. */
  readonly data: Readonly<Record<string, unknown>>
}

function templateOf({ type, data }: VoiceEvent): VoiceTemplate | null {
  if (type === 'complaint.contact_missed') {
    return data.isFirstTryOfDay === true ? 'complaint_contact_missed' : null
  }
  // A complaint closes in many ways, each with words of its own.
  if (type.startsWith('complaint.') && data.status === 'closed') {
    return `complaint_closed_${data.ending as ComplaintEnding}`
  }
  return Object.hasOwn(OF_VOICE, type) ? (OF_VOICE[type] ?? null) : null
}

/**
 * The message that an event about a voice asks for, due when it happened (epoch ms); null = none, and
 * none where nobody can be reached. A complaint by nobody asks for none. Of the tries of one day that
 * reached nobody, the first asks for one; whatever closes a complaint asks for the words of its ending.
 * `complaint.disagreed` at the head office: `complaint_closed_final`.
 */
export function messageOfVoice(
  event: VoiceEvent,
): { readonly template: VoiceTemplate; readonly dueAt: number } | null {
  if (event.data.isReachable !== true) return null
  const template = templateOf(event)
  return template && { template, dueAt: event.happenedAt }
}
