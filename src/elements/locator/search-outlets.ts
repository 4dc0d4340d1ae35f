import { cardView, type OutletCardView } from '#components/outlets/card-view.ts'
import { type NearestHit, nearestOutlets } from '#domain/outlets/nearest.ts'
import { type LocatorQuery, outletFilter } from '#domain/places/locator-query.ts'
import type { Origin } from './find-origin.ts'
import { loadCards, loadIndex } from './load-files.ts'
import type { LocatorSetting } from './page-setting.ts'

export type Found = {
  readonly origin: Origin
  readonly views: readonly OutletCardView[]
  readonly hits: readonly NearestHit[]
  /** There may be more than were asked for. */
  readonly more: boolean
  /** Nothing within reach: the nearest mail-in centre, or null where the network has none. */
  readonly far: { readonly mailIn: OutletCardView | null } | null
}

type Asked = { readonly limit: number; readonly at: number }

/** The nearest outlets to an origin, from static files alone. */
export async function searchOutlets(
  origin: Origin,
  query: LocatorQuery,
  setting: LocatorSetting,
  { limit, at }: Asked,
): Promise<Found> {
  const index = await loadIndex()
  const { lat, lon } = origin
  const filter = outletFilter(query, at)
  const found = nearestOutlets(index, { lat, lon, limit: limit + 1, at, filter })
  const hits = found.slice(0, limit)
  const nearest = hits[0]?.distanceMetres ?? Number.POSITIVE_INFINITY
  const tooFar = nearest > setting.nearKm * 1000
  const mailIn = tooFar
    ? nearestOutlets(index, { lat, lon, limit: 1, at, filter: { kind: 'mail_in_centre' } })
    : []
  const cells = [...hits, ...mailIn].map((hit) => index.cells[hit.cell] ?? '')
  const cards = await loadCards(cells.filter(Boolean), setting.locale)
  const viewsOf = (list: readonly NearestHit[]) =>
    list.flatMap((hit) => {
      const card = cards.get(hit.code)
      return card ? [cardView(hit, card, { ...setting, at })] : []
    })
  return {
    origin,
    hits,
    views: viewsOf(hits),
    more: found.length > limit,
    far: tooFar ? { mailIn: viewsOf(mailIn)[0] ?? null } : null,
  }
}
