import type { MapLink } from '#domain/outlets/map-links.ts'
import { isSuspendedOn } from '#domain/outlets/matching.ts'
import type { Outlet, OutletKind } from '#domain/outlets/outlet.ts'
import type { SpecialDay } from '#domain/outlets/special-days.ts'
import type { StandingSince } from '#domain/scorecards/qualification.ts'
import type { EffectiveStandard } from '#domain/standards/effective-standard.ts'
import type { Locale } from '#i18n/locale.ts'
import type { PlaceRow } from '../performance/place-figures.tsx'

export type TrailStep = { readonly name: string; readonly href: string }

export type NearbyOutlet = {
  readonly code: string
  readonly name: string
  readonly kind: OutletKind
  readonly oneHour: boolean
  readonly distanceMetres: number
}

/** What stands in a customer's way, the gravest first. */
export type OutletStanding = 'serving' | 'suspended' | 'disqualified' | 'closed'

/** Everything an outlet's page shows, in one language. */
export type OutletView = {
  readonly locale: Locale
  readonly outlet: Outlet
  readonly standing: OutletStanding
  /** The outlet's local date when the page was made. */
  readonly madeOn: string
  readonly partnerName: string | null
  readonly trail: readonly TrailStep[]
  readonly nearby: readonly NearbyOutlet[]
  readonly specialDays: readonly SpecialDay[]
  readonly mapLinks: readonly MapLink[]
  /** Promises that are stricter here than everywhere. */
  readonly stricter: readonly EffectiveStandard[]
  /** Titles of those that don't hold here: what they are about isn't done here. */
  readonly without: readonly string[]
  /** What the newest publication tells of it; none = nothing. */
  readonly figures: readonly PlaceRow[]
  /** How it stood in the network, oldest first; none = it was never but qualified. */
  readonly history: readonly StandingSince[]
}

/** Customers post their phones there; nobody is served over a counter. */
export const takesWalkIns = ({ outlet }: Pick<OutletView, 'outlet'>): boolean =>
  outlet.kind !== 'mail_in_centre'

/** Whether customers should stay away on the day the page is made: not yet before a suspension begins. */
export const isShutOn = ({ standing, outlet }: OutletView, date: string): boolean =>
  standing === 'suspended' &&
  isSuspendedOn([outlet.suspension?.from ?? null, outlet.suspension?.until ?? null], date)

/** Where people speak Chinese to a driver: the country's maps are Chinese ones. */
export const isInChina = ({ mapLinks }: Pick<OutletView, 'mapLinks'>): boolean =>
  mapLinks.some(({ app }) => app === 'amap')

/** A suspension that is over on the day the page is made is not told any more. */
export function standingOf(outlet: Outlet, madeOn: string): OutletStanding {
  if (outlet.operation === 'closed') return 'closed'
  if (outlet.qualification === 'disqualified') return 'disqualified'
  const until = outlet.suspension?.until
  const over = until != null && madeOn >= until
  return outlet.operation === 'suspended' && !over ? 'suspended' : 'serving'
}
