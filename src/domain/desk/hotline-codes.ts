/** What calls are about. Codes only: what a caller said stays with the caller. */
export const HOTLINE_TOPICS = [
  'repair',
  'how_to',
  'settings',
  'battery',
  'screen',
  'network',
  'data',
  'software',
  'account',
  'price',
  'warranty',
  'outlet',
  'repair_status',
  'parcel',
  'complaint',
  'other',
] as const
export type HotlineTopic = (typeof HOTLINE_TOPICS)[number]

/** With what a call was solved on the spot. */
export const HOTLINE_SOLUTIONS = [
  'explained',
  'setting_changed',
  'restarted',
  'updated',
  'reset',
  'outlet_named',
  'price_told',
  'rights_told',
  'link_sent',
] as const
export type HotlineSolution = (typeof HOTLINE_SOLUTIONS)[number]

/** How a call ended. */
export const CALL_RESULTS = ['solved', 'registered', 'told_status', 'passed_on', 'ended'] as const
export type CallResult = (typeof CALL_RESULTS)[number]

/** Results that are logged by hand; the others are logged with what they say was done. */
export const LOGGED_RESULTS = ['passed_on', 'ended'] as const satisfies readonly CallResult[]
