import { describe, expect, it } from 'vitest'
import type { AskLine, ContinueTo, Money } from '#domain/repairs/repair.ts'
import type { ActionOf } from '#domain/repairs/repair-action.ts'
import { aRepair, type RepairStory } from '#support/a-repair.ts'
import { anAction, DAY_MS } from '#support/repair-actions.ts'
import { bench, counter, customer } from '#support/repair-actors.ts'

type AskOver = Partial<ActionOf<'ask'>>

const askIn = (story: RepairStory, over: AskOver) =>
  story.decide(anAction('ask', { repair: story.repair, at: story.now }, over), bench)

const refusedField = (story: RepairStory, over: AskOver): string | null => {
  const decision = askIn(story, over)
  return decision.ok ? null : (decision.field ?? decision.refusal)
}

const line = (item: AskLine['item'], amountMinor: number): AskLine => ({ item, amountMinor })
const yuan = (amountMinor: number): Money => ({ amountMinor, currency: 'CNY' })
const moneyless = { lines: [], currency: null, declineCostMinor: 0, notCovered: null } as const

describe('an ask', () => {
  it('is numbered from 1, totals its lines, and holds its price longer than it stays open', () => {
    const { repair, events } = aRepair().awaitingDecision()
    const askedAt = events.at(-1)?.happenedAt ?? 0
    expect(repair.ask).toMatchObject({
      version: 1,
      totalMinor: 32_000,
      currency: 'CNY',
      declineCostMinor: 3_000,
      askedFrom: 'diagnosing',
      askedAt,
      expiresAt: askedAt + 14 * DAY_MS,
      priceHoldsUntil: askedAt + 30 * DAY_MS,
    })
    expect(repair.nextUpdateBy).toBe(askedAt + 14 * DAY_MS)
    expect(repair.finding).toEqual({
      faultCode: 'screen',
      coverage: 'customer_pays',
      barrier: null,
    })
  })

  it('takes the place of the open one, whose answer then comes too late', () => {
    const story = aRepair().awaitingDecision().act('ask', { kind: 'damage' })
    expect(story.repair.ask).toMatchObject({ version: 2, askedFrom: 'diagnosing' })
    const old = anAction('accept', { repair: story.repair, at: story.now }, { askVersion: 1 })
    expect(story.decide(old, customer)).toEqual({ ok: false, refusal: 'ask_closed' })
    expect(story.accepted().repair.agreed?.askVersion).toBe(2)
  })

  it('counts on after a reopening', () => {
    const again = aRepair().awaitingDecision().declined().reopened().awaitingDecision()
    expect(again.repair.ask?.version).toBe(2)
  })

  it.each([
    ['a price without lines', { lines: [] }, 'lines'],
    ['a line below nothing', { lines: [line('screen', -1)] }, 'lines'],
    ['a discount that adds', { lines: [line('discount', 1)] }, 'lines'],
    ['half a minor unit', { lines: [line('labour', 0.5)] }, 'lines'],
    ['a total below nothing', { lines: [line('labour', 1), line('discount', -2)] }, 'lines'],
    ['money without a currency', { currency: null }, 'currency'],
    ['a currency that is none', { currency: 'yuan' }, 'currency'],
    ['a currency without money', { ...moneyless, kind: 'data_loss', currency: 'CNY' }, 'currency'],
    ['a negative cost of declining', { declineCostMinor: -1 }, 'declineCostMinor'],
    ['no finding from diagnosing on', { faultCode: null }, 'faultCode'],
    ['no coverage from diagnosing on', { coverage: null }, 'coverage'],
    ['a price for no fault', { faultCode: 'no_fault' }, 'faultCode'],
  ] as const)('is refused for %s', (_, over, field) => {
    expect(refusedField(aRepair().diagnosing(), over)).toBe(field)
  })

  it('takes discounts off the total, down to nothing', () => {
    const story = aRepair().diagnosing()
    const lines = [line('screen', 28_000), line('discount', -28_000)]
    expect(story.act('ask', { lines }).repair.ask?.totalMinor).toBe(0)
  })

  it('needs no finding before diagnosing', () => {
    const story = aRepair().received()
    const unknown = { ...moneyless, kind: 'wrong_device', faultCode: null, coverage: null } as const
    expect(refusedField(story, { ...unknown, continueTo: { status: 'diagnosing' } })).toBeNull()
  })

  const BACK = ['unrepairable', 'no_fault_found', 'part_unavailable'] as const
  const NOT_BACK = ['price', 'damage', 'data_loss', 'wrong_device', 'other_condition'] as const

  it.each(BACK)('may end the repair as %s', (kind) => {
    const continueTo = { status: 'ready', barrier: kind } as const
    const faultCode = kind === 'no_fault_found' ? 'no_fault' : 'board'
    const asked = aRepair().diagnosing().act('ask', { kind, continueTo, faultCode })
    const { repair } = asked.accepted()
    expect(repair).toMatchObject({
      status: 'ready',
      outcome: 'returned_unrepaired',
      barrier: kind,
      amountDue: yuan(32_000),
    })
  })

  it.each(NOT_BACK)('of kind %s never leads to an unrepaired return', (kind) => {
    for (const barrier of [...BACK, 'declined', 'other'] as const)
      expect(
        refusedField(aRepair().diagnosing(), { kind, continueTo: { status: 'ready', barrier } }),
      ).toBe('continueTo')
  })

  it('names the barrier that it asks about', () => {
    const continueTo = { status: 'ready', barrier: 'part_unavailable' } as const
    const story = aRepair().diagnosing()
    expect(refusedField(story, { kind: 'unrepairable', continueTo })).toBe('continueTo')
  })

  it('leads on to the final check only from there, also where it replaced another', () => {
    const continueTo = { status: 'quality_check' } as const
    expect(refusedField(aRepair().repairing(), { continueTo })).toBe('continueTo')
    expect(refusedField(aRepair().awaitingDecision(), { continueTo })).toBe('continueTo')
    const checked = aRepair().qualityCheck()
    expect(checked.act('ask', { continueTo }).accepted().repair.status).toBe('quality_check')
    const replaced = checked.act('ask').act('ask', { continueTo })
    expect(replaced.repair.ask?.askedFrom).toBe('quality_check')
  })

  it('leads on to a part with its date, today at the earliest', () => {
    const parts = (expectedOn: string): ContinueTo => ({
      status: 'awaiting_parts',
      part: 'board-fp-12',
      expectedOn,
    })
    const story = aRepair().diagnosing()
    expect(refusedField(story, { continueTo: parts('2026-09-30') })).toBe('continueTo')
    expect(refusedField(story, { continueTo: parts('2026-02-30') })).toBe('continueTo')
    const { repair } = story.act('ask', { continueTo: parts('2026-10-09') }).accepted()
    expect(repair).toMatchObject({
      status: 'awaiting_parts',
      part: 'board-fp-12',
      partExpectedOn: '2026-10-09',
      nextUpdateBy: Date.UTC(2026, 9, 9, 16) - 1,
    })
  })

  it.each([
    ['withdraw', counter],
    ['exchange', undefined],
    ['refund', undefined],
    ['certify', undefined],
    ['report_lost', undefined],
  ] as const)('is closed by %s', (type, by) => {
    const story = aRepair()
      .awaitingDecision()
      .act(type, { ...(by && { by }) })
    expect(story.repair.ask).toBeNull()
  })

  it('stays open through news and corrections', () => {
    const { repair } = aRepair().awaitingDecision().informed().corrected()
    expect(repair.ask?.version).toBe(1)
  })
})

