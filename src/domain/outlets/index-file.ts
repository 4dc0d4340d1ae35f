import { cutCells } from './cells.ts'
import type { CompiledHours } from './compiled-hours.ts'
import type { Outlet, ServiceMode } from './outlet.ts'
import { OUTLET_KINDS, PRODUCT_FAMILIES, SERVICES } from './outlet.ts'

/** `[kind, services done, services collected, families, languages, stepFree]`: places in the enums, bit sets, -1 unknown. */
export type Profile = readonly [number, number, number, number, number, -1 | 0 | 1]

/**
 * The whole network for finding: `/data/outlets/index.json`. Outlets stand in the order of their
 * cells, from neighbour to neighbour within one; positions are differences in 1e-5 degrees (about a metre).
 */
export type OutletIndexFile = {
  readonly v: 1
  /** The last outlet change this file has seen. */
  readonly seq: number
  /** Codes, one a line. */
  readonly codes: string
  readonly lat: readonly number[]
  readonly lon: readonly number[]
  readonly profile: readonly number[]
  readonly profiles: readonly Profile[]
  /** Place in `patterns`, or -1: nobody told us the hours. */
  readonly pattern: readonly number[]
  readonly patterns: readonly CompiledHours[]
  readonly zones: readonly string[]
  readonly zone: readonly number[]
  readonly languages: readonly string[]
  /** Suspended outlets: place in the order -> `[from, until)`, local dates. */
  readonly suspended: Readonly<Record<string, readonly [string | null, string | null]>>
  /** Place of each cell's first outlet, and the cell's file name without ending. */
  readonly cells: readonly { readonly from: number; readonly name: string }[]
}

export const UNITS_PER_DEGREE = 100_000

/** Outlets that a customer can be sent to: neither closed for good nor disqualified. */
export const isListed = (outlet: Outlet): boolean =>
  outlet.operation !== 'closed' && outlet.qualification !== 'disqualified'

function bits<Item extends string>(all: readonly Item[], chosen: (item: Item) => boolean): number {
  return all.reduce((set, item, place) => (chosen(item) ? set | (1 << place) : set), 0)
}

function profileOf(outlet: Outlet, languages: readonly string[]): Profile {
  const offered = (mode: ServiceMode) =>
    bits(SERVICES, (service) => outlet.services[service] === mode)
  return [
    OUTLET_KINDS.indexOf(outlet.kind),
    offered('done'),
    offered('collected'),
    bits(PRODUCT_FAMILIES, (family) => outlet.productFamilies.includes(family)),
    bits(languages, (language) => outlet.languages.includes(language)),
    outlet.stepFree === null ? -1 : outlet.stepFree ? 1 : 0,
  ]
}

/** Distinct values in order of first use, and each item's place among them. */
function dictionary<Value>(values: readonly Value[]): { distinct: Value[]; places: number[] } {
  const seen = new Map<string, number>()
  const distinct: Value[] = []
  const places = values.map((value) => {
    const key = JSON.stringify(value)
    const place = seen.get(key) ?? distinct.push(value) - 1
    seen.set(key, place)
    return place
  })
  return { distinct, places }
}

const inUnits = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE)
const differences = (values: readonly number[]): number[] =>
  values.map((value, place) => value - (values[place - 1] ?? 0))

type CellNaming = {
  readonly seq: number
  /** What an outlet adds to its cell's file, and how much a file may hold, in the same unit. */
  readonly weightOf: (outlet: Outlet) => number
  readonly cellLimit: number
  readonly nameOf: (members: readonly Outlet[], place: number) => string
}

/**
 * Writes the index of the listed outlets and says which outlets stand in which cell file.
 * At most 31 languages are told apart.
 */
export function encodeIndex(
  network: readonly Outlet[],
  { seq, weightOf, cellLimit, nameOf }: CellNaming,
): { file: OutletIndexFile; cells: { name: string; members: readonly Outlet[] }[] } {
  const cells = cutCells(network.filter(isListed), weightOf, cellLimit).map((members, place) => ({
    name: nameOf(members, place),
    members,
  }))
  const outlets = cells.flatMap(({ members }) => members)
  const languages = [...new Set(outlets.flatMap((outlet) => outlet.languages))].sort().slice(0, 31)
  const profiles = dictionary(outlets.map((outlet) => profileOf(outlet, languages)))
  const patterns = dictionary(outlets.flatMap((outlet) => outlet.hours ?? []))
  const zones = dictionary(outlets.map((outlet) => outlet.zone))
  let withHours = 0
  let from = 0
  const file: OutletIndexFile = {
    v: 1,
    seq,
    codes: outlets.map((outlet) => outlet.code).join('\n'),
    lat: differences(outlets.map((outlet) => inUnits(outlet.lat))),
    lon: differences(outlets.map((outlet) => inUnits(outlet.lon))),
    profile: profiles.places,
    profiles: profiles.distinct,
    pattern: outlets.map((outlet) => (outlet.hours ? (patterns.places[withHours++] ?? -1) : -1)),
    patterns: patterns.distinct,
    zone: zones.places,
    zones: zones.distinct,
    languages,
    suspended: Object.fromEntries(
      outlets.flatMap((outlet, place) =>
        outlet.operation === 'suspended'
          ? [[place, [outlet.suspension?.from ?? null, outlet.suspension?.until ?? null] as const]]
          : [],
      ),
    ),
    cells: cells.map(({ name, members }) => {
      const cell = { from, name }
      from += members.length
      return cell
    }),
  }
  return { file, cells }
}
