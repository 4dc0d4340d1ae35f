import config from '#config'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { ordsOfRepair } from '#domain/repairs/ords-own-repair.ts'
import type { OrdsRecord } from '#domain/repairs/ords-record.ts'
import { repairFromRow } from '#functions/repairs/repair-rows.ts'
import type { HubDatabase } from '../database/d1-shape.ts'

const PAGE = 1000
const PAGE_OF_CLOSED = `SELECT code, state, zone, country_code FROM repairs
WHERE code > ?1 AND status = 'closed' ORDER BY code LIMIT ?2`

type ClosedRow = {
  readonly code: string
  readonly state: string
  readonly zone: string
  readonly country_code: string
}

function recordOf(row: ClosedRow): OrdsRecord | null {
  const repair = repairFromRow(row)
  if (repair.closedAt === null) return null
  return ordsOfRepair(repair, {
    catalogue: config.catalogue,
    name: config.brand.name,
    countryCode: row.country_code,
    closedOn: wallTimeIn(row.zone, repair.closedAt).date,
  })
}

/** Our own closed repairs as open records, a page at a time, in the order of their codes. */
export async function* loadOwn(database: HubDatabase): AsyncGenerator<OrdsRecord> {
  for (let after = ''; ; ) {
    const { results } = await database.prepare(PAGE_OF_CLOSED).bind(after, PAGE).all<ClosedRow>()
    for (const row of results) {
      const record = recordOf(row)
      if (record) yield record
    }
    if (results.length < PAGE) return
    after = results.at(-1)?.code ?? ''
  }
}
