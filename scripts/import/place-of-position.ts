import tzLookup from '@photostructure/tz-lookup'
import { isWithinBorders } from './country-borders.ts'
import { COUNTRY_CODES } from './country-code.ts'
import type { Position } from './parse-coordinates.ts'
import { BadCell } from './row-problem.ts'

const zonesOfCountry = new Map<string, ReadonlySet<string>>()

/** The zones a country keeps (CLDR); empty for a code that is no country. */
function zonesOf(countryCode: string): ReadonlySet<string> {
  const known = zonesOfCountry.get(countryCode)
  if (known) return known
  const locale = new Intl.Locale(`und-${countryCode}`) as Intl.Locale & {
    getTimeZones?: () => string[]
  }
  const zones = new Set((locale.getTimeZones?.() ?? []).map(canonicalZone))
  zonesOfCountry.set(countryCode, zones)
  return zones
}

const canonical = new Map<string, string>()
/** The name this engine uses for a zone: some tables say Asia/Calcutta, others Asia/Kolkata. */
function canonicalZone(zone: string): string {
  const known = canonical.get(zone)
  if (known) return known
  const name = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  canonical.set(zone, name)
  return name
}

/** The IANA zone at a position: `America/Chicago` for Huntsville. */
export const zoneAt = ({ lat, lon }: Position): string => tzLookup(lat, lon)

/** An IANA zone as given; BadCell when there is none of that name, and for an offset: it knows no summer time. */
export function checkZone(zone: string): string {
  try {
    if (/^[A-Za-z]/.test(zone) && canonicalZone(zone)) return zone
  } catch {
    // Told below, as an offset is.
  }
  throw new BadCell('zone', `"${zone}" is no IANA time zone`)
}

/**
 * Whether a position is in a country: its time zone is one the country keeps (which includes the
 * coast), or it lies within the country's borders. Either is enough; neither is proof of a mistake.
 */
export const isInCountry = (countryCode: string, at: Position): boolean =>
  zonesOf(countryCode).has(canonicalZone(zoneAt(at))) || isWithinBorders(countryCode, at)

const countriesOfZone = new Map<string, readonly string[]>()

/** The countries that keep a zone; most zones have one. */
function countriesKeeping(zone: string): readonly string[] {
  const name = canonicalZone(zone)
  const known = countriesOfZone.get(name)
  if (known) return known
  const countries = COUNTRY_CODES.filter((country) => zonesOf(country).has(name))
  countriesOfZone.set(name, countries)
  return countries
}

/** The country at a position, or null on the high seas. */
export function countryAt(at: Position): string | null {
  const keeping = countriesKeeping(zoneAt(at))
  if (keeping.length === 1) return keeping[0] ?? null
  return (
    keeping.find((country) => isWithinBorders(country, at)) ??
    COUNTRY_CODES.find((country) => isWithinBorders(country, at)) ??
    null
  )
}

/** Throws BadCell when the position isn't in the country, saying so when the swapped one would be. */
export function refuseOutside(countryCode: string, at: Position): void {
  if (isInCountry(countryCode, at)) return
  const swapped = { lat: at.lon, lon: at.lat }
  const reason =
    Math.abs(at.lon) <= 90 && isInCountry(countryCode, swapped)
      ? `is outside ${countryCode}, but inside it with latitude and longitude swapped`
      : `${at.lat}, ${at.lon} is outside ${countryCode}`
  throw new BadCell('lat', reason)
}
