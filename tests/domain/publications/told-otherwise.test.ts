import { describe, expect, it } from 'vitest'
import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { toldMonths, toldOtherwise } from '#domain/publications/told-otherwise.ts'
import { countsOf, HEAD, publish, yearTo } from './a-publication.ts'

/** 40 promises fell due at one outlet in September, of which so many were kept, and as many in October. */
const september =
  (kept: number, due = 40) =>
  (place: string, month: string): PackedCounts =>
    place !== 'E-001'
      ? {}
      : month === '2026-09'
        ? { promise_due: due, promise_kept: kept }
        : month === '2026-10'
          ? { promise_due: 40, promise_kept: 40 }
          : {}

const first = publish(september(36), {
  head: { ...HEAD, month: '2026-09' },
  today: '2026-10-15',
  counts: countsOf(september(36), undefined, yearTo('2026-09')),
})
const second = (kept: number, due?: number) =>
  publish(september(kept, due), { head: { ...HEAD, number: 2 }, previous: first })

const between = (kept: number, due?: number) =>
  toldOtherwise(toldMonths(second(kept, due)), [toldMonths(first)])

describe('a month that was published before', () => {
  it('isn’t listed where it reads as it did', () => {
    expect(between(36)).toEqual([])
  })

  it('is listed with both figures where a late fact changed it', () => {
    const [one, ...more] = between(36, 41)
    expect(more).toEqual([])
    expect(one).toMatchObject({ kpi: 'promise_kept', cut: null, month: '2026-09' })
    expect(one?.before).toMatchObject({ number: 1, figure: { n: 40, hits: 36, value: 90 } })
    expect(one?.now).toMatchObject({ number: 2, figure: { n: 41, hits: 36, value: 87.8 } })
  })

  it('is held against the first that told it, however many told it since', () => {
    const told = [first, second(35)].map(toldMonths)
    expect(toldOtherwise(toldMonths(second(35)), told)).toHaveLength(1)
    expect(toldOtherwise(toldMonths(second(36)), told)).toEqual([])
  })

  it('that nothing is told of any more isn’t listed, nor one that is new', () => {
    expect(toldOtherwise([], [toldMonths(first)])).toEqual([])
    expect(toldOtherwise(toldMonths(second(36)), [])).toEqual([])
  })
})
