import { describe, expect, it } from 'vitest'
import {
  ALARMS,
  type AlarmKind,
  alarmingOf,
  alarmsOf,
  countsOfAlarms,
} from '#domain/desk/today-alarms.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { aMailIn, aRepair } from '#support/a-repair.ts'
import { DAY_MS, HOUR_MS, ZONE } from '#support/repair-actions.ts'

const at = (repair: Repair, now: number, hasDeadMessage = false) =>
  alarmsOf({ repair, zone: ZONE }, { now, hasDeadMessage })

const has = (repair: Repair, kind: AlarmKind, now: number): boolean =>
  at(repair, now).some((alarm) => alarm.kind === kind)

const daysOf = (repair: Repair, kind: AlarmKind, now: number): number | null | undefined =>
  at(repair, now).find((alarm) => alarm.kind === kind)?.days

const promisedAt = (repair: Repair): number => repair.promise?.currentAt ?? 0

describe('a promise', () => {
  const { repair } = aRepair().received()
  const due = promisedAt(repair)

  it('is near from two hours before it, and missed only after it', () => {
    expect(has(repair, 'promise_due', due - 2 * HOUR_MS - 1)).toBe(false)
    for (const now of [due - 2 * HOUR_MS, due]) expect(has(repair, 'promise_due', now)).toBe(true)
    expect(has(repair, 'promise_missed', due)).toBe(false)
    expect([has(repair, 'promise_due', due + 1), has(repair, 'promise_missed', due + 1)]).toEqual([
      false,
      true,
    ])
  })

  it('is kept by being ready where the customer is, and not by being ready elsewhere', () => {
    const home = aRepair().ready().repair
    const away = aRepair().movedTo().ready().repair
    expect(has(home, 'promise_missed', promisedAt(home) + 1)).toBe(false)
    expect(has(away, 'promise_missed', promisedAt(away) + 1)).toBe(true)
  })

  it('is no promise any more on the way back, nor of a refund', () => {
    for (const { repair: sent } of [
      aMailIn().posted().ready().postedBack(),
      aRepair().refunded(),
    ]) {
      expect(has(sent, 'promise_missed', promisedAt(sent) + 1)).toBe(false)
    }
  })

  it('goes on while an ask is open, a part is missing or the phone is lost', () => {
    for (const { repair: open } of [
      aRepair().awaitingDecision(),
      aRepair().awaitingParts(),
      aRepair().lost(),
    ]) {
      expect(has(open, 'promise_missed', promisedAt(open) + 1), open.status).toBe(true)
    }
  })
})

describe('an ask', () => {
  const { repair } = aRepair().awaitingDecision()
  const asked = repair.ask?.askedAt ?? 0

  it('is unanswered from 24 hours on, and not once it is answered', () => {
    expect(has(repair, 'ask_unanswered', asked + DAY_MS - 1)).toBe(false)
    expect(has(repair, 'ask_unanswered', asked + DAY_MS)).toBe(true)
    const answered = aRepair().awaitingDecision().accepted().repair
    expect(has(answered, 'ask_unanswered', asked + 2 * DAY_MS)).toBe(false)
  })
})

describe('a part', () => {
  it('is overdue from the outlet’s midnight after its date', () => {
    const { repair } = aRepair().awaitingParts({ expectedOn: '2026-10-05' })
    const midnight = Date.UTC(2026, 9, 5, 16)
    expect(has(repair, 'part_date_passed', midnight - 1)).toBe(false)
    expect(has(repair, 'part_date_passed', midnight)).toBe(true)
  })

  it('is overdue no more once it has come', () => {
    const { repair } = aRepair().awaitingParts({ expectedOn: '2026-10-05' }).act('part_arrived')
    expect(has(repair, 'part_date_passed', Date.UTC(2026, 9, 9))).toBe(false)
  })
})