describe('saying no', () => {
  it.each([
    ['declined', () => aRepair().awaitingDecision().declined(), 'declined'],
    ['not answered', () => aRepair().awaitingDecision().expired(), 'no_answer'],
    ['withdrawn', () => aRepair().awaitingDecision().withdrawn(), 'withdrawn'],
  ] as const)('%s: back as it was, for what that costs', (_, tell, barrier) => {
    const { repair } = tell()
    expect(repair).toMatchObject({
      status: 'ready',
      outcome: 'returned_unrepaired',
      barrier,
      amountDue: yuan(3_000),
      agreed: null,
    })
  })

  it('by silence takes the whole 14 days', () => {
    const story = aRepair().awaitingDecision()
    const { expiresAt } = story.repair.ask ?? { expiresAt: 0 }
    const expire = { type: 'expire' } as const
    const system = { id: 'system', roles: ['system'], via: 'system' } as const
    expect(story.decide(expire, system, expiresAt - 1)).toMatchObject({
      refusal: 'not_allowed_now',
    })
    expect(story.decide(expire, system, expiresAt)).toMatchObject({ ok: true })
  })
})

describe('an agreed ceiling', () => {
  const under = (amountMinor: number, over: AskOver = {}, currency = 'CNY') =>
    aRepair({ ceiling: { amountMinor, currency } }).diagnosing().act('ask', over)

  it('accepts a price up to it by itself, in a second event by the system', () => {
    const { repair, events } = under(32_000)
    expect(repair).toMatchObject({ status: 'repairing', ask: null, askCount: 1 })
    expect(repair.agreed).toMatchObject({ askVersion: 1, totalMinor: 32_000, currency: 'CNY' })
    expect(events.slice(-2).map(({ type, data }) => [type, data['by']])).toEqual([
      ['repair.asked', 'stf_bench'],
      ['repair.accepted', 'system'],
    ])
    expect(events.slice(-2).map(({ version }) => version)).toEqual([4, 5])
  })

  it('waits for an answer above it, in another currency, or about anything but a price', () => {
    expect(under(31_999).repair.status).toBe('awaiting_decision')
    expect(under(32_000, {}, 'HKD').repair.status).toBe('awaiting_decision')
    expect(under(32_000, { kind: 'data_loss' }).repair.status).toBe('awaiting_decision')
  })

  it('given at intake takes the place of the one given with the request', () => {
    const asked = aRepair({ ceiling: yuan(10) })
      .received({ ceiling: yuan(40_000) })
      .diagnosing()
      .act('ask')
    expect(asked.repair.status).toBe('repairing')
    const kept = aRepair({ ceiling: yuan(40_000) }).received()
    expect(kept.repair.ceiling).toEqual(yuan(40_000))
  })
})

