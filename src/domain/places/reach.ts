type Reached = { readonly distanceMetres: number }

/** What a search for walk-in outlets came to. */
export type Reach<Hit> = {
  /** The list to show; where only filters stand in the way, the list without them. */
  readonly listed: readonly Hit[]
  /** Outlets are near, but none of them meets the filters: `listed` then ignores those. */
  readonly filteredOut: boolean
  /** No outlet is near, with or without filters. */
  readonly isFar: boolean
}

const METRES_PER_KM = 1000

/**
 * What to list of the outlets that meet the filters (`matching`) and of all (`all`, the same list
 * where no filter is set), both nearest first. Near is at most `nearKm`: eight closed outlets in town
 * are not "no outlet within 100 km".
 */
export function reachOf<Hit extends Reached>(
  matching: readonly Hit[],
  all: readonly Hit[],
  nearKm: number,
): Reach<Hit> {
  const isNear = (hits: readonly Hit[]): boolean =>
    (hits[0]?.distanceMetres ?? Number.POSITIVE_INFINITY) <= nearKm * METRES_PER_KM
  if (isNear(matching)) return { listed: matching, filteredOut: false, isFar: false }
  if (isNear(all)) return { listed: all, filteredOut: true, isFar: false }
  return { listed: matching, filteredOut: false, isFar: true }
}

/** Place of the first hit that is too far to walk in, after near ones; -1 = none. */
export const firstBeyond = (hits: readonly Reached[], nearKm: number): number => {
  const at = hits.findIndex(({ distanceMetres }) => distanceMetres > nearKm * METRES_PER_KM)
  return at > 0 ? at : -1
}
