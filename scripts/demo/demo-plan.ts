import type { OutletKind } from '#domain/outlets/outlet.ts'
import type { PlacedCity } from './demo-regions.ts'
import type { Random } from './seeded-random.ts'
import { seededRandom } from './seeded-random.ts'

/** One outlet to be: where, what, and whether it repairs within the hour. */
export type PlannedOutlet = {
  readonly placed: PlacedCity
  /** Place of the city among the network's, largest first. */
  readonly cityRank: number
  /** Place of the outlet within its city. */
  readonly rank: number
  readonly kind: OutletKind
  readonly oneHour: boolean
}

/** The locator's promise is shown in the larger half of the cities, by at least half of all outlets. */
const ONE_HOUR_CITIES = 120
const ONE_HOUR_SHARE = 0.51
const MAIL_IN_CITIES: readonly number[] = [2, 4, 6]

/** Outlets per city: one each, the rest by population (largest remainder), damped so that no city swallows the network. */
export function outletsPerCity(populations: readonly number[], count: number): readonly number[] {
  const weights = populations.map((population) => population ** 0.85)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const rest = Math.max(0, count - populations.length)
  const exact = weights.map((weight) => (weight / total) * rest)
  const counts = exact.map((share) => 1 + Math.floor(share))
  const left = Math.min(count, populations.length) + rest - counts.reduce((sum, n) => sum + n, 0)
  const byRemainder = exact
    .map((share, city) => ({ city, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.city - b.city)
  for (const { city } of byRemainder.slice(0, left)) counts[city] = (counts[city] ?? 0) + 1
  return counts
}

function kindOf(
  at: Pick<PlannedOutlet, 'placed' | 'cityRank' | 'rank'>,
  random: Random,
): OutletKind {
  const { placed, cityRank, rank } = at
  if (rank === 0 && placed.city.isCapital) return 'customer_service_centre'
  if (rank === 1 && MAIL_IN_CITIES.includes(cityRank)) return 'mail_in_centre'
  if (rank === 0 && cityRank < ONE_HOUR_CITIES) {
    return random.weighted<OutletKind>([
      [70, 'special_service_centre'],
      [20, 'in_store'],
      [10, 'customer_service_centre'],
    ])
  }
  return random.weighted<OutletKind>([
    [44, 'special_service_centre'],
    [32, 'in_store'],
    [4, 'customer_service_centre'],
    [20, 'collection_point'],
  ])
}

const repairsHere = (kind: OutletKind): boolean =>
  kind !== 'mail_in_centre' && kind !== 'collection_point'

/** Everything about the network that needs a look at the whole of it. */
export function planOutlets(
  cities: readonly PlacedCity[],
  count: number,
  seed: string,
): readonly PlannedOutlet[] {
  const counts = outletsPerCity(
    cities.map(({ city }) => city.population),
    count,
  )
  const planned = cities.flatMap((placed, cityRank) =>
    Array.from({ length: counts[cityRank] ?? 0 }, (_, rank) => {
      const random = seededRandom(`${seed}/plan/${placed.regionId}/${rank}`)
      const kind = kindOf({ placed, cityRank, rank }, random)
      const turn = rank === 0 ? 0 : random.next()
      const eligible = cityRank < ONE_HOUR_CITIES && repairsHere(kind)
      return { placed, cityRank, rank, kind, turn, eligible }
    }),
  )
  const chosen = new Set(
    planned
      .filter(({ eligible }) => eligible)
      .sort((a, b) => a.turn - b.turn)
      .slice(0, Math.ceil(count * ONE_HOUR_SHARE)),
  )
  return planned.map((outlet) => {
    const { placed, cityRank, rank, kind } = outlet
    return { placed, cityRank, rank, kind, oneHour: chosen.has(outlet) }
  })
}
