import { describe, expect, it } from 'vitest'
import { decidePledge, type PledgeAction } from '#domain/standards/decide-pledge.ts'
import { type Book, effectiveStandard } from '#domain/standards/effective-standard.ts'
import type { Pledge, PledgePlace } from '#domain/standards/pledge.ts'
import { anEdition, aStandard } from '#support/a-standard.ts'

const DAY = 86_400_000
const NOW = 100 * DAY
const outlet: PledgePlace = { kind: 'outlet', code: 'HZ-001' }
const region: PledgePlace = { kind: 'region', id: 'cn-zj' }
const REGIONS = ['cn-zj', 'cn']
const hq: Book = { editions: [anEdition([aStandard()])], pledges: [] }

const pledge = (threshold: number, target: number, from: number | null = null): PledgeAction => ({
  ...{ type: 'pledge', threshold, target, from },
})
const asked = (about = {}) => ({
  ...{ place: outlet, standardId: 'one-hour', expectedVersion: 0, above: REGIONS },
  ...{ book: hq, now: NOW },
  ...about,
})
const made = (place: PledgePlace, threshold: number, target: number, from = 0): Pledge => ({
  ...{ place, standardId: 'one-hour', version: 1 },
  periods: [{ kpi: 'one_hour_rate', threshold, target, from, until: null }],
})
const holding = (book: Book, at = NOW) =>
  effectiveStandard(book, { id: 'one-hour', path: { outlet: 'HZ-001', regions: REGIONS }, at })

describe('promising more than HQ', () => {
  it('takes what is stricter in one part and laxer in none', () => {
    expect(decidePledge(null, pledge(45, 90), asked())).toMatchObject({
      event: { subject: 'pledge/outlet/HZ-001/one-hour', type: 'pledge.made', version: 1 },
    })
    expect(decidePledge(null, pledge(60, 92), asked()).ok).toBe(true)
  })

  it('refuses less, with the part and the minimum', () => {
    expect(decidePledge(null, pledge(45, 85), asked())).toMatchObject({
      ...{ refusal: 'laxer', parts: ['target'] },
      minimum: { threshold: 60, target: 90 },
    })
    expect(decidePledge(null, pledge(90, 80), asked())).toMatchObject({
      parts: ['threshold', 'target'],
    })
  })

  it('refuses the same again', () => {
    expect(decidePledge(null, pledge(60, 90), asked())).toMatchObject({ refusal: 'no_stricter' })
  })

  it('holds an outlet against its region’s word, and nobody against their own', () => {
    const book = { ...hq, pledges: [made(region, 45, 90), made(outlet, 30, 90)] }
    expect(decidePledge(null, pledge(50, 90), asked({ book }))).toMatchObject({
      ...{ refusal: 'laxer', parts: ['threshold'], minimum: { threshold: 45 } },
    })
    const standing = made(outlet, 30, 90)
    const again = asked({ book, expectedVersion: 1 })
    expect(decidePledge(standing, pledge(40, 90), again).ok).toBe(true)
  })

  it('holds it against the edition in force when it begins', () => {
    const tighter = anEdition([aStandard({ target: 95 })], NOW + DAY, 2)
    const book = { ...hq, editions: [...hq.editions, tighter] }
    expect(decidePledge(null, pledge(45, 92), asked({ book })).ok).toBe(true)
    expect(decidePledge(null, pledge(45, 92, NOW + DAY), asked({ book }))).toMatchObject({
      refusal: 'laxer',
    })
  })

  it('takes no word about internal or unknown standards, in the past, or out of range', () => {
    const book = { ...hq, editions: [anEdition([aStandard({ audience: 'internal' })])] }
    const refusal = 'unknown_standard'
    expect(decidePledge(null, pledge(45, 90), asked({ book }))).toMatchObject({ refusal })
    expect(decidePledge(null, pledge(45, 90), asked({ standardId: 'x' }))).toMatchObject({
      refusal,
    })
    expect(decidePledge(null, pledge(45, 90, NOW - 1), asked())).toMatchObject({
      refusal: 'bad_dates',
    })
    expect(decidePledge(null, pledge(45, 190), asked())).toMatchObject({ refusal: 'bad_value' })
    expect(decidePledge(null, pledge(45, 90), asked({ expectedVersion: 2 }))).toMatchObject({
      refusal: 'stale',
    })
  })
})

describe('what a place promises', () => {
  it('is the strictest of HQ, region and outlet, part by part', () => {
    const book = { ...hq, pledges: [made(region, 60, 96), made(outlet, 40, 90)] }
    expect(holding(book)?.standard).toMatchObject({ threshold: 40, target: 96 })
    expect(holding(book)?.base).toMatchObject({ threshold: 60, target: 90 })
  })

  it('follows up at the very instant HQ tightens, and keeps its own word when HQ loosens', () => {
    const editions = [
      anEdition([aStandard()], 0, 1),
      anEdition([aStandard({ threshold: 30, target: 97 })], NOW, 2),
      anEdition([aStandard({ threshold: 90, target: 80 })], NOW + DAY, 3),
    ]
    const book = { editions, pledges: [made(outlet, 45, 92)] }
    expect(holding(book, NOW - 1)?.standard).toMatchObject({ threshold: 45, target: 92 })
    expect(holding(book, NOW)?.standard).toMatchObject({ threshold: 30, target: 97 })
    expect(holding(book, NOW + DAY)?.standard).toMatchObject({ threshold: 45, target: 92 })
  })

  it('binds the internal minimum that serves it', () => {
    const bench = aStandard({ id: 'bench', audience: 'internal', serves: 'one-hour' })
    const editions = [anEdition([aStandard(), bench])]
    const book = { editions, pledges: [made(outlet, 40, 95)] }
    const path = { outlet: 'HZ-001', regions: REGIONS }
    expect(effectiveStandard(book, { id: 'bench', path, at: NOW })?.standard).toMatchObject({
      ...{ threshold: 40, target: 95 },
    })
  })

  it('says nothing of a measure that the standard isn’t held to any more', () => {
    const other = aStandard({ kpi: 'promise_kept', threshold: null, target: 90 })
    const book = { editions: [anEdition([other])], pledges: [made(outlet, 1, 99)] }
    expect(holding(book)).toMatchObject({ standard: { target: 90 }, pledges: [] })
  })

  it('ends when it is taken back, and leaves what was', () => {
    const standing = made(outlet, 45, 95)
    const taken = decidePledge(standing, { type: 'withdraw' }, asked({ expectedVersion: 1 }))
    if (!taken.ok) throw new Error(taken.refusal)
    const book = { ...hq, pledges: [taken.pledge] }
    expect(holding(book, NOW - 1)?.standard.threshold).toBe(45)
    expect(holding(book, NOW)?.standard.threshold).toBe(60)
    const again = asked({ expectedVersion: 2 })
    expect(decidePledge(taken.pledge, { type: 'withdraw' }, again)).toMatchObject({
      refusal: 'not_allowed_now',
    })
  })

  it('gives way to a new word when that begins', () => {
    const next = decidePledge(
      made(outlet, 45, 95),
      pledge(50, 99, NOW + DAY),
      asked({ expectedVersion: 1 }),
    )
    if (!next.ok) throw new Error(next.refusal)
    const book = { ...hq, pledges: [next.pledge] }
    expect(holding(book, NOW + DAY - 1)?.standard).toMatchObject({ threshold: 45, target: 95 })
    expect(holding(book, NOW + DAY)?.standard).toMatchObject({ threshold: 50, target: 99 })
  })
})
