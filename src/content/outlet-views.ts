import gcoord from 'gcoord'
import {
  type NearbyOutlet,
  type OutletView,
  standingOf,
  type TrailStep,
} from '#components/outlets/outlet-view.ts'
import config from '#config'
import { mapLinks, type Positions } from '#domain/outlets/map-links.ts'
import { nearestOutlets } from '#domain/outlets/nearest.ts'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import { lineage } from '#domain/outlets/region-tree.ts'
import { specialDays } from '#domain/outlets/special-days.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { Network } from './network.ts'

const NEARBY = 5
/** Twice what a page shows at once, so that a page still tells a month ahead when it is a month old. */
const SPECIAL_DAYS_AHEAD = 60

function positionsOf({ lat, lon }: Outlet): Positions {
  const shifted = (system: typeof gcoord.GCJ02 | typeof gcoord.BD09) => {
    const [east, north] = gcoord.transform([lon, lat], gcoord.WGS84, system) as [number, number]
    return { lat: north, lon: east }
  }
  return { wgs84: { lat, lon }, gcj02: shifted(gcoord.GCJ02), bd09: shifted(gcoord.BD09) }
}

/** The way down to a region; a city that bears its province's name is one station, not two. */
export function trailTo(
  { regionById }: Network,
  regionId: string | null,
  locale: Locale,
): readonly TrailStep[] {
  const regions = lineage(regionById, regionId)
  const steps = regions.filter(({ name }, at) => name[locale] !== regions[at + 1]?.name[locale])
  return [
    {
      name: translator(locale)('outlet_page.all_outlets'),
      href: localePath(locale, '/outlets/'),
    },
    ...steps.map(({ id, name }: Region) => ({
      name: name[locale],
      href: localePath(locale, `/outlets/in/${id}/`),
    })),
  ]
}

function nearbyOf({ index, byCode, takenAt }: Network, outlet: Outlet, locale: Locale) {
  const { code, lat, lon } = outlet
  const without = new Set([code])
  const hits = nearestOutlets(index, { lat, lon, limit: NEARBY, at: takenAt, without })
  return hits.flatMap(({ code: near, distanceMetres }): NearbyOutlet[] => {
    const other = byCode.get(near)
    if (!other) return []
    const oneHour = other.services.one_hour === 'done'
    return [{ code: near, name: other.name[locale], kind: other.kind, oneHour, distanceMetres }]
  })
}

/** An outlet's page in one language, from the whole network. */
export function outletView(network: Network, outlet: Outlet, locale: Locale): OutletView {
  const { regionById, partnerById, calendarDays, takenAt } = network
  const madeOn = wallTimeIn(outlet.zone, takenAt).date
  const countryCode = regionById.get(outlet.regionId)?.countryCode ?? ''
  const calendar = calendarDays.get(countryCode) ?? []
  return {
    locale,
    outlet,
    standing: standingOf(outlet, madeOn),
    madeOn,
    partnerName: partnerById.get(outlet.partnerId ?? '')?.name[locale] ?? null,
    trail: trailTo(network, outlet.regionId, locale),
    nearby: nearbyOf(network, outlet, locale),
    specialDays: outlet.hours
      ? specialDays(outlet.hours, calendar, madeOn, SPECIAL_DAYS_AHEAD)
      : [],
    mapLinks: mapLinks(
      countryCode,
      outlet.name[locale],
      positionsOf(outlet),
      config.brand.name.toLowerCase(),
    ),
  }
}