describe('news', () => {
  it('are overdue after the time they were due', () => {
    const { repair } = aRepair().received()
    const due = repair.nextUpdateBy ?? 0
    expect([has(repair, 'update_overdue', due), has(repair, 'update_overdue', due + 1)]).toEqual([
      false,
      true,
    ])
  })
})

describe('a phone that is ready', () => {
  const { repair } = aRepair().ready()
  const ready = repair.readyAt ?? 0

  it.each([3, 7, 30])('is uncollected from %i times 24 hours on', (days) => {
    expect(daysOf(repair, 'uncollected', ready + days * DAY_MS)).toBe(days)
    expect(daysOf(repair, 'uncollected', ready + days * DAY_MS - 1)).not.toBe(days)
  })

  it('is not uncollected while it waits for the outlet: to be posted, sent home or refunded', () => {
    const stories = [aMailIn().posted().ready(), aRepair().movedTo().ready(), aRepair().refunded()]
    for (const { repair: other } of stories) {
      expect(has(other, 'uncollected', (other.readyAt ?? 0) + 40 * DAY_MS)).toBe(false)
    }
  })

  it('waits for its customer again when the parcel came back', () => {
    const { repair: back } = aMailIn().posted().ready().postedBack().bounced()
    expect(daysOf(back, 'uncollected', (back.readyAt ?? 0) + 9 * DAY_MS)).toBe(7)
  })
})

describe('a repair that stays open', () => {
  const { repair } = aRepair().diagnosing()
  const received = repair.receivedAt ?? 0

  it.each([7, 30, 60])('is told from %i times 24 hours after it was received on', (days) => {
    expect(daysOf(repair, 'open_long', received + days * DAY_MS)).toBe(days)
    expect(daysOf(repair, 'open_long', received + days * DAY_MS - 1)).not.toBe(days)
  })

  it('is none before it was received, and none once it is ready at home or on its way back', () => {
    const late = received + 70 * DAY_MS
    const over = [aRepair(), aRepair().ready(), aMailIn().posted().ready().postedBack()]
    for (const { repair: other } of over) expect(has(other, 'open_long', late)).toBe(false)
  })
})

describe('the manager’s list', () => {
  const one = (repair: Repair, code: string) => ({
    ...{ repair: { ...repair, code }, zone: ZONE, shelf: null, assignedTo: null },
  })

  it('has each repair once, the gravest first, and says all that is wrong with it', () => {
    const waiting = aRepair().awaitingDecision().repair
    const asked = waiting.ask?.askedAt ?? 0
    const now = asked + DAY_MS
    const listed = alarmingOf(
      [
        one(waiting, 'ASKED'),
        one(aRepair().repair, 'QUIET'),
        one(aRepair().received().repair, 'DEAD'),
      ],
      { now, deadCodes: new Set(['DEAD']) },
    )
    expect(listed.map(({ one: { repair } }) => repair.code)).toEqual(['DEAD', 'ASKED'])
    expect(listed[0]?.alarms[0]?.kind).toBe('message_failed')
  })

  it('orders each repair’s alarms as they are listed', () => {
    const { repair } = aRepair().awaitingParts({ expectedOn: '2026-10-05' })
    const kinds = at(repair, Date.UTC(2026, 11, 24), true).map(({ kind }) => kind)
    expect(kinds).toEqual(ALARMS.filter((kind) => kinds.includes(kind)))
    expect(kinds.length).toBeGreaterThanOrEqual(5)
  })

  it('counts a repair under each of its alarms', () => {
    const repair = aRepair().awaitingDecision().repair
    const listed = alarmingOf([one(repair, 'A')], {
      now: promisedAt(repair) + 30 * DAY_MS,
      deadCodes: new Set(),
    })
    const counts = countsOfAlarms(listed)
    expect([counts.promise_missed, counts.ask_unanswered, counts.open_long]).toEqual([1, 1, 1])
    expect(counts.uncollected).toBe(0)
  })
})
