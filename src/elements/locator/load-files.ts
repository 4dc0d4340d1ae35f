import type { OutletIndexFile } from '#domain/outlets/index-file.ts'
import type { OutletCard } from '#domain/outlets/outlet-card.ts'
import { decodeIndex, type OutletIndex } from '#domain/outlets/outlet-index.ts'
import type { Locale } from '#i18n/locale.ts'

const loaded = new Map<string, Promise<unknown>>()

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path)
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

/** The cards of the outlets in some cells, by code. */
export async function loadCards(
  cellNames: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, OutletCard>> {
  const paths = [...new Set(cellNames)].map((name) => `/data/outlets/cells/${locale}/${name}.json`)
  const files = (await Promise.all(paths.map(loadFile))) as ({ outlets: OutletCard[] } | null)[]
  const cards = files.flatMap((file) => file?.outlets ?? [])
  return new Map(cards.map((card) => [card.code, card]))
}

export type PickableRegion = {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
  readonly outletCount: number
  readonly lat: number
  readonly lon: number
}

/** The regions directly below one. */
export async function loadRegions(parentId: string): Promise<readonly PickableRegion[]> {
  const file = (await loadFile(`/data/regions/${parentId}.json`)) as {
    regions: PickableRegion[]
  } | null
  return file?.regions ?? []
}
