import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePledge } from '#domain/standards/decide-pledge.ts'
import { decideSet, draftSet } from '#domain/standards/decide-set.ts'
import { type Book, effectiveStandard } from '#domain/standards/effective-standard.ts'
import { type Pledge, type PledgePlace, placeKey } from '#domain/standards/pledge.ts'
import type { Measure } from '#domain/standards/standard.ts'
import { type Edition, isEdition, type StandardSet } from '#domain/standards/standard-set.ts'
import { aDraft, aStandard } from '#support/a-standard.ts'

/** The house's own rules, said once more and otherwise: less by which sign. */
const SIGNS: Record<string, { threshold: number; target: number }> = {
  one_hour_rate: { threshold: -1, target: 1 },
  repeat_rate: { threshold: 1, target: -1 },
}
const isLaxer = (a: Measure, b: Measure): boolean => {
  const sign = SIGNS[b.kpi]
  if (!sign || a.kpi !== b.kpi) throw new Error('other measures')
  const less = (part: 'threshold' | 'target') => ((a[part] ?? 0) - (b[part] ?? 0)) * sign[part] < 0
  return less('threshold') || less('target')
}

const HOUR = aStandard({ id: 'hour' })
const BACK = aStandard({ id: 'back', kpi: 'repeat_rate', threshold: 30, target: 3 })
const START = [
  ...[HOUR, BACK],
  { ...HOUR, id: 'bench', audience: 'internal', serves: 'hour' } as const,
  { ...BACK, id: 'check', audience: 'internal', serves: 'back' } as const,
]
const IDS = START.map(({ id }) => id)
const PLACES: readonly PledgePlace[] = [
  { kind: 'outlet', code: 'HZ-001' },
  { kind: 'outlet', code: 'NB-001' },
  { kind: 'region', id: 'cn-zj' },
  { kind: 'region', id: 'cn' },
]
const above = (place: PledgePlace): readonly string[] =>
  place.kind === 'outlet' ? ['cn-zj', 'cn'] : place.id === 'cn' ? [] : ['cn']
const pathOf = (place: PledgePlace) =>
  place.kind === 'outlet'
    ? { outlet: place.code, regions: above(place) }
    : { outlet: null, regions: [place.id, ...above(place)] }

type Figures = { readonly threshold: number; readonly target: number }

type World = {
  now: number
  sets: StandardSet[]
  pledges: Map<string, Pledge>
  accepted: number
}

const editionsOf = ({ sets }: World): Edition[] => sets.filter(isEdition)
const bookOf = (world: World): Book => ({
  editions: editionsOf(world),
  pledges: [...world.pledges.values()],
})

const measure = fc.record({
  threshold: fc.integer({ min: 1, max: 90 }),
  target: fc.integer({ min: 0, max: 12 }),
})
const later = fc.option(fc.integer({ min: -1, max: 9 }))
const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('draft') }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('put'), id: fc.constantFrom(...IDS), measure }),
  },
  // HQ goes one step with promise and minimum at once, up or down, so that much is published.
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pair'), at: fc.constantFrom(0, 1), measure }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('publish'), from: later }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop'), id: fc.constantFrom(...IDS) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ do: fc.constant('pledge'), place: fc.constantFrom(...PLACES) },
      ...{ id: fc.constantFrom('hour', 'back', 'bench'), measure, from: later },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('withdraw'), place: fc.constantFrom(...PLACES) },
      id: fc.constantFrom(...IDS),
    }),
  },
) as fc.Arbitrary<Record<string, never> & { do: string }>

/** Targets near those at the start: of the hour's share counted down from the whole. */
const scaled = (id: string, { threshold, target }: Figures): Figures => ({
  threshold,
  target: id === 'hour' || id === 'bench' ? 100 - target : target,
})

function stepSet(world: World, action: Parameters<typeof decideSet>[1]): void {
  const set = world.sets.at(-1)
  if (!set) return
  const previous = editionsOf(world).at(-1) ?? null
  const when = { expectedRevision: set.revision, now: world.now, previous }
  const decided = decideSet(set, action, when)
  if (!decided.ok) return
  world.sets[world.sets.length - 1] = decided.set
  world.accepted += 1
}

function draft(world: World): void {
  const newest = world.sets.at(-1)
  const decided = newest && draftSet(newest, 'FX')
  if (decided?.ok) world.sets.push(decided.set)
}

