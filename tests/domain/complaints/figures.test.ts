import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Complaint, ComplaintLevel } from '#domain/complaints/complaint.ts'
import { currentRound } from '#domain/complaints/complaint.ts'
import {
  COMPLAINT_ACTIONS,
  type ComplaintAction,
  type ComplaintActionType,
} from '#domain/complaints/complaint-action.ts'
import type { ComplaintActor } from '#domain/complaints/complaint-actor.ts'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { nextComplaintTimer } from '#domain/complaints/complaint-timers.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'
import { foldComplaint } from '#domain/complaints/evolve-complaint.ts'
import { whyNotComplaintStep } from '#domain/complaints/may-complain.ts'
import { countsOfComplaint } from '#domain/kpis/count-complaints.ts'
import {
  ASSIGN,
  BEGUN,
  DAY_MS,
  dispatched,
  HOUR_MS,
  PEOPLE,
  REACHED,
  REGISTER,
} from '#support/a-complaint.ts'
import { recount } from './recount.ts'

const SEED = 20_261_122
const RUNS = 500

type Try = {
  readonly pick: number
  readonly wait: number
  readonly late: number
  readonly flag: boolean
  readonly outlet: string
  readonly level: ComplaintLevel
}

const tries: fc.Arbitrary<Try> = fc.record({
  pick: fc.noBias(fc.nat({ max: 99_999 })),
  wait: fc.constantFrom(
    0,
    1,
    HOUR_MS,
    3 * HOUR_MS,
    20 * HOUR_MS,
    DAY_MS,
    50 * HOUR_MS,
    6 * DAY_MS,
    15 * DAY_MS,
  ),
  late: fc.constantFrom(0, 0, 0, HOUR_MS, 30 * HOUR_MS),
  flag: fc.boolean(),
  outlet: fc.constantFrom('SZ-001', 'SZ-002'),
  level: fc.constantFrom('outlet', 'region_or_partner', 'hq'),
})

function actionOf(type: ComplaintActionType, { flag, outlet, level }: Try): ComplaintAction {
  switch (type) {
    case 'dispatch':
      return {
        type,
        level,
        owner: null,
        urgent: flag ? null : 'safety',
        outlet: flag ? null : outlet,
      }
    case 'redirect':
      return { type, owner: flag ? 'stf_agent' : 'stf_quality' }
    case 'contact':
      return { type, reached: flag }
    case 'assign':
      return { type, outlet }
    case 'merge':
      return { type, into: '7K3M9QXF2T8BX' }
    case 'answer':
      return { type, verdict: flag ? 'upheld' : 'not_upheld', remedy: 'apology' }
    case 'report': {
      const cause = flag ? 'price' : 'attitude'
      return { type, customerContacted: true, technician: null, cause, remedy: 'none' }
    }
    case 'register':
      return { ...REGISTER, type }
    default:
      return { type }
  }
}

/** What ends a way early: tried less often, so that ways get long. */
const OFF_THE_WAY: readonly ComplaintActionType[] = ['withdraw', 'merge', 'reclassify', 'redirect']
const EVERYBODY: readonly ComplaintActor[] = Object.values(PEOPLE)

const mayBeTaken = (complaint: Complaint, type: ComplaintActionType): ComplaintActor | undefined =>
  EVERYBODY.find((actor) => whyNotComplaintStep(complaint, type, actor) === null)

type History = {
  readonly events: readonly ComplaintEvent[]
  readonly complaint: Complaint
  readonly now: number
}

function go({ events, complaint, now: before }: History, one: Try): History {
  const now = before + one.wait
  const likely = COMPLAINT_ACTIONS.filter((type) => mayBeTaken(complaint, type))
  const onward = likely.filter((type) => !OFF_THE_WAY.includes(type))
  const from = one.pick % 6 > 0 && onward.length > 0 ? onward : likely
  const type = from[Math.floor(one.pick / 6) % Math.max(from.length, 1)] ?? 'withdraw'
  const actor =
    (type === 'verify' || type === 'send_back' ? PEOPLE.agent : mayBeTaken(complaint, type)) ??
    PEOPLE.quality
  const happenedAt = Math.max(now - one.late, complaint.lastHappenedAt)
  const decision = decideComplaint(complaint, actionOf(type, one), {
    ...{ now, happenedAt, actor, zone: complaint.zone },
  })
  return decision.ok
    ? { events: [...events, decision.event], complaint: decision.complaint, now }
    : { events, complaint, now }
}

