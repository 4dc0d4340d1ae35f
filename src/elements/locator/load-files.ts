import type { OutletIndexFile } from '#domain/outlets/index-file.ts'
import type { OutletCard } from '#domain/outlets/outlet-card.ts'
import { decodeIndex, type IndexEntry, type OutletIndex } from '#domain/outlets/outlet-index.ts'
import type { Locale } from '#i18n/locale.ts'

const loaded = new Map<string, Promise<unknown>>()

async function fetchJson(path: string, cache: 'default' | 'reload' = 'default'): Promise<unknown> {
  const response = await fetch(path, { cache })
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}

/** A static file of the site, read once per page; null = there is none. A failure is not kept. */
export function loadFile(path: string): Promise<unknown> {
  const known = loaded.get(path)
  if (known) return known
  const file = fetchJson(path)
  loaded.set(path, file)
  file.catch(() => loaded.delete(path))
  return file
}

/** For `findPlaces`. */
export const loadPlaceFile = (name: string): Promise<unknown> =>
  loadFile(`/data/places/${name}.json`)

let index: Promise<OutletIndex> | undefined

async function readIndex(): Promise<OutletIndex> {
  const file = await loadFile('/data/outlets/index.json')
  if (!file) throw new Error('The outlet index is missing.')
  return decodeIndex(file as OutletIndexFile)
}

/** The whole network's index, decoded once per page. */
export function loadIndex(): Promise<OutletIndex> {
  index ??= readIndex().catch((error: unknown) => {
    index = undefined
    throw error
  })
  return index
}

type CellFile = { readonly outlets: readonly OutletCard[] } | null

const cellPath = (name: string, locale: Locale): string =>
  `/data/outlets/cells/${locale}/${name}.json`

const cellOf = (index: OutletIndex, { cell }: IndexEntry): string => index.cells[cell] ?? ''

/**
 * Cells that a new build has put elsewhere: the index as it is served now names the files that hold
 * the same outlets. The page keeps the index it began with, so that places in it stay what they were.
 */
async function loadMovedCells(missing: readonly string[], locale: Locale): Promise<CellFile[]> {
  const then = await loadIndex()
  const codes = new Set(
    then.entries.filter((entry) => missing.includes(cellOf(then, entry))).map(({ code }) => code),
  )
  const file = await fetchJson('/data/outlets/index.json', 'reload')
  if (!file) throw new Error('The outlet index is missing.')
  const now = decodeIndex(file as OutletIndexFile)
  const moved = now.entries.filter(({ code }) => codes.has(code))
  const names = [...new Set(moved.map((entry) => cellOf(now, entry)))]
  const files = names.map((name) => fetchJson(cellPath(name, locale), 'reload'))
  const cells = (await Promise.all(files)) as CellFile[]
  if (cells.includes(null)) throw new Error('A cell of the outlet index is missing.')
  return cells
}

/**
 * The cards of the outlets in some cells, by code. A cell that is gone is looked for once in the
 * newest index; throws when it isn't there either, so that no outlet is left out unnoticed. Outlets
 * that the newest index no longer lists have no card.
 */
export async function loadCards(
  cellNames: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, OutletCard>> {
  const names = [...new Set(cellNames)]
  const loads = names.map((name) => loadFile(cellPath(name, locale)))
  const files = (await Promise.all(loads)) as CellFile[]
  const missing = names.filter((_, place) => files[place] === null)
  const moved = missing.length > 0 ? await loadMovedCells(missing, locale) : []
  const cards = [...files, ...moved].flatMap((file) => file?.outlets ?? [])
  return new Map(cards.map((card) => [card.code, card]))
}

export type PickableRegion = {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
  readonly outletCount: number
  readonly lat: number
  readonly lon: number
}

type RegionFile = {
  readonly regions: readonly PickableRegion[]
  readonly codes: readonly string[]
} | null

const loadRegion = (id: string): Promise<RegionFile> =>
  loadFile(`/data/regions/${id}.json`) as Promise<RegionFile>

/** The regions directly below one. */
export const loadRegions = async (parentId: string): Promise<readonly PickableRegion[]> =>
  (await loadRegion(parentId))?.regions ?? []

/** The codes of the outlets in a region. */
export const loadCodes = async (regionId: string): Promise<readonly string[]> =>
  (await loadRegion(regionId))?.codes ?? []

/** For `findPlaces`. */
export const loadRegionNames = (): Promise<unknown> => loadFile('/data/regions/names.json')
