import { describe, expect, it } from 'vitest'
import { decideRepair, decideSeveral } from '#domain/repairs/decide-repair.ts'
import { NEEDS_WORKING_DAYS } from '#domain/repairs/next-update.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { aMailIn, aRepair, decidingAt } from '#support/a-repair.ts'
import {
  ACTION_TYPES,
  anAction,
  BEGINNING,
  DAY_MS,
  HOUR_MS,
  WHOSE,
} from '#support/repair-actions.ts'
import { bench, counter, manager, system } from '#support/repair-actors.ts'
import { WAYPOINTS } from './waypoints.ts'

describe('a late entry', () => {
  const story = aRepair().received()
  const last = story.repair.lastHappenedAt
  const now = last + DAY_MS
  const diagnosedAt = (happenedAt: number) =>
    decideRepair(story.repair, { type: 'diagnose' }, decidingAt(now, bench, happenedAt))

  it('counts from when it happened', () => {
    const decision = diagnosedAt(last + HOUR_MS)
    expect(decision.ok && decision.events[0]?.happenedAt).toBe(last + HOUR_MS)
    expect(decision.ok && decision.repair.lastHappenedAt).toBe(last + HOUR_MS)
  })

  it('is at the earliest the last event’s moment, at the latest now', () => {
    expect(diagnosedAt(last)).toMatchObject({ ok: true })
    expect(diagnosedAt(now)).toMatchObject({ ok: true })
    for (const wrong of [last - 1, now + 1, Number.NaN, last + 0.5])
      expect(diagnosedAt(wrong)).toEqual({ ok: false, refusal: 'bad_time' })
  })

  it('is of the outlet’s local day, not of the machine’s', () => {
    const at = Date.UTC(2026, 9, 1, 16)
    const action = anAction('request', { repair: null, at })
    const day = (ms: number) => {
      const decision = decideRepair(null, action, decidingAt(ms, counter))
      return decision.ok && decision.events[0]?.data['day']
    }
    expect(day(at - 1)).toBe('2026-10-01')
    expect(day(at)).toBe('2026-10-02')
  })
})

describe('the next update', () => {
  const workday = 26 * HOUR_MS

  it('is a working day away while the phone waits for the bench or lies on it', () => {
    const received = aRepair().received()
    const friday = received.later(workday).diagnosing()
    expect(received.repair.nextUpdateBy).toBe(received.repair.lastHappenedAt + DAY_MS)
    expect(friday.repair.nextUpdateBy).toBe(friday.repair.lastHappenedAt + 3 * DAY_MS)
  })

  it('is the promise while it is repaired and checked', () => {
    const repairing = aRepair().repairing()
    expect(repairing.repair.nextUpdateBy).toBe(repairing.repair.promise?.firstAt)
    const promisedAt = repairing.now + 9 * DAY_MS
    const later = repairing.informed({ promisedAt, reason: 'late' }).qualityCheck()
    expect(later.repair.nextUpdateBy).toBe(promisedAt)
  })

  it('is the end of the day on which a part is expected', () => {
    const waiting = aRepair().awaitingParts({ expectedOn: '2026-10-03' })
    expect(waiting.repair.nextUpdateBy).toBe(Date.UTC(2026, 9, 3, 16) - 1)
    const moved = waiting.act('new_date', { expectedOn: '2026-10-08' })
    expect(moved.repair.nextUpdateBy).toBe(Date.UTC(2026, 9, 8, 16) - 1)
    expect(moved.repair.partExpectedOn).toBe('2026-10-08')
  })

  it('is three days away on any way', () => {
    for (const { repair } of [aMailIn().posted(), aMailIn().postedBack(), aRepair().inTransfer()])
      expect(repair.nextUpdateBy).toBe(repair.lastHappenedAt + 3 * DAY_MS)
  })

  it('is what the customer was told, until the repair moves on', () => {
    const story = aRepair().repairing()
    const nextUpdateBy = story.now + HOUR_MS
    const told = story.informed({ nextUpdateBy })
    expect(told.repair.nextUpdateBy).toBe(nextUpdateBy)
    expect(told.corrected().repair.nextUpdateBy).toBe(nextUpdateBy)
    expect(told.qualityCheck().repair.nextUpdateBy).toBe(story.repair.promise?.firstAt)
  })
})

describe('working days', () => {
  it('are asked for by the steps named for it, and no others', () => {
    const asking = new Set<string>()
    for (const { story: tell, targets } of Object.values(WAYPOINTS)) {
      const story = tell()
      const now = story.now + 100 * DAY_MS
      for (const type of ACTION_TYPES.filter((each) => targets[each] !== undefined)) {
        const deciding = decidingAt(now, type === 'pass_check' ? manager : WHOSE[type])
        const afterWorkingDays = (at: number): number => {
          asking.add(type)
          return at
        }
        const action = anAction(type, { repair: story.repair, at: now })
        decideRepair(story.repair, action, { ...deciding, afterWorkingDays })
      }
    }
    const onItsOwn = [...NEEDS_WORKING_DAYS].filter((type) => type !== 'ask' && type !== 'accept')
    expect([...asking].sort()).toEqual(onItsOwn.sort())
  })

  it('are asked for where an answer leads to the bench', () => {
    const ceiling = { amountMinor: 99_999, currency: 'CNY' }
    const { repair } = aRepair({ ceiling })
      .received()
      .awaitingDecision({ continueTo: { status: 'diagnosing' } })
    expect(repair.nextUpdateBy).toBe(repair.lastHappenedAt + DAY_MS)
  })
})

