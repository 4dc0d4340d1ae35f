import type { Point, Ring } from './cut-at-antimeridian.ts'

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

/** Leaves out points that lie within `tolerance` degrees of the line without them (Douglas and Peucker). */
export function simplifyRing(ring: Ring, tolerance: number): Ring {
  const keep = new Set([0, ring.length - 1])
  const spans: [number, number][] = [[0, ring.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let farthest = -1
    let distance = tolerance
    for (let at = from + 1; at < to; at++) {
      const away = distanceToLine(ring[at] as Point, ring[from] as Point, ring[to] as Point)
      if (away > distance) [farthest, distance] = [at, away]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    spans.push([from, farthest], [farthest, to])
  }
  return ring.filter((_, at) => keep.has(at))
}
