/** Why a visit ended without a phone taken in. */
export const NOTHING_RECEIVED_REASONS = [
  'solved_at_once',
  'not_ours',
  'price',
  'data_not_saved',
  'no_proof_of_purchase',
  'comes_again',
  'other',
] as const
export type NothingReceived = (typeof NOTHING_RECEIVED_REASONS)[number]
