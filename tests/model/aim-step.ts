import type { Actor } from '#domain/repairs/actor.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'
import type { PrivateChange } from '#functions/repairs/private-store.ts'
import { ACTION_TYPES, anAction, WHOSE } from '#support/repair-actions.ts'
import { counter, customerByLookup, EVERYBODY, manager, system } from '#support/repair-actors.ts'
import type { Asked } from './asked.ts'
import type { Standing } from './peek.ts'
import { happenedWhen, type Moment, versionSeen } from './seen.ts'
import { whoMayNow } from './step-table.ts'
import type { StepWish } from './wish.ts'

const LATER_TYPES = ACTION_TYPES.filter((type) => type !== 'request')
const PEOPLE = Object.values(EVERYBODY)

/** What carries a repair on: the other steps end it or stay. */
const FORWARD: readonly RepairActionType[] = [
  ...(['post', 'receive', 'diagnose', 'ask', 'accept', 'start', 'await_parts'] as const),
  ...(['new_date', 'part_arrived', 'finish', 'fail_check', 'pass_check', 'hand_over'] as const),
  ...(['post_back', 'delivered', 'settle', 'take_in', 'found', 'abandon', 'reclaim'] as const),
  ...(['bounce', 'decline'] as const),
]
const IMEIS = ['490154203237518', '356938035643809', '352099001761481'] as const

function typeOf({ course, action }: StepWish, repair: Repair): RepairActionType {
  const allowed = LATER_TYPES.filter((type) => whoMayNow(repair, type) !== null)
  const forbidden = LATER_TYPES.filter((type) => !allowed.includes(type))
  const forward = allowed.filter((type) => FORWARD.includes(type))
  const [choice = LATER_TYPES] = [
    ...(course === 'forbidden' ? [forbidden] : []),
    ...(course === 'forward' ? [forward] : []),
    allowed,
    forbidden,
  ].filter((types) => types.length > 0)
  return choice[action % choice.length] ?? 'inform'
}

/** The last one isn't on record. */
const OUTLET_CODES = ['SZ-001', 'SZ-002', 'SZ-001', 'NY-001', 'SZ-002', 'ZZ-404'] as const

/** Other values than the usual ones, that make sense. */
function variant(action: RepairAction, { detail }: StepWish, repair: Repair): RepairAction {
  const outlet = OUTLET_CODES[detail % OUTLET_CODES.length] ?? 'SZ-001'
  switch (action.type) {
    case 'ask':
      return detail % 3 === 0
        ? {
            ...action,
            continueTo: { status: 'awaiting_parts', part: 'p1', expectedOn: '2039-01-01' },
          }
        : detail % 3 === 1
          ? { ...action, lines: [{ item: 'labour', amountMinor: 9_000 }] }
          : action
    case 'send_on':
      return outlet === repair.atOutlet ? action : { ...action, outlet }
    case 'found':
      return detail % 2 === 0 ? action : { ...action, outlet }
    case 'correct':
      return detail % 2 === 0
        ? action
        : { ...action, field: 'way_back', value: detail % 4 === 1 ? 'post' : 'collect' }
    case 'reopen':
      return { ...action, reason: detail % 2 === 0 ? 'not_fixed' : 'changed_mind' }
    case 'receive':
      return {
        ...action,
        ceiling: detail % 3 === 0 ? { amountMinor: 20_000, currency: 'CNY' } : null,
        arrivedAt: detail % 4 === 1 && repair.wayIn === 'walk_in' ? repair.lastHappenedAt : null,
      }
    default:
      return action
  }
}

/** One value made senseless: the n-th that the action has. */
function spoilt(action: RepairAction, detail: number): RepairAction {
  const fields = Object.keys(action).filter((field) => field !== 'type')
  const field = fields[detail % Math.max(1, fields.length)]
  if (field === undefined) return action
  const value = (action as Readonly<Record<string, unknown>>)[field]
  const bad =
    typeof value === 'number' ? -1 : Array.isArray(value) ? ['not a code'] : 'two words, no code'
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return action
  return { ...action, [field]: bad } as RepairAction
}

/** Whose step it is, or anybody. */
function actorOf(wish: StepWish, type: RepairActionType): Actor {
  if (!wish.isRightPerson) return PEOPLE[wish.by % PEOPLE.length] ?? manager
  if (type === 'expire' || type === 'lapse') return system
  if (wish.by % 6 === 0) return manager
  if (type !== 'accept' && type !== 'decline' && type !== 'withdraw') return WHOSE[type]
  // By code and digits one may withdraw, not agree to money; the counter may, with evidence.
  return [WHOSE[type], customerByLookup, counter][wish.by % 3] ?? WHOSE[type]
}

const devices = ({ device }: StepWish): PrivateChange => ({
  device: { imeis: [IMEIS[device % IMEIS.length] ?? ''], serial: null },
})

/** A step of a repair, sensible or not. */
export function aimStep(wish: StepWish, { repair }: Standing, { now, key }: Moment): Asked {
  const type = typeOf(wish, repair)
  const usual = variant(anAction(type, { repair, at: now }), wish, repair)
  const actor = actorOf(wish, type)
  const isAnswer = usual.type === 'accept' || usual.type === 'decline'
  // Staff who answer for a customer show why they may.
  const told =
    isAnswer && actor.id.startsWith('stf_') ? { ...usual, evidence: 'signature-7' } : usual
  return {
    use: 'repair',
    input: {
      code: repair.code,
      action: wish.isPlausible ? told : spoilt(told, wish.detail),
      expectedVersion: versionSeen(wish.version, repair.version),
      actor,
      happenedAt: happenedWhen(wish.late, repair.lastHappenedAt, now),
      key,
      ...(type === 'receive' && wish.device % 10 > 0 ? { personal: devices(wish) } : {}),
    },
  }
}
