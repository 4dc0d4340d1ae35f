import { describe, expect, it } from 'vitest'
import { CONTEST_STATUSES, type Contest } from '#domain/publications/contest.ts'
import {
  CONTEST_STEPS,
  type ContestAction,
  type ContestStep,
  type DecidingContest,
  decideContest,
} from '#domain/publications/decide-contest.ts'
import { excludedDays } from '#domain/publications/excluded-days.ts'

const DAYS = { freezeDay: 15, contestDays: 3 }
const RAISE: ContestAction = {
  type: 'raise',
  ...{ id: 'cts_1', outlet: 'SZ-001', month: '2026-10' },
  ...({ kpi: 'promise_kept', repair: null } as const),
}
const FLOOD = { from: '2026-10-20', to: '2026-10-21', reason: 'flood' } as const

const by = (actor: string, over: Partial<DecidingContest> = {}): DecidingContest => ({
  ...{ expectedVersion: 0, actor, now: 0, today: '2026-11-12', days: DAYS },
  ...over,
})

function done(contest: Contest | null, action: ContestAction, actor: string): Contest {
  const decided = decideContest(contest, action, by(actor, { expectedVersion: contest?.version }))
  if (!decided.ok) throw new Error(decided.refusal)
  return decided.contest
}
const open = done(null, RAISE, 'manager')
const proposed = done(open, { type: 'exclude', days: FLOOD }, 'quality')

const AT: Record<(typeof CONTEST_STATUSES)[number], Contest> = {
  open,
  proposed,
  excluded: done(proposed, { type: 'approve' }, 'admin'),
  corrected: done(open, { type: 'correct' }, 'quality'),
  refused: done(open, { type: 'refuse' }, 'quality'),
}
const STEPS: readonly ContestStep[] = [
  { type: 'exclude', days: FLOOD },
  ...(['approve', 'send_back', 'correct', 'refuse'] as const).map((type) => ({ type })),
]
const refusalOf = (contest: Contest | null, action: ContestAction, deciding: DecidingContest) => {
  const decided = decideContest(contest, action, deciding)
  return decided.ok ? null : decided.refusal
}

describe('a contest', () => {
  it.each([
    ['2026-10-01', null],
    ['2026-11-12', null],
    ['2026-11-13', 'too_late'],
    ['2026-09-30', 'too_soon'],
  ])('of October raised on %s: %s', (today, refusal) => {
    expect(refusalOf(null, RAISE, by('manager', { today }))).toBe(refusal)
  })

  it.each(
    CONTEST_STATUSES.flatMap((status) => STEPS.map((step) => [status, step.type, step] as const)),
  )('%s takes %s only where the table says so', (status, type, step) => {
    const contest = AT[status]
    const decided = decideContest(contest, step, by('third', { expectedVersion: contest.version }))
    const { from, to } = CONTEST_STEPS[type]
    if (from !== status) expect(decided).toEqual({ ok: false, refusal: 'not_allowed_now' })
    else expect(decided).toMatchObject({ ok: true, contest: { status: to } })
  })

  it('excludes days only once somebody else than who proposed it approves it', () => {
    const at = { expectedVersion: 2 }
    expect(refusalOf(proposed, { type: 'approve' }, by('quality', at))).toBe('second_person_needed')
    expect(refusalOf(proposed, { type: 'approve' }, by('manager', at))).toBe('second_person_needed')
    expect(AT.excluded).toMatchObject({ exclusion: FLOOD, approvedBy: 'admin' })
    expect(done(proposed, { type: 'send_back' }, 'quality')).toMatchObject({
      ...{ status: 'open', exclusion: null, decidedBy: null },
    })
  })

  it('isn’t decided by who raised it, nor by somebody who has seen another version', () => {
    const refuse = { type: 'refuse' } as const
    expect(refusalOf(open, refuse, by('manager', { expectedVersion: 1 }))).toBe(
      'second_person_needed',
    )
    expect(refusalOf(open, refuse, by('quality', { expectedVersion: 2 }))).toBe('stale')
  })

  it.each([
    ['2026-10-20', '2026-10-19', 'ends before it begins'],
    ['2026-09-30', '2026-10-01', 'begins in another month'],
    ['2026-10-31', '2026-11-01', 'ends in another month'],
    ['2026-10-30', '2026-10-32', 'is no day'],
    ['', '', 'is empty'],
  ])('excludes no days from %s to %s: %s', (from, to) => {
    const days = { from, to, reason: 'power' } as const
    const deciding = by('quality', { expectedVersion: 1 })
    expect(refusalOf(open, { type: 'exclude', days }, deciding)).toBe('bad_value')
  })

  it('excludes no day to come', () => {
    const today = '2026-10-20'
    const deciding = by('quality', { expectedVersion: 1, today })
    expect(refusalOf(open, { type: 'exclude', days: FLOOD }, deciding)).toBe('bad_value')
    const one = { ...FLOOD, to: today }
    expect(refusalOf(open, { type: 'exclude', days: one }, deciding)).toBeNull()
  })
})

it('days that several exclusions name are taken out once', () => {
  const days = excludedDays([
    { outlet: 'SZ-001', from: '2026-10-30', to: '2026-10-31', reason: 'flood' },
    { outlet: 'SZ-001', from: '2026-10-31', to: '2026-10-31', reason: 'power' },
    { outlet: 'SZ-002', from: '2026-10-31', to: '2026-10-31', reason: 'power' },
  ])
  expect(days).toEqual([
    ['SZ-001', '2026-10-30'],
    ['SZ-001', '2026-10-31'],
    ['SZ-002', '2026-10-31'],
  ])
})
