import { encodeIndex, type OutletIndexFile } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { decodeIndex, type OutletIndex } from '#domain/outlets/outlet-index.ts'

const INDEX_ADDRESS = 'https://assets.local/data/outlets/index.json'

/** An index of outlets at hand, for the same search as over the whole network. */
export const indexOf = (outlets: readonly Outlet[], seq = 0): OutletIndex =>
  decodeIndex(
    encodeIndex(outlets, {
      seq,
      weightOf: () => 0,
      cellLimit: Number.POSITIVE_INFINITY,
      nameOf: () => '',
    }).file,
  )

/** One for each site, so that what is known beside it can be kept. */
const nothingBuilt = new WeakMap<Fetcher, OutletIndex>()

function emptyIndex(assets: Fetcher): OutletIndex {
  const index = nothingBuilt.get(assets) ?? indexOf([])
  nothingBuilt.set(assets, index)
  return index
}

let kept: { readonly etag: string; readonly index: OutletIndex } | null = null

/**
 * The index that the site build wrote, decoded once per isolate and build. Without one (nothing was
 * built yet, or by another version) it is empty and has seen no change: the database then says all.
 */
export async function staticIndex(assets: Fetcher): Promise<OutletIndex> {
  const headers = new Headers(kept ? { 'If-None-Match': kept.etag } : {})
  const answer = await assets.fetch(new Request(INDEX_ADDRESS, { headers }))
  if (answer.status === 304 && kept) return kept.index
  const etag = answer.headers.get('ETag')
  if (answer.ok && etag !== null && etag === kept?.etag) return kept.index
  if (!answer.ok) return emptyIndex(assets)
  const file = (await answer.json()) as OutletIndexFile
  if (file.v !== 1) return emptyIndex(assets)
  const index = decodeIndex(file)
  kept = etag ? { etag, index } : null
  return index
}
