import type { LoadPlaceFile } from '#domain/places/find-places.ts'

/** Reads the gazetteer's files as the site build wrote them; a missing one is no place, not an error. */
export const placeFiles =
  (assets: Fetcher): LoadPlaceFile =>
  async (name) => {
    const address = `https://assets.local/data/places/${encodeURIComponent(name)}.json`
    const answer = await assets.fetch(new Request(address))
    return answer.ok ? await answer.json() : null
  }

/** Reads the network's regions by name, for `findPlaces`; null where the site build wrote none. */
export async function regionNames(assets: Fetcher): Promise<unknown> {
  const answer = await assets.fetch(new Request('https://assets.local/data/regions/names.json'))
  return answer.ok ? await answer.json() : null
}
