import gcoord from 'gcoord'
import { nearbyCounters } from '#components/outlets/nearby-counters.ts'
import { type OutletView, standingOf, type TrailStep } from '#components/outlets/outlet-view.ts'
import config from '#config'
import { mapLinks, type Positions } from '#domain/outlets/map-links.ts'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import { lineage } from '#domain/outlets/region-tree.ts'
import { specialDays } from '#domain/outlets/special-days.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { type EffectiveStandard, effectiveStandards } from '#domain/standards/effective-standard.ts'
import { holdsAt } from '#domain/standards/standard.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { Network } from './network.ts'

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

/** What an outlet promises more than every other, and what doesn't hold there. */
function promisesAt(
  { standards, regionById, takenAt }: Network,
  outlet: Outlet,
  { locale, countryCode }: { readonly locale: Locale; readonly countryCode: string },
): Pick<OutletView, 'stricter' | 'without'> {
  const regions = lineage(regionById, outlet.regionId).map(({ id }) => id)
  const path = { outlet: outlet.code, regions }
  const held = effectiveStandards(standards, { path, at: takenAt })
  const holds = ({ base }: EffectiveStandard) =>
    holdsAt(base, { countryCode, services: outlet.services })
  return {
    stricter: held
      .filter(holds)
      .filter(
        ({ standard, base }) =>
          standard.threshold !== base.threshold || standard.target !== base.target,
      ),
    without: held.filter((one) => !holds(one)).map(({ base }) => base.title[locale]),
  }
}

/** What was decided about it; where nothing was, the notice that stands on it. */
function historyOf({ histories }: Network, outlet: Outlet): OutletView['history'] {
  const { code, qualification, qualificationSince: since } = outlet
  const decided = histories.get(code.toLowerCase())
  if (decided) return decided
  return qualification === 'on_notice' && since ? [{ standing: 'on_notice', since }] : []
}

/** An outlet's page in one language, from the whole network; its published figures stand apart. */
export function outletView(
  network: Network,
  outlet: Outlet,
  locale: Locale,
): Omit<OutletView, 'figures'> {
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
    nearby: nearbyCounters(network, outlet, locale),
    history: historyOf(network, outlet),
    ...promisesAt(network, outlet, { locale, countryCode }),
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
