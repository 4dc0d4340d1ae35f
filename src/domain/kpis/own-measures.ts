const OF_OWN_TICKETS: ReadonlySet<string> = new Set([
  'repairs_received',
  'received_late',
  'promise_due',
  'promise_kept',
  'promised',
  'promised_over_10d',
  'one_hour_due',
  'one_hour_kept',
  'turnaround',
  'turnaround_started',
  'findings',
  'no_fault_found',
  'closed',
  'unrepaired',
  'record_complete',
  'asked_again',
  'quote_drift',
  'handed_over',
  'queue_arrived',
  'queue_left',
  'queue_wait',
  'queue_called_15',
  'visits_booked',
  'visits_missed',
])

/**
 * Whether only repairs and visits with an outlet's own ticket codes can change a measure of it: then its
 * events lie together. Own time isn't, since a phone may have come from elsewhere, nor are returns.
 * `isOfOwnTickets('turnaround|way_in=walk_in~231')` is true, `isOfOwnTickets('repeat_30')` false.
 */
export const isOfOwnTickets = (measure: string): boolean =>
  OF_OWN_TICKETS.has(measure.split(/[|~]/)[0] ?? '')
