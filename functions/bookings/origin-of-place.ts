import { type PlaceOrigin, placeOrigin } from '#domain/places/place-origin.ts'
import type { RegionNamesFile } from '#domain/places/region-names.ts'
import type { Sources } from '#functions/db/sources.ts'
import { placeFiles } from '#functions/places/place-files.ts'

export type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & {
  readonly assets: Fetcher
}

type Named = { readonly q: string; readonly place: string }

const loadNames = async (assets: Fetcher): Promise<RegionNamesFile | null> => {
  const answer = await assets.fetch(new Request('https://assets.local/data/regions/names.json'))
  return answer.ok ? await answer.json() : null
}

/** The point that a typed place means, as the locator reads it; null = none was typed, or there is no such place. */
export async function originOfPlace(
  { assets, config }: Pick<Asking, 'assets' | 'config'>,
  named: Named,
): Promise<PlaceOrigin | null> {
  if (!named.q) return null
  return await placeOrigin(named, {
    load: placeFiles(assets),
    loadRegions: () => loadNames(assets),
    homeCountries: config.countries,
  })
}

/** A region and all above it, its own id first. */
export async function regionLine(assets: Fetcher, id: string): Promise<readonly string[]> {
  const rows = (await loadNames(assets))?.regions ?? []
  const line: string[] = []
  for (
    let row = rows.find(([own]) => own === id);
    row && line.length < rows.length;
    row = rows[row[3]]
  ) {
    line.push(row[0])
  }
  return line
}
