import KDBush from 'kdbush'
import type { CompiledHours } from './compiled-hours.ts'
import type { OutletIndexFile, Profile } from './index-file.ts'
import { UNITS_PER_DEGREE } from './index-file.ts'

/** One outlet as the index knows it; `place` is its position in the file. */
export type IndexEntry = {
  readonly place: number
  readonly code: string
  readonly lat: number
  readonly lon: number
  readonly profile: Profile
  readonly hours: CompiledHours | null
  readonly zone: string
  readonly suspended: readonly [from: string | null, until: string | null] | null
  readonly cell: number
}

export type OutletIndex = {
  readonly seq: number
  readonly entries: readonly IndexEntry[]
  readonly languages: readonly string[]
  /** Names of the cell files. */
  readonly cells: readonly string[]
  readonly tree: KDBush
}

function positions(differences: readonly number[]): number[] {
  let units = 0
  return differences.map((difference) => {
    units += difference
    return units / UNITS_PER_DEGREE
  })
}

/** Reads the index file; throws TypeError for a file of another version, which a reload mends. */
export function decodeIndex(file: OutletIndexFile): OutletIndex {
  if (file.v !== 1) throw new TypeError(`outlet index of version ${file.v}`)
  const codes = file.codes ? file.codes.split('\n') : []
  const lats = positions(file.lat)
  const lons = positions(file.lon)
  let cell = -1
  const entries = codes.map((code, place): IndexEntry => {
    while (file.cells[cell + 1]?.from === place) cell++
    return {
      place,
      code,
      lat: lats[place] as number,
      lon: lons[place] as number,
      profile: file.profiles[file.profile[place] as number] as Profile,
      hours: file.patterns[file.pattern[place] as number] ?? null,
      zone: file.zones[file.zone[place] as number] ?? 'UTC',
      suspended: file.suspended[place] ?? null,
      cell,
    }
  })
  const tree = new KDBush(entries.length)
  for (const { lon, lat } of entries) tree.add(lon, lat)
  tree.finish()
  const cells = file.cells.map(({ name }) => name)
  return { seq: file.seq, entries, languages: file.languages, cells, tree }
}