describe('deadlines', () => {
  it('a request lapses 14 days after its slot, 30 after the request without one', () => {
    const visitAt = BEGINNING + 3 * DAY_MS
    const visit = aRepair({ visitAt })
    const lapse = { type: 'lapse' } as const
    const at = visitAt + 14 * DAY_MS
    expect(visit.decide(lapse, system, at - 1)).toMatchObject({ refusal: 'not_allowed_now' })
    expect(visit.decide(lapse, system, at)).toMatchObject({ ok: true })
    const plain = aMailIn()
    const end = BEGINNING + 30 * DAY_MS
    expect(plain.decide(lapse, system, end - 1)).toMatchObject({ refusal: 'not_allowed_now' })
    expect(plain.decide(lapse, system, end)).toMatchObject({ ok: true })
  })

  it('a visit that was moved lapses by its new slot', () => {
    const slotAt = BEGINNING + 20 * DAY_MS
    const story = aRepair({ visitAt: BEGINNING + DAY_MS })
    const lapse = { type: 'lapse', slotAt } as const
    expect(story.decide(lapse, system, slotAt + DAY_MS)).toMatchObject({
      refusal: 'not_allowed_now',
    })
    expect(story.decide(lapse, system, slotAt + 14 * DAY_MS)).toMatchObject({ ok: true })
  })

  it('a delivery is assumed after 14 days without news', () => {
    const sent = aMailIn().postedBack()
    const at = sent.repair.lastHappenedAt + 14 * DAY_MS
    const delivered = { type: 'delivered' } as const
    expect(sent.decide(delivered, system, at - 1)).toMatchObject({ refusal: 'not_allowed_now' })
    expect(sent.decide(delivered, system, at)).toMatchObject({ ok: true })
    const news = sent.later(10 * DAY_MS).informed()
    expect(news.decide(delivered, system, at)).toMatchObject({ refusal: 'not_allowed_now' })
  })

  it('a phone is abandoned after 90 days, anew after it was claimed', () => {
    const ready = aRepair().ready()
    const abandon = { type: 'abandon' } as const
    const at = (ready.repair.readyAt ?? 0) + 90 * DAY_MS
    expect(ready.decide(abandon, manager, at - 1)).toMatchObject({ refusal: 'not_allowed_now' })
    expect(ready.decide(abandon, manager, at)).toMatchObject({ ok: true })
    const back = ready.abandoned().reclaimed()
    expect(back.decide(abandon, manager)).toMatchObject({ refusal: 'not_allowed_now' })
  })
})

describe('several steps in one', () => {
  const when = decidingAt(BEGINNING + HOUR_MS, counter)
  const at = { repair: null, at: BEGINNING + HOUR_MS }
  const register: readonly RepairAction[] = [anAction('request', at), anAction('receive', at)]
  const quick: readonly RepairAction[] = [
    anAction('receive', at),
    { type: 'diagnose' },
    anAction('ask', at),
    anAction('accept', at, { evidence: 'signature' }),
  ]

  it('register a walk-in who arrived before anything was written', () => {
    const arrived = anAction('receive', at, { arrivedAt: BEGINNING })
    const decision = decideSeveral(null, [anAction('request', at), arrived], when)
    expect(decision.ok && decision.events.map(({ version }) => version)).toEqual([1, 2])
    expect(decision.ok && decision.repair).toMatchObject({
      status: 'received',
      clockStartedAt: BEGINNING,
    })
  })

  it('are the counter’s quick path, the signature being the evidence', () => {
    const decision = decideSeveral(aRepair().repair, quick, when)
    expect(decision.ok && decision.repair).toMatchObject({ status: 'repairing', version: 5 })
    expect(decision.ok && decision.events.at(-1)?.data).toMatchObject({ evidence: 'signature' })
    const registered = decideSeveral(null, [anAction('request', at), ...quick], when)
    expect(registered.ok && registered.repair.version).toBe(5)
  })

  it('take the answer given over the ceiling’s', () => {
    const ceiling = { amountMinor: 99_999, currency: 'CNY' }
    const decision = decideSeveral(aRepair({ ceiling }).repair, quick, when)
    expect(decision.ok && decision.events.at(-1)?.data).toMatchObject({ by: 'stf_counter' })
    const unanswered = decideSeveral(aRepair({ ceiling }).repair, quick.slice(0, 3), when)
    expect(unanswered.ok && unanswered.events.at(-1)?.data).toMatchObject({ by: 'system' })
  })

  it('give the counter no bench beside the quick path', () => {
    const beyond: readonly RepairAction[] = [...register, { type: 'diagnose' }]
    expect(decideSeveral(null, beyond, when)).toEqual({ ok: false, refusal: 'not_your_role' })
    const received = aRepair().received()
    const ask = anAction('ask', { repair: received.repair, at: received.now })
    expect(decideSeveral(received.repair, [ask], decidingAt(received.now, counter))).toMatchObject({
      refusal: 'not_your_role',
    })
  })

  it('all happen or none', () => {
    const decision = decideSeveral(null, [...register, { type: 'reclaim' }], when)
    expect(decision).toEqual({ ok: false, refusal: 'not_allowed_now' })
  })
})
