import { describe, expect, it } from 'vitest'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { bucketMeasure } from '#domain/kpis/sketch.ts'
import { repeatVisit } from '#domain/repairs/repeat-visit.ts'
import { aLife, instantOf, type Life, recountedAt, type Step, standsAt } from './a-life.ts'

const BERLIN = 'Europe/Berlin'
const OUTLET = 'B-001'
const lived = (steps: readonly Step[]) => aLife(steps, { outlet: OUTLET, zone: BERLIN })

function stands(life: Life, period: string) {
  const month = period.slice(0, 7)
  expect(recountedAt([life], OUTLET, month)).toEqual(standsAt([life], OUTLET, month))
  return standsAt([life], OUTLET, period)
}

const DONE_IN_A_DAY = 'turnaround_done_1d|way_in=walk_in'

/** In late in the evening, worked on the next morning, ready at a time that is asked for. */
const overnight = (eve: string, day: string, ready: string, receive: object = {}): Life =>
  lived([
    [`${eve} 23:30`, 'request'],
    [`${eve} 23:30`, 'receive', receive],
    [`${day} 10:00`, 'start'],
    [`${day} 11:00`, 'finish'],
    [ready, 'pass_check'],
  ])

describe('the day of 23 hours, when Berlin’s clocks skip from two to three', () => {
  it('is within a day until the same time plus the hour that it lacks', () => {
    const at = (ready: string) => stands(overnight('2026-03-28', '2026-03-29', ready), '2026-03-28')
    // 23:30 to 23:30 are 23 h, to half past midnight 24 h; a minute more is a miss.
    expect(at('2026-03-29 23:30')).toMatchObject({ [DONE_IN_A_DAY]: 1 })
    expect(at('2026-03-30 00:30')).toMatchObject({ [DONE_IN_A_DAY]: 1 })
    expect(at('2026-03-30 00:31')).not.toHaveProperty([DONE_IN_A_DAY])
  })

  it('holds a promise of half past two, which never strikes, to half past three', () => {
    const promisedAt = instantOf('2026-03-29 02:30', BERLIN)
    // 01:30 UTC: an hour and a half after the midnight of UTC, two and a half after Berlin's.
    expect(promisedAt).toBe(Date.UTC(2026, 2, 29, 1, 30))
    const kept = (ready: string) =>
      stands(
        lived([
          ['2026-03-28 20:30', 'request'],
          ['2026-03-28 20:30', 'receive', { promisedAt }],
          ['2026-03-28 21:00', 'start'],
          ['2026-03-28 22:00', 'finish'],
          [ready, 'pass_check'],
        ]),
        '2026-03-29',
      )
    const inTime = kept('2026-03-29 03:30')
    // From 20:30 that is six hours later, though the walls say seven.
    expect(inTime).toMatchObject({ promise_due: 1, promise_kept: 1 })
    expect(inTime).toHaveProperty([bucketMeasure('promised', 6 * 60)], 1)
    expect(kept('2026-03-29 03:31')).not.toHaveProperty('promise_kept')
  })

  it('ends at the outlet’s own midnight, in its own month', () => {
    // 00:30 on the first of April is still March in UTC.
    const life = overnight('2026-03-31', '2026-04-01', '2026-04-01 12:00', {
      promisedAt: instantOf('2026-04-01 00:30', BERLIN),
    })
    expect(stands(life, '2026-03')).not.toHaveProperty('promise_due')
    expect(stands(life, '2026-04')).toMatchObject({ promise_due: 1 })
  })

  it('is no shorter way through the window of thirty days', () => {
    const { repair } = lived([
      ['2026-03-15 08:00', 'request'],
      ['2026-03-15 08:00', 'receive'],
      ['2026-03-15 09:00', 'start'],
      ['2026-03-15 09:30', 'finish'],
      ['2026-03-15 09:45', 'pass_check'],
      ['2026-03-15 10:00', 'hand_over'],
    ])
    // 30 x 24 h from ten o'clock end at eleven, since a night of them lacked an hour.
    const days = (at: string) =>
      (repeatVisit([repair], instantOf(at, BERLIN))?.afterMs ?? 0) / 86_400_000
    expect(days('2026-04-14 11:00')).toBe(30)
    const back = (at: string) =>
      standsAt(
        [
          aLife(
            [
              [at, 'request'],
              [at, 'receive', { repeat: repeatVisit([repair], instantOf(at, BERLIN)) }],
            ],
            { outlet: OUTLET, zone: BERLIN, code: '7K0000000000A' },
          ),
        ],
        OUTLET,
        '2026-03-15',
      )
    expect(back('2026-04-14 11:00')).toMatchObject({ repeat_30: 1, repeat_90: 1 })
    expect(back('2026-04-14 11:01')).toEqual({ repeat_90: 1 })
  })
})

describe('the day of 25 hours, when Berlin’s clocks go back from three to two', () => {
  it('is over a day at the same time of the next day', () => {
    const at = (ready: string) => stands(overnight('2026-10-24', '2026-10-25', ready), '2026-10-24')
    // 23:30 to 22:30 are 24 h, to 23:30 they are 25.
    expect(at('2026-10-25 22:30')).toMatchObject({ [DONE_IN_A_DAY]: 1 })
    expect(at('2026-10-25 23:30')).not.toHaveProperty([DONE_IN_A_DAY])
  })

  it('counts the hour that comes twice as two hours', () => {
    const arrive = '2026-10-25T02:30:00+02:00'
    const oneHour = (ready: string) =>
      stands(
        lived([
          [arrive, 'request', { service: 'one_hour' }],
          [arrive, 'receive', { isOneHourListed: true }],
          [arrive, 'start'],
          [arrive, 'finish'],
          [ready, 'pass_check'],
        ]),
        '2026-10-25',
      )
    // The wall says 02:20 after fifty minutes, 02:30 again after sixty and 02:31 after sixty-one.
    const quick = oneHour('2026-10-25T02:20:00+01:00')
    expect(quick).toMatchObject({ one_hour_due: 1, one_hour_kept: 1 })
    expect(quick).toHaveProperty([bucketMeasure('turnaround|way_in=walk_in', 50)], 1)
    expect(oneHour('2026-10-25T02:30:00+01:00')).toMatchObject({ one_hour_kept: 1 })
    const slow = oneHour('2026-10-25T02:31:00+01:00')
    expect(slow).not.toHaveProperty('one_hour_kept')
    expect(figureOf('one_hour_rate', slow)).toMatchObject({ value: 0, n: 1 })
  })

  it('charges whoever held the phone with all twenty-five of them', () => {
    const life = lived([
      ['2026-10-24 12:00', 'request'],
      ['2026-10-24 12:00', 'receive'],
      ['2026-10-24 13:00', 'start'],
      ['2026-10-24 14:00', 'finish'],
      ['2026-10-25 12:00', 'pass_check'],
      ['2026-10-25 12:00', 'hand_over'],
    ])
    expect(stands(life, '2026-10-25')).toMatchObject({ 'held_minutes|holder=outlet': 25 * 60 })
  })
})
