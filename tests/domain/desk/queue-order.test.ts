import { describe, expect, it } from 'vitest'
import type { Booking } from '#domain/bookings/booking.ts'
import { inQueueOrder, numberToGoBehind, queueOfDay, waitedMs } from '#domain/desk/queue-order.ts'

const MINUTE = 60_000
/** 2026-11-18, 11:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 18, 3)
const DAY = { zone: 'Asia/Shanghai', now: NOW }

const waiting = (queueNumber: number, change: Partial<Booking> = {}): Booking => ({
  code: `C${queueNumber}`,
  version: 1,
  status: 'arrived',
  outlet: 'SZ-001',
  service: 'repair',
  startsAt: null,
  holdsSeat: false,
  arrivedAt: NOW - 60 * MINUTE + queueNumber * MINUTE,
  calledAt: null,
  queueNumber,
  behind: null,
  lastHappenedAt: NOW - 60 * MINUTE + queueNumber * MINUTE,
  ...change,
})

const skipped = (queueNumber: number, behind: number | null, minute: number): Booking =>
  waiting(queueNumber, { behind, lastHappenedAt: NOW + minute * MINUTE })

const numbers = (visits: readonly Booking[]) => visits.map(({ queueNumber }) => queueNumber)

describe('the order of the queue', () => {
  it('is that of the numbers, whoever comes first in the list', () => {
    expect(numbers(inQueueOrder([waiting(7), waiting(5), waiting(6)]))).toEqual([5, 6, 7])
  })

  it('puts who was skipped right behind whoever was next', () => {
    expect(numbers(inQueueOrder([skipped(5, 6, 1), waiting(6), waiting(7)]))).toEqual([6, 5, 7])
  })

  it('puts them back at the front once whoever was next has gone', () => {
    expect(numbers(inQueueOrder([skipped(5, 6, 1), waiting(7), waiting(8)]))).toEqual([5, 7, 8])
  })

  it('goes by the last skip of each: 5 behind 6, then 6 behind 5, then 5 behind 6 again', () => {
    const first = [skipped(5, 6, 1), waiting(6), waiting(7)]
    const second = [skipped(5, 6, 1), skipped(6, 5, 2), waiting(7)]
    const third = [skipped(5, 6, 3), skipped(6, 5, 2), waiting(7)]
    expect([first, second, third].map((visits) => numbers(inQueueOrder(visits)))).toEqual([
      [6, 5, 7],
      [5, 6, 7],
      [6, 5, 7],
    ])
  })

  it('leaves who was skipped alone where nobody else waited, before whoever comes later', () => {
    expect(numbers(inQueueOrder([skipped(5, null, 1), waiting(6)]))).toEqual([5, 6])
  })

  it('loses and doubles nobody, whatever was skipped', () => {
    const visits = Array.from({ length: 30 }, (_, place) =>
      place % 3 === 0 ? skipped(place + 1, ((place * 7) % 40) + 1, place % 5) : waiting(place + 1),
    )
    const order = numbers(inQueueOrder(visits))
    expect(order.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(numbers(visits))
  })

  it('agrees with a counter that calls and skips: the one skipped is called right after the next', () => {
    let visits = [1, 2, 3, 4].map((number) => waiting(number))
    const called: (number | null)[] = []
    for (let minute = 1; minute <= 4; minute++) {
      const [next] = queueOfDay(visits, DAY).waiting
      if (!next) break
      called.push(next.queueNumber)
      const others = visits.filter((visit) => visit !== next)
      const behind = numberToGoBehind(others, DAY)
      visits =
        minute === 1 ? [...others, { ...next, behind, lastHappenedAt: NOW + minute }] : others
    }
    expect(called).toEqual([1, 2, 1, 3])
  })
})

describe('the queue of a day', () => {
  it('tells called from waiting, the last call first', () => {
    const visits = [
      waiting(1, { status: 'called', lastHappenedAt: NOW - 2 }),
      waiting(2, { status: 'called', lastHappenedAt: NOW - 1 }),
      waiting(3),
    ]
    const queue = queueOfDay(visits, DAY)
    expect([numbers(queue.called), numbers(queue.waiting)]).toEqual([[2, 1], [3]])
  })

  it('counts by the outlet’s own midnight: an hour apart may be another day', () => {
    const midnight = Date.UTC(2026, 10, 18, 16)
    const before = waiting(9, { arrivedAt: midnight - 1 })
    const after = waiting(1, { arrivedAt: midnight })
    const queue = queueOfDay([before, after], { ...DAY, now: midnight + MINUTE })
    expect([numbers(queue.waiting), numbers(queue.leftOver)]).toEqual([[1], [9]])
  })

  it('lets nobody go behind a number of another day', () => {
    const yesterday = waiting(3, { arrivedAt: NOW - 24 * 60 * MINUTE })
    expect(numberToGoBehind([yesterday], DAY)).toBeNull()
    expect(numberToGoBehind([yesterday, waiting(8)], DAY)).toBe(8)
  })

  it('ends the wait with the first call, and begins none before the arrival', () => {
    const arrivedAt = NOW - 10 * MINUTE
    expect(waitedMs(waiting(1, { arrivedAt }), NOW)).toBe(10 * MINUTE)
    expect(waitedMs(waiting(1, { arrivedAt, calledAt: NOW - 4 * MINUTE }), NOW)).toBe(6 * MINUTE)
    expect(waitedMs(waiting(1, { arrivedAt: null }), NOW)).toBe(0)
  })
})
