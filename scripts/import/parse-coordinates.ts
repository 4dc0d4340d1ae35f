import gcoord from 'gcoord'
import { BadCell } from './row-problem.ts'

export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const
export type Datum = (typeof DATUMS)[number]
export type Position = { readonly lat: number; readonly lon: number }

const NAMES: Record<Datum, 'WGS84' | 'GCJ02' | 'BD09'> = {
  wgs84: 'WGS84',
  gcj02: 'GCJ02',
  bd09: 'BD09',
}
/** Within this many degrees of 0, 0 nobody repairs phones. */
const NULL_ISLAND_DEGREES = 0.01
/** About a centimetre: what is stored, so that a file written from it reads back the same. */
const DECIMALS = 1e7

/** Degrees with a decimal point or comma, `°` and a hemisphere letter allowed: `34,716`, `86.67° W`. */
export function parseDegrees(text: string, field: 'lat' | 'lon'): number {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace('−', '-')
  const match = /^([+-]?\d{1,3}(?:[.,]\d+)?)°?([NSEW])?$/i.exec(plain)
  if (!match?.[1]) throw new BadCell(field, `"${text}" is no number of degrees`)
  const letter = match[2]?.toUpperCase()
  const expected = field === 'lat' ? 'NS' : 'EW'
  if (letter && !expected.includes(letter)) {
    throw new BadCell(
      field,
      `"${text}" looks like the other coordinate: latitude and longitude swapped?`,
    )
  }
  const degrees = Number(match[1].replace(',', '.'))
  return letter === 'S' || letter === 'W' ? -degrees : degrees
}

const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS

function refuseImpossible({ lat, lon }: Position): void {
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
    throw new BadCell('lat', `latitude ${lat} is impossible: latitude and longitude swapped?`)
  }
  if (Math.abs(lat) > 90) throw new BadCell('lat', `latitude ${lat} is impossible`)
  if (Math.abs(lon) > 180) throw new BadCell('lon', `longitude ${lon} is impossible`)
  if (Math.abs(lat) < NULL_ISLAND_DEGREES && Math.abs(lon) < NULL_ISLAND_DEGREES) {
    throw new BadCell('lat', 'lies at 0, 0: nobody filled the coordinates in')
  }
}

/**
 * A position in WGS 84 from cells in the given datum; throws BadCell for missing, unreadable,
 * impossible or 0, 0 coordinates.
 */
export function parsePosition(
  cells: { readonly lat?: string | undefined; readonly lon?: string | undefined },
  datum: Datum,
): Position {
  if (!cells.lat) throw new BadCell('lat', 'there is no latitude')
  if (!cells.lon) throw new BadCell('lon', 'there is no longitude')
  const given = { lat: parseDegrees(cells.lat, 'lat'), lon: parseDegrees(cells.lon, 'lon') }
  refuseImpossible(given)
  if (datum === 'wgs84') return { lat: rounded(given.lat), lon: rounded(given.lon) }
  const [lon, lat] = gcoord.transform([given.lon, given.lat], gcoord[NAMES[datum]], gcoord.WGS84)
  return { lat: rounded(lat), lon: rounded(lon) }
}
