import type { CountDelta } from '../kpis/count-events.ts'
import { countedBetween } from '../kpis/tally.ts'
import { tallyOfRepair } from '../kpis/tally-of-repair.ts'
import { localDayOf } from '../outlets/kept-wall-time.ts'
import type { Actor, Role } from './actor.ts'
import { isUnderCeiling } from './asks.ts'
import { isInstant } from './coded-values.ts'
import type { Deciding, RepairDecision } from './decision.ts'
import { standingAfter } from './event-standing.ts'
import { evolveRepair } from './evolve-repair.ts'
import { whyNotRequest } from './intake.ts'
import { whyNotStep } from './may.ts'
import { requestedRepair } from './new-repair.ts'
import type { Repair } from './repair.ts'
import type { RepairAction, RepairActionType } from './repair-action.ts'
import { REPAIR_EVENT_TYPES, type RepairEvent } from './repair-event.ts'
import type { Touchpoint } from './repair-figures.ts'
import { RULES } from './rules.ts'
import { goTo, type Ruled, type Ruling, refuse, type Situation } from './ruling.ts'

/** Who writes a step down later than this after it happened enters it late. */
const LATE_ENTRY_MS = 3_600_000
const SYSTEM: Actor = { id: 'system', roles: ['system'], via: 'system' }

/** By whom it is asked for: the customer on the web, the hotline, else the counter. */
function touchpointOf({ roles }: Actor): Touchpoint {
  if (roles.includes('customer')) return 'web'
  return roles.includes('agent') ? 'hotline' : 'outlet'
}

type Happening = Pick<Situation, 'at' | 'day' | 'deciding'>

/** When a step happened, or null: it isn't before the last one, and not after it is recorded. */
function timeOf(repair: Repair | null, { now, happenedAt }: Deciding): number | null {
  const at = happenedAt ?? now
  if (!isInstant(at) || at > now) return null
  return repair && at < repair.lastHappenedAt ? null : at
}

function ruleOn(action: RepairAction, situation: Situation): Ruling {
  if (action.type === 'request') {
    const { type: _, ...facts } = action
    const { zone, actor } = situation.deciding
    const told = { ...facts, zone, touchpoint: touchpointOf(actor) }
    return whyNotRequest(action) ?? goTo('requested', told)
  }
  const rule = RULES[action.type] as (action: RepairAction, situation: Situation) => Ruling
  return rule(action, situation)
}

function eventOf(repair: Repair, action: RepairAction, ruled: Ruled, happening: Happening) {
  const { at, deciding } = happening
  const event: RepairEvent = {
    subject: `repair/${repair.code}`,
    version: repair.version + 1,
    type: REPAIR_EVENT_TYPES[action.type],
    happenedAt: at,
    data: {
      ...ruled.facts,
      ...(deciding.now - at > LATE_ENTRY_MS && { enteredLate: true }),
      ...standingAfter(repair, { action, ruled, ...happening }),
    },
  }
  return event
}

function decideOne(
  repair: Repair | null,
  action: RepairAction,
  deciding: Deciding,
): RepairDecision {
  const refused = whyNotStep(repair, action.type, deciding.actor)
  if (refused) return refuse(refused)
  const at = timeOf(repair, deciding)
  if (at === null) return refuse('bad_time')
  const before = repair ?? (action.type === 'request' ? requestedRepair(action, at) : null)
  if (!before) return refuse('not_allowed_now')
  const happening = { at, day: localDayOf(deciding.zone, at), deciding }
  const ruled = ruleOn(action, { repair: before, ...happening })
  if (!ruled.ok) return ruled
  const event = eventOf(before, action, ruled, happening)
  const after = evolveRepair(repair, event)
  return { ok: true, events: [withCounts(event, repair, after)], repair: after } as const
}

/** What a repair contributes after one step it contributes before the next: it is reckoned once. */
const tallies = new WeakMap<Repair, readonly CountDelta[]>()

