import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isListed } from '#domain/outlets/index-file.ts'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import { REGION_LEVELS } from '#domain/outlets/outlet.ts'
import type { RegionFigures } from '#domain/outlets/region-tree.ts'
import { lineage, regionFigures } from '#domain/outlets/region-tree.ts'
import type { RegionNamesFile } from '#domain/places/region-names.ts'
import { capitalised } from '#domain/places/region-names.ts'

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

function pickable(regions: readonly Region[], figures: ReadonlyMap<string, RegionFigures>) {
  return regions
    .flatMap(({ id, name }) => {
      const { outletCount, centre } = figures.get(id) ?? { outletCount: 0, centre: null }
      return centre
        ? [{ id, name, outletCount, lat: round(centre.lat), lon: round(centre.lon) }]
        : []
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every region with outlets by name, parents before children. */
export function regionNames(
  regions: readonly Region[],
  figures: ReadonlyMap<string, RegionFigures>,
): RegionNamesFile {
  const byLevel = regions
    .filter(({ id }) => (figures.get(id)?.outletCount ?? 0) > 0)
    .toSorted(
      (a, b) =>
        REGION_LEVELS.indexOf(a.level) - REGION_LEVELS.indexOf(b.level) || (a.id < b.id ? -1 : 1),
    )
  const positions = new Map(byLevel.map(({ id }, position) => [id, position]))
  return {
    countries: byLevel.filter(({ parentId }) => !positions.has(parentId ?? '')).map(countryOf),
    regions: byLevel.map(({ id, name, parentId, level }) => {
      const { outletCount, centre } = figures.get(id) ?? { outletCount: 0, centre: null }
      const en = name.en === capitalised(id) ? '' : name.en
      const [lat, lon] = [centre?.lat ?? 0, centre?.lon ?? 0].map((one) => Math.round(one * 100))
      const parent = positions.get(parentId ?? '') ?? -1
      const place = REGION_LEVELS.indexOf(level)
      return [id, en, name['zh-CN'], parent, place, lat ?? 0, lon ?? 0, outletCount]
    }),
  }
}

const countryOf = ({ countryCode }: Region): string => countryCode

/** The codes of a region's outlets, those of the regions below it included. */
function codesByRegion(regions: readonly Region[], outlets: readonly Outlet[]) {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const codes = new Map<string, string[]>()
  for (const { code, regionId } of outlets) {
    for (const { id } of lineage(byId, regionId)) codes.set(id, [...(codes.get(id) ?? []), code])
  }
  return codes
}

/**
 * Writes `/data/regions/<id>.json`, for the picker: the regions below one that have outlets, and the
 * codes of its own outlets (none for a country, which nobody picks); and `names.json`, for the search.
 */
export function writeRegionData(
  outDir: string,
  regions: readonly Region[],
  outlets: readonly Outlet[],
): void {
  const listed = outlets.filter(isListed)
  const figures = regionFigures(regions, listed)
  const children = Map.groupBy(regions, (region) => region.parentId)
  const codes = codesByRegion(regions, listed)
  const dir = join(outDir, 'data/regions')
  mkdirSync(dir, { recursive: true })
  for (const { id, level } of regions) {
    const below = pickable(children.get(id) ?? [], figures)
    const own = level === 'country' ? [] : (codes.get(id) ?? [])
    writeFileSync(join(dir, `${id}.json`), JSON.stringify({ regions: below, codes: own }))
  }
  writeFileSync(join(dir, 'names.json'), JSON.stringify(regionNames(regions, figures)))
}
