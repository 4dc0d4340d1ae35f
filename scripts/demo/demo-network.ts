import type { Partner, Region } from '#domain/outlets/outlet.ts'
import type { DemoCity } from './chinese-cities.ts'
import { withEvents } from './demo-events.ts'
import type { IsOnLand } from './demo-location.ts'
import type { DemoOutlet } from './demo-outlet.ts'
import { demoOutlet } from './demo-outlet.ts'
import { DEMO_PARTNERS } from './demo-partners.ts'
import { planOutlets } from './demo-plan.ts'
import { demoRegions } from './demo-regions.ts'

export type DemoNetwork = {
  /** Parents first. */
  readonly regions: readonly Region[]
  readonly partners: readonly Partner[]
  readonly outlets: readonly DemoOutlet[]
}

export type DemoWish = {
  readonly seed: string
  readonly count: number
  /** Local date that the network's history leads up to. */
  readonly today: string
  readonly isOnLand: IsOnLand
}

export const DEMO_SEED = 'fixpoint'
export const DEMO_COUNT = 420
const CITY_COUNT = 210

/** The largest cities, and every provincial capital however small. */
const chosenCities = (cities: readonly DemoCity[]): readonly DemoCity[] => {
  const capitals = cities.filter((city) => city.isCapital).length
  const others = cities.filter((city) => !city.isCapital).slice(0, CITY_COUNT - capitals)
  return cities.filter((city) => city.isCapital || others.includes(city))
}

const codeOf = (place: number): string => `DEMO-${String(place + 1).padStart(4, '0')}`

/**
 * A network of invented outlets in real cities, every one labelled as a demo. The same cities, seed,
 * count and day give the same network: 420 outlets in 210 cities, half of them repairing within the
 * hour in 120 cities. Hours are text; nothing is compiled here.
 */
export function demoNetwork(cities: readonly DemoCity[], wish: DemoWish): DemoNetwork {
  const { regions, placed } = demoRegions(chosenCities(cities))
  const numbers = new Map<string, number>()
  const outlets = planOutlets(placed, wish.count, wish.seed).map((plan, place) => {
    const family = `${plan.placed.regionId} ${plan.kind}`
    const number = (numbers.get(family) ?? 0) + 1
    numbers.set(family, number)
    return demoOutlet(plan, { code: codeOf(place), number }, wish)
  })
  const inUse = new Set(outlets.map((outlet) => outlet.regionId))
  const isUsed = (region: Region): boolean => region.level !== 'district' || inUse.has(region.id)
  return {
    regions: regions.filter(isUsed),
    partners: DEMO_PARTNERS,
    outlets: withEvents(outlets, wish),
  }
}
