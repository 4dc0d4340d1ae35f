import { nearestOutlets } from '#domain/outlets/nearest.ts'
import { OUTLET_KINDS, type Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import type { Locale } from '#i18n/locale.ts'
import type { NearbyOutlet } from './outlet-view.ts'

const NEARBY = 5
const MAIL_IN = OUTLET_KINDS.indexOf('mail_in_centre')

type Network = {
  readonly index: OutletIndex
  readonly byCode: ReadonlyMap<string, Outlet>
  readonly takenAt: number
}

/**
 * The outlets nearest to one where a person can go instead, nearest first: never itself and never a
 * mail-in centre, which has no counter.
 */
export function nearbyCounters(
  { index, byCode, takenAt }: Network,
  { code, lat, lon }: Pick<Outlet, 'code' | 'lat' | 'lon'>,
  locale: Locale,
): readonly NearbyOutlet[] {
  const mailIn = index.entries.filter(({ profile }) => profile[0] === MAIL_IN)
  const without = new Set([code, ...mailIn.map((entry) => entry.code)])
  const hits = nearestOutlets(index, { lat, lon, limit: NEARBY, at: takenAt, without })
  return hits.flatMap(({ code: near, distanceMetres }): NearbyOutlet[] => {
    const other = byCode.get(near)
    if (!other) return []
    const { kind, services } = other
    const oneHour = services.one_hour === 'done'
    return [{ code: near, name: other.name[locale], kind, oneHour, distanceMetres }]
  })
}
