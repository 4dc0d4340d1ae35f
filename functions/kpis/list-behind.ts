import { type CountedIn, countedIn } from '#domain/kpis/behind-figure.ts'
import { lastDayOf } from '#domain/kpis/final-month.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceOf } from '#domain/kpis/kpi-place.ts'
import { monthBefore } from '#domain/kpis/months-up-to.ts'
import { endOfDay } from '#domain/repairs/local-day.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { whyNotPermitted } from '#domain/staff/permissions.ts'
import { type Page, pageOf } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { cameIn, zoneOf } from './behind-store.ts'
import { type Asking, type PlaceRefusal, type SeenPlace, seePlace } from './see-place.ts'

const A_PAGE = 50

/** A repair with how it counts in a figure. */
export type RepairBehind = {
  readonly code: string
  readonly status: Repair['status']
  readonly receivedAt: number
  readonly counted: CountedIn
}

export type ListedBehind = SeenPlace &
  Page<RepairBehind> & {
    readonly month: string
    /** The outlet's. */
    readonly zone: string
  }

/** An outlet's repairs are seen by whoever sees its figures and its repairs. */
async function seeOutlet(
  asking: Asking,
  key: string | null,
): Promise<SeenPlace | { readonly refusal: PlaceRefusal }> {
  if (key === null || kpiPlaceOf(key)?.kind !== 'outlet') return { refusal: 'not_found' }
  const seen = await seePlace(asking, key)
  if ('refusal' in seen) return seen
  const { place, path } = seen
  const where = { partner: path?.partner ?? null, regions: path?.regions ?? [] }
  const why = whyNotPermitted(asking.staff, 'kpi.behind', [{ outlet: place.id, ...where }])
  return why ? { refusal: 'not_your_role' } : seen
}

function behindFrom(id: FigureId, state: string): RepairBehind {
  const repair: Repair = JSON.parse(state)
  const { code, status, receivedAt } = repair
  return { code, status, receivedAt: receivedAt ?? 0, counted: countedIn(id, repair) }
}

export type BehindWish = {
  /** An outlet's key. */
  readonly place: string | null
  readonly month: string
  readonly id: FigureId
  /** Where the page begins; null = with the last that came in. */
  readonly after?: Place | null
}

/**
 * The repairs that came in at an outlet in a month of its own days, the last first, a page of fifty, each
 * with how it counts in a figure. A figure that is told by closings or promises counts some of them in a
 * later month: each says in which. No names, and nothing of who isn't an outlet.
 */
export async function listBehind(
  asking: Asking,
  { place, month, id, after = null }: BehindWish,
): Promise<ListedBehind | { readonly refusal: PlaceRefusal }> {
  const seen = await seeOutlet(asking, place)
  if ('refusal' in seen) return seen
  const outlet = seen.place.id
  const [[row]] = await readTogether([zoneOf(asking.hub, outlet)])
  if (!row) return { refusal: 'not_found' }
  const { zone } = row
  const from = endOfDay(lastDayOf(monthBefore(month)), zone) + 1
  const until = endOfDay(lastDayOf(month), zone) + 1
  const page = { from, before: after ?? { at: until, id: '' }, most: A_PAGE + 1 }
  const rows = await readEverywhere(asking.databases.all.map((one) => cameIn(one, outlet, page)))
  const found = rows.flat().map(({ state }) => behindFrom(id, state))
  const placeOf = ({ code, receivedAt }: RepairBehind): Place => ({ at: receivedAt, id: code })
  return { ...seen, month, zone, ...pageOf(found, { most: A_PAGE, placeOf, isLatestFirst: true }) }
}
