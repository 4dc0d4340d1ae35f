import type { LocalText, Operation, Suspension } from './outlet.ts'

/** What deciding about an outlet's operation needs to know of it. */
export type OutletState = {
  readonly code: string
  readonly version: number
  readonly operation: Operation
  readonly suspension: Suspension | null
  readonly closedOn: string | null
}

export type OutletAction =
  /** `[from, until)`, local dates; null = from now on, until further notice. */
  | {
      readonly type: 'suspend'
      readonly from: string | null
      readonly until: string | null
      readonly reason: LocalText | null
    }
  | { readonly type: 'resume' }
  | { readonly type: 'close'; readonly on: string }

export type OutletRefusal = 'stale' | 'not_allowed_now' | 'bad_dates'

/** `data` holds dates only: the reason is words and stays with the row. */
export type OutletEvent = {
  readonly subject: string
  readonly version: number
  readonly type: 'outlet.suspended' | 'outlet.resumed' | 'outlet.closed'
  readonly data: Readonly<Record<string, string | null>>
}

export type OutletDecision =
  | { readonly ok: true; readonly event: OutletEvent; readonly state: OutletState }
  | { readonly ok: false; readonly refusal: OutletRefusal }

/** Closing is final; suspending a suspended outlet sets new dates. */
const ALLOWED: Record<Operation, Record<OutletAction['type'], boolean>> = {
  open: { suspend: true, resume: false, close: true },
  suspended: { suspend: true, resume: true, close: true },
  closed: { suspend: false, resume: false, close: false },
}

const EVENT_TYPES = {
  suspend: 'outlet.suspended',
  resume: 'outlet.resumed',
  close: 'outlet.closed',
} as const satisfies Record<OutletAction['type'], OutletEvent['type']>

function dataOf(action: OutletAction): OutletEvent['data'] {
  if (action.type === 'suspend') return { from: action.from, until: action.until }
  return action.type === 'close' ? { on: action.on } : {}
}

/**
 * Decides about suspending, resuming or closing an outlet. `expectedVersion` is the version the
 * asker has seen: another one is `stale`; what the table doesn't allow is `not_allowed_now`; a
 * suspension that ends before it begins is `bad_dates`. One action is one event, version + 1.
 * Suspending an open outlet of version 3 answers the event `outlet.suspended` of version 4.
 */
export function decideOutlet(
  state: OutletState,
  expectedVersion: number,
  action: OutletAction,
): OutletDecision {
  if (state.version !== expectedVersion) return { ok: false, refusal: 'stale' }
  if (!ALLOWED[state.operation][action.type]) return { ok: false, refusal: 'not_allowed_now' }
  if (action.type === 'suspend' && action.from && action.until && action.until <= action.from) {
    return { ok: false, refusal: 'bad_dates' }
  }
  const event: OutletEvent = {
    subject: outletSubject(state.code),
    version: state.version + 1,
    type: EVENT_TYPES[action.type],
    data: dataOf(action),
  }
  const reason = action.type === 'suspend' ? action.reason : null
  return { ok: true, event, state: evolveOutlet(state, event, reason) }
}

/** The state after an event; the reason is told beside it, since events hold no words. */
export function evolveOutlet(
  state: OutletState,
  { type, version, data }: OutletEvent,
  reason: LocalText | null,
): OutletState {
  const suspension = { from: data.from ?? null, until: data.until ?? null, reason }
  switch (type) {
    case 'outlet.suspended':
      return { ...state, version, operation: 'suspended', suspension }
    case 'outlet.resumed':
      return { ...state, version, operation: 'open', suspension: null }
    case 'outlet.closed':
      return { ...state, version, operation: 'closed', suspension: null, closedOn: data.on ?? null }
  }
}

const SUBJECT = 'outlet/'

/** The subject an outlet's events are numbered under: `outlet/SZ-001`. */
export const outletSubject = (code: string): string => `${SUBJECT}${code}`

/** The outlet an event changed, or null: the event is about something else. */
export const changedOutlet = ({ subject }: { readonly subject: string }): string | null =>
  subject.startsWith(SUBJECT) ? subject.slice(SUBJECT.length) : null
