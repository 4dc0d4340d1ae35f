import { describe, expect, it } from 'vitest'
import { type PromiseFacts, proposePromise } from '#domain/desk/propose-promise.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'

const WEEKDAYS: CompiledHours['week'] = [
  ...Array.from({ length: 5 }, () => [[540, 1080]] as const),
  [[600, 960]],
  [],
]

const hoursIn = (zone: string, change: Partial<CompiledHours> = {}): CompiledHours => ({
  ...{ zone, week: WEEKDAYS, days: {}, lastIntakeMinutes: 30 },
  ...{ until: '2027-12-31', untilBecause: 'horizon' },
  ...change,
})

const SHANGHAI = hoursIn('Asia/Shanghai')
/** A wall time in Shanghai, as epoch ms. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`)

const facts = (now: number, change: Partial<PromiseFacts> = {}): PromiseFacts => ({
  ...{ now, hours: SHANGHAI, isWhileYouWait: false, isDoneHere: true },
  ...{ typicalMinutes: 45, openJobs: 0, benches: 2 },
  ...change,
})
const oneHour = (now: number, change: Partial<PromiseFacts> = {}) =>
  proposePromise(facts(now, { isWhileYouWait: true, ...change }))?.at
const usual = (now: number, change: Partial<PromiseFacts> = {}) =>
  proposePromise(facts(now, change))?.at

/* 2026-11-18 is a Wednesday. */
describe('a one-hour repair', () => {
  it('is promised for sixty minutes from now, whatever else waits', () => {
    expect(oneHour(at('2026-11-18T10:10'), { openJobs: 40 })).toBe(at('2026-11-18T11:10'))
    expect(proposePromise(facts(at('2026-11-18T10:10'), { isWhileYouWait: true }))?.because).toBe(
      'one_hour',
    )
  })

  it('may be ready as the doors close, not a minute later', () => {
    expect(oneHour(at('2026-11-18T17:00'))).toBe(at('2026-11-18T18:00'))
    expect(oneHour(at('2026-11-18T17:01'))).toBe(at('2026-11-19T09:01'))
  })

  it('goes on at the next opening with what is left of it', () => {
    expect(oneHour(at('2026-11-18T17:30'))).toBe(at('2026-11-19T09:30'))
    expect(oneHour(at('2026-11-20T17:30'))).toBe(at('2026-11-21T10:30'))
    expect(oneHour(at('2026-11-21T15:30'))).toBe(at('2026-11-23T09:30'))
  })

  it('begins with the day where the outlet is closed now', () => {
    expect(oneHour(at('2026-11-18T07:00'))).toBe(at('2026-11-18T10:00'))
    expect(oneHour(at('2026-11-18T20:00'))).toBe(at('2026-11-19T10:00'))
  })

  it('leaves out a holiday, and a break in the day', () => {
    const days = {
      '2026-11-19': [],
      '2026-11-20': [
        [540, 570],
        [780, 1080],
      ] as const,
    }
    const hours = hoursIn('Asia/Shanghai', { days })
    expect(oneHour(at('2026-11-18T17:45'), { hours })).toBe(at('2026-11-20T13:15'))
  })

  it('counts elapsed minutes where the clocks change', () => {
    const hours = hoursIn('America/New_York', {
      week: Array.from({ length: 7 }, () => [[0, 1440]] as const),
    })
    // 2026-11-01: 01:30 EDT, half an hour before the clock shows 01:00 again.
    const before = Date.parse('2026-11-01T01:30:00-04:00')
    expect(oneHour(before, { hours })).toBe(before + 3_600_000)
    // 2026-03-08: the hour from 02:00 is missing.
    const spring = Date.parse('2026-03-08T01:30:00-05:00')
    expect(oneHour(spring, { hours })).toBe(Date.parse('2026-03-08T03:30:00-04:00'))
  })

  it('runs past midnight where the outlet does', () => {
    const hours = hoursIn('Asia/Shanghai', {
      week: Array.from({ length: 7 }, () => [[600, 1500]] as const),
    })
    expect(oneHour(at('2026-11-18T23:50'), { hours })).toBe(at('2026-11-19T00:50'))
    expect(oneHour(at('2026-11-19T00:30'), { hours })).toBe(at('2026-11-19T10:30'))
  })

  it('is no hour where the phone is passed on', () => {
    const promise = proposePromise(
      facts(at('2026-11-18T10:00'), { isWhileYouWait: true, isDoneHere: false }),
    )
    expect(promise).toEqual({ at: at('2026-11-24T11:00'), because: 'load' })
  })
})

describe('any other repair', () => {
  it('is promised for the next half hour after its typical minutes', () => {
    expect(usual(at('2026-11-18T10:10'))).toBe(at('2026-11-18T11:00'))
    expect(usual(at('2026-11-18T10:15'))).toBe(at('2026-11-18T11:00'))
    expect(usual(at('2026-11-18T10:16'))).toBe(at('2026-11-18T11:30'))
  })

  it('waits for an hour per job and bench before it', () => {
    expect(usual(at('2026-11-18T10:00'), { openJobs: 2 })).toBe(at('2026-11-18T12:00'))
    expect(usual(at('2026-11-18T10:00'), { openJobs: 3 })).toBe(at('2026-11-18T13:00'))
    expect(usual(at('2026-11-18T10:00'), { openJobs: 3, benches: 0 })).toBe(at('2026-11-18T14:00'))
  })

  it('is never promised past closing time', () => {
    const hours = hoursIn('Asia/Shanghai', {
      week: Array.from({ length: 7 }, () => [[540, 1065]] as const),
    })
    expect(usual(at('2026-11-18T16:50'), { hours })).toBe(at('2026-11-18T17:45'))
    expect(usual(at('2026-11-18T17:10'))).toBe(at('2026-11-18T18:00'))
    expect(usual(at('2026-11-18T17:30'))).toBe(at('2026-11-19T09:30'))
  })

  it('takes an hour where nobody can say how long', () => {
    expect(usual(at('2026-11-18T10:00'), { typicalMinutes: null })).toBe(at('2026-11-18T11:00'))
  })
})

describe('what a person must say', () => {
  it('is a promise without known hours', () => {
    expect(proposePromise(facts(at('2026-11-18T10:00'), { hours: null }))).toBeNull()
  })

  it('is one over days whose holiday hours nobody confirmed', () => {
    const hours = hoursIn('Asia/Shanghai', { days: { '2026-11-19': null } })
    expect(oneHour(at('2026-11-18T10:00'), { hours })).toBe(at('2026-11-18T11:00'))
    expect(oneHour(at('2026-11-18T17:30'), { hours })).toBeUndefined()
  })

  it('is one of an outlet that opens no more', () => {
    const hours = hoursIn('Asia/Shanghai', { week: Array.from({ length: 7 }, () => []) })
    expect(oneHour(at('2026-11-18T10:00'), { hours })).toBeUndefined()
  })

  it('isn’t one because yesterday was unknown', () => {
    const hours = hoursIn('Asia/Shanghai', { days: { '2026-11-17': null } })
    expect(oneHour(at('2026-11-18T10:00'), { hours })).toBe(at('2026-11-18T11:00'))
  })
})
