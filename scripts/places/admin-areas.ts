import type { GazetteerRow } from './read-gazetteer.ts'

type Box = { south: number; north: number; west: number; east: number }

/** Degrees beyond its seats that a province may reach. */
const REACH = 4

function boxesOf(seats: readonly GazetteerRow[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const { admin1, lat, lon } of seats) {
    const box = boxes.get(admin1) ?? { south: lat, north: lat, west: lon, east: lon }
    boxes.set(admin1, {
      south: Math.min(box.south, lat),
      north: Math.max(box.north, lat),
      west: Math.min(box.west, lon),
      east: Math.max(box.east, lon),
    })
  }
  return boxes
}

/**
 * Puts Chinese rows right whose province the gazetteer has wrong: a town in Xinjiang said to be in
 * Heilongjiang, 3,000 km from any seat of that province, belongs to the nearest seat instead.
 */
export function inRightProvince(rows: readonly GazetteerRow[]): readonly GazetteerRow[] {
  const seats = rows.filter(
    (row) => row.countryCode === 'CN' && /^PPL(?:A|A2|C)$/.test(row.feature),
  )
  const boxes = boxesOf(seats)
  return rows.map((row) => {
    const box = boxes.get(row.admin1)
    if (row.countryCode !== 'CN' || !box) return row
    const { lat, lon } = row
    const inLatitude = lat > box.south - REACH && lat < box.north + REACH
    const inLongitude = lon > box.west - REACH && lon < box.east + REACH
    if (inLatitude && inLongitude) return row
    const away = (seat: GazetteerRow) => Math.hypot(seat.lat - lat, (seat.lon - lon) * 0.8)
    const nearest = seats.toSorted((a, b) => away(a) - away(b))[0]
    return nearest ? { ...row, admin1: nearest.admin1, admin2: nearest.admin2 } : row
  })
}
