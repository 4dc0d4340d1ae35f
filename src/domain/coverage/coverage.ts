import { around } from 'geokdbush'
import KDBush from 'kdbush'
import { distanceMetres } from '../outlets/distance.ts'

/** How near is near: kilometres, straight over the ground. */
export const COVERAGE_KM = [25, 50, 100] as const

/** Beyond this nobody counts as covered when places to open at are looked for, kilometres. */
export const COVERED_KM = 50

export type PopulatedPlace = {
  readonly id: string
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  /** The first-level division it lies in: a province, a state. */
  readonly division: string
  readonly lat: number
  readonly lon: number
  readonly people: number
}

export type RepairPoint = { readonly code: string; readonly lat: number; readonly lon: number }

/** People of some places, and of them those within each of `COVERAGE_KM` of a point. */
export type Reach = {
  readonly places: number
  readonly people: number
  readonly within: readonly number[]
}

export type FarPlace = {
  readonly place: PopulatedPlace
  /** Null where there is no point at all. */
  readonly nearest: { readonly code: string; readonly km: number } | null
}

/** Where to open next: how many who are not covered live within `COVERED_KM` of it. */
export type Opening = { readonly place: PopulatedPlace; readonly people: number }

export type Coverage = {
  readonly network: Reach
  readonly divisions: readonly { readonly division: string; readonly reach: Reach }[]
  /** Beyond `COVERED_KM` of every point, most people first. */
  readonly uncovered: readonly FarPlace[]
  readonly openings: readonly Opening[]
}

const MOST_UNCOVERED = 20
const MOST_OPENINGS = 10
/** A small place is no candidate beside larger ones; their people still count. */
const MOST_CANDIDATES = 400
/** The sphere of the index errs by 0.6 %: the nearest on the ellipsoid is among its first few. */
const CANDIDATES_FOR_NEAREST = 4

type Placed = { readonly lat: number; readonly lon: number }

function treeOf(points: readonly Placed[]): KDBush {
  const tree = new KDBush(points.length)
  for (const { lon, lat } of points) tree.add(lon, lat)
  tree.finish()
  return tree
}

function nearestOf(points: readonly RepairPoint[]): (place: Placed) => FarPlace['nearest'] {
  if (points.length === 0) return () => null
  const tree = treeOf(points)
  return ({ lat, lon }) =>
    around(tree, lon, lat, CANDIDATES_FOR_NEAREST)
      .map((at) => points[at] as RepairPoint)
      .map((to) => ({ code: to.code, km: distanceMetres(lat, lon, to.lat, to.lon) / 1000 }))
      .reduce((a, b) => (b.km < a.km ? b : a))
}

function reachOf(found: readonly FarPlace[]): Reach {
  const peopleOf = (some: readonly FarPlace[]) =>
    some.reduce((sum, { place }) => sum + place.people, 0)
  return {
    places: found.length,
    people: peopleOf(found),
    within: COVERAGE_KM.map((km) =>
      peopleOf(found.filter(({ nearest }) => nearest !== null && nearest.km <= km)),
    ),
  }
}

const byPeople = (a: PopulatedPlace, b: PopulatedPlace): number =>
  b.people - a.people || (a.id < b.id ? -1 : 1)

/** One after another the place that reaches most people whom nobody reaches yet. */
function openingsAmong(far: readonly PopulatedPlace[]): readonly Opening[] {
  const waiting = far.filter(({ people }) => people > 0).toSorted(byPeople)
  if (waiting.length === 0) return []
  const tree = treeOf(waiting)
  const candidates = waiting.slice(0, MOST_CANDIDATES).map((place) => ({
    place,
    reaches: around(tree, place.lon, place.lat, Number.POSITIVE_INFINITY, COVERED_KM),
  }))
  const reached = new Set<number>()
  const gain = (reaches: readonly number[]) =>
    reaches.reduce((sum, at) => sum + (reached.has(at) ? 0 : (waiting[at]?.people ?? 0)), 0)
  const openings: Opening[] = []
  while (openings.length < MOST_OPENINGS) {
    const [best] = candidates
      .map(({ place, reaches }) => ({ place, reaches, people: gain(reaches) }))
      .toSorted((a, b) => b.people - a.people || byPeople(a.place, b.place))
    if (!best || best.people === 0) break
    openings.push({ place: best.place, people: best.people })
    for (const at of best.reaches) reached.add(at)
  }
  return openings
}

/**
 * How many people live near a point where phones are repaired: of all places, and by division (fewest
 * within `COVERED_KM` first); which places are far from any; and where a new one would reach most of those
 * people. Distances on the WGS 84 ellipsoid, a limit included. People are counted where their place is,
 * all of them at one spot. Shares are the reader's to make: without people there is none.
 * One place of 1,000 with a point 30 km away: `network.within` is `[0, 1000, 1000]`.
 */
export function coverageOf(
  places: readonly PopulatedPlace[],
  points: readonly RepairPoint[],
): Coverage {
  const nearest = nearestOf(points)
  const found = places.map((place): FarPlace => ({ place, nearest: nearest(place) }))
  const far = found.filter((one) => one.nearest === null || one.nearest.km > COVERED_KM)
  const limit = COVERAGE_KM.indexOf(COVERED_KM)
  const share = ({ people, within }: Reach) => (people === 0 ? 1 : (within[limit] ?? 0) / people)
  return {
    network: reachOf(found),
    divisions: [...Map.groupBy(found, ({ place }) => place.division)]
      .map(([division, some]) => ({ division, reach: reachOf(some) }))
      .toSorted((a, b) => share(a.reach) - share(b.reach) || (a.division < b.division ? -1 : 1)),
    uncovered: far
      .filter(({ place }) => place.people > 0)
      .toSorted((a, b) => byPeople(a.place, b.place))
      .slice(0, MOST_UNCOVERED),
    openings: openingsAmong(far.map(({ place }) => place)),
  }
}
