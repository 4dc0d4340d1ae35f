import type { Region } from '#domain/outlets/outlet.ts'
import { BadCell } from './row-problem.ts'

type Known = ReadonlyMap<string, Region>

const described = ({ level, countryCode, parentId }: Region): string =>
  `the ${level} of ${countryCode}${parentId === null ? '' : ` under ${parentId}`}`

/**
 * Refuses a chain of regions whose ids mean other regions already, in the hub or earlier in the file:
 * a row can't make `cn` a part of the US or hang `us-al` under `us-ny`. Where the ids were made of
 * names, the last one may be known on another level (`Montevideo`, a city here and a province there):
 * the same name in the same place is the same region. Throws BadCell.
 */
export function refuseForeignRegions(
  chain: readonly Region[],
  known: Known,
  { isGiven }: { readonly isGiven: boolean },
): void {
  for (const [i, region] of chain.entries()) {
    const other = known.get(region.id)
    if (!other) continue
    const isLeveled = other.level === region.level || (!isGiven && i === chain.length - 1)
    const agrees = other.parentId === region.parentId && other.countryCode === region.countryCode
    if (agrees && isLeveled) continue
    throw new BadCell(
      isGiven ? 'regionPath' : region.level,
      `region ${region.id} is ${described(other)}, not ${described(region)}`,
    )
  }
}
