/** Codes that the desk chooses from; each has words in both languages. What isn't here is typed as a note. */

export const CONDITIONS = [
  'as_new',
  'scratched',
  'dented',
  'cracked_glass',
  'cracked_back',
  'bent',
  'liquid_signs',
  'opened_before',
  'swollen_battery',
  'not_switching_on',
] as const

/** What works as the phone comes in and as it leaves. */
export const FUNCTION_TESTS = [
  'power',
  'screen',
  'touch',
  'charging',
  'battery',
  'camera',
  'speaker',
  'microphone',
  'buttons',
  'network',
  'calls',
  'wifi',
] as const

export const ACCESSORIES = ['sim', 'memory_card', 'case', 'charger', 'cable', 'box'] as const

/** How a date of purchase is shown. */
export const PURCHASE_PROOFS = ['invoice', 'warranty_card', 'order_record'] as const

export const CHECK_FAILURES = [
  'fault_remains',
  'new_fault',
  'assembly',
  'cosmetic',
  'incomplete',
] as const

export const DELAY_REASONS = [
  'late',
  'part_faulty',
  'more_damage',
  'check_failed',
  'many_repairs',
  'transport',
  'weather',
  'holiday',
] as const

export const CORRECTION_REASONS = ['typing_error', 'customer_changed', 'wrong_device'] as const

/** How an answer that staff give for a customer is proved. */
export const EVIDENCE = ['signature', 'recorded_call', 'written_message'] as const

export const CANCEL_PROOFS = ['never_posted', 'courier_returned'] as const

export const FOUND_PLACES = ['outlet', 'courier', 'other_outlet', 'customer'] as const
