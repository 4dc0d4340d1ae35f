import type { Region } from './outlet.ts'

type Placed = { readonly regionId: string; readonly lat: number; readonly lon: number }

export type RegionFigures = {
  /** Outlets in the region and everything below it. */
  readonly outletCount: number
  /** Middle of those outlets, on the sphere; null without any. */
  readonly centre: { readonly lat: number; readonly lon: number } | null
}

const RADIANS = Math.PI / 180

/** The middle of points on the sphere, safe across the antimeridian; null for none. */
export function middleOf(
  points: readonly { readonly lat: number; readonly lon: number }[],
): { lat: number; lon: number } | null {
  if (points.length === 0) return null
  let x = 0
  let y = 0
  let z = 0
  for (const { lat, lon } of points) {
    x += Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS)
    y += Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS)
    z += Math.sin(lat * RADIANS)
  }
  return { lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS, lon: Math.atan2(y, x) / RADIANS }
}

/** A region and all above it, the country first. Unknown ids end the line. */
export function lineage(regions: ReadonlyMap<string, Region>, id: string | null): Region[] {
  const line: Region[] = []
  for (let region = regions.get(id ?? ''); region; region = regions.get(region.parentId ?? '')) {
    line.unshift(region)
  }
  return line
}

/** How many outlets stand in each region, counting those of the regions below it, and around where. */
export function regionFigures(
  regions: readonly Region[],
  outlets: readonly Placed[],
): Map<string, RegionFigures> {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const inside = new Map<string, Placed[]>(regions.map((region) => [region.id, []]))
  for (const outlet of outlets) {
    for (const region of lineage(byId, outlet.regionId)) inside.get(region.id)?.push(outlet)
  }
  return new Map(
    [...inside].map(([id, members]) => [
      id,
      { outletCount: members.length, centre: middleOf(members) },
    ]),
  )
}
