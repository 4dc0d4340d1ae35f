import { describe, expect, it } from 'vitest'
import { currentRound } from '#domain/complaints/complaint.ts'
import type { RegisterComplaint } from '#domain/complaints/complaint-action.ts'
import { nextComplaintTimer } from '#domain/complaints/complaint-timers.ts'
import {
  ANSWER,
  ASSIGN,
  aComplaint,
  DAY_MS,
  DISPATCH,
  HOUR_MS,
  NOBODY_THERE,
  PEOPLE,
  REACHED,
  REPORT,
} from '#support/a-complaint.ts'

const { agent, customer, manager, regional, system } = PEOPLE
const at = (iso: string): number => Date.parse(iso)
const iso = (instant: number | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString().slice(0, 16)

type Golden = readonly [
  name: string,
  zone: string,
  received: string,
  over: Partial<RegisterComplaint>,
  contact: string | null,
  answer: string,
]

/** Worked out by hand on the calendars of 2026; all of it in UTC. */
const GOLDEN: readonly Golden[] = [
  [
    'on a working day',
    'Asia/Shanghai',
    '2026-11-17T02:00Z',
    {},
    '2026-11-18T02:00',
    '2026-11-22T02:00',
  ],
  [
    'in the lunch break',
    'Asia/Shanghai',
    '2026-11-17T04:30Z',
    {},
    '2026-11-18T04:30',
    '2026-11-22T04:30',
  ],
  ['at night', 'Asia/Shanghai', '2026-11-17T18:59Z', {}, '2026-11-18T18:59', '2026-11-22T18:59'],
  [
    'before a weekend',
    'Asia/Shanghai',
    '2026-11-20T10:00Z',
    {},
    '2026-11-21T10:00',
    '2026-11-25T10:00',
  ],
  [
    'into the National Day week',
    'Asia/Shanghai',
    '2026-09-30T09:00Z',
    {},
    '2026-10-01T09:00',
    '2026-10-05T09:00',
  ],
  [
    'out of the National Day week',
    'Asia/Shanghai',
    '2026-10-06T04:00Z',
    {},
    '2026-10-07T04:00',
    '2026-10-11T04:00',
  ],
  [
    'before Spring Festival',
    'Asia/Shanghai',
    '2026-02-14T08:00Z',
    {},
    '2026-02-15T08:00',
    '2026-02-19T08:00',
  ],
  [
    'over a make-up workday',
    'Asia/Shanghai',
    '2026-10-09T01:00Z',
    {},
    '2026-10-10T01:00',
    '2026-10-14T01:00',
  ],
  [
    'over New Year',
    'Asia/Shanghai',
    '2026-12-30T06:00Z',
    {},
    '2026-12-31T06:00',
    '2027-01-04T06:00',
  ],
  [
    'over a leap day',
    'Asia/Shanghai',
    '2028-02-26T06:00Z',
    {},
    '2028-02-27T06:00',
    '2028-03-02T06:00',
  ],
  [
    'urgent on 1 October',
    'Asia/Shanghai',
    '2026-10-01T14:00Z',
    { urgent: 'safety' },
    '2026-10-01T16:00',
    '2026-10-03T14:00',
  ],
  [
    'urgent at three in the morning',
    'Asia/Shanghai',
    '2026-11-16T19:00Z',
    { urgent: 'data' },
    '2026-11-16T21:00',
    '2026-11-18T19:00',
  ],
  [
    'as clocks go back in Berlin',
    'Europe/Berlin',
    '2026-10-23T07:00Z',
    {},
    '2026-10-24T07:00',
    '2026-10-28T08:00',
  ],
  [
    'as clocks go forward in Berlin',
    'Europe/Berlin',
    '2026-03-27T08:00Z',
    {},
    '2026-03-28T08:00',
    '2026-04-01T07:00',
  ],
  [
    'due in the hour that Berlin skips',
    'Europe/Berlin',
    '2026-03-24T01:30Z',
    {},
    '2026-03-25T01:30',
    '2026-03-29T01:30',
  ],
  [
    'due in the hour that Berlin has twice',
    'Europe/Berlin',
    '2026-10-20T00:30Z',
    {},
    '2026-10-21T00:30',
    '2026-10-25T00:30',
  ],
  [
    'urgent as clocks go back in New York',
    'America/New_York',
    '2026-10-31T16:00Z',
    { urgent: 'data' },
    '2026-10-31T18:00',
    '2026-11-02T17:00',
  ],
  [
    'in a zone of three quarters of an hour',
    'Asia/Kathmandu',
    '2026-11-17T02:00Z',
    {},
    '2026-11-18T02:00',
    '2026-11-22T02:00',
  ],
  [
    'over the date that Apia left out',
    'Pacific/Apia',
    '2011-12-28T22:00Z',
    {},
    '2011-12-29T22:00',
    '2012-01-01T22:00',
  ],
  [
    'by nobody',
    'Asia/Shanghai',
    '2026-11-17T02:00Z',
    { anonymous: true },
    null,
    '2026-11-22T02:00',
  ],
  [
    'with a regulator’s date that is earlier',
    'Asia/Shanghai',
    '2026-11-17T02:00Z',
    { legalDate: '2026-11-18' },
    '2026-11-17T04:00',
    '2026-11-18T15:59',
  ],
  [
    'with a regulator’s date that is later',
    'Asia/Shanghai',
    '2026-11-17T02:00Z',
    { legalDate: '2026-12-01' },
    '2026-11-17T04:00',
    '2026-11-19T02:00',
  ],
]

describe('a complaint that reached us', () => {
  it.each(GOLDEN)('%s', (_, zone, received, over, contact, answer) => {
    const { complaint } = aComplaint({ ...over, receivedAt: at(received) }, { zone })
    const round = currentRound(complaint)
    expect(iso(round.contact?.dueAt)).toBe(contact)
    expect(iso(round.answer.dueAt)).toBe(answer)
  })

  it('has clocks from then on, not from when somebody wrote it down', () => {
    const letter = { channel: 'letter', receivedAt: at('2026-11-16T02:00Z') }
    const { complaint } = aComplaint(letter, { now: at('2026-11-19T02:00Z') })
    expect(iso(currentRound(complaint).answer.dueAt)).toBe('2026-11-21T02:00')
    expect(currentRound(complaint).breached).toEqual(['contact'])
  })
})

describe('a clock', () => {
  const story = aComplaint({ receivedAt: at('2026-11-17T02:00Z') }).and(DISPATCH, {
    by: agent,
    after: 0,
  })

  it('is kept until the moment it is due, and missed after it', () => {
    const kept = currentRound(story.and(REACHED, { after: DAY_MS }).complaint)
    expect(kept).toMatchObject({ breached: [], contact: { metAt: kept.contact?.dueAt } })
    const missed = currentRound(story.and(REACHED, { after: DAY_MS + 1 }).complaint)
    expect(missed.breached).toEqual(['contact'])
  })

  it('is kept by what happened in time and was written down later, which is said', () => {
    const late = story.and(REACHED, { after: 30 * HOUR_MS, happenedAt: story.now + HOUR_MS })
    expect(currentRound(late.complaint)).toMatchObject({
      breached: [],
      contact: { isLateEntry: true },
    })
  })

  it('of the report begins with the first assignment of the round, and never again', () => {
    const assigned = story.and(REACHED).and(ASSIGN, { after: HOUR_MS })
    const dueAt = assigned.now + 48 * HOUR_MS
    expect(currentRound(assigned.complaint).report?.dueAt).toBe(dueAt)
    const elsewhere = assigned
      .and({ type: 'redirect', owner: 'stf_agent' }, { after: HOUR_MS })
      .and(REACHED, { by: agent })
      .and({ ...ASSIGN, outlet: 'SZ-002' }, { by: agent, after: HOUR_MS })
    expect(currentRound(elsewhere.complaint)).toMatchObject({ outlet: 'SZ-002', report: { dueAt } })
    const up = assigned.and({ type: 'escalate' }, { by: regional }).and(REACHED).and(ASSIGN)
    expect(currentRound(up.complaint).report?.dueAt).toBe(dueAt)
  })

  it('is shorter once it is known to be urgent, but begins where it began', () => {
    const hours = aComplaint({ receivedAt: at('2026-11-17T02:00Z') })
    const urgent = hours.and({ ...DISPATCH, urgent: 'safety' }, { by: agent, after: 3 * HOUR_MS })
    const round = currentRound(urgent.complaint)
    expect(iso(round.contact?.dueAt)).toBe('2026-11-17T04:00')
    expect(iso(round.answer.dueAt)).toBe('2026-11-19T02:00')
    expect(round.breached).toEqual(['contact'])
  })

  it('of a new round begins with it; an old regulator’s date binds it no more', () => {
    const legal = aComplaint({ receivedAt: at('2026-11-17T02:00Z'), legalDate: '2026-11-18' })
    const withdrawn = legal.and({ type: 'withdraw' }, { by: customer })
    const again = withdrawn.and({ type: 'reopen' }, { by: customer, after: 3 * DAY_MS })
    const round = currentRound(again.complaint)
    expect(round.answer.dueAt).toBe(again.now + 2 * DAY_MS)
    expect(round.contact?.dueAt).toBe(again.now + 2 * HOUR_MS)
  })

  it('that nobody needs any more ends with the complaint; a missed one stays missed', () => {
    const withdrawn = story.and({ type: 'withdraw' }, { by: customer, after: 2 * DAY_MS })
    expect(currentRound(withdrawn.complaint)).toMatchObject({
      contact: { isReleased: false },
      answer: { isReleased: true },
      breached: ['contact'],
    })
  })
})

describe('a missed word', () => {
  const received = at('2026-09-30T10:00Z')
  const waiting = aComplaint({ receivedAt: received }).and(DISPATCH, { by: agent, after: 0 })

  it('takes the complaint up on a holiday as on any day, once', () => {
    expect(nextComplaintTimer(waiting.complaint)).toEqual({
      at: received + DAY_MS + 1,
      type: 'escalate',
    })
    expect(waiting.attempt({ type: 'escalate' }, { by: system, after: DAY_MS })).toMatchObject({
      refusal: 'not_allowed_now',
    })
    const up = waiting.and({ type: 'escalate' }, { by: system, after: DAY_MS + 1 })
    expect(up.complaint).toMatchObject({
      level: 'region_or_partner',
      status: 'dispatched',
      owner: null,
    })
    expect(up.events.at(-1)?.data.day).toBe('2026-10-01')
    expect(up.attempt({ type: 'escalate' }, { by: system, after: HOUR_MS })).toMatchObject({
      ok: false,
    })
    expect(nextComplaintTimer(up.complaint)?.at).toBe(received + 5 * DAY_MS + 1)
  })

  it('stays on record, whatever comes after', () => {
    const kept = waiting
      .and({ type: 'escalate' }, { by: system, after: DAY_MS + 1 })
      .and(REACHED)
      .and(ASSIGN)
      .and(REPORT, { by: manager })
      .and({ type: 'verify' }, { by: agent })
      .and(ANSWER)
      .and({ type: 'agree' }, { by: customer })
    expect(currentRound(kept.complaint).breached).toEqual(['contact'])
  })

  it('of a complaint that nobody dispatched takes it to the region', () => {
    const ignored = aComplaint().and({ type: 'escalate' }, { by: system, after: 2 * DAY_MS })
    expect(ignored.complaint).toMatchObject({ level: 'region_or_partner', status: 'dispatched' })
  })

  it('is an alarm at the head office, which takes it out of nobody’s hands', () => {
    const atHq = aComplaint()
      .and({ ...DISPATCH, level: 'hq', owner: 'stf_agent' }, { by: agent })
      .and(NOBODY_THERE)
    const alarmed = atHq.and({ type: 'escalate' }, { by: system, after: 6 * DAY_MS })
    expect(alarmed.complaint).toMatchObject({
      ...{ level: 'hq', owner: 'stf_agent', status: 'dispatched', alarmedAt: alarmed.now },
    })
    expect(nextComplaintTimer(alarmed.complaint)).toBeNull()
    const raised = atHq.and({ type: 'escalate' }, { by: PEOPLE.quality })
    expect(raised.complaint.owner).toBeNull()
  })

  it('of an answered complaint is nobody’s any more', () => {
    const answered = waiting
      .and(REACHED)
      .and(ASSIGN)
      .and(REPORT, { by: manager })
      .and({ type: 'verify' }, { by: agent })
      .and(ANSWER)
    const late = answered.attempt({ type: 'escalate' }, { by: system, after: 20 * DAY_MS })
    expect(late).toMatchObject({ refusal: 'not_allowed_now' })
    const timer = { at: answered.now + 14 * DAY_MS, type: 'silence' }
    expect(nextComplaintTimer(answered.complaint)).toEqual(timer)
  })
})
