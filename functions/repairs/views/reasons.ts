/** Why a customer says no, as codes: an event holds no words. */
export const DECLINE_REASONS = [
  'too_expensive',
  'takes_too_long',
  'repair_elsewhere',
  'new_phone',
  'no_reason',
] as const

export const WITHDRAW_REASONS = [
  'takes_too_long',
  'repair_elsewhere',
  'new_phone',
  'no_reason',
] as const satisfies readonly (typeof DECLINE_REASONS)[number][]
