import { describe, expect, it } from 'vitest'
import { holderOf } from '#domain/repairs/holder.ts'
import { chargedTo, ledgerOf } from '#domain/repairs/ledger.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { BEGINNING, DAY_MS, ELSEWHERE, HOME, HOUR_MS } from '#support/repair-actions.ts'

const hour = (n: number): number => BEGINNING + n * HOUR_MS

/** `[from, to, holder, outlet]`, in hours from the beginning. */
const told = (story: RepairStory, until: number) =>
  ledgerOf(story.events, until).map(({ from, to, holder, outlet }) => [
    (from - BEGINNING) / HOUR_MS,
    (to - BEGINNING) / HOUR_MS,
    holder,
    outlet,
  ])

describe('the responsibility ledger', () => {
  it('charges every interval to who held the phone or had the next turn', () => {
    const story = aRepair().awaitingDecision().accepted().act('await_parts').act('part_arrived')
    expect(told(story, hour(9))).toEqual([
      [0, 1, 'customer', HOME],
      [1, 2, 'outlet', HOME],
      [2, 3, 'outlet', HOME],
      [3, 4, 'customer', HOME],
      [4, 5, 'outlet', HOME],
      [5, 6, 'supply', HOME],
      [6, 9, 'outlet', HOME],
    ])
  })

  it('charges the way to couriers, and a phone waiting to go home to the outlet that has it', () => {
    const story = aRepair().inTransfer(ELSEWHERE).act('take_in').ready()
    expect(told(story, hour(9)).slice(1)).toEqual([
      [1, 2, 'outlet', HOME],
      [2, 3, 'courier', ELSEWHERE],
      [3, 4, 'outlet', ELSEWHERE],
      [4, 5, 'outlet', ELSEWHERE],
      [5, 6, 'outlet', ELSEWHERE],
      [6, 7, 'outlet', ELSEWHERE],
      [7, 9, 'outlet', ELSEWHERE],
    ])
  })

  it('ends where the repair closes', () => {
    const story = aRepair().collected()
    const ledger = ledgerOf(story.events, story.now + 99 * DAY_MS)
    expect(ledger.at(-1)).toMatchObject({ to: story.repair.closedAt, holder: 'customer' })
  })

  it('has the time in it when everybody thought a parcel had arrived', () => {
    const sent = aMailIn().postedBack().deliveryAssumed()
    const story = sent.later(DAY_MS).bounced()
    const closed = ledgerOf(story.events, story.now).find(({ status }) => status === 'closed')
    expect(closed).toEqual({
      from: sent.repair.closedAt,
      to: story.repair.lastHappenedAt,
      holder: 'nobody',
      outlet: null,
      status: 'closed',
    })
  })

  it('joins neighbours charged alike, and leaves out moments', () => {
    const told = ledgerOf(aRepair().received().informed().informed().events, hour(5))
    expect(told).toHaveLength(2)
  })

  it('tells no more than was known at a moment', () => {
    const { events } = aRepair().ready()
    expect(ledgerOf(events, BEGINNING)).toEqual([])
    expect(ledgerOf(events, hour(1) + 1).map(({ to }) => to)).toEqual([hour(1), hour(1) + 1])
    expect(ledgerOf([], hour(9))).toEqual([])
  })

  it('sums up by holder', () => {
    const ledger = ledgerOf(aRepair().awaitingDecision().events, hour(10))
    expect(chargedTo(ledger)).toEqual({
      customer: 8 * HOUR_MS,
      outlet: 2 * HOUR_MS,
      courier: 0,
      supply: 0,
      nobody: 0,
    })
  })
})

describe('who holds a repair', () => {
  it.each([
    ['requested', aRepair(), 'customer'],
    ['posted', aMailIn().posted(), 'courier'],
    ['an open ask', aRepair().awaitingDecision(), 'customer'],
    ['a missing part', aRepair().awaitingParts(), 'supply'],
    ['in transfer', aRepair().inTransfer(), 'courier'],
    ['to be collected', aRepair().ready(), 'customer'],
    ['to be collected, but not yet here', aRepair().movedTo().ready(), 'outlet'],
    ['to be posted', aMailIn().ready(), 'outlet'],
    ['to be refunded', aRepair().refunded(), 'outlet'],
    ['on its way back', aMailIn().postedBack(), 'courier'],
    ['lost on its way', aMailIn().postedBack().lost(), 'courier'],
    [
      'lost after a delivery nobody saw',
      aMailIn().postedBack().deliveryAssumed().lost(),
      'courier',
    ],
    ['lost on the shelf', aRepair().ready().lost(), 'outlet'],
    ['lost while the customer was asked', aRepair().awaitingDecision().lost(), 'outlet'],
    ['collected', aRepair().collected(), 'nobody'],
    ['abandoned', aRepair().abandoned(), 'outlet'],
  ] as const)('%s', (_, { repair }, holder) => {
    expect(holderOf(repair)).toBe(holder)
  })
})