function put(world: World, id: string, wanted: Figures): void {
  const base = START.find((standard) => standard.id === id)
  if (!base) return
  draft(world)
  stepSet(world, { type: 'put', standard: { ...base, ...scaled(id, wanted) } })
}

type Said = {
  readonly place: PledgePlace
  readonly id: string
  readonly from: number | null
  readonly measure: Figures
}

function stepPledge(world: World, { place, id, from, measure: wanted }: Said, isTaken: boolean) {
  const key = `${placeKey(place)} ${id}`
  const standing = world.pledges.get(key) ?? null
  const action = isTaken
    ? ({ type: 'withdraw' } as const)
    : ({
        type: 'pledge',
        ...scaled(id, wanted),
        from: from === null ? null : world.now + from,
      } as const)
  const decided = decidePledge(standing, action, {
    ...{ place, standardId: id, expectedVersion: standing?.version ?? 0 },
    ...{ above: above(place), book: bookOf(world), now: world.now },
  })
  if (!decided.ok) return
  world.pledges.set(key, decided.pledge)
  world.accepted += 1
}

function carryOut(world: World, said: Record<string, never> & { do: string }): void {
  const { id, from } = said as unknown as Said
  if (said.do === 'wait') world.now += Number(said['days'])
  if (said.do === 'put') put(world, id, (said as unknown as Said).measure)
  if (said.do === 'pair') {
    const at = Number(said['at'])
    for (const place of [at, at + 2])
      put(world, IDS[place] ?? '', (said as unknown as Said).measure)
  }
  if (said.do === 'drop') stepSet(world, { type: 'drop', id })
  if (said.do === 'publish') {
    stepSet(world, { type: 'publish', effectiveFrom: from === null ? null : world.now + from })
  }
  if (said.do === 'pledge') stepPledge(world, said as unknown as Said, false)
  if (said.do === 'withdraw') stepPledge(world, said as unknown as Said, true)
  if (said.do === 'draft') draft(world)
}

const allInstants = (world: World): readonly number[] => {
  const edges = [
    world.now,
    ...editionsOf(world).map(({ effectiveFrom }) => effectiveFrom),
    ...[...world.pledges.values()].flatMap(({ periods }) =>
      periods.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
    ),
  ]
  return [...new Set(edges.flatMap((at) => [at - 1, at, at + 1]))]
}

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule)
}

/** Everybody's effective measures at an instant, after holding them against every rule. */
function checkAt(world: World, at: number): string {
  const book = bookOf(world)
  // Found otherwise than the domain does: by sorting.
  const inForce = editionsOf(world)
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0]
  const said = PLACES.map((place) =>
    IDS.map((id) => {
      const base = inForce?.standards.find((standard) => standard.id === id)
      const path = pathOf(place)
      const found = effectiveStandard(book, { id, path, at })
      must((found === null) === (base === undefined), 'holds while an edition lists it')
      if (!found || !base) return null
      must(!isLaxer(found.standard, base), 'never laxer than HQ')
      for (const { period } of found.pledges)
        must(!isLaxer(found.standard, period), 'keeps its word')
      const promise = base.serves && effectiveStandard(book, { id: base.serves, path, at })
      must(!promise || !isLaxer(found.standard, promise.standard), 'serves its promise')
      if (place.kind === 'outlet') {
        const region = { outlet: null, regions: path.regions }
        const over = effectiveStandard(book, { id, path: region, at })
        must(!over || !isLaxer(found.standard, over.standard), 'never laxer than its region')
      }
      return [found.standard.threshold, found.standard.target]
    }),
  )
  return JSON.stringify(said)
}

describe('no sequence of edits makes a promise laxer', () => {
  it('leaves no effective promise laxer than HQ’s, no internal one laxer than its promise, at any instant, and rewrites no past', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(command, { minLength: 5, maxLength: 40 }), (commands) => {
        const world: World = { now: 100, sets: [aDraft(START)], pledges: new Map(), accepted: 0 }
        stepSet(world, { type: 'publish', effectiveFrom: null })
        const past = new Map<number, string>()
        for (const said of commands) {
          const before = world.accepted
          carryOut(world, said)
          if (world.accepted === before) continue
          for (const at of allInstants(world)) {
            const seen = checkAt(world, at)
            if (at >= world.now) continue
            must((past.get(at) ?? seen) === seen, 'the past stays')
            past.set(at, seen)
          }
        }
        accepted += world.accepted
      }),
      { seed: 6, numRuns: 500 },
    )
    // Else nothing much was tried.
    expect(accepted).toBeGreaterThan(3_000)
  })
})
