import { describe, expect, it } from 'vitest'
import { allowedActions } from '#domain/repairs/allowed-actions.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'
import { aMailIn, aRepair, decidingAt, type RepairStory } from '#support/a-repair.ts'
import { anAction, BEGINNING, DAY_MS } from '#support/repair-actions.ts'
import {
  customer,
  customerByLookup,
  EVERYBODY,
  bench as finisher,
  manager,
  otherBench,
} from '#support/repair-actors.ts'

const outlet = ['counter', 'bench', 'manager']
const speakers = ['agent', 'home', 'homeManager']
const staff = [...outlet, ...speakers]
const customers = ['customer', 'customerByLookup']
const bench = ['bench', 'manager']
const counter = ['counter', 'manager']

type Case = readonly [RepairActionType, string, () => RepairStory, readonly string[]]

/** Who the domain's table names, written out; everybody else is refused. */
const CASES: readonly Case[] = [
  ['post', 'requested', () => aMailIn(), [...customers, 'agent']],
  ['receive', 'requested', () => aRepair(), outlet],
  ['diagnose', 'received', () => aRepair().received(), bench],
  ['ask', 'diagnosing', () => aRepair().diagnosing(), bench],
  ['expire', 'awaiting_decision', () => aRepair().awaitingDecision(), ['system']],
  ['withdraw', 'received', () => aRepair().received(), [...customers, ...staff]],
  ['withdraw', 'diagnosing', () => aRepair().diagnosing(), [...customers, ...staff]],
  ['withdraw', 'awaiting_decision', () => aRepair().awaitingDecision(), [...customers, ...staff]],
  ['withdraw', 'awaiting_parts', () => aRepair().awaitingParts(), [...customers, ...staff]],
  ['withdraw', 'repairing', () => aRepair().repairing(), staff],
  ['withdraw', 'quality_check', () => aRepair().qualityCheck(), staff],
  ['start', 'diagnosing', () => aRepair().diagnosing(), bench],
  ['await_parts', 'repairing', () => aRepair().repairing(), bench],
  ['new_date', 'awaiting_parts', () => aRepair().awaitingParts(), [...bench, 'supply']],
  ['part_arrived', 'awaiting_parts', () => aRepair().awaitingParts(), [...bench, 'supply']],
  ['finish', 'repairing', () => aRepair().repairing(), bench],
  ['fail_check', 'quality_check', () => aRepair().qualityCheck(), outlet],
  ['pass_check', 'quality_check', () => aRepair().qualityCheck(), outlet],
  ['give_up', 'diagnosing', () => aRepair().diagnosing(), bench],
  ['exchange', 'diagnosing', () => aRepair().diagnosing(), ['manager']],
  ['refund', 'lost', () => aRepair().received().lost(), ['manager']],
  ['certify', 'quality_check', () => aRepair().qualityCheck(), ['manager']],
  ['reopen', 'ready', () => aRepair().ready(), [...counter, 'agent']],
  ['hand_over', 'ready', () => aRepair().ready(), counter],
  ['settle', 'ready, refunded', () => aRepair().refunded(), ['manager']],
  ['post_back', 'ready by post', () => aMailIn().ready(), outlet],
  [
    'delivered',
    'in_transit_out',
    () => aMailIn().postedBack(),
    [...customers, 'courier', ...speakers, 'system'],
  ],
  ['bounce', 'in_transit_out', () => aMailIn().postedBack(), outlet],
  ['bounce', 'delivered by the system', () => aMailIn().postedBack().deliveryAssumed(), outlet],
  ['send_on', 'repairing', () => aRepair().repairing(), outlet],
  ['take_in', 'in_transfer', () => aRepair().inTransfer(), outlet],
  ['report_lost', 'in_transfer', () => aRepair().inTransfer(), ['manager', 'agent', 'homeManager']],
  ['found', 'lost', () => aRepair().received().lost(), ['manager', 'agent', 'homeManager']],
  ['inform', 'repairing', () => aRepair().repairing(), staff],
  ['correct', 'repairing', () => aRepair().repairing(), outlet],
  ['cancel', 'requested', () => aRepair(), [...customers, ...staff]],
  ['cancel', 'in_transit_in', () => aMailIn().posted(), ['agent']],
  ['lapse', 'requested', () => aRepair(), ['system']],
  ['abandon', 'ready', () => aRepair().ready(), ['manager']],
  ['reclaim', 'abandoned', () => aRepair().abandoned(), ['manager']],
]

