import { Temporal } from 'temporal-polyfill'
import type { Outlet, Suspension } from '../outlets/outlet.ts'
import { outletSubject } from '../outlets/outlet-decisions.ts'

/** What the desk edits of an outlet in one form. */
export type OutletDetails = Pick<
  Outlet,
  | 'name'
  | 'kind'
  | 'address'
  | 'phones'
  | 'services'
  | 'productFamilies'
  | 'languages'
  | 'stepFree'
  | 'counterSeats'
  | 'benches'
> &
  Outlet['door'] & {
    /** WGS 84, degrees. */
    readonly position: { readonly lat: number; readonly lon: number }
    /** null = the network's default. */
    readonly lastIntakeMinutes: number | null
    /** Whom the network calls there; never public. null = nobody said. */
    readonly contacts: string | null
  }

/** An outlet with what only the desk knows of it. */
export type KnownOutlet = Pick<OutletDetails, 'lastIntakeMinutes' | 'contacts'> & {
  readonly outlet: Outlet
}

export type DetailName = keyof OutletDetails

/** In the order of the form. */
export const DETAIL_NAMES = [
  'name',
  'kind',
  'address',
  'position',
  'floor',
  'shop',
  'metroExit',
  'phones',
  'contacts',
  'services',
  'productFamilies',
  'languages',
  'stepFree',
  'counterSeats',
  'benches',
  'lastIntakeMinutes',
] as const satisfies readonly DetailName[]

/** What stands of an outlet, as the form shows it. */
export const detailsOf = ({ outlet, lastIntakeMinutes, contacts }: KnownOutlet): OutletDetails => ({
  ...{ name: outlet.name, kind: outlet.kind, address: outlet.address, ...outlet.door },
  ...{ position: { lat: outlet.lat, lon: outlet.lon }, phones: outlet.phones, contacts },
  ...{ services: outlet.services, productFamilies: outlet.productFamilies },
  ...{ languages: outlet.languages, stepFree: outlet.stepFree },
  ...{ counterSeats: outlet.counterSeats, benches: outlet.benches, lastIntakeMinutes },
})

/**
 * Which details differ, in the order of the form; lists in another order differ.
 * `changedDetails(standing, { ...standing, benches: 3 })` answers `['benches']`.
 */
export const changedDetails = (
  before: OutletDetails,
  after: OutletDetails,
): readonly DetailName[] =>
  DETAIL_NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))

/**
 * The outlet with new details. When phones are last taken in is part of the compiled hours, so it changes
 * in both; `usualIntake` is the network's minutes before closing.
 */
export function withDetails(outlet: Outlet, details: OutletDetails, usualIntake: number): Outlet {
  const { floor, shop, metroExit, lastIntakeMinutes, position, contacts: _, ...rest } = details
  const intake = lastIntakeMinutes ?? usualIntake
  return {
    ...outlet,
    ...rest,
    ...position,
    door: { floor, shop, metroExit },
    hours: outlet.hours && { ...outlet.hours, lastIntakeMinutes: intake },
  }
}

export type OutletEdited = {
  readonly subject: string
  readonly version: number
  readonly type: 'outlet.changed'
  /** Names of what changed, never the values: an event holds no words and no numbers to call. */
  readonly data: { readonly fields: readonly string[] }
}

type Standing = Pick<Outlet, 'code' | 'operation'> & { readonly version: number }

/**
 * Decides about changing an outlet's details or hours. `expectedVersion` is the version that the asker has
 * seen: another one is `stale`; a closed outlet, or a change of nothing, is `not_allowed_now`.
 */
export function decideEdit(
  { code, operation, version }: Standing,
  expectedVersion: number,
  fields: readonly string[],
):
  | { readonly ok: true; readonly event: OutletEdited }
  | { readonly ok: false; readonly refusal: 'stale' | 'not_allowed_now' } {
  if (version !== expectedVersion) return { ok: false, refusal: 'stale' }
  if (operation === 'closed' || fields.length === 0)
    return { ok: false, refusal: 'not_allowed_now' }
  const subject = outletSubject(code)
  return {
    ok: true,
    event: { subject, version: version + 1, type: 'outlet.changed', data: { fields } },
  }
}

/**
 * The instant (epoch ms) at which a local date begins in a zone.
 * `startOfDay('Asia/Shanghai', '2026-11-19')` is 16:00 UTC of the day before.
 */
export const startOfDay = (zone: string, date: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds

/** Instants `[from, until)`; until null = for good. */
export type Stretch = { readonly from: number; readonly until: number | null }

/**
 * The stretch in which stopping an outlet's work leaves visits without a counter: closing, from now on;
 * a suspension, between the beginnings of its local dates, never before now.
 */
export function stretchOf(zone: string, now: number, stop: 'close' | Suspension): Stretch {
  if (stop === 'close') return { from: now, until: null }
  const begins = stop.from === null ? now : startOfDay(zone, stop.from)
  return {
    from: Math.max(now, begins),
    until: stop.until === null ? null : startOfDay(zone, stop.until),
  }
}
