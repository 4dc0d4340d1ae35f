import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isListed } from '#domain/outlets/index-file.ts'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import type { RegionFigures } from '#domain/outlets/region-tree.ts'
import { regionFigures } from '#domain/outlets/region-tree.ts'

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

function pickable(regions: readonly Region[], figures: ReadonlyMap<string, RegionFigures>) {
  return regions
    .flatMap(({ id, name }) => {
      const { outletCount, centre } = figures.get(id) ?? { outletCount: 0, centre: null }
      return centre
        ? [{ id, name, outletCount, lat: round(centre.lat), lon: round(centre.lon) }]
        : []
    })
    .sort((a, b) => b.outletCount - a.outletCount || (a.id < b.id ? -1 : 1))
}

/** Writes `/data/regions/<id>.json`: the regions below one that have outlets, for the picker. */
export function writeRegionData(
  outDir: string,
  regions: readonly Region[],
  outlets: readonly Outlet[],
): void {
  const figures = regionFigures(regions, outlets.filter(isListed))
  const children = Map.groupBy(regions, (region) => region.parentId)
  const dir = join(outDir, 'data/regions')
  mkdirSync(dir, { recursive: true })
  for (const { id } of regions) {
    const below = pickable(children.get(id) ?? [], figures)
    writeFileSync(join(dir, `${id}.json`), JSON.stringify({ regions: below }))
  }
}
