import { type KpiPlace, kpiPlaceKey, kpiPlaceOf, WHOLE_NETWORK } from '#domain/kpis/kpi-place.ts'
import { carries, holdsEverywhere, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { findStandardPlace, type StandardPlace } from '#functions/standards/load-book.ts'
import { type PlaceRow, partnerIs, provinces, regionsNamed } from './read-store.ts'

export type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & {
  readonly staff: Staff
}

export type PlaceName = { readonly en: string; readonly 'zh-CN': string }

/** A place whose figures somebody may see. */
export type SeenPlace = {
  readonly place: KpiPlace
  /** null = the network. */
  readonly name: PlaceName | null
  /** What decides which standards hold there; null = HQ's word alone. */
  readonly path: StandardPlace | null
}

export type PlaceRefusal = 'not_found' | 'not_your_role'

const nameOf = ({ name_en: en, name_zh: zh }: PlaceRow): PlaceName => ({ en, 'zh-CN': zh })

/** What a person's desk opens with: the network, else the first place that they hold; null = none. */
function firstPlace(staff: Staff): KpiPlace | null {
  if (holdsEverywhere(staff, 'kpi.see')) return WHOLE_NETWORK
  for (const { role, scope } of staff.grants) {
    if (!carries(role, 'kpi.see') || scope.kind === 'network') continue
    if (scope.kind === 'region') return { kind: 'region', id: scope.region }
    if (scope.kind === 'partner') return { kind: 'partner', id: scope.partner }
    const [outlet] = scope.outlets
    if (outlet !== undefined) return { kind: 'outlet', id: outlet }
  }
  return null
}

async function findPlace(hub: Asking['hub'], place: KpiPlace): Promise<SeenPlace | null> {
  if (place.kind === 'network') return { place, name: null, path: null }
  if (place.kind === 'partner') {
    const [[row]] = await readTogether([partnerIs(hub, place.id)])
    return row ? { place, name: nameOf(row), path: null } : null
  }
  const path = await findStandardPlace(hub, kpiPlaceKey(place))
  return path && { place, name: path.name, path }
}

/** A place by its key (null = their own first one), if somebody may see its figures; elsewhere it isn't there. */
export async function seePlace(
  { hub, staff }: Pick<Asking, 'hub' | 'staff'>,
  key: string | null,
): Promise<SeenPlace | { readonly refusal: PlaceRefusal }> {
  const place = key === null ? firstPlace(staff) : kpiPlaceOf(key)
  if (!place) return { refusal: 'not_found' }
  const found = await findPlace(hub, place)
  if (!found) return { refusal: 'not_found' }
  const { path } = found
  const refusal = whyNotPermitted(staff, 'kpi.see', [
    {
      outlet: path?.outlet ?? '',
      partner: place.kind === 'partner' ? place.id : (path?.partner ?? null),
      regions: path?.regions ?? [],
    },
  ])
  if (refusal) return { refusal: refusal === 'out_of_scope' ? 'not_found' : refusal }
  return found
}

export type NamedPlace = { readonly key: string; readonly name: PlaceName | null }

const MOST_OUTLETS = 30

/** Places to choose from: all provinces under the network, or those that somebody holds. */
export async function placesToSee({
  hub,
  staff,
}: Pick<Asking, 'hub' | 'staff'>): Promise<readonly NamedPlace[]> {
  const own = staff.grants.filter(({ role }) => carries(role, 'kpi.see'))
  const named = (row: PlaceRow): NamedPlace => ({ key: `region/${row.id}`, name: nameOf(row) })
  if (holdsEverywhere(staff, 'kpi.see')) {
    const [rows] = await readTogether([provinces(hub)])
    const regions = rows.map(named).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    return [{ key: 'network', name: null }, ...regions]
  }
  const regions = own.flatMap(({ scope }) => (scope.kind === 'region' ? [scope.region] : []))
  const plain = own.flatMap(({ scope }) => {
    if (scope.kind === 'partner') return [`partner/${scope.partner}`]
    return scope.kind === 'outlets'
      ? scope.outlets.slice(0, MOST_OUTLETS).map((code) => `outlet/${code}`)
      : []
  })
  const others = plain.map((key) => ({ key, name: null }))
  if (regions.length === 0) return others
  const [rows] = await readTogether([regionsNamed(hub, regions)])
  return [...rows.map(named), ...others]
}