function keptTally(repair: Repair): readonly CountDelta[] {
  const tally = tallies.get(repair) ?? tallyOfRepair(repair)
  tallies.set(repair, tally)
  return tally
}

/** An event says what it changes in the figures, so that counting needs it alone. */
function withCounts(event: RepairEvent, before: Repair | null, after: Repair): RepairEvent {
  const counted = countedBetween(before ? keptTally(before) : [], keptTally(after))
  return counted ? { ...event, data: { ...event.data, counted } } : event
}

/** A price within what the customer agreed to beforehand is accepted as it is asked. */
function acceptUnderCeiling(asked: RepairDecision, deciding: Deciding): RepairDecision {
  if (!asked.ok || !asked.repair.ask || !isUnderCeiling(asked.repair)) return asked
  const { version } = asked.repair.ask
  const accept: RepairAction = { type: 'accept', askVersion: version, evidence: null }
  const accepted = decideOne(asked.repair, accept, { ...deciding, actor: SYSTEM })
  if (!accepted.ok) throw new Error(`an ask under the ceiling wasn't accepted: ${accepted.refusal}`)
  return { ...accepted, events: [...asked.events, ...accepted.events] }
}

/**
 * What happens to a repair when somebody acts on it, or why nothing does. Null is a repair not yet
 * requested. Asked in this order: is the step in the table now, may this person, is the time right,
 * are the values. One action is one event; an ask under the agreed ceiling brings its `accept` along.
 * Whether the actor serves this outlet, and whether the version seen is the last, is the caller's.
 * `decideRepair(received, { type: 'diagnose' }, byBench)` answers one `repair.diagnosis_started`.
 */
export function decideRepair(
  repair: Repair | null,
  action: RepairAction,
  deciding: Deciding,
): RepairDecision {
  const decision = decideOne(repair, action, deciding)
  return action.type === 'ask' ? acceptUnderCeiling(decision, deciding) : decision
}

const QUICK_PATH: readonly RepairActionType[] = ['receive', 'diagnose', 'ask', 'accept']

/** What may stand beside the quick path: both are the counter's own. */
const BESIDE_IT: readonly RepairActionType[] = ['request', 'correct']

/** Whether a batch is the counter's quick path, perhaps from the request on, perhaps without the answer. */
function isQuickPath(actions: readonly RepairAction[]): boolean {
  const types = actions.map(({ type }) => type).filter((type) => !BESIDE_IT.includes(type))
  return types.length > 2 && types.every((type, i) => type === QUICK_PATH[i])
}

const BENCH: Role = 'bench'

/** On the quick path the counter does the bench's part. */
const onQuickPath = (deciding: Deciding): Deciding => {
  const { actor } = deciding
  if (!actor.roles.includes('counter')) return deciding
  return { ...deciding, actor: { ...actor, roles: [...actor.roles, BENCH] } }
}

/**
 * Several steps of one person as one decision: all of them happen, or the first refusal and nothing.
 * `request` and `receive` register a walk-in; `receive`, `diagnose`, `ask`, `accept` are the counter's
 * quick path, for which no bench is needed. The answer given in the batch counts, even under a ceiling.
 * Throws for an empty list.
 */
export function decideSeveral(
  repair: Repair | null,
  actions: readonly RepairAction[],
  deciding: Deciding,
): RepairDecision {
  const acting = isQuickPath(actions) ? onQuickPath(deciding) : deciding
  const events: RepairEvent[] = []
  let current = repair
  for (const [i, action] of actions.entries()) {
    const isAnswered = actions[i + 1]?.type === 'accept'
    const decision = (isAnswered ? decideOne : decideRepair)(current, action, acting)
    if (!decision.ok) return decision
    events.push(...decision.events)
    current = decision.repair
  }
  if (!current) throw new Error('no action to decide on')
  return { ok: true, events, repair: current }
}
