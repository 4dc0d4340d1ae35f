import type { Book } from '#domain/standards/effective-standard.ts'
import { isEdition, type StandardSet } from '#domain/standards/standard-set.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { pledgeFromRow, setFromRow } from './set-rows.ts'
import {
  type PathRow,
  type PledgeRow,
  pathOfOutlet,
  pathOfRegion,
  pledgesAt,
  standingSets,
} from './store.ts'

/** The edition in force, those to come, and the draft if there is one. */
export type Standing = {
  readonly sets: readonly StandardSet[]
  readonly draft: StandardSet | null
}

export const standingFrom = (rows: Parameters<typeof setFromRow>[0][]): Standing => {
  const sets = rows.map(setFromRow)
  return { sets, draft: sets.find(({ status }) => status === 'draft') ?? null }
}

/** A place that something may be pledged for, with what is above it. */
export type StandardPlace = {
  /** `outlet/SZ-001`, `region/cn-zhejiang` */
  readonly key: string
  readonly outlet: string | null
  readonly partner: string | null
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  readonly countryCode: string
  readonly services: Readonly<Record<string, string>>
  /** A region itself first; the country last. */
  readonly regions: readonly string[]
}

function placeFrom(row: PathRow, kind: 'outlet' | 'region'): StandardPlace {
  return {
    key: `${kind}/${row.id}`,
    outlet: kind === 'outlet' ? row.id : null,
    partner: row.partner_id,
    name: { en: row.name_en, 'zh-CN': row.name_zh },
    countryCode: row.country_code,
    services: JSON.parse(row.services),
    regions: JSON.parse(row.regions),
  }
}

/** A place by its key; null = there is none. */
export async function findStandardPlace(hub: Database, key: string): Promise<StandardPlace | null> {
  const [kind, id = ''] = key.split('/')
  if (kind !== 'outlet' && kind !== 'region') return null
  const [[row]] = await readTogether([
    kind === 'outlet' ? pathOfOutlet(hub, id) : pathOfRegion(hub, id),
  ])
  return row ? placeFrom(row, kind) : null
}

const keysOf = ({ outlet, regions }: StandardPlace): readonly string[] => [
  ...(outlet === null ? [] : [`outlet/${outlet}`]),
  ...regions.map((region) => `region/${region}`),
]

/** Everything that decides what holds at a place from an instant on; without a place, HQ's word alone. */
export async function loadBook(
  hub: Database,
  now: number,
  place: StandardPlace | null,
): Promise<Book & Standing> {
  const [sets, pledges] = await readTogether([
    standingSets(hub, now),
    pledgesAt(hub, place ? keysOf(place) : []),
  ])
  return bookFrom(sets, pledges)
}

/** A book from its rows. */
export function bookFrom(
  sets: readonly Parameters<typeof setFromRow>[0][],
  pledges: readonly PledgeRow[],
): Book & Standing {
  const standing = standingFrom([...sets])
  return {
    ...standing,
    editions: standing.sets.filter(isEdition),
    pledges: pledges.flatMap(pledgeFromRow),
  }
}
