import { REGION_LEVELS, type RegionLevel } from '#domain/outlets/outlet.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import {
  insertPartner,
  insertRegion,
  lastEvent,
  type PlaceRow,
  partnerById,
  partnersAfter,
  type RegionRow,
  regionById,
  regionsIn,
  renamePartner,
  renameRegion,
} from './places-store.ts'

export type { PlaceRow, RegionRow } from './places-store.ts'

export type PlaceKind = 'partner' | 'region'

export type PlaceWish = {
  readonly kind: PlaceKind
  readonly act: 'register' | 'rename'
  readonly id: string
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  /** Of a new region: the one right above it. */
  readonly parentId: string | null
  /** Of a place that stands, the version that the asker has seen; null = whatever stands. */
  readonly expectedVersion: number | null
  readonly key: string | null
}

export type PlaceAnswer = { readonly id: string; readonly version: number }
export type PlaceRefusal =
  | 'not_found'
  | 'code_taken'
  | 'unknown_place'
  | 'bad_value'
  | 'not_your_role'
  | 'stale'
  | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'now'> & { readonly staff: Staff }

/** The level right below another; null = nothing is smaller. */
export const levelBelow = (level: RegionLevel): RegionLevel | null =>
  REGION_LEVELS[REGION_LEVELS.indexOf(level) + 1] ?? null

type Loaded = {
  readonly standing: PlaceRow | undefined
  readonly parent: RegionRow | undefined
  /** 0 = it was imported and never touched here. */
  readonly version: number
}

function whyNot(
  { act, kind, id, expectedVersion }: PlaceWish,
  { standing, parent, version }: Loaded,
): PlaceRefusal | null {
  if (act === 'rename') {
    if (!standing) return 'not_found'
    return expectedVersion === null || expectedVersion === version ? null : 'stale'
  }
  if (standing) return 'code_taken'
  if (kind === 'partner') return null
  if (!parent || levelBelow(parent.level) === null) return 'unknown_place'
  return id.startsWith(`${parent.id}-`) ? null : 'bad_value'
}

function rowOf(hub: Database, wish: PlaceWish, parent: RegionRow | undefined): Prepared {
  const named = { id: wish.id, en: wish.name.en, zh: wish.name['zh-CN'] }
  if (wish.kind === 'partner') {
    return wish.act === 'register' ? insertPartner(hub, named) : renamePartner(hub, named)
  }
  if (wish.act === 'rename') return renameRegion(hub, named)
  const level = parent && levelBelow(parent.level)
  if (!parent || !level) throw new Error(`region ${wish.id} has nothing to hang on`)
  return insertRegion(hub, named, { ...parent, level })
}

/**
 * Registers or renames a partner or a region. Ids never change; a region's begins with that of the region
 * it hangs on. Names stand in the row alone, events tell that they were given.
 */
export async function editPlace(
  { hub, now, staff }: Asking,
  wish: PlaceWish,
): Promise<Task<PlaceAnswer, PlaceRefusal>> {
  const { kind, act, id, parentId, expectedVersion, key, name } = wish
  const body = { kind, act, id, parentId, name, expectedVersion }
  const command = await commandOf({ name: 'edit_place', key, body, actor: staff.id, now })
  const refused = (refusal: PlaceRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  if (whyNotEverywhere(staff, `${kind}.edit`)) return refused('not_your_role')
  const subject = `${kind}/${id}`
  const [kept, [standing], [parent], [last]] = await readTogether([
    keptAnswer(hub, command),
    kind === 'partner' ? partnerById(hub, id) : (regionById(hub, id) as Prepared<PlaceRow>),
    regionById(hub, parentId ?? ''),
    lastEvent(hub, subject),
  ])
  const replay = replayOf<PlaceAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  const seen = last?.version ?? 0
  const refusal = whyNot(wish, { standing, parent, version: seen })
  if (refusal) return refused(refusal)
  const version = seen + 1
  const type = `${kind}.${act === 'register' ? 'registered' : 'renamed'}`
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { id, version },
      events: [
        {
          ...{ subject, version, type, happenedAt: now },
          data: kind === 'region' && act === 'register' ? { parentId } : {},
        },
      ],
      rows: [rowOf(hub, wish, parent)],
    },
  }
}

const A_PAGE = 100

export type PlaceList<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

const pageOf = <Row extends PlaceRow>(rows: readonly Row[]): PlaceList<Row> => ({
  rows: rows.slice(0, A_PAGE),
  next: rows.length > A_PAGE ? (rows[A_PAGE - 1]?.id ?? null) : null,
})

type Reading = Pick<Asking, 'hub' | 'staff'>
type NotSeen = { readonly refusal: 'not_found' | 'not_your_role' }

export type FoundPlace = { readonly place: PlaceRow | RegionRow; readonly version: number }

/** A partner or a region as it stands, for whoever looks after them. */
export async function findPlace(
  { hub, staff }: Reading,
  { kind, id }: Pick<PlaceWish, 'kind' | 'id'>,
): Promise<FoundPlace | NotSeen> {
  if (whyNotEverywhere(staff, `${kind}.edit`)) return { refusal: 'not_your_role' }
  const [[place], [last]] = await readTogether([
    kind === 'partner' ? partnerById(hub, id) : (regionById(hub, id) as Prepared<PlaceRow>),
    lastEvent(hub, `${kind}/${id}`),
  ])
  return place ? { place, version: last?.version ?? 0 } : { refusal: 'not_found' }
}

/** One page of all partners, by id, for whoever looks after them. */
export async function listPartners(
  { hub, staff }: Reading,
  after: string,
): Promise<PlaceList<PlaceRow> | NotSeen> {
  if (whyNotEverywhere(staff, 'partner.edit')) return { refusal: 'not_your_role' }
  const [rows] = await readTogether([partnersAfter(hub, after, A_PAGE + 1)])
  return pageOf(rows)
}

export type RegionList = PlaceList<RegionRow> & { readonly region: RegionRow | null }

/** A region with one page of those right below it; parent null = the countries. */
export async function listRegions(
  { hub, staff }: Reading,
  parent: string | null,
  after: string,
): Promise<RegionList | NotSeen> {
  if (whyNotEverywhere(staff, 'region.edit')) return { refusal: 'not_your_role' }
  const [[region], rows] = await readTogether([
    regionById(hub, parent ?? ''),
    regionsIn(hub, parent, { after, most: A_PAGE + 1 }),
  ])
  if (parent !== null && !region) return { refusal: 'not_found' }
  return { region: region ?? null, ...pageOf(rows) }
}
