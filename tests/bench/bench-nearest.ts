import { around } from 'geokdbush'
import { nearestOutlets } from '#domain/outlets/nearest.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import { anIndex } from '#support/an-index.ts'
import { exactnessQueries } from '#support/exactness-queries.ts'
import { airportOutlets, demoOutlets } from '#support/test-networks.ts'
import { geodesicMetres, type Point, trueNearest } from '#support/true-nearest.ts'
import { type Answer, wrongAnswer } from '#support/wrong-answers.ts'
import { type Figures, rounded, type Section } from './figures.ts'

const LIMIT = 10
const NOW = Date.UTC(2026, 10, 21, 4)
const BRUTE_QUERIES = 20

type Search = (from: Point) => readonly Answer[]

const ours =
  (index: OutletIndex): Search =>
  (from) =>
    nearestOutlets(index, { ...from, limit: LIMIT, at: NOW }).map((hit) => ({
      code: hit.code,
      metres: hit.distanceMetres,
    }))

const plainGeokdbush =
  ({ tree, entries }: OutletIndex): Search =>
  (from) =>
    around(tree, from.lon, from.lat, LIMIT).flatMap((place) => {
      const entry = entries[place]
      return entry ? [{ code: entry.code, metres: geodesicMetres(from, entry) }] : []
    })

const everyGeodesic =
  (outlets: readonly Outlet[]): Search =>
  (from) =>
    outlets
      .map((outlet) => ({ code: outlet.code, metres: geodesicMetres(from, outlet) }))
      .sort((a, b) => a.metres - b.metres)
      .slice(0, LIMIT)

function microseconds(search: Search, queries: readonly Point[]): number {
  for (const query of queries.slice(0, 50)) search(query)
  const begun = performance.now()
  for (const query of queries) search(query)
  return ((performance.now() - begun) / queries.length) * 1000
}

/** How often each search is wrong. The truth costs more than any of them, so it is found once for all. */
function countWrong(
  queries: readonly Point[],
  truth: ReturnType<typeof trueNearest>,
  searches: readonly Search[],
): readonly number[] {
  const wrong = searches.map(() => 0)
  for (const from of queries) {
    const nearest = truth(from, LIMIT)
    for (const [place, search] of searches.entries()) {
      if (wrongAnswer(search(from), nearest, LIMIT)) wrong[place] = (wrong[place] ?? 0) + 1
    }
  }
  return wrong
}

function measure(name: string, outlets: readonly Outlet[], count: number): Figures {
  const index = anIndex(outlets)
  const truth = trueNearest(outlets)
  const queries = exactnessQueries(outlets, count, 'bench')
  const wrong = countWrong(queries, truth, [ours(index), plainGeokdbush(index)])
  return {
    network: name,
    queries: count,
    'wrong, ours': wrong[0] ?? Number.NaN,
    'wrong, geokdbush': wrong[1] ?? Number.NaN,
    'us, ours': rounded(microseconds(ours(index), queries), 1),
    'us, geokdbush': rounded(microseconds(plainGeokdbush(index), queries), 1),
    'us, brute force': rounded(
      microseconds(everyGeodesic(outlets), queries.slice(0, BRUTE_QUERIES)),
    ),
  }
}

/** The nearest ten: right or wrong against the truth, and how long, ours beside a plain spherical index and brute force. */
export const benchNearest = (queries: number): Section => ({
  name: 'Nearest 10',
  rows: [
    measure('demo 420', demoOutlets(420), queries),
    measure('demo 5,000', demoOutlets(5_000), queries),
    measure('airports 46,479', airportOutlets(), queries),
  ],
})
