import { describe, expect, it } from 'vitest'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { repeatVisit } from '#domain/repairs/repeat-visit.ts'
import { DAY_MS } from '#domain/repairs/spans.ts'
import { aLife, instantOf, type Life, recountedAt, type Step, standsAt } from './a-life.ts'

const CODES = { first: '7K3M9QXF2T8BV', second: '7K0000000000A', third: '7K0000000001B' }

const ENDED: readonly Step[] = [
  ['2026-10-20 10:00', 'request'],
  ['2026-10-20 10:00', 'receive'],
  ['2026-10-20 11:00', 'diagnose'],
]
const REPAIRED: readonly Step[] = [
  ...ENDED,
  ['2026-10-20 12:00', 'start'],
  ['2026-10-20 13:00', 'finish'],
  ['2026-10-20 14:00', 'pass_check'],
  ['2026-10-20 15:00', 'hand_over'],
]
const NO_FAULT: readonly Step[] = [
  ...ENDED,
  ['2026-10-20 14:00', 'give_up', { faultCode: 'no_fault', barrier: 'no_fault_found' }],
  ['2026-10-20 15:00', 'hand_over'],
]

/** The device again, at another outlet. */
function backAt(at: string, seen: readonly Life[], code = CODES.second): Life {
  const repeat = repeatVisit(
    seen.map(({ repair }) => repair),
    instantOf(at),
  )
  const steps: readonly Step[] = [
    [at, 'request'],
    [at, 'receive', { repeat }],
  ]
  return aLife(steps, { outlet: 'SZ-002', code })
}

const october = (lives: readonly Life[]) => {
  const stands = standsAt(lives, 'SZ-001', '2026-10')
  expect(recountedAt(lives, 'SZ-001', '2026-10')).toEqual(stands)
  return stands
}

describe('a device that is back', () => {
  it('counts for the day when it was handed over, over the end of the month, wherever it comes', () => {
    const first = aLife(REPAIRED)
    const second = backAt('2026-11-12 09:00', [first])
    const stands = october([first, second])
    expect(stands).toMatchObject({ handed_over: 1, repeat_30: 1, repeat_90: 1 })
    expect(stands).not.toHaveProperty('repeat_7')
    expect(figureOf('repeat_30', stands)).toMatchObject({ value: 100, hits: 1, n: 1 })
    expect(standsAt([first, second], 'SZ-002', '2026-11')).not.toHaveProperty('repeat_30')
  })

  it('takes back that it was fixed the first time', () => {
    const first = aLife(REPAIRED)
    expect(october([first])).toMatchObject({ first_time_fix_due: 1, first_time_fix_kept: 1 })
    const both = october([first, backAt('2026-11-12 09:00', [first])])
    expect(both).toMatchObject({ first_time_fix_due: 1 })
    expect(both).not.toHaveProperty('first_time_fix_kept')
  })

  it('makes a miss of a phone that was sent home with no fault', () => {
    const first = aLife(NO_FAULT)
    expect(october([first])).toMatchObject({ no_fault_found: 1, findings: 1, unrepaired: 1 })
    expect(october([first])).not.toHaveProperty('first_time_fix_due')
    expect(october([first, backAt('2026-10-21 09:00', [first])])).toMatchObject({
      first_time_fix_due: 1,
      repeat_7: 1,
      repeat_30: 1,
      repeat_90: 1,
    })
  })

  it('is back within thirty days to the last moment of them', () => {
    const { repair } = aLife(REPAIRED)
    const left = repair.closedAt ?? 0
    expect(repeatVisit([repair], left + 30 * DAY_MS)?.afterMs).toBe(30 * DAY_MS)
    const late = aLife(
      [
        ['2026-11-25 09:00', 'request'],
        ['2026-11-25 09:00', 'receive', { repeat: repeatVisit([repair], left + 30 * DAY_MS + 1) }],
      ],
      { code: CODES.second },
    )
    const stands = october([aLife(REPAIRED), late])
    expect(stands).toMatchObject({ repeat_90: 1, first_time_fix_kept: 1 })
    expect(stands).not.toHaveProperty('repeat_30')
    expect(repeatVisit([repair], left + 90 * DAY_MS + 1)).toBeNull()
    expect(repeatVisit([repair], left - 1)).toBeNull()
  })

  it('counts once for one hand-over, and again for the next', () => {
    const first = aLife(REPAIRED)
    const second = backAt('2026-11-12 09:00', [first])
    expect(repeatVisit([first.repair, second.repair], instantOf('2026-11-13 09:00'))).toBeNull()
    const gone = aLife(
      [
        ['2026-11-12 09:00', 'request'],
        ['2026-11-12 09:00', 'receive', { repeat: second.repair.figures?.repeat }],
        ['2026-11-12 10:00', 'start'],
        ['2026-11-12 11:00', 'finish'],
        ['2026-11-12 12:00', 'pass_check'],
        ['2026-11-12 13:00', 'hand_over'],
      ],
      { outlet: 'SZ-002', code: CODES.second },
    )
    const third = repeatVisit([first.repair, gone.repair], instantOf('2026-11-14 09:00'))
    expect(third).toMatchObject({ of: CODES.second, outlet: 'SZ-002', day: '2026-11-12' })
  })

  it('says nothing of a request that was called off', () => {
    const cancelled = aLife([
      ['2026-10-20 10:00', 'request'],
      ['2026-10-20 11:00', 'cancel'],
    ])
    expect(repeatVisit([cancelled.repair], instantOf('2026-10-21 09:00'))).toBeNull()
  })
})
