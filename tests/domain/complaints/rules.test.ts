import { describe, expect, it } from 'vitest'
import { allowedComplaintActions } from '#domain/complaints/allowed-complaint-actions.ts'
import { type ComplaintRemedy, currentRound } from '#domain/complaints/complaint.ts'
import { customerActor, seesComplaint } from '#domain/complaints/complaint-actor.ts'
import { evolveComplaint, foldComplaint } from '#domain/complaints/evolve-complaint.ts'
import {
  ANSWER,
  ASSIGN,
  aComplaint,
  answered,
  BEGUN,
  type ComplaintStory,
  closed,
  contacted,
  DAY_MS,
  DISPATCH,
  dispatched,
  HOUR_MS,
  NOBODY_THERE,
  PEOPLE,
  REACHED,
  REPORT,
  reported,
  verified,
  withOutlet,
} from '#support/a-complaint.ts'

const { customer, system, agent, manager, regional, quality } = PEOPLE

describe('the events of a complaint', () => {
  const { events, complaint } = answered().and({ type: 'disagree' }, { by: customer })

  it('tell all of its state, also after a way through JSON', () => {
    expect(foldComplaint(events)).toEqual(complaint)
    expect(foldComplaint(JSON.parse(JSON.stringify(events)))).toEqual(complaint)
    expect(foldComplaint([])).toBeNull()
  })

  it('are refused with a gap, twice, or without their beginning', () => {
    const [first, second, third] = events
    if (!first || !second || !third) return expect.unreachable()
    const registered = evolveComplaint(null, first)
    expect(() => evolveComplaint(registered, third)).toThrow("isn't the next")
    expect(() => evolveComplaint(registered, first)).toThrow("isn't the next")
    expect(() => evolveComplaint(null, second)).toThrow('registration')
  })
})

describe('tries to reach the customer', () => {
  it('keep the word that somebody would try, whoever picks up', () => {
    const tried = dispatched().and(NOBODY_THERE)
    expect(tried.complaint.status).toBe('dispatched')
    expect(tried.events.at(-1)?.type).toBe('complaint.contact_missed')
    expect(currentRound(tried.complaint).contact?.metAt).toBe(tried.now)
  })

  it('end after three on two days, and the answer then goes in writing', () => {
    const twice = dispatched().and(NOBODY_THERE).and(NOBODY_THERE)
    const thrice = twice.and(NOBODY_THERE)
    expect(thrice.complaint.status).toBe('dispatched')
    const nextDay = twice.and(NOBODY_THERE, { after: 20 * HOUR_MS })
    expect(nextDay.complaint).toMatchObject({ status: 'contacted', isUnreachable: true })
    const silent = { ...REPORT, customerContacted: false }
    expect(withOutlet().attempt(silent, { by: manager })).toMatchObject({
      refusal: 'bad_value',
      field: 'customerContacted',
    })
    expect(nextDay.and(ASSIGN).attempt(silent, { by: manager }).ok).toBe(true)
  })

  it('are told apart by the local day, not by hours', () => {
    const beforeMidnight = aComplaint({ receivedAt: Date.UTC(2026, 10, 20, 15, 50) })
      .and(DISPATCH, { by: agent })
      .and(NOBODY_THERE)
      .and(NOBODY_THERE)
    const after = beforeMidnight.and(NOBODY_THERE, { after: 10 * 60_000 })
    expect(after.complaint.isUnreachable).toBe(true)
  })
})

describe('a report', () => {
  it('is verified by nobody who wrote a part of it', () => {
    const byRegional = withOutlet().and(REPORT, { by: regional })
    expect(byRegional.attempt({ type: 'verify' }, { by: regional })).toMatchObject({
      refusal: 'second_person_needed',
    })
    const technician = { ...agent, id: REPORT.technician }
    for (const type of ['verify', 'send_back'] as const) {
      expect(reported().attempt({ type }, { by: technician })).toMatchObject({
        refusal: 'second_person_needed',
      })
    }
    expect(allowedComplaintActions(byRegional.complaint, regional, byRegional.now)).toEqual([
      'escalate',
    ])
  })

  it('is verified by nobody who belongs to the outlet, whatever else they are', () => {
    const both = { ...agent, outlets: ['SZ-001'] }
    expect(reported().attempt({ type: 'verify' }, { by: both })).toMatchObject({
      refusal: 'second_person_needed',
    })
    expect(
      reported().attempt({ type: 'verify' }, { by: { ...agent, outlets: ['SZ-002'] } }).ok,
    ).toBe(true)
  })

  it('goes back to where it was written, and its clock runs on', () => {
    const back = reported().and({ type: 'send_back' }, { by: agent })
    expect(back.complaint.status).toBe('with_outlet')
    const { report } = currentRound(back.complaint)
    expect(report?.metAt).toBeNull()
    expect(report?.dueAt).toBe(currentRound(withOutlet().complaint).report?.dueAt)
    const late = back.and(REPORT, { by: manager, after: 49 * HOUR_MS })
    expect(currentRound(late.complaint).breached).toContain('report')
  })

  it('once sent back is still no work of its first writers to verify', () => {
    const again = reported()
      .and({ type: 'send_back' }, { by: agent })
      .and({ ...REPORT, technician: null }, { by: regional })
    expect(currentRound(again.complaint).writers).toEqual([
      'stf_manager',
      'stf_bench',
      'stf_regional',
    ])
  })
})