const beginnings = fc.record({
  anonymous: fc.boolean(),
  urgent: fc.constantFrom(null, null, 'data' as const),
  outlet: fc.constantFrom('SZ-001', 'SZ-002', null),
  legalDate: fc.constantFrom(null, null, '2026-11-21', '2026-12-20'),
  waited: fc.constantFrom(0, 0, 30 * HOUR_MS, 7 * DAY_MS),
})

function begin({
  waited,
  ...over
}: Omit<Partial<typeof REGISTER>, 'type'> & { waited: number }): History {
  const now = BEGUN + waited
  const decision = decideComplaint(
    null,
    { ...REGISTER, ...over },
    {
      ...{ now, happenedAt: null, actor: PEOPLE.agent, zone: 'Asia/Shanghai' },
    },
  )
  if (!decision.ok) throw new Error(decision.refusal)
  return { events: [decision.event], complaint: decision.complaint, now }
}

function summed(events: readonly ComplaintEvent[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { data } of events) {
    for (const { outlet, day, measure, by } of countsOfComplaint(data)) {
      if (measure.includes('|') || measure.endsWith('_late_entry')) continue
      const key = `${outlet} ${day} ${measure}`
      sums[key] = (sums[key] ?? 0) + by
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, by]) => by !== 0))
}

describe('whatever happens to a complaint', () => {
  const statuses = new Set<string>()
  const types = new Set<string>()

  it('its figures are what a recount of its raw events finds, and its events tell its state', () => {
    fc.assert(
      fc.property(beginnings, fc.array(tries, { maxLength: 30, size: 'max' }), (over, steps) => {
        const { events, complaint, now } = steps.reduce(go, begin(over))
        expect(foldComplaint(events)).toEqual(complaint)
        expect(summed(events)).toEqual(recount(events))
        for (const sum of Object.values(summed(events))) expect(sum).toBeGreaterThan(0)
        for (const [i, event] of events.entries()) {
          expect(event.version).toBe(i + 1)
          statuses.add(event.data.status)
          types.add(event.type)
        }
        const breaches = events.map(({ data }) => `${data.round.number}: ${data.round.breached}`)
        for (const [i, breach] of breaches.entries()) {
          const [before, after] = [breaches[i - 1], breach]
          if (before?.[0] === after[0]) expect(after.startsWith(before ?? '')).toBe(true)
        }
        if (nextComplaintTimer(complaint) === null && complaint.status !== 'closed') {
          expect(currentRound(complaint).escalatedFor.length).toBeGreaterThan(0)
        }
        expect(complaint.closedAt !== null).toBe(complaint.status === 'closed')
        expect(complaint.ending !== null).toBe(complaint.status === 'closed')
        expect(now).toBeGreaterThanOrEqual(complaint.lastHappenedAt)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('and everything did happen', () => {
    expect(statuses.size).toBe(8)
    expect(types.size).toBe(COMPLAINT_ACTIONS.length + 1)
  })
})

describe('a complaint that goes to another outlet', () => {
  const TO_OTHER = { ...ASSIGN, outlet: 'SZ-002' } as const

  it('leaves behind what was missed, and takes along what still runs', () => {
    const { events } = dispatched()
      .and(REACHED, { after: DAY_MS + HOUR_MS })
      .and(TO_OTHER)
    expect(summed(events)).toMatchObject({
      'SZ-001 2026-11-21 complaint_contact_due': 1,
      'SZ-002 2026-11-25 complaint_answer_due': 1,
      'SZ-002 2026-11-20 complaints_registered': 1,
    })
    expect(summed(events)).not.toHaveProperty('SZ-002 2026-11-21 complaint_contact_due')
  })

  it('takes along what was kept at the instant it was due', () => {
    const { events } = dispatched()
      .and(REACHED, { after: DAY_MS - 60_000 })
      .and(TO_OTHER)
    expect(summed(events)).toMatchObject({
      'SZ-002 2026-11-21 complaint_contact_due': 1,
      'SZ-002 2026-11-21 complaint_contact_in_time': 1,
    })
  })

  it('leaves a report with each outlet that missed it', () => {
    const redirect = { type: 'redirect', owner: 'stf_agent' } as const
    const { events } = dispatched()
      .and(REACHED)
      .and(ASSIGN)
      .and(redirect, { after: 3 * DAY_MS })
      .and(REACHED)
      .and(TO_OTHER)
      .and({ type: 'redirect', owner: null }, { after: 3 * DAY_MS })
      .and(REACHED)
      .and({ ...ASSIGN, outlet: 'SZ-003' })
    expect(summed(events)).toMatchObject({
      'SZ-001 2026-11-22 complaint_report_due': 1,
      'SZ-002 2026-11-25 complaint_answer_due': 1,
    })
  })
})
