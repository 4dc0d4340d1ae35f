import type { ComplaintAction } from '#domain/complaints/complaint-action.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What somebody outside knows of a complaint: written down anew, from the table of the trade. */
export type Known = {
  readonly code: string
  version: number
  status: string
  level: 'outlet' | 'region_or_partner' | 'hq' | null
  owner: string | null
  outlet: string | null
  asked: string | null
  readonly anonymous: boolean
  urgent: boolean
  ending: string | null
  opened: number
  round: number
  tries: number
  days: string[]
  isUnreachable: boolean
  writers: string[]
  from: string
  tried: boolean
  assignedAt: number | null
  isReported: boolean
  answeredAt: number
  closedAt: number
  /** Clocks that took it up in this round. */
  rung: string[]
  lastAt: number
}

type Action = Exclude<ComplaintAction, { type: 'register' }>
export type Doer = {
  readonly id: string
  readonly roles: readonly string[]
  readonly works: readonly string[]
}

const LEVELS = ['outlet', 'region_or_partner', 'hq'] as const
const up = (level: Known['level']) => LEVELS[LEVELS.indexOf(level ?? 'outlet') + 1] ?? null

/** Roles that each person holds about an outlet, as the network's lists say. */
export function doerAt(id: string, outlet: string | null): Doer {
  const at = (code: string, ...roles: string[]) => (outlet === code ? roles : [])
  const inRegion = outlet === 'SZ-001' || outlet === 'SZ-002'
  switch (id) {
    case 'stf_agent':
      return { id, roles: ['agent'], works: [] }
    case 'stf_both':
      return { id, roles: ['agent', ...at('SZ-001', 'counter')], works: ['SZ-001'] }
    case 'stf_quality':
    case 'stf_quality2':
      return { id, roles: ['hq_quality'], works: [] }
    case 'stf_regional':
      return { id, roles: inRegion ? ['regional_manager', 'outlet_manager'] : [], works: [] }
    case 'stf_manager1':
      return { id, roles: at('SZ-001', 'outlet_manager'), works: ['SZ-001'] }
    case 'stf_manager2':
      return { id, roles: at('SZ-002', 'outlet_manager'), works: ['SZ-002'] }
    case 'stf_bench':
      return { id, roles: at('SZ-001', 'bench'), works: ['SZ-001'] }
    default:
      return { id, roles: [id], works: [] }
  }
}

const isOwner = ({ level, outlet, owner }: Known, { id, roles }: Doer): boolean => {
  if (owner !== null) return owner === id
  if (level === null) return false
  if (outlet === null || level === 'hq') return roles.includes('hq_quality')
  return roles.includes(level === 'outlet' ? 'outlet_manager' : 'regional_manager')
}

export const sees = (known: Known, doer: Doer): boolean =>
  isOwner(known, doer) ||
  ['agent', 'regional_manager', 'hq_quality'].some((role) => doer.roles.includes(role)) ||
  (doer.roles.includes('outlet_manager') && known.asked !== null && known.asked === known.outlet)

/** From which statuses each action is taken, and by whom. `owner` is whoever owns it then. */
const TABLE: Record<Action['type'], readonly [from: string, who: string]> = {
  dispatch: ['registered', 'agent hq_quality'],
  reclassify: ['registered dispatched', 'hq_quality owner'],
  merge: ['registered dispatched', 'hq_quality owner'],
  redirect: ['dispatched contacted with_outlet', 'owner'],
  contact: ['dispatched', 'owner'],
  assign: ['contacted dispatched', 'owner'],
  report: ['with_outlet contacted dispatched', 'outlet_manager owner'],
  verify: ['reported', 'agent regional_manager hq_quality'],
  send_back: ['reported', 'agent regional_manager hq_quality'],
  answer: ['verified', 'owner'],
  agree: ['answered', 'customer'],
  disagree: ['answered', 'customer'],
  silence: ['answered', 'system'],
  escalate: [
    'registered dispatched contacted with_outlet reported verified',
    'system regional_manager hq_quality',
  ],
  withdraw: ['registered dispatched contacted with_outlet reported verified answered', 'customer'],
  reopen: ['closed', 'customer hq_quality'],
}

function isInTable(known: Known, { type }: Action): boolean {
  const { status, anonymous, level, outlet } = known
  if (!TABLE[type][0].split(' ').includes(status)) return false
  if (type === 'contact') return !anonymous
  if (type === 'assign') return status !== 'dispatched' || anonymous
  if (type !== 'report' || status === 'with_outlet') return true
  return (level === 'hq' || outlet === null) && (status === 'contacted' || anonymous)
}

function isTheirs(known: Known, { type }: Action, doer: Doer): boolean {
  const who = TABLE[type][1].split(' ')
  if (who.includes('owner') && isOwner(known, doer)) {
    if (type !== 'report' || known.level === 'hq' || known.outlet === null) return true
  }
  if (type === 'report' && known.status !== 'with_outlet') return false
  return who.some((role) => role !== 'owner' && doer.roles.includes(role))
}

