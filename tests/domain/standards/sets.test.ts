import { describe, expect, it } from 'vitest'
import { decideSet, draftSet } from '#domain/standards/decide-set.ts'
import { setDifference } from '#domain/standards/set-differences.ts'
import { setFaults } from '#domain/standards/set-faults.ts'
import { byStage, holdsAt } from '#domain/standards/standard.ts'
import { editionAt } from '#domain/standards/standard-set.ts'
import { aDraft, anEdition, aStandard } from '#support/a-standard.ts'

const DAY = 86_400_000
const NOW = 100 * DAY
const internal = (about = {}) =>
  aStandard({ id: 'bench-hour', audience: 'internal', serves: 'one-hour', ...about })
const when = { expectedRevision: 1, now: NOW, previous: null }

describe('what keeps a set from being published', () => {
  it('lets an internal minimum be as strict as its promise, or stricter', () => {
    expect(setFaults([aStandard(), internal()])).toEqual([])
    expect(setFaults([aStandard(), internal({ threshold: 50, target: 95 })])).toEqual([])
  })

  it('refuses an internal minimum laxer than the promise it serves', () => {
    const code = 'laxer_than_promise'
    expect(setFaults([aStandard(), internal({ target: 85 })])).toEqual([{ id: 'bench-hour', code }])
    expect(setFaults([aStandard(), internal({ threshold: 75, target: 99 })])).toEqual([
      { id: 'bench-hour', code },
    ])
  })

  it('refuses to serve nothing, an internal one, or by another measure', () => {
    const codes = (about: object) =>
      setFaults([aStandard(), internal(about)]).map(({ code }) => code)
    expect(codes({ serves: 'nowhere' })).toEqual(['serves_nothing'])
    expect(codes({ serves: 'bench-hour' })).toEqual(['serves_nothing'])
    expect(codes({ kpi: 'promise_kept', threshold: null })).toEqual(['other_measure'])
    expect(setFaults([aStandard({ serves: 'one-hour' })])).toEqual([
      { id: 'one-hour', code: 'serves_itself' },
    ])
  })

  it('refuses a set of nothing, a standard twice, and a measure that says nothing', () => {
    expect(setFaults([])).toEqual([{ id: null, code: 'empty' }])
    expect(setFaults([aStandard(), aStandard()]).map(({ code }) => code)).toEqual([
      ...['listed_twice', 'listed_twice'],
    ])
    expect(setFaults([aStandard({ threshold: null })])).toEqual([
      { id: 'one-hour', code: 'bad_measure' },
    ])
  })
})

