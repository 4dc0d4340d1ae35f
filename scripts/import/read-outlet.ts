import { BUCKET_COUNT } from '#domain/outlets/bucket.ts'
import type { LocalText, Outlet, Partner, Region } from '#domain/outlets/outlet.ts'
import { readCountry } from './country-code.ts'
import { draftAddress, draftDoor, draftSuspension } from './draft-address.ts'
import type { Field, Fields } from './fields.ts'
import { refuseForeignRegions } from './meet-regions.ts'
import { deriveOutletCode, readOutletCode } from './outlet-code.ts'
import type { OutletDraft } from './outlet-draft.ts'
import { type Datum, type Position, parsePosition } from './parse-coordinates.ts'
import { parsePhones } from './parse-phones.ts'
import * as values from './parse-values.ts'
import { checkZone, countryAt, refuseOutside, zoneAt } from './place-of-position.ts'
import { refuseHostileCells, refuseTooLong } from './refuse-hostile.ts'
import { localText, regionChain, slugOf } from './region-chain.ts'
import { BadCell, type RowProblem } from './row-problem.ts'

export type ReadOptions = {
  readonly datum: Datum
  readonly countryCode: string | null
}
/** Regions by id that the hub holds or earlier rows named. */
export type KnownRegions = { readonly regions: ReadonlyMap<string, Region> }
export type ReadOutlet =
  | { readonly draft: OutletDraft }
  | { readonly problems: readonly RowProblem[] }

/** Runs readers of one row and keeps what each refuses, so that a row's problems are told at once. */
function problemKeeper(line: number) {
  const problems: RowProblem[] = []
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof BadCell)) throw error
      problems.push({ line, field: error.field, reason: error.message })
      return undefined
    }
  }
  return { problems, attempt }
}
type Attempt = ReturnType<typeof problemKeeper>['attempt']

function nameOf(fields: Fields): LocalText {
  const { brand, name } = fields
  const branded = (text: string | undefined) =>
    text && brand && !text.toLowerCase().includes(brand.toLowerCase()) ? `${brand} ${text}` : text
  const found = localText(branded(name) ?? brand, fields.nameEn, fields.nameZh)
  if (!found) throw new BadCell('name', 'there is no name')
  for (const text of Object.values(found)) refuseTooLong('name', text)
  return found
}

function countryOf(fields: Fields, at: Position, named: string | null): string {
  const country = fields.country ? readCountry(fields.country) : named
  if (named && country !== named) {
    throw new BadCell('country', `is in ${country}, but the import is for ${named}`)
  }
  const found = country ?? countryAt(at)
  if (!found) throw new BadCell('lat', `${at.lat}, ${at.lon} is in no country`)
  refuseOutside(found, at)
  return found
}

function partnerOf(fields: Fields): Partner | null | undefined {
  const { partner, partnerZh, partnerId } = fields
  if (!partner && !partnerZh) return undefined
  if (partner?.toLowerCase() === values.NONE) return null
  const name = localText(partner, undefined, partnerZh) as LocalText
  const id = partnerId ?? slugOf(name.en)
  if (!/^[a-z0-9-]{2,60}$/.test(id)) throw new BadCell('partnerId', `"${id}" is no partner id`)
  return { id, name }
}

function readPhones(cell: string | undefined, countryCode: string) {
  if (cell === undefined) return undefined
  return cell.toLowerCase() === values.NONE
    ? { phones: [], unreadable: [] }
    : parsePhones(cell, countryCode)
}

/** Fields that are one cell each, with how they are read into the outlet. */
const SIMPLE: { readonly [F in Field]?: readonly [keyof Outlet, (text: string) => unknown] } = {
  kind: ['kind', values.readKind],
  tags: ['tags', values.readTags],
  ownership: ['ownership', values.readOwnership],
  services: ['services', values.readServices],
  families: ['productFamilies', values.readFamilies],
  operation: ['operation', values.readOperation],
  qualification: ['qualification', values.readQualification],
  qualificationSince: ['qualificationSince', values.readDate('qualificationSince')],
  languages: ['languages', values.readLanguages],
  stepFree: ['stepFree', values.readStepFree],
  counterSeats: ['counterSeats', values.readCount('counterSeats', 200)],
  benches: ['benches', values.readCount('benches', 200)],
  bucket: ['bucket', values.readCount('bucket', BUCKET_COUNT - 1)],
  openedOn: ['openedOn', values.readDate('openedOn')],
  closedOn: ['closedOn', values.readDate('closedOn')],
  hoursCheckedOn: ['hoursCheckedOn', values.readDate('hoursCheckedOn')],
}

function simpleValues(fields: Fields, attempt: Attempt): Partial<Outlet> {
  const given: Record<string, unknown> = {}
  for (const [field, [target, read]] of Object.entries(SIMPLE)) {
    const text = fields[field as Field]
    if (text === undefined) continue
    const value = attempt(() => read(text))
    if (value !== undefined) given[target] = value
  }
  return given as Partial<Outlet>
}

function regionsOf(countryCode: string, fields: Fields, { regions }: KnownRegions) {
  const chain = regionChain(countryCode, fields)
  refuseForeignRegions(chain, regions, { isGiven: fields.regionPath !== undefined })
  return chain
}

function draftOf(
  line: number,
  fields: Fields,
  at: Position,
  options: ReadOptions & KnownRegions,
  attempt: Attempt,
) {
  const name = attempt(() => nameOf(fields))
  const countryCode = attempt(() => countryOf(fields, at, options.countryCode))
  if (!name || !countryCode) return null
  const regions = attempt(() => regionsOf(countryCode, fields, options)) ?? []
  const simple = simpleValues(fields, attempt)
  const zone = attempt(() => (fields.zone ? checkZone(fields.zone) : zoneAt(at))) ?? ''
  const code = attempt(() =>
    fields.code ? readOutletCode(fields.code) : deriveOutletCode(name.en, at.lat, at.lon),
  )
  const suspension = attempt(() =>
    draftSuspension(simple.operation, fields, values.readDate('suspendedFrom')),
  )
  const address = attempt(() => draftAddress(countryCode, fields, regions))
  const door = draftDoor(fields)
  const phones = attempt(() => readPhones(fields.phone, countryCode))
  const { lastIntakeMinutes: intake, contacts, hours } = fields
  return {
    line,
    code: code ?? '',
    countryCode,
    regions,
    partner: attempt(() => partnerOf(fields)),
    given: {
      ...simple,
      ...at,
      name,
      zone,
      ...(address && { address }),
      ...(door && { door: door as Outlet['door'] }),
      ...(suspension !== undefined && { suspension }),
    },
    phones: phones?.phones,
    unreadablePhones: phones?.unreadable ?? [],
    hoursText: hours?.toLowerCase() === values.NONE ? null : hours,
    lastIntakeMinutes: intake
      ? attempt(() => values.readCount('lastIntakeMinutes', 1440)(intake))
      : undefined,
    contacts: contacts?.toLowerCase() === values.NONE ? null : contacts,
  } satisfies OutletDraft
}

/** Reads a row into a draft, or into everything that is wrong with it. */
export function readOutlet(
  line: number,
  fields: Fields,
  options: ReadOptions & KnownRegions,
): ReadOutlet {
  const { problems, attempt } = problemKeeper(line)
  refuseHostileCells(fields, attempt)
  // Reasons quote what they refuse: a hostile cell is never quoted.
  if (problems.length > 0) return { problems }
  const at = attempt(() => parsePosition(fields, options.datum))
  const draft = at && draftOf(line, fields, at, options, attempt)
  return draft && problems.length === 0 ? { draft } : { problems }
}
