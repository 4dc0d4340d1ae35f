/** Publishes the default standards where there are none yet: `npm run standards:load -- [--remote]`. */
import { setSubject } from '#domain/standards/standard-set.ts'
import { tidyStandard } from '#functions/standards/standard-json.ts'
import { defaultSet } from '../../fixpoint.standards.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { openHub } from '../database/open-hub.ts'
import { openRemoteHub } from '../database/remote-hub.ts'

const ANY = 'SELECT count(*) AS sets FROM standard_sets'
const INSERT_SET = `INSERT INTO standard_sets
  (version, revision, status, number, effective_from, published_at, body, updated_at)
  VALUES (1, 1, 'published', ?1, ?2, ?2, ?3, ?2)`
const INSERT_EVENT = `INSERT INTO events
  (subject, version, type, happened_at, recorded_at, actor, command_id, data)
  VALUES (?1, 1, 'standard_set.published', ?2, ?2, 'import', NULL, ?3)`

/** Writes version 1, in force from now on; answers how many standards, 0 where a set stands already. */
export async function ensureStandards(database: HubDatabase, nowMs: number): Promise<number> {
  if (await database.prepare(ANY).first<number>('sets')) return 0
  const { number, scope, supervisor } = defaultSet
  const standards = defaultSet.standards.map(tidyStandard)
  const body = JSON.stringify({ scope, supervisor, standards })
  const data = JSON.stringify({ effectiveFrom: nowMs, repeals: null, number })
  await database.batch([
    database.prepare(INSERT_SET).bind(number, nowMs, body),
    database.prepare(INSERT_EVENT).bind(setSubject(1), nowMs, data),
  ])
  return standards.length
}

if (import.meta.main) {
  const hub = process.argv.includes('--remote') ? openRemoteHub() : await openHub()
  const count = await ensureStandards(hub.database, Date.now())
  hub.close()
  console.log(count ? `Published ${count} standards.` : 'There is a set of standards already.')
}
