import type { Partner, Region, RegionLevel } from '#domain/outlets/outlet.ts'
import { type OutletRow, outletFromRow } from '#functions/outlets/outlet-rows.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import type { ExportedOutlet, ExportPlaces } from './export-rows.ts'

const PAGE = 2000

type PlaceRow = Readonly<
  Record<'id' | 'name_en' | 'name_zh' | 'country_code' | 'level', string>
> & {
  readonly parent_id: string | null
}
const nameOf = (row: PlaceRow) => ({ en: row.name_en, 'zh-CN': row.name_zh })

/** Regions and partners of the hub, by id. */
export async function loadPlaces(database: HubDatabase): Promise<ExportPlaces> {
  const regions = await database.prepare('SELECT * FROM regions').all<PlaceRow>()
  const partners = await database.prepare('SELECT * FROM partners').all<PlaceRow>()
  return {
    regions: new Map(
      regions.results.map((row): [string, Region] => [
        row.id,
        {
          id: row.id,
          parentId: row.parent_id,
          level: row.level as RegionLevel,
          name: nameOf(row),
          countryCode: row.country_code,
        },
      ]),
    ),
    partners: new Map(
      partners.results.map((row): [string, Partner] => [row.id, { id: row.id, name: nameOf(row) }]),
    ),
  }
}

/** All outlets by code, a page at a time. */
export async function* loadOutlets(database: HubDatabase): AsyncGenerator<ExportedOutlet> {
  for (let after = ''; ; ) {
    const { results } = await database
      .prepare('SELECT * FROM outlets WHERE code > ?1 ORDER BY code LIMIT ?2')
      .bind(after, PAGE)
      .all<OutletRow & { code: string; last_intake_minutes: number | null }>()
    for (const row of results) {
      yield { outlet: outletFromRow(row), lastIntakeMinutes: row.last_intake_minutes }
    }
    if (results.length < PAGE) return
    after = results.at(-1)?.code ?? ''
  }
}