describe('a dispatched complaint', () => {
  it('needs an outlet on the level of outlets', () => {
    const nowhere = aComplaint({ outlet: null })
    expect(nowhere.attempt(DISPATCH, { by: agent })).toMatchObject({ field: 'level' })
    const found = nowhere.and({ ...DISPATCH, outlet: 'SZ-001' }, { by: agent })
    expect(found.complaint.outlet).toBe('SZ-001')
  })

  it('of no outlet is the head office’s on every level', () => {
    const up = aComplaint({ outlet: null }).and({ type: 'escalate' }, { by: quality })
    expect(up.complaint.level).toBe('region_or_partner')
    expect(up.and(REACHED, { by: quality }).attempt(REPORT, { by: quality }).ok).toBe(true)
  })

  it('is its named owner’s alone, and the level’s again when it goes up', () => {
    const named = aComplaint().and({ ...DISPATCH, owner: 'stf_agent' }, { by: quality })
    expect(named.attempt(REACHED, { by: manager })).toMatchObject({ refusal: 'not_your_role' })
    expect(named.attempt(REACHED, { by: agent }).ok).toBe(true)
    const up = named.and({ type: 'escalate' }, { by: regional })
    expect(up.complaint.owner).toBeNull()
    expect(up.attempt(REACHED, { by: regional }).ok).toBe(true)
  })

  it('is redirected to somebody else, not to whom it is', () => {
    const same = dispatched().attempt({ type: 'redirect', owner: null })
    expect(same).toMatchObject({ refusal: 'bad_value', field: 'owner' })
  })

  it('stays urgent, whoever dispatches it', () => {
    const urgent = aComplaint({ urgent: 'safety' }).and(DISPATCH, { by: agent })
    expect(urgent.complaint.urgent).toBe('safety')
    const dated = aComplaint({ legalDate: '2026-12-24' })
    expect(dated.complaint.urgent).toBe('legal_date')
    expect(
      aComplaint().attempt({ ...DISPATCH, urgent: 'legal_date' }, { by: agent }),
    ).toMatchObject({
      field: 'urgent',
    })
  })

  it('is merged into another one, never into itself', () => {
    const { complaint } = aComplaint()
    const merge = (into: string) => aComplaint().attempt({ type: 'merge', into }, { by: quality })
    expect(merge(complaint.code)).toMatchObject({ field: 'into' })
    expect(merge('7K3M9QXF2T8BX')).toMatchObject({
      complaint: { ending: 'merged', mergedInto: '7K3M9QXF2T8BX' },
    })
  })
})

describe('the customer', () => {
  it('may disagree for 14 days; then the clock closes it', () => {
    const story = answered()
    const lastMoment = { by: customer, after: 14 * DAY_MS - 1 }
    expect(story.attempt({ type: 'disagree' }, lastMoment).ok).toBe(true)
    expect(story.attempt({ type: 'silence' }, { by: system, after: 14 * DAY_MS - 1 }).ok).toBe(
      false,
    )
    const late = { by: customer, after: 14 * DAY_MS }
    expect(story.attempt({ type: 'disagree' }, late)).toMatchObject({ refusal: 'too_late' })
    const silent = story.and({ type: 'silence' }, { by: system, after: 14 * DAY_MS })
    expect(silent.complaint).toMatchObject({ status: 'closed', ending: 'no_reply' })
  })

  it('who disagrees is heard a level higher, in a round with its own clocks', () => {
    const first = answered()
    const second = first.and({ type: 'disagree' }, { by: customer })
    expect(second.complaint).toMatchObject({
      level: 'region_or_partner',
      status: 'dispatched',
      answer: null,
    })
    expect(second.complaint.rounds[0]).toEqual(currentRound(first.complaint))
    const round = currentRound(second.complaint)
    expect(round).toMatchObject({ number: 2, openedAt: second.now, report: null, tries: 0 })
    expect(round.answer.dueAt).toBe(second.now + 5 * DAY_MS)
  })

  it('who disagrees with the head office has its last word', () => {
    const atHq = aComplaint()
      .and({ ...DISPATCH, level: 'hq' }, { by: agent })
      .and(REACHED)
      .and({ ...REPORT, technician: null })
      .and({ type: 'verify' }, { by: agent })
      .and(ANSWER)
    const { complaint } = atHq.and({ type: 'disagree' }, { by: customer })
    expect(complaint).toMatchObject({ status: 'closed', ending: 'final', level: 'hq' })
    expect(complaint.rounds).toHaveLength(1)
  })

  it('may withdraw whatever is open', () => {
    for (const story of [
      aComplaint(),
      dispatched(),
      contacted(),
      withOutlet(),
      reported(),
      verified(),
      answered(),
    ]) {
      const { complaint } = story.and({ type: 'withdraw' }, { by: customer })
      expect(complaint).toMatchObject({ status: 'closed', ending: 'withdrawn' })
    }
  })

  it('may bring it back for 30 days; the head office always may', () => {
    const story = closed()
    const wait = (after: number, by = customer) => story.attempt({ type: 'reopen' }, { by, after })
    expect(wait(30 * DAY_MS)).toMatchObject({
      complaint: { level: 'region_or_partner', ending: null, closedAt: null },
    })
    expect(wait(30 * DAY_MS + 1)).toMatchObject({ refusal: 'too_late' })
    expect(wait(300 * DAY_MS, quality).ok).toBe(true)
  })
})

