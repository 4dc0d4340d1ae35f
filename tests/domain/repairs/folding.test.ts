import { describe, expect, it } from 'vitest'
import { evolveRepair, foldRepair } from '#domain/repairs/evolve-repair.ts'
import { aMailIn, aRepair } from '#support/a-repair.ts'

describe('the events of a repair', () => {
  const { events, repair } = aMailIn().posted().movedTo().awaitingDecision().accepted().ready()

  it('tell all of its state, also after a way through JSON', () => {
    expect(foldRepair(events)).toEqual(repair)
    expect(foldRepair(JSON.parse(JSON.stringify(events)))).toEqual(repair)
    expect(foldRepair([])).toBeNull()
  })

  it('are refused with a gap, twice, or without their beginning', () => {
    const [first, second, third] = events
    if (!first || !second || !third) return expect.unreachable()
    const requested = evolveRepair(null, first)
    expect(() => evolveRepair(requested, third)).toThrow("isn't the next")
    expect(() => evolveRepair(requested, first)).toThrow("isn't the next")
    expect(() => evolveRepair(null, second)).toThrow('begins with')
  })

  it('say where they stand, so that a projection needs one alone', () => {
    const ready = events.at(-1)
    expect(ready).toMatchObject({ subject: `repair/${repair.code}`, type: 'repair.check_passed' })
    expect(ready?.data).toMatchObject({
      outlet: 'SZ-002',
      home: 'SZ-001',
      isHome: false,
      day: '2026-10-01',
      from: 'quality_check',
      status: 'ready',
      outcome: 'repaired',
      countsAsReady: true,
      wayIn: 'mail_in',
      wayBack: 'post',
      locale: 'zh-CN',
      firstPromisedAt: repair.promise?.firstAt,
      by: 'stf_counter',
    })
  })

  it('never change the state they are folded into', () => {
    const story = aRepair().received()
    const before = JSON.stringify(story.repair)
    story.ready().collected()
    expect(JSON.stringify(story.repair)).toBe(before)
  })
})
