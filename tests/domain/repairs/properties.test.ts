import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#domain/repairs/actor.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import { evolveRepair, foldRepair } from '#domain/repairs/evolve-repair.ts'
import { chargedTo, ledgerOf } from '#domain/repairs/ledger.ts'
import { whyNotStep } from '#domain/repairs/may.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'
import { REPAIR_EVENT_TYPES, type RepairEvent } from '#domain/repairs/repair-event.ts'
import { nextTimer } from '#domain/repairs/timers.ts'
import { decidingAt } from '#support/a-repair.ts'
import { ACTION_TYPES, anAction, BEGINNING, DAY_MS, WHOSE } from '#support/repair-actions.ts'
import { EVERYBODY } from '#support/repair-actors.ts'

const SEED = 20_261_001
const RUNS = 1_000
const HOME_OR_AWAY = ['SZ-001', 'SZ-002', 'SZ-003']

const OVERS: readonly Record<string, unknown>[] = [
  { continueTo: { status: 'diagnosing' } },
  { continueTo: { status: 'quality_check' } },
  { continueTo: { status: 'awaiting_parts', part: 'board', expectedOn: '2027-12-01' } },
  { kind: 'unrepairable', continueTo: { status: 'ready', barrier: 'unrepairable' } },
  { lines: [], currency: null, declineCostMinor: 0, kind: 'data_loss' },
  { faultCode: 'no_fault', barrier: 'no_fault_found' },
  { coverage: 'customer_pays' },
  { reason: 'changed_mind' },
  { field: 'way_back', value: 'post' },
  { field: 'way_back', value: 'collect' },
  { evidence: 'signature' },
  { repeatOf: 'OLDREPAIRCODE' },
  { override: 'alone_today' },
]

type Try = {
  readonly pick: number
  readonly over: Record<string, unknown>
  readonly who: string | null
  readonly wait: number
  readonly late: number
  readonly outlet: string
}

/** Steps of which most are in the table now: the pick is among what is allowed, or anything at all. */
const tries: fc.Arbitrary<Try> = fc.record({
  pick: fc.noBias(fc.nat({ max: 99_999 })),
  over: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.constantFrom(...OVERS) },
  ),
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(EVERYBODY)) },
  ),
  wait: fc.constantFrom(0, 1, 3_600_000, DAY_MS, 15 * DAY_MS, 91 * DAY_MS),
  late: fc.constantFrom(0, 0, 0, 1, 3_600_000, 40 * DAY_MS),
  outlet: fc.constantFrom(...HOME_OR_AWAY),
})

const beginnings = fc.record({
  wayIn: fc.constantFrom('walk_in' as const, 'mail_in' as const),
  wayBack: fc.constantFrom('collect' as const, 'post' as const),
  ceiling: fc.constantFrom(null, { amountMinor: 32_000, currency: 'CNY' }),
})

type History = {
  readonly repair: Repair
  readonly events: readonly RepairEvent[]
  readonly now: number
}

/** What ends a way early, or leads nowhere: tried less often, so that ways get long. */
const OFF_THE_WAY: readonly RepairActionType[] = [
  'inform',
  'correct',
  'cancel',
  'lapse',
  'withdraw',
  'give_up',
  'exchange',
  'refund',
  'certify',
  'report_lost',
]

function typeFor({ pick }: Try, repair: Repair) {
  const likely = ACTION_TYPES.filter((type) => whyNotStep(repair, type, WHOSE[type]) === null)
  const onward = likely.filter((type) => !OFF_THE_WAY.includes(type))
  const preferred = pick % 2 === 0 && onward.length > 0 ? onward : likely
  const from = pick % 10 === 1 || likely.length === 0 ? ACTION_TYPES : preferred
  return from[Math.floor(pick / 10) % from.length] ?? 'inform'
}

function go(history: History, one: Try): History {
  const { repair, events } = history
  const now = history.now + one.wait
  const type = typeFor(one, repair)
  const by: Actor = (one.who !== null && EVERYBODY[one.who]) || WHOSE[type]
  const over = type === 'send_on' ? { outlet: one.outlet } : one.over
  const action = { ...anAction(type, { repair, at: now }), ...over, type } as RepairAction
  const before = JSON.stringify(repair)
  const decision = decideRepair(repair, action, decidingAt(now, by, now - one.late))
  expect(JSON.stringify(repair)).toBe(before)
  if (!decision.ok) return { repair, events, now }
  if (repair.status === 'closed') expect(['bounce', 'report_lost', 'reclaim']).toContain(type)
  return { repair: decision.repair, events: [...events, ...decision.events], now }
}

