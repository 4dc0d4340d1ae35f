import type { SimOutlet } from './sim-outlet.ts'

/** The outlet that stands for all that send phones to one another. */
const leadOf = (one: SimOutlet): SimOutlet => one.repairer ?? one

/**
 * Deals outlets out to so many shares of about the same work, none of which meets another: outlets that send
 * phones on are dealt together with the one that repairs them. `work` tells how much each brings.
 */
export function sharesOf(
  outlets: readonly SimOutlet[],
  { count, work }: { readonly count: number; readonly work: (place: number) => number },
): readonly (readonly number[])[] {
  const places = Array.from(outlets.keys())
  const groups = Map.groupBy(places, (place) => leadOf(outlets[place] as SimOutlet))
  const weighed = [...groups.values()]
    .map((group) => ({ group, weight: group.reduce((sum, place) => sum + work(place), 0) }))
    .sort((a, b) => b.weight - a.weight)
  const shares = Array.from({ length: count }, () => ({ places: [] as number[], weight: 0 }))
  for (const { group, weight } of weighed) {
    const lightest = shares.reduce((least, one) => (one.weight < least.weight ? one : least))
    lightest.places.push(...group)
    lightest.weight += weight
  }
  return shares.map((share) => share.places).filter((share) => share.length > 0)
}
