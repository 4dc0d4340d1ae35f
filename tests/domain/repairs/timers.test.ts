import { describe, expect, it } from 'vitest'
import { nextTimer, timersOf } from '#domain/repairs/timers.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { BEGINNING, DAY_MS } from '#support/repair-actions.ts'

/** Timers as days after a moment. */
const days = (story: RepairStory, since: number | null) =>
  timersOf(story.repair).map(({ at, kind, template }) => [
    (at - (since ?? 0)) / DAY_MS,
    template ?? kind,
  ])

describe('timers', () => {
  it('remind of an ask on day 2 and 7, and let it expire on day 14', () => {
    const story = aRepair().awaitingDecision()
    expect(days(story, story.repair.ask?.askedAt ?? 0)).toEqual([
      [2, 'ask_reminder'],
      [7, 'ask_reminder'],
      [14, 'expire'],
    ])
  })

  it('begin anew with an ask that takes the place of another', () => {
    const story = aRepair().awaitingDecision().later(DAY_MS).act('ask')
    expect(timersOf(story.repair)[0]?.at).toBe(story.repair.lastHappenedAt + 2 * DAY_MS)
  })

  it('remind once of a request, and let it lapse', () => {
    expect(days(aMailIn(), BEGINNING)).toEqual([
      [23, 'lapse_reminder'],
      [30, 'lapse'],
    ])
    const visit = aRepair({ visitAt: BEGINNING + DAY_MS })
    expect(days(visit, BEGINNING)).toEqual([
      [8, 'lapse_reminder'],
      [15, 'lapse'],
    ])
  })

  it('go by the slot that a visit was moved to', () => {
    const { repair } = aRepair({ visitAt: BEGINNING + 9 * DAY_MS })
    expect(timersOf(repair, BEGINNING).at(-1)?.at).toBe(BEGINNING + 14 * DAY_MS)
  })

  it('remind on day 7, 30 and 60 of a phone that nobody collects', () => {
    const story = aRepair().ready()
    expect(days(story, story.repair.readyAt)).toEqual([
      [7, 'uncollected_reminder'],
      [30, 'uncollected_reminder'],
      [60, 'uncollected_reminder'],
    ])
    expect(timersOf(aMailIn().postedBack().bounced().repair)).toHaveLength(3)
  })

  it('go by when the phone was ready, whatever was told or put right since', () => {
    const story = aRepair().ready()
    const told = story.later(DAY_MS).informed().corrected()
    expect(timersOf(told.repair)).toEqual(timersOf(story.repair))
  })

  it('remind nobody of a phone that waits for the outlet', () => {
    for (const story of [
      aMailIn().ready(),
      aRepair().movedTo().ready(),
      aRepair().refunded(),
      aMailIn().postedBack().lost().found(),
      aMailIn().postedBack().bounced().reopened().ready(),
      aMailIn().postedBack().bounced().movedTo(),
    ])
      expect(timersOf(story.repair)).toEqual([])
  })

  it('assume a delivery 14 days after the last news', () => {
    const story = aMailIn()
      .postedBack()
      .later(3 * DAY_MS)
      .informed()
    expect(days(story, story.repair.lastHappenedAt)).toEqual([[14, 'assume_delivered']])
  })

  it('are none while somebody works on it, and none after', () => {
    for (const story of [aRepair().repairing(), aRepair().collected(), aRepair().received().lost()])
      expect(timersOf(story.repair)).toEqual([])
  })
})

describe('the next timer', () => {
  const { repair } = aRepair().awaitingDecision()
  const askedAt = repair.ask?.askedAt ?? 0

  it('is the first one after a moment, never that moment itself', () => {
    expect(nextTimer(repair, askedAt)).toBe(askedAt + 2 * DAY_MS)
    expect(nextTimer(repair, askedAt + 2 * DAY_MS)).toBe(askedAt + 7 * DAY_MS)
    expect(nextTimer(repair, askedAt + 14 * DAY_MS)).toBeNull()
  })
})
