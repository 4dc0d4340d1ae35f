import { afterWorkingDays } from '#domain/calendar/working-days.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import type { Deciding, RepairDecision } from '#domain/repairs/decision.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { ActionOf, RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { anAction, BEGINNING, DAY_MS, ELSEWHERE, HOUR_MS, WHOSE, ZONE } from './repair-actions.ts'
import { manager, system } from './repair-actors.ts'

/** What deciding is told at a moment: Shenzhen's zone, Monday to Friday. */
export const decidingAt = (
  now: number,
  actor: Actor,
  happenedAt: number | null = null,
): Deciding => ({
  now,
  happenedAt,
  actor,
  zone: ZONE,
  afterWorkingDays: (at, days) => afterWorkingDays(at, days, { zone: ZONE, calendar: null }),
})

/** Takes the place of what an action says by default, and of who does it. */
type Over<T extends RepairActionType> = Partial<ActionOf<T>> & { readonly by?: Actor }

type Told = {
  readonly repair: Repair
  readonly events: readonly RepairEvent[]
  readonly now: number
}

function tell({ repair, events, now }: Told) {
  const decide = (action: RepairAction, by: Actor, at = now): RepairDecision =>
    decideRepair(repair, action, decidingAt(at, by))

  const act = <T extends RepairActionType>(type: T, over: Over<T> = {}): RepairStory => {
    const { by = WHOSE[type], ...values } = over
    const action = anAction(type, { repair, at: now }, values as unknown as Partial<ActionOf<T>>)
    const decision = decide(action, by)
    if (!decision.ok) throw new Error(`${type} from ${repair.status}: ${JSON.stringify(decision)}`)
    return tell({
      repair: decision.repair,
      events: [...events, ...decision.events],
      now: now + HOUR_MS,
    })
  }

  const here = (): RepairStory => tell({ repair, events, now })
  const later = (ms: number): RepairStory => tell({ repair, events, now: now + ms })
  const isEarly = repair.status === 'requested' || repair.status === 'in_transit_in'
  const inHand = (): RepairStory => (isEarly ? act('receive') : here())
  const atBench = (): RepairStory => {
    const story = inHand()
    return story.repair.status === 'received' ? story.act('diagnose') : story
  }
  const atWork = (): RepairStory => {
    const story = atBench()
    return story.repair.status === 'diagnosing' ? story.act('start') : story
  }
  const atCheck = (): RepairStory => {
    const story = atWork()
    return story.repair.status === 'repairing' ? story.act('finish') : story
  }
  const done = (): RepairStory => {
    const story = atCheck()
    return story.repair.status === 'quality_check' ? story.act('pass_check') : story
  }

  return {
    repair,
    events,
    /** An hour after the last event: when the next one happens. */
    now,
    /** Any step, by default with all it needs, by somebody who may. Throws where it is refused. */
    act,
    /** What deciding answers, without going on. */
    decide,
    later,
    posted: (over: Over<'post'> = {}) => act('post', over),
    received: (over: Over<'receive'> = {}) => act('receive', over),
    diagnosing: () => atBench(),
    awaitingDecision: (over: Over<'ask'> = {}) => atBench().act('ask', over),
    accepted: (over: Over<'accept'> = {}) => act('accept', over),
    declined: (over: Over<'decline'> = {}) => act('decline', over),
    expired: () => later(14 * DAY_MS).act('expire'),
    withdrawn: (over: Over<'withdraw'> = {}) => inHand().act('withdraw', over),
    awaitingParts: (over: Over<'await_parts'> = {}) => atBench().act('await_parts', over),
    repairing: (over: Over<'start'> = {}) =>
      repair.status === 'repairing' ? here() : atBench().act('start', over),
    qualityCheck: (over: Over<'finish'> = {}) =>
      repair.status === 'quality_check' ? here() : atWork().act('finish', over),
    /** Ready as repaired. */
    ready: (over: Over<'pass_check'> = {}) =>
      repair.status === 'ready' ? here() : atCheck().act('pass_check', over),
    givenUp: (over: Over<'give_up'> = {}) => atBench().act('give_up', over),
    exchanged: (over: Over<'exchange'> = {}) => inHand().act('exchange', over),
    refunded: (over: Over<'refund'> = {}) => inHand().act('refund', over),
    certified: (over: Over<'certify'> = {}) => inHand().act('certify', over),
    reopened: (over: Over<'reopen'> = {}) => done().act('reopen', over),
    collected: (over: Over<'hand_over'> = {}) => done().act('hand_over', over),
    settled: () => act('settle'),
    postedBack: (over: Over<'post_back'> = {}) => done().act('post_back', over),
    delivered: (over: Over<'delivered'> = {}) => act('delivered', over),
    deliveryAssumed: () => later(14 * DAY_MS).act('delivered', { by: system }),
    bounced: (over: Over<'bounce'> = {}) => act('bounce', over),
    /** On its way to another outlet. */
    inTransfer: (outlet: string = ELSEWHERE) => inHand().act('send_on', { outlet }),
    /** On its way to another outlet, and arrived there. */
    movedTo: (outlet: string = ELSEWHERE) => inHand().act('send_on', { outlet }).act('take_in'),
    lost: () => (repair.status === 'requested' ? inHand() : here()).act('report_lost'),
    found: (over: Over<'found'> = {}) => act('found', over),
    informed: (over: Over<'inform'> = {}) => act('inform', over),
    corrected: (over: Over<'correct'> = {}) => act('correct', over),
    cancelled: () => act('cancel'),
    lapsed: () => later(45 * DAY_MS).act('lapse'),
    abandoned: () =>
      done()
        .later(90 * DAY_MS)
        .act('abandon', { by: manager }),
    reclaimed: () => act('reclaim'),
  }
}

