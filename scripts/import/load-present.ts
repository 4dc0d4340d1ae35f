import type { Partner, Region } from '#domain/outlets/outlet.ts'
import type { PresentOutlet } from '#functions/outlets/import-outlets.ts'
import type { OutletRow } from '#functions/outlets/outlet-rows.ts'
import type { HubDatabase } from '../database/d1-shape.ts'

/** The outlets of these codes that the hub holds, with their private contacts. */
export async function loadPresent(
  database: HubDatabase,
  codes: readonly string[],
): Promise<Map<string, PresentOutlet>> {
  const { results } = await database
    .prepare(
      `SELECT o.*, p.contacts AS private_contacts FROM json_each(?1) wanted
       JOIN outlets o ON o.code = wanted.value
       LEFT JOIN outlets_private p ON p.code = o.code`,
    )
    .bind(JSON.stringify(codes))
    .all<OutletRow & { code: string; private_contacts: string | null }>()
  return new Map(results.map((row) => [row.code, { row, contacts: row.private_contacts }]))
}

/** Of these outlets those whose qualification is or was a matter of the desk, and where it stands. */
export async function decidedStandings(
  database: HubDatabase,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { results } = await database
    .prepare(
      `SELECT q.outlet_code AS code, q.status FROM json_each(?1) wanted
       JOIN qualifications q ON q.outlet_code = wanted.value`,
    )
    .bind(JSON.stringify(codes))
    .all<{ code: string; status: string }>()
  return new Map(results.map(({ code, status }) => [code, status]))
}

/** Those of the plaque codes that some outlet has already. */
export async function takenPlaques(
  database: HubDatabase,
  plaques: readonly string[],
): Promise<ReadonlySet<string>> {
  const { results } = await database
    .prepare(
      'SELECT plaque_code FROM outlets WHERE plaque_code IN (SELECT value FROM json_each(?1))',
    )
    .bind(JSON.stringify(plaques))
    .all<{ plaque_code: string }>()
  return new Set(results.map((row) => row.plaque_code))
}

async function idsOf(database: HubDatabase, table: 'regions' | 'partners') {
  const { results } = await database.prepare(`SELECT id FROM ${table}`).all<{ id: string }>()
  return new Set(results.map(({ id }) => id))
}

/** What of the regions and partners the hub lacks, parents before children. */
export async function missingPlaces(
  database: HubDatabase,
  regions: Iterable<Region>,
  partners: Iterable<Partner>,
): Promise<{ regions: readonly Region[]; partners: readonly Partner[] }> {
  const knownRegions = await idsOf(database, 'regions')
  const knownPartners = await idsOf(database, 'partners')
  return {
    regions: [...regions].filter(({ id }) => !knownRegions.has(id)),
    partners: [...partners].filter(({ id }) => !knownPartners.has(id)),
  }
}
