/** What customers say comes as one of these. */
export const VOICE_KINDS = ['feedback', 'complaint', 'survey'] as const
export type VoiceKind = (typeof VOICE_KINDS)[number]