describe('who sees a complaint', () => {
  const other = { ...manager, id: 'stf_other', roles: [] }

  it('is the team and the region at once, the outlet once it is asked, nobody else', () => {
    const hq = aComplaint()
      .and({ ...DISPATCH, level: 'hq' }, { by: agent })
      .and(REACHED)
    for (const person of [agent, quality, regional])
      expect(seesComplaint(hq.complaint, person)).toBe(true)
    expect(seesComplaint(hq.complaint, manager)).toBe(false)
    const asked = hq.and(ASSIGN)
    expect(seesComplaint(asked.complaint, manager)).toBe(true)
    expect(seesComplaint(asked.complaint, PEOPLE.counter)).toBe(false)
    expect(seesComplaint(asked.complaint, other)).toBe(false)
  })

  it('is its owner, by role or by name', () => {
    expect(seesComplaint(aComplaint().complaint, manager)).toBe(false)
    expect(seesComplaint(dispatched().complaint, manager)).toBe(true)
    const named = aComplaint().and({ ...DISPATCH, level: 'hq', owner: 'stf_other' }, { by: agent })
    expect(seesComplaint(named.complaint, other)).toBe(true)
  })
})

describe('what is told late', () => {
  it('is never before what happened last, nor after now', () => {
    const story = dispatched()
    const told = (happenedAt: number) => story.attempt(REACHED, { happenedAt, after: HOUR_MS })
    expect(told(story.now - 1)).toMatchObject({ refusal: 'bad_time' })
    expect(told(story.now + HOUR_MS + 1)).toMatchObject({ refusal: 'bad_time' })
    expect(told(story.now).ok).toBe(true)
  })

  it('is refused for words that reached us in the future', () => {
    expect(() => aComplaint({ receivedAt: BEGUN + 1 }, { now: BEGUN })).toThrow('receivedAt')
    expect(() => aComplaint({ legalDate: '2026-11-19' })).toThrow('legalDate')
    expect(() => aComplaint({ legalDate: '2026-11-31' })).toThrow('legalDate')
    expect(() => aComplaint({ urgent: 'legal_date' })).toThrow('urgent')
    expect(() => aComplaint({ channel: 'my neighbour said' })).toThrow('channel')
  })
})

describe('what a customer may repeat, and by which way', () => {
  const lookup = customerActor('lookup')
  const offered = (remedy: ComplaintRemedy) =>
    verified().and({ type: 'answer', verdict: 'upheld', remedy })
  const again = (story: ComplaintStory): ComplaintStory =>
    story.and({ type: 'withdraw' }, { by: customer }).and({ type: 'reopen' }, { by: customer })

  it('brings a complaint to its fifth round, and no further; the head office does', () => {
    let story: ComplaintStory = dispatched()
    for (let round = 2; round <= 5; round++) story = again(story)
    expect(currentRound(story.complaint).number).toBe(5)
    const over = story.and({ type: 'withdraw' }, { by: customer })
    expect(over.attempt({ type: 'reopen' }, { by: customer })).toMatchObject({
      refusal: 'too_often',
    })
    expect(allowedComplaintActions(over.complaint, customer, over.now)).toEqual([])
    expect(over.attempt({ type: 'reopen' }, { by: quality }).ok).toBe(true)
  })

  it('takes or turns down money by the link alone', () => {
    for (const remedy of ['refund', 'compensation'] as const) {
      for (const type of ['agree', 'disagree', 'withdraw'] as const) {
        expect(offered(remedy).attempt({ type }, { by: lookup })).toMatchObject({
          refusal: 'link_needed',
        })
        expect(offered(remedy).attempt({ type }, { by: customer }).ok).toBe(true)
      }
    }
    expect(offered('apology').attempt({ type: 'agree' }, { by: lookup }).ok).toBe(true)
    expect(dispatched().attempt({ type: 'withdraw' }, { by: lookup }).ok).toBe(true)
  })
})

describe('when words reached us', () => {
  const DAYS_10_YEARS = 10 * 366 * DAY_MS
  const received = (receivedAt: number, now: number) => () => aComplaint({ receivedAt }, { now })

  it('was never before 2000, nor more than ten years back', () => {
    expect(received(BEGUN - DAYS_10_YEARS, BEGUN)).not.toThrow()
    expect(received(BEGUN - DAYS_10_YEARS - 1, BEGUN)).toThrow('bad_time')
    const early = Date.UTC(2000, 0, 1)
    expect(received(early, early + DAY_MS)).not.toThrow()
    expect(received(early - 1, early + DAY_MS)).toThrow('bad_time')
  })
})