describe.each(CASES)('%s from %s', (type, _, tell, allowed) => {
  const story = tell().later(100 * DAY_MS)

  it.each(Object.entries(EVERYBODY))('%s', (name, by) => {
    const action = anAction(type, { repair: story.repair, at: story.now })
    const decision = story.decide(action, by)
    if (allowed.includes(name)) expect(decision).toMatchObject({ ok: true })
    else expect(decision).toEqual({ ok: false, refusal: 'not_your_role' })
    expect(allowedActions(story.repair, by).includes(type)).toBe(allowed.includes(name))
  })
})

describe('request', () => {
  it.each(Object.entries(EVERYBODY))('%s', (name, by) => {
    const action = anAction('request', { repair: null, at: BEGINNING })
    const decision = decideRepair(null, action, decidingAt(BEGINNING, by))
    const takes = [...customers, 'agent', ...counter].includes(name)
    expect(decision).toMatchObject(takes ? { ok: true } : { refusal: 'not_your_role' })
  })
})

describe('answers', () => {
  const asked = aRepair().awaitingDecision()
  const at = { repair: asked.repair, at: asked.now }
  const ANSWERS = ['accept', 'decline'] as const

  it.each(ANSWERS)('%s needs the link, or staff with evidence', (type) => {
    const bare = anAction(type, at)
    const evident = anAction(type, at, { evidence: 'signature' })
    const answer = (name: string, action: typeof bare | typeof evident) => {
      const by = EVERYBODY[name]
      if (!by) throw new Error(name)
      const decision = asked.decide(action, by)
      return decision.ok ? 'ok' : decision.refusal
    }
    expect(answer('customer', bare)).toBe('ok')
    expect(answer('customerByLookup', bare)).toBe('link_needed')
    expect(answer('customerByLookup', evident)).toBe('link_needed')
    for (const name of staff) {
      expect(answer(name, bare)).toBe('link_needed')
      expect(answer(name, evident)).toBe('ok')
    }
    for (const name of ['supply', 'courier', 'system'])
      expect(answer(name, evident)).toBe('not_your_role')
  })

  it('are offered to the customer who came by the link alone', () => {
    expect(allowedActions(asked.repair, customer)).toEqual(['accept', 'decline', 'withdraw'])
    expect(allowedActions(asked.repair, customerByLookup)).toEqual(['withdraw'])
  })
})

describe('a repeat repair', () => {
  const checked = aRepair().received({ repeatOf: 'OLDREPAIRCODE' }).qualityCheck()
  const pass = anAction('pass_check', { repair: checked.repair, at: checked.now })

  it('is checked by somebody else than the finisher', () => {
    expect(checked.decide(pass, finisher)).toEqual({ ok: false, refusal: 'second_person_needed' })
    expect(checked.decide(pass, otherBench)).toMatchObject({ ok: true })
    expect(allowedActions(checked.repair, finisher)).not.toContain('pass_check')
  })

  it('takes a manager with a reason where nobody else is there, and counts it', () => {
    const alone = aRepair().received({ repeatOf: 'OLDREPAIRCODE' }).qualityCheck({ by: manager })
    const at = { repair: alone.repair, at: alone.now }
    const why = anAction('pass_check', at, { override: 'alone_today' })
    expect(alone.decide(anAction('pass_check', at), manager)).toMatchObject({
      refusal: 'second_person_needed',
    })
    const decision = alone.decide(why, manager)
    expect(decision.ok && decision.events[0]?.data['override']).toBe('alone_today')
  })

  it('is not overridden by the finisher, nor noted as overridden without need', () => {
    const why = { ...pass, override: 'in_a_hurry' }
    expect(checked.decide(why, finisher)).toMatchObject({ refusal: 'second_person_needed' })
    const decision = checked.decide(why, otherBench)
    expect(decision.ok && decision.events[0]?.data['override']).toBeNull()
  })

  it('is no matter for a first repair: who finished may check', () => {
    const first = aRepair().qualityCheck()
    expect(first.decide(pass, finisher)).toMatchObject({ ok: true })
  })
})
