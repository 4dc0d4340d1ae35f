import { cardView, type OutletCardView } from '#components/outlets/card-view.ts'
import { type NearestHit, nearestOutlets } from '#domain/outlets/nearest.ts'
import { OUTLET_KINDS } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import { filterCount, type LocatorQuery, outletFilter } from '#domain/places/locator-query.ts'
import { firstBeyond, type Reach, reachOf } from '#domain/places/reach.ts'
import type { Origin } from './find-origin.ts'
import { loadCards, loadIndex } from './load-files.ts'
import type { LocatorSetting } from './page-setting.ts'

export type Found = {
  readonly origin: Origin
  readonly views: readonly OutletCardView[]
  readonly hits: readonly NearestHit[]
  /** There may be more than were asked for. */
  readonly more: boolean
  /** Near outlets exist but meet no filter; the list is of those. */
  readonly filteredOut: boolean
  /** Nothing within reach: the nearest mail-in centre of the same country, or null without one. */
  readonly far: { readonly mailIn: OutletCardView | null } | null
}

type Asked = { readonly limit: number; readonly at: number }

const MAIL_IN = OUTLET_KINDS.indexOf('mail_in_centre')

/** Outlets that no list shows: nobody walks into a mail-in centre, and a picked region has bounds. */
const leftOut = ({ entries }: OutletIndex, { within }: Origin): ReadonlySet<string> =>
  new Set(
    entries
      .filter(({ code, profile }) => profile[0] === MAIL_IN || (within && !within.has(code)))
      .map(({ code }) => code),
  )

function reach(
  index: OutletIndex,
  origin: Origin,
  { query, nearKm, limit, at }: Asked & { query: LocatorQuery; nearKm: number },
): Reach<NearestHit> {
  const { lat, lon } = origin
  const wish = { lat, lon, limit: limit + 1, at, without: leftOut(index, origin) }
  const matching = nearestOutlets(index, { ...wish, filter: outletFilter(query, at) })
  // A region's middle may lie far from its outlets, and is no reason to send a phone in.
  if (origin.within) return { listed: matching, filteredOut: false, isFar: false }
  const all = filterCount(query) > 0 ? nearestOutlets(index, wish) : matching
  return reachOf(matching, all, nearKm)
}

/** The nearest mail-in centre in the origin's country: a phone isn't posted across a border. */
function mailInFor(
  index: OutletIndex,
  { lat, lon, countryCode }: Origin,
  { mailIn, at }: Pick<LocatorSetting, 'mailIn'> & { readonly at: number },
): readonly NearestHit[] {
  const abroad = new Set(Object.keys(mailIn).filter((code) => mailIn[code] !== countryCode))
  const filter = { kind: 'mail_in_centre' } as const
  return nearestOutlets(index, { lat, lon, limit: 1, at, filter, without: abroad })
}

/** The nearest outlets to an origin, from static files alone. */
export async function searchOutlets(
  origin: Origin,
  query: LocatorQuery,
  setting: LocatorSetting,
  { limit, at }: Asked,
): Promise<Found> {
  const index = await loadIndex()
  const { locale, nearKm } = setting
  const { listed, filteredOut, isFar } = reach(index, origin, { query, nearKm, limit, at })
  const hits = listed.slice(0, limit)
  const mailIn = isFar ? mailInFor(index, origin, { ...setting, at }) : []
  const cells = [...hits, ...mailIn].map((hit) => index.cells[hit.cell] ?? '')
  const cards = await loadCards(cells.filter(Boolean), locale)
  const beyond = origin.within ? -1 : firstBeyond(hits, nearKm)
  const viewsOf = (list: readonly NearestHit[]) =>
    list.flatMap((hit, place) => {
      const card = cards.get(hit.code)
      const beyondKm = list === hits && place === beyond ? nearKm : null
      return card ? [cardView(hit, card, { ...setting, at, beyondKm })] : []
    })
  return {
    origin,
    hits,
    views: viewsOf(hits),
    more: listed.length > limit,
    filteredOut,
    far: isFar ? { mailIn: viewsOf(mailIn)[0] ?? null } : null,
  }
}
