export type Point = readonly [lon: number, lat: number]
export type Ring = readonly Point[]

/** Longitudes made continuous: a step over ±180 goes on counting instead of jumping back. */
function unwrap(ring: Ring): Point[] {
  let turns = 0
  return ring.map(([lon, lat], at) => {
    const before = ring[at - 1]?.[0] ?? lon
    if (lon - before > 180) turns -= 360
    else if (lon - before < -180) turns += 360
    return [lon + turns, lat]
  })
}

/** A ring that goes once round the world holds a pole: it is closed along that pole's latitude. */
function closeAtPole(ring: readonly Point[]): readonly Point[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || Math.abs(last[0] - first[0]) < 180) return ring
  const south = ring.reduce((sum, [, lat]) => sum + lat, 0) < 0
  const pole = south ? -90 : 90
  return [...ring, [last[0], pole], [first[0], pole]]
}

/** The part of a ring on one side of a meridian (Sutherland and Hodgman 1974). */
function clip(ring: readonly Point[], meridian: number, keep: 1 | -1): readonly Point[] {
  const inside = ([lon]: Point): boolean => keep * (lon - meridian) >= 0
  return ring.flatMap((point, at): readonly Point[] => {
    const before = ring.at(at - 1) ?? point
    const here = inside(point) ? [point] : []
    if (inside(point) === inside(before)) return here
    const share = (meridian - before[0]) / (point[0] - before[0])
    return [[meridian, before[1] + share * (point[1] - before[1])], ...here]
  })
}

/**
 * A ring of the globe as rings of a flat map: cut at ±180 and closed along the cut, closed along
 * ±90 where it holds a pole, so that nothing smears across the sheet. Degrees; the ring's first and
 * last point may be the same. `[[170,0],[-170,0],[-170,10],[170,10]]` becomes two rings of 10 degrees.
 */
export function cutAtAntimeridian(ring: Ring): readonly Ring[] {
  const whole = closeAtPole(unwrap(ring))
  const lons = whole.map(([lon]) => lon)
  const firstSheet = Math.floor((Math.min(...lons) + 180) / 360)
  const lastSheet = Math.ceil((Math.max(...lons) - 180) / 360)
  const sheets: Ring[] = []
  for (let sheet = firstSheet; sheet <= lastSheet; sheet++) {
    const west = sheet * 360 - 180
    const part = clip(clip(whole, west, 1), west + 360, -1)
    if (part.length >= 3) sheets.push(part.map(([lon, lat]) => [lon - sheet * 360, lat]))
  }
  return sheets
}
