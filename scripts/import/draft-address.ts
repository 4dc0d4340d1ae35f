import type { Door, LocalText, Outlet, Region, Suspension } from '#domain/outlets/outlet.ts'
import type { Fields } from './fields.ts'
import { NONE } from './parse-values.ts'
import { refuseTooLong } from './refuse-hostile.ts'
import { localText } from './region-chain.ts'

/** Countries that write from the largest to the smallest, without a postcode. */
const LARGEST_FIRST = ['CN', 'TW', 'HK', 'MO', 'JP', 'KR']

const joined = (parts: readonly (string | undefined)[], separator: string): string =>
  parts.filter((part) => part).join(separator)

/** Adds to a street what it doesn't say yet: `2701 Ming Avenue` gets `, Bakersfield, CA 93304`. */
function composed(countryCode: string, fields: Fields, regions: readonly Region[]): string | null {
  const largest = LARGEST_FIRST.includes(countryCode)
  const street =
    fields.address ??
    (largest
      ? joined([fields.street, fields.houseNumber], '')
      : joined([fields.houseNumber, fields.street], ' '))
  if (street === '') return null
  const missing = (part: string | undefined) => (part && !street.includes(part) ? part : undefined)
  if (largest) {
    const areas = regions.slice(1).map(({ name }) => missing(name['zh-CN']))
    return /\p{Script=Han}/u.test(street) ? joined([...areas, street], '') : street
  }
  // A street may be called like its city (Glendale Galleria): only a part between commas says it.
  const parts = street.split(/,\s*/)
  const city = parts.includes(fields.city ?? '') ? undefined : fields.city
  const state = joined([city && fields.province, missing(fields.zip)], ' ')
  return joined([street, city, state], ', ')
}

/** The address in both languages, written ones before composed ones; undefined where nothing says it. BadCell when composing made it too long. */
export function draftAddress(
  countryCode: string,
  fields: Fields,
  regions: readonly Region[],
): LocalText | undefined {
  const { addressEn, addressZh } = fields
  if (addressEn || addressZh) return localText(undefined, addressEn, addressZh) ?? undefined
  const address = composed(countryCode, fields, regions)
  if (address !== null) refuseTooLong('address', address)
  return localText(address ?? undefined) ?? undefined
}

const textOrNone = (en?: string, zh?: string): LocalText | null | undefined => {
  if (!en && !zh) return undefined
  return (en ?? zh)?.toLowerCase() === NONE ? null : localText(en, undefined, zh)
}

/** How to find the door, as far as the file says. */
export function draftDoor(fields: Fields): Partial<Door> | undefined {
  const door = {
    floor: textOrNone(fields.floorEn, fields.floorZh),
    shop: textOrNone(fields.shopEn, fields.shopZh),
    metroExit: textOrNone(fields.metroExitEn, fields.metroExitZh),
  }
  const said = Object.entries(door).filter(([, text]) => text !== undefined)
  return said.length ? Object.fromEntries(said) : undefined
}

/** Dates and reason of a suspension; only for a row that says the outlet is suspended. */
export function draftSuspension(
  operation: Outlet['operation'] | undefined,
  fields: Fields,
  readDate: (text: string) => string | null,
): Suspension | null | undefined {
  if (operation === undefined) return undefined
  if (operation !== 'suspended') return null
  return {
    from: fields.suspendedFrom ? readDate(fields.suspendedFrom) : null,
    until: fields.suspendedUntil ? readDate(fields.suspendedUntil) : null,
    reason: localText(undefined, fields.suspensionReasonEn, fields.suspensionReasonZh),
  }
}