function begin(over: Partial<RepairAction>): History {
  const at = { repair: null, at: BEGINNING }
  const request = { ...anAction('request', at), ...over } as RepairAction
  const decision = decideRepair(null, request, decidingAt(BEGINNING, WHOSE.request))
  if (!decision.ok) throw new Error(decision.refusal)
  return { repair: decision.repair, events: decision.events, now: BEGINNING }
}

const OPEN_WITH_OUTCOME = ['ready', 'in_transit_out', 'in_transfer', 'lost', 'closed']
const EARLY_ENDINGS = ['cancelled', 'lapsed']

function holdsTogether(repair: Repair): void {
  const { status, outcome, ending } = repair
  expect(repair.ask !== null).toBe(status === 'awaiting_decision')
  if (outcome !== null) expect(OPEN_WITH_OUTCOME).toContain(status)
  if (status === 'ready' || status === 'in_transit_out') expect(outcome).not.toBeNull()
  expect(ending !== null).toBe(status === 'closed')
  expect(repair.closedAt !== null).toBe(status === 'closed')
  if (status === 'closed' && !EARLY_ENDINGS.includes(ending ?? '')) expect(outcome).not.toBeNull()
  expect(repair.readyAt !== null).toBe(outcome !== null)
  expect((repair.barrier !== null) === (outcome === 'returned_unrepaired')).toBe(true)
  expect(repair.partExpectedOn !== null).toBe(status === 'awaiting_parts')
  expect(repair.transferTo !== null).toBe(status === 'in_transfer')
  expect(repair.lostBy !== null).toBe(status === 'lost')
  expect(repair.promise !== null).toBe(repair.receivedAt !== null)
  if (status === 'closed' && repair.receivedAt !== null)
    expect(repair.clockStoppedAt).not.toBeNull()
  if (repair.clockStoppedAt !== null)
    expect(repair.clockStoppedAt).toBeGreaterThanOrEqual(repair.clockStartedAt ?? Number.NaN)
  if (repair.deliveryAssumed) expect(ending).toBe('delivered')
}

function tiles({ events, repair, now }: History): void {
  const until = now + 1
  const ledger = ledgerOf(events, until)
  const end = repair.closedAt ?? until
  const begun = events[0]?.happenedAt ?? 0
  const sum = Object.values(chargedTo(ledger)).reduce((a, b) => a + b, 0)
  expect(sum).toBe(end - begun)
  let reached = begun
  for (const { from, to } of ledger) {
    expect(from).toBe(reached)
    expect(to).toBeGreaterThan(from)
    reached = to
  }
  expect(reached).toBe(end)
}

describe('whatever happens to a repair', () => {
  const statuses = new Set<string>()
  const types = new Set<string>()

  it('its events tell its state, its parts agree, and its ledger has no gap', () => {
    fc.assert(
      fc.property(beginnings, fc.array(tries, { maxLength: 40, size: 'max' }), (over, steps) => {
        const history = steps.reduce(go, begin(over))
        const { repair, events, now } = history
        expect(foldRepair(events)).toEqual(repair)
        let state: Repair | null = null
        for (const [i, event] of events.entries()) {
          expect(event.version).toBe(i + 1)
          expect(event.happenedAt).toBeGreaterThanOrEqual(events[i - 1]?.happenedAt ?? 0)
          state = evolveRepair(state, event)
          holdsTogether(state)
          statuses.add(state.status)
          types.add(event.type)
        }
        const firstPromises = new Set(events.map(({ data }) => data['firstPromisedAt']))
        expect(firstPromises.size).toBeLessThanOrEqual(2)
        tiles(history)
        const due = nextTimer(repair, now)
        if (due !== null) expect(due).toBeGreaterThan(now)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('and everything did happen', () => {
    expect(statuses.size).toBe(13)
    const missing = ACTION_TYPES.filter((type) => !types.has(REPAIR_EVENT_TYPES[type]))
    expect(missing).toEqual([])
  })
})