/** A repair with its events, and ways to go on: see `aRepair`. */
export type RepairStory = {
  readonly repair: Repair
  readonly events: readonly RepairEvent[]
  readonly now: number
  readonly act: <T extends RepairActionType>(type: T, over?: Over<T>) => RepairStory
  readonly decide: (action: RepairAction, by: Actor, at?: number) => RepairDecision
  readonly later: (ms: number) => RepairStory
  readonly posted: (over?: Over<'post'>) => RepairStory
  readonly received: (over?: Over<'receive'>) => RepairStory
  readonly diagnosing: () => RepairStory
  readonly awaitingDecision: (over?: Over<'ask'>) => RepairStory
  readonly accepted: (over?: Over<'accept'>) => RepairStory
  readonly declined: (over?: Over<'decline'>) => RepairStory
  readonly expired: () => RepairStory
  readonly withdrawn: (over?: Over<'withdraw'>) => RepairStory
  readonly awaitingParts: (over?: Over<'await_parts'>) => RepairStory
  readonly repairing: (over?: Over<'start'>) => RepairStory
  readonly qualityCheck: (over?: Over<'finish'>) => RepairStory
  readonly ready: (over?: Over<'pass_check'>) => RepairStory
  readonly givenUp: (over?: Over<'give_up'>) => RepairStory
  readonly exchanged: (over?: Over<'exchange'>) => RepairStory
  readonly refunded: (over?: Over<'refund'>) => RepairStory
  readonly certified: (over?: Over<'certify'>) => RepairStory
  readonly reopened: (over?: Over<'reopen'>) => RepairStory
  readonly collected: (over?: Over<'hand_over'>) => RepairStory
  readonly settled: () => RepairStory
  readonly postedBack: (over?: Over<'post_back'>) => RepairStory
  readonly delivered: (over?: Over<'delivered'>) => RepairStory
  readonly deliveryAssumed: () => RepairStory
  readonly bounced: (over?: Over<'bounce'>) => RepairStory
  readonly inTransfer: (outlet?: string) => RepairStory
  readonly movedTo: (outlet?: string) => RepairStory
  readonly lost: () => RepairStory
  readonly found: (over?: Over<'found'>) => RepairStory
  readonly informed: (over?: Over<'inform'>) => RepairStory
  readonly corrected: (over?: Over<'correct'>) => RepairStory
  readonly cancelled: () => RepairStory
  readonly lapsed: () => RepairStory
  readonly abandoned: () => RepairStory
  readonly reclaimed: () => RepairStory
}

/**
 * A repair requested at BEGINNING: a walk-in at SZ-001 who collects, unless told otherwise. Each step
 * happens an hour after the last, decided by the real rules; steps named by a status go there from
 * wherever the repair is: `aRepair().awaitingParts()`, `aMailIn().posted().ready().postedBack()`.
 */
export function aRepair(over: Partial<ActionOf<'request'>> = {}): RepairStory {
  const request = anAction('request', { repair: null, at: BEGINNING }, over)
  const decision = decideRepair(null, request, decidingAt(BEGINNING, WHOSE.request))
  if (!decision.ok) throw new Error(`request: ${JSON.stringify(decision)}`)
  const { repair, events } = decision
  return tell({ repair, events, now: BEGINNING + HOUR_MS })
}

/** A repair sent in by mail and posted back. */
export const aMailIn = (over: Partial<ActionOf<'request'>> = {}): RepairStory =>
  aRepair({ wayIn: 'mail_in', wayBack: 'post', ...over })