/** The instants at which its words fall due, of those not kept yet. */
export function dueOf(known: Known): readonly (readonly [name: string, at: number])[] {
  const { opened, urgent, anonymous, tried, assignedAt, isReported } = known
  return [
    ...(anonymous || tried ? [] : [['contact', opened + (urgent ? 2 : 24) * HOUR_MS] as const]),
    ...(assignedAt === null || isReported ? [] : [['report', assignedAt + 48 * HOUR_MS] as const]),
    ['answer', opened + (urgent ? 2 : 5) * DAY_MS] as const,
  ]
}

const missed = (known: Known, at: number): readonly string[] =>
  dueOf(known).flatMap(([name, due]) => (at > due && !known.rung.includes(name) ? [name] : []))

/** Why a step isn't taken; null = it is. Asked in the order that the house asks. */
export function whyNot(known: Known, action: Action, doer: Doer, at: number): string | null {
  // Who repairs phones holds no role that acts on complaints, wherever they are.
  if (doer.id === 'stf_bench') return 'not_your_role'
  if (doer.id.startsWith('stf_') && !sees(known, doer)) return 'unknown_complaint'
  if (!isInTable(known, action)) return 'not_allowed_now'
  if (!isTheirs(known, action, doer)) return 'not_your_role'
  const { type } = action
  if (type === 'verify' || type === 'send_back') {
    const isOwn = doer.works.some((code) => code === known.outlet || code === known.asked)
    return isOwn || known.writers.includes(doer.id) ? 'second_person_needed' : null
  }
  if (type === 'dispatch' && action.level === 'outlet' && !(action.outlet ?? known.outlet))
    return 'bad_value'
  if (type === 'redirect' && action.owner === known.owner) return 'bad_value'
  if (type === 'disagree') return at >= known.answeredAt + 14 * DAY_MS ? 'too_late' : null
  if (type === 'silence') return at < known.answeredAt + 14 * DAY_MS ? 'not_allowed_now' : null
  if (type === 'reopen' && !doer.roles.includes('hq_quality')) {
    if (at > known.closedAt + 30 * DAY_MS) return 'too_late'
    return known.round >= 5 ? 'too_often' : null
  }
  if (type === 'escalate' && doer.id === 'system')
    return missed(known, at).length === 0 ? 'not_allowed_now' : null
  return null
}

/** Shanghai keeps UTC+8. */
const dayOf = (at: number): string => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10)

function anew(known: Known, at: number): void {
  const next = { level: up(known.level) ?? 'hq', owner: null, status: 'dispatched', ending: null }
  Object.assign(known, next)
  Object.assign(known, { opened: at, round: known.round + 1, tries: 0, days: [], rung: [] })
  Object.assign(known, { tried: false, assignedAt: null, isReported: false, writers: [] })
  Object.assign(known, { isUnreachable: false })
}

function close(known: Known, ending: string, at: number): void {
  Object.assign(known, { status: 'closed', ending, closedAt: at })
}

function tryContact(known: Known, reached: boolean, at: number): void {
  known.tried = true
  known.tries += 1
  known.days = [...new Set([...known.days, dayOf(at)])]
  if (!reached) known.isUnreachable = known.tries >= 3 && known.days.length >= 2
  else known.isUnreachable = false
  if (reached || known.isUnreachable) known.status = 'contacted'
}

/** What a step that was taken makes of it. */
export function take(known: Known, action: Action, doer: Doer, at: number): void {
  known.version += 1
  known.lastAt = at
  switch (action.type) {
    case 'dispatch':
      Object.assign(known, { status: 'dispatched', level: action.level, owner: action.owner })
      known.outlet = action.outlet ?? known.outlet
      known.urgent ||= action.urgent !== null
      break
    case 'redirect':
      Object.assign(known, { status: 'dispatched', owner: action.owner })
      break
    case 'contact':
      tryContact(known, action.reached, at)
      break
    case 'assign':
      Object.assign(known, { status: 'with_outlet', outlet: action.outlet, asked: action.outlet })
      // What the head office reported before anybody was asked is no report of the outlet's.
      if (known.assignedAt === null) known.isReported = false
      known.assignedAt ??= at
      break
    case 'report':
      known.from = known.status
      Object.assign(known, { status: 'reported', isReported: true })
      known.writers = [...known.writers, doer.id, ...(action.technician ? [action.technician] : [])]
      break
    case 'verify':
      known.status = 'verified'
      break
    case 'send_back':
      Object.assign(known, { status: known.from, isReported: false })
      break
    case 'answer':
      Object.assign(known, { status: 'answered', answeredAt: at })
      break
    case 'escalate': {
      known.rung = [...known.rung, ...missed(known, at)]
      const level = up(known.level)
      if (level) Object.assign(known, { status: 'dispatched', level, owner: null })
      else if (doer.id !== 'system') known.owner = null
      break
    }
    case 'disagree':
      if (up(known.level)) anew(known, at)
      else close(known, 'final', at)
      break
    case 'reopen':
      anew(known, at)
      break
    default:
      close(known, ENDINGS[action.type], at)
  }
}

const ENDINGS = {
  ...{ agree: 'agreed', silence: 'no_reply', withdraw: 'withdrawn' },
  ...{ reclassify: 'not_a_complaint', merge: 'merged' },
} as const
