import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newRegionSums, regionsOfOutlets } from '#domain/kpis/close-months.ts'
import { packedBelow } from '#domain/kpis/packed-below.ts'
import { LEAST_PEERS, outletsCounted, peerFigure, peersKey, sizeOf } from '#domain/kpis/peers.ts'

const kept = (due: number, of = due) => ({ promise_due: due, promise_kept: of })
const of = (...outlets: readonly (readonly [number, number])[]) => {
  const counts = outlets.map(([due, hits]) => kept(due, hits))
  const sum = kept(
    outlets.reduce((all, [due]) => all + due, 0),
    outlets.reduce((all, [, hits]) => all + hits, 0),
  )
  return { counts: { ...sum, ...outletsCounted(counts) }, own: counts[0] ?? {} }
}

describe('outlets that are alike', () => {
  it.each([
    [0, 'small'],
    [2, 'small'],
    [3, 'medium'],
    [5, 'medium'],
    [6, 'large'],
    [11, 'large'],
    [12, 'very_large'],
  ] as const)('of %i benches are %s', (benches, size) => {
    expect(sizeOf(benches)).toBe(size)
  })

  it('are added up as a region is, and aren’t one of the regions that lie above an outlet', () => {
    const alike = { kind: 'in_store', benches: 2 } as const
    const outlets = ['A-1', 'A-2'].map((code) => ({
      ...{ code, regionId: 'cn', zone: 'Asia/Shanghai', en: code, zh: code, ...alike },
    }))
    const line = regionsOfOutlets([{ id: 'cn', parentId: null }], outlets)
    const sums = newRegionSums(line)
    for (const outlet of ['A-1', 'A-2']) sums.add({ outlet, counts: kept(2, 1) })
    expect(peersKey(alike)).toBe('kind/in_store/small')
    expect(sums.of('kind/in_store/small')).toEqual(kept(4, 2))
    expect([...packedBelow(outlets, line, () => ({})).keys()]).toEqual(['region/cn/0'])
  })

  it('are told with how many others have something in the figure, and else are too few', () => {
    const six = of([10, 9], [10, 8], [10, 8], [10, 8], [10, 8], [10, 9])
    expect(peerFigure('promise_kept', { ...six, known: 1 })).toMatchObject({
      ...{ n: 60, hits: 50, others: 5 },
    })
    // An outlet without anything in it is no company.
    const five = of([10, 9], [10, 8], [10, 8], [10, 8], [10, 8], [0, 0])
    expect(peerFigure('promise_kept', { ...five, known: 1 })).toBe('too_few')
    expect(peerFigure('promise_kept', { ...six, known: 2 })).toBe('too_few')
    expect(peerFigure('repeat_30', { ...six, known: 1 })).toBe('too_few')
  })

  it('are told of two to who sees all of them, and never an outlet beside itself alone', () => {
    const two = of([10, 9], [10, 8])
    expect(peerFigure('promise_kept', { ...two, known: null })).toMatchObject({ others: 1 })
    expect(peerFigure('promise_kept', { ...of([10, 9]), known: null })).toBe('too_few')
  })

  it('leave at least five unknown ones, whatever a manager knows: 1,000 networks', () => {
    let told = 0
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (dues, managed) => {
          const network = of(...dues.map((due) => [due, due] as const))
          const figure = peerFigure('promise_kept', { ...network, known: managed })
          // What they take away from the sum: all of theirs, the busiest first.
          const busy = dues.filter((due) => due > 0).length
          if (figure === 'too_few') return
          told += 1
          expect(busy - Math.min(busy, managed)).toBeGreaterThanOrEqual(LEAST_PEERS)
        },
      ),
      { numRuns: 1_000, seed: 7 },
    )
    expect(told).toBeGreaterThan(50)
  })
})
