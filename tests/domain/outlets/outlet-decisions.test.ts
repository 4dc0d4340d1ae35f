import { describe, expect, it } from 'vitest'
import { OPERATIONS } from '#domain/outlets/outlet.ts'
import {
  changedOutlet,
  decideOutlet,
  evolveOutlet,
  type OutletAction,
  type OutletState,
} from '#domain/outlets/outlet-decisions.ts'

const state = (change: Partial<OutletState> = {}): OutletState => ({
  code: 'SZ-001',
  version: 3,
  operation: 'open',
  suspension: null,
  closedOn: null,
  ...change,
})
const ACTIONS: Readonly<Record<OutletAction['type'], OutletAction>> = {
  suspend: { type: 'suspend', from: '2026-12-01', until: '2026-12-10', reason: null },
  resume: { type: 'resume' },
  close: { type: 'close', on: '2026-12-31' },
}
const ALLOWED = [
  'open suspend',
  'open close',
  'suspended suspend',
  'suspended resume',
  'suspended close',
]

describe.each(OPERATIONS)('an outlet that is %s', (operation) => {
  it.each(Object.keys(ACTIONS) as OutletAction['type'][])('%s', (type) => {
    const decision = decideOutlet(state({ operation }), 3, ACTIONS[type])
    const expected = ALLOWED.includes(`${operation} ${type}`)
      ? { ok: true, event: { subject: 'outlet/SZ-001', version: 4 } }
      : { ok: false, refusal: 'not_allowed_now' }
    expect(decision).toMatchObject(expected)
  })
})

it.each([2, 4])('refuses whoever has seen version %i instead of 3', (seen) => {
  expect(decideOutlet(state(), seen, ACTIONS.close)).toEqual({ ok: false, refusal: 'stale' })
})

it.each([
  ['2026-12-10', '2026-12-10'],
  ['2026-12-10', '2026-12-09'],
])('refuses a suspension from %s until %s, which lasts no day', (from, until) => {
  const action: OutletAction = { type: 'suspend', from, until, reason: null }
  expect(decideOutlet(state(), 3, action)).toEqual({ ok: false, refusal: 'bad_dates' })
})

it('tells the reason in the state and never in the event', () => {
  const reason = { en: 'Flood', 'zh-CN': '水淹' }
  const decision = decideOutlet(state(), 3, { ...ACTIONS.suspend, reason } as OutletAction)
  if (!decision.ok) throw new Error(decision.refusal)
  expect(decision.state.suspension).toEqual({ from: '2026-12-01', until: '2026-12-10', reason })
  expect(JSON.stringify(decision.event)).not.toContain('Flood')
})

it('comes to the same state from the event alone, but for the words', () => {
  for (const action of Object.values(ACTIONS)) {
    const before = state({ operation: action.type === 'resume' ? 'suspended' : 'open' })
    const decision = decideOutlet(before, 3, action)
    if (!decision.ok) throw new Error(decision.refusal)
    expect(evolveOutlet(before, decision.event, null)).toEqual(decision.state)
  }
})

it('knows which outlet an event changed', () => {
  expect(changedOutlet({ subject: 'outlet/SZ-001' })).toBe('SZ-001')
  expect(changedOutlet({ subject: 'repair/7K3M' })).toBeNull()
})