describe('versions of the set', () => {
  it('begins the next version as a copy, and only one at a time', () => {
    const decided = draftSet(anEdition([aStandard()], 0, 3), 'FX-S-4')
    expect(decided).toMatchObject({
      event: { subject: 'standard_set/4', version: 1, data: { from: 3 } },
      set: { version: 4, revision: 1, status: 'draft', number: 'FX-S-4', effectiveFrom: null },
    })
    expect(draftSet(aDraft([]), 'x')).toMatchObject({ refusal: 'not_allowed_now' })
  })

  it('puts, changes and drops standards, one event each, without their words', () => {
    const put = decideSet(aDraft([]), { type: 'put', standard: aStandard() }, when)
    expect(put).toMatchObject({ event: { version: 2, data: { put: 'one-hour' } } })
    expect(JSON.stringify(put.ok && put.event)).not.toContain('promise')
    const set = aDraft([aStandard()])
    expect(decideSet(set, { type: 'drop', id: 'one-hour' }, when)).toMatchObject({
      set: { standards: [], revision: 2 },
    })
    expect(decideSet(set, { type: 'drop', id: 'other' }, when)).toMatchObject({
      refusal: 'unknown_standard',
    })
  })

  it('refuses whoever saw another revision', () => {
    const stale = { ...when, expectedRevision: 7 }
    expect(decideSet(aDraft([]), { type: 'drop', id: 'x' }, stale)).toMatchObject({
      refusal: 'stale',
    })
  })

  it('never changes what is published', () => {
    const edition = anEdition([aStandard()])
    for (const action of [
      { type: 'put', standard: aStandard({ target: 1 }) },
      { type: 'drop', id: 'one-hour' },
      { type: 'publish', effectiveFrom: null },
    ] as const) {
      expect(decideSet(edition, action, { ...when, expectedRevision: 2 })).toMatchObject({
        refusal: 'not_allowed_now',
      })
    }
  })

  it('publishes at once or later, never in the past, and after its predecessor took effect', () => {
    const set = aDraft([aStandard()], { version: 2 })
    const at = (effectiveFrom: number | null, from = 0) =>
      decideSet(set, { type: 'publish', effectiveFrom }, { ...when, previous: anEdition([], from) })
    expect(at(null)).toMatchObject({ set: { effectiveFrom: NOW, publishedAt: NOW } })
    expect(at(NOW + DAY)).toMatchObject({ event: { data: { repeals: 1 } } })
    expect(at(NOW - 1)).toMatchObject({ refusal: 'bad_dates' })
    expect(at(NOW + DAY, NOW + DAY)).toMatchObject({ refusal: 'bad_dates' })
    expect(at(null, NOW + DAY)).toMatchObject({ refusal: 'bad_dates' })
    expect(at(NOW + 366 * DAY)).toMatchObject({ set: { effectiveFrom: NOW + 366 * DAY } })
    expect(at(NOW + 366 * DAY + 1)).toMatchObject({ refusal: 'too_far_ahead' })
  })

  it('refuses to publish a set with faults, and names them', () => {
    const set = aDraft([aStandard(), internal({ target: 10 })])
    expect(decideSet(set, { type: 'publish', effectiveFrom: null }, when)).toMatchObject({
      refusal: 'set_faults',
      faults: [{ id: 'bench-hour', code: 'laxer_than_promise' }],
    })
  })

  it('hands over from one edition to the next at one instant', () => {
    const editions = [anEdition([], 10, 1), anEdition([], 20, 2)]
    const versionAt = (at: number) => editionAt(editions, at)?.version
    expect([9, 10, 19, 20].map(versionAt)).toEqual([undefined, 1, 1, 2])
  })

  it('tells what came, what went and which fields changed', () => {
    const before = aDraft([aStandard(), aStandard({ id: 'gone' })])
    const after = aDraft([aStandard({ target: 95 }), aStandard({ id: 'new' })], { number: 'X' })
    const { head, added, dropped, changed } = setDifference(before, after)
    expect(head).toEqual(['number'])
    expect(added.map(({ id }) => id)).toEqual(['new'])
    expect(dropped.map(({ id }) => id)).toEqual(['gone'])
    expect(changed.map(({ fields }) => fields)).toEqual([['target']])
  })
})

describe('where a standard holds', () => {
  it('holds in its countries, and where its service is done rather than passed on', () => {
    const at = (services: object, countryCode = 'CN') => ({ countryCode, services })
    const one = aStandard({ service: 'one_hour', countries: ['CN'] })
    expect(holdsAt(one, at({ one_hour: 'done' }))).toBe(true)
    expect(holdsAt(one, at({ one_hour: 'collected' }))).toBe(false)
    expect(holdsAt(one, at({ one_hour: 'done' }, 'US'))).toBe(false)
    expect(holdsAt(aStandard(), at({}))).toBe(true)
  })

  it('is listed along the customer’s way, not by kind of basis', () => {
    const listed = byStage([
      aStandard({ id: 'b', stage: 'after', category: 'macro' }),
      aStandard({ id: 'a', stage: 'find' }),
      aStandard({ id: 'c', stage: 'after' }),
    ])
    expect(listed.map(({ standards }) => standards.map(({ id }) => id))).toEqual([
      ['a'],
      ['b', 'c'],
    ])
  })
})
