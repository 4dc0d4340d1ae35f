import type { Complaint } from '#domain/complaints/complaint.ts'
import type { ComplaintAction, RegisterComplaint } from '#domain/complaints/complaint-action.ts'
import {
  type ComplaintActor,
  type ComplaintRole,
  customerActor,
  SYSTEM_ACTOR,
} from '#domain/complaints/complaint-actor.ts'
import type { ComplaintDecision } from '#domain/complaints/complaint-decision.ts'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
/** Friday 2026-11-20 10:00 in Shanghai. */
export const BEGUN = Date.UTC(2026, 10, 20, 2)

const person = (id: string, roles: readonly ComplaintRole[], outlets: readonly string[] = []) =>
  ({ id, roles, via: 'desk', outlets }) satisfies ComplaintActor

/** Everybody who meets a complaint about SZ-001. */
export const PEOPLE = {
  customer: customerActor('link'),
  system: SYSTEM_ACTOR,
  agent: person('stf_agent', ['agent']),
  counter: person('stf_counter', ['counter'], ['SZ-001']),
  bench: person('stf_bench', ['bench'], ['SZ-001']),
  manager: person('stf_manager', ['outlet_manager'], ['SZ-001']),
  regional: person('stf_regional', ['regional_manager', 'outlet_manager']),
  quality: person('stf_quality', ['hq_quality']),
  admin: person('stf_admin', []),
} as const satisfies Record<string, ComplaintActor>
export type PersonName = keyof typeof PEOPLE

export const REGISTER: RegisterComplaint = {
  ...{ type: 'register', code: '7K3M9QXF2T8BV', channel: 'hotline', formal: true },
  ...{ anonymous: false, locale: 'zh-CN', countryCode: 'CN', outlet: 'SZ-001', repair: null },
  ...{ source: null, cause: null, urgent: null, legalDate: null, receivedAt: BEGUN },
}

type Taken = {
  readonly by?: ComplaintActor
  readonly after?: number
  readonly happenedAt?: number | null
}

/** A complaint told step by step: each `and` waits, acts, and must be allowed. */
export type ComplaintStory = {
  readonly complaint: Complaint
  readonly events: readonly ComplaintEvent[]
  readonly now: number
  readonly attempt: (action: ComplaintAction, taken?: Taken) => ComplaintDecision
  readonly and: (action: ComplaintAction, taken?: Taken) => ComplaintStory
}

const MINUTE_MS = 60_000

function told(
  complaint: Complaint,
  events: readonly ComplaintEvent[],
  now: number,
): ComplaintStory {
  const decide = (action: ComplaintAction, { by, after = MINUTE_MS, happenedAt }: Taken) =>
    decideComplaint(complaint, action, {
      ...{ now: now + after, happenedAt: happenedAt ?? null },
      ...{ actor: by ?? ownerOf(complaint), zone: complaint.zone },
    })
  return {
    ...{ complaint, events, now },
    attempt: (action, taken = {}) => decide(action, taken),
    and: (action, taken = {}) => {
      const decision = decide(action, taken)
      if (!decision.ok)
        throw new Error(`${action.type}: ${decision.refusal} ${decision.field ?? ''}`)
      const { after = MINUTE_MS } = taken
      return told(decision.complaint, [...events, decision.event], now + after)
    },
  }
}

/** Who owns it by default on its level. */
export function ownerOf({ level, owner, outlet }: Complaint): ComplaintActor {
  const named = Object.values(PEOPLE).find(({ id }) => id === owner)
  if (named) return named
  if (level === 'hq' || outlet === null) return PEOPLE.quality
  return level === 'region_or_partner' ? PEOPLE.regional : PEOPLE.manager
}

export function aComplaint(
  over: Partial<RegisterComplaint> = {},
  {
    zone = 'Asia/Shanghai',
    now = over.receivedAt ?? BEGUN,
    by = PEOPLE.agent as ComplaintActor,
  } = {},
): ComplaintStory {
  const decision = decideComplaint(
    null,
    { ...REGISTER, ...over },
    { now, happenedAt: null, actor: by, zone },
  )
  if (!decision.ok) throw new Error(`register: ${decision.refusal} ${decision.field ?? ''}`)
  return told(decision.complaint, [decision.event], now)
}

export const DISPATCH = {
  ...{ type: 'dispatch', level: 'outlet', owner: null, urgent: null, outlet: null },
} as const satisfies ComplaintAction
export const REPORT = {
  ...{ type: 'report', customerContacted: true, technician: 'stf_bench' },
  ...{ cause: 'too_slow', remedy: 'apology' },
} as const satisfies ComplaintAction
export const ANSWER = {
  ...{ type: 'answer', verdict: 'upheld', remedy: 'apology' },
} as const satisfies ComplaintAction
export const REACHED = { type: 'contact', reached: true } as const
export const NOBODY_THERE = { type: 'contact', reached: false } as const
export const ASSIGN = { type: 'assign', outlet: 'SZ-001' } as const

export const dispatched = (over: Partial<RegisterComplaint> = {}) =>
  aComplaint(over).and(DISPATCH, { by: PEOPLE.agent })
export const contacted = () => dispatched().and(REACHED)
export const withOutlet = () => contacted().and(ASSIGN)
export const reported = () => withOutlet().and(REPORT, { by: PEOPLE.manager })
export const verified = () => reported().and({ type: 'verify' }, { by: PEOPLE.agent })
export const answered = () => verified().and(ANSWER)
export const closed = () => answered().and({ type: 'agree' }, { by: PEOPLE.customer })