describe('an agreed price', () => {
  it('is what is due once the phone is repaired', () => {
    const { repair } = aRepair().awaitingDecision().accepted().ready()
    expect(repair.amountDue).toEqual(yuan(32_000))
  })

  it('stays agreed when something else is agreed later', () => {
    const priced = aRepair().awaitingDecision().accepted()
    const { repair } = priced.act('ask', { kind: 'data_loss', ...moneyless }).accepted()
    expect(repair.agreed).toMatchObject({ askVersion: 1, totalMinor: 32_000 })
  })

  it('is needed before work at the customer’s cost', () => {
    const coverage = 'customer_pays'
    const found = aRepair().diagnosing()
    const at = { repair: found.repair, at: found.now }
    for (const type of ['start', 'await_parts'] as const)
      expect(found.decide(anAction(type, at, { coverage }), bench)).toEqual({
        ok: false,
        refusal: 'agreement_needed',
      })
    const unpriced = found.act('ask', {
      kind: 'data_loss',
      ...moneyless,
      continueTo: { status: 'diagnosing' },
    })
    const agreed = unpriced.accepted()
    const start = anAction('start', { repair: agreed.repair, at: agreed.now }, { coverage })
    expect(agreed.decide(start, bench)).toMatchObject({ refusal: 'agreement_needed' })
    const priced = found.act('ask', { continueTo: { status: 'diagnosing' } }).accepted()
    expect(priced.repairing({ coverage }).repair.status).toBe('repairing')
  })
})

describe('an old price', () => {
  const declined = aRepair().awaitingDecision().declined()
  const back = (days: number) => declined.later(days * DAY_MS).reopened({ reason: 'changed_mind' })
  const dearer = { lines: [line('screen', 32_001)] }

  it('holds for who changes their mind within 30 days', () => {
    expect(refusedField(back(20), dearer)).toBe('total')
    expect(refusedField(back(20), {})).toBeNull()
    expect(refusedField(back(20).act('ask'), dearer)).toBe('total')
  })

  it('is no offer any more once it was agreed', () => {
    const agreed = aRepair().awaitingDecision().accepted().ready()
    expect(agreed.reopened({ reason: 'changed_mind' }).repair.offered).toBeNull()
  })

  it('is history after that, or when the phone was not fixed', () => {
    expect(refusedField(back(31), dearer)).toBeNull()
    expect(back(31).repair.offered?.isHeld).toBe(false)
    expect(refusedField(declined.reopened({ reason: 'not_fixed' }), dearer)).toBeNull()
  })
})
