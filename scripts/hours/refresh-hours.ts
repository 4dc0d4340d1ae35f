/**
 * Refreshes calendars and compiles the hours of all outlets anew where that says something new:
 * `npm run hours:refresh [-- --remote]`. Hours are compiled for a horizon of days, and the days pass:
 * `npm start` runs it once a day, a deployment before each build.
 */
import config from '#config'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { refreshCalendars } from '../calendar/refresh-calendars.ts'
import { loadCalendars } from '../calendar/store-calendars.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { openHub } from '../database/open-hub.ts'
import { openRemoteHub } from '../database/remote-hub.ts'
import { type BulkLimits, bulkJson, FILE_LIMITS, LOCAL_LIMITS } from '../import/bulk-json.ts'
import { moveCounter } from '../import/write-statements.ts'
import { type CompileHours, hoursCompiler } from './hours-compiler.ts'
import { isWorthWriting } from './worth-writing.ts'

type HoursRow = {
  readonly code: string
  readonly hours_text: string
  readonly hours: string | null
  readonly zone: string
  readonly last_intake_minutes: number | null
  readonly country_code: string
  readonly version: number
}

const SELECT = `SELECT o.code, o.version, o.hours_text, o.hours, o.zone, o.last_intake_minutes, r.country_code
FROM outlets o JOIN regions r ON r.id = o.region_id
WHERE o.hours_text IS NOT NULL AND o.operation <> 'closed' ORDER BY o.code`

/** Compiled hours are derived, not decided: no version and no event, but a site build must see them.
 * An outlet that somebody changed since it was read keeps what they wrote. */
const UPDATE = `UPDATE outlets SET hours = given.value->>1,
  changed_seq = (SELECT value FROM counters WHERE name = 'outlet_change') + 1
FROM json_each(?1) AS given
WHERE outlets.code = given.value->>0 AND outlets.version = given.value->>2`

function freshHours(row: HoursRow, compile: CompileHours, today: string) {
  const result = compile({
    text: row.hours_text,
    countryCode: row.country_code,
    zone: row.zone,
    lastIntakeMinutes: row.last_intake_minutes,
  })
  const standing = row.hours ? (JSON.parse(row.hours) as CompiledHours) : null
  const fresh = result.ok ? result.hours : null
  return isWorthWriting(standing, fresh, today)
    ? [[row.code, fresh && JSON.stringify(fresh), row.version] as const]
    : []
}

/** Answers how many outlets got new hours. */
export async function refreshHours(
  database: HubDatabase,
  { today, limits = LOCAL_LIMITS }: { readonly today: string; readonly limits?: BulkLimits },
): Promise<number> {
  await refreshCalendars(database, config.countries, today)
  const compile = hoursCompiler({ calendars: await loadCalendars(database), from: today })
  const { results } = await database.prepare(SELECT).all<HoursRow>()
  const changed = results.flatMap((row) => freshHours(row, compile, today))
  if (changed.length === 0) return 0
  const writes = [
    ...[...bulkJson(changed, limits)].map((json) => ({ sql: UPDATE, values: [json] })),
    moveCounter(1),
  ]
  await database.batch(writes.map(({ sql, values }) => database.prepare(sql).bind(...values)))
  return changed.length
}

if (import.meta.main) {
  const remote = process.argv.includes('--remote')
  const hub = remote ? openRemoteHub() : await openHub()
  const today = new Date().toISOString().slice(0, 10)
  const count = await refreshHours(hub.database, {
    today,
    limits: remote ? FILE_LIMITS : LOCAL_LIMITS,
  })
  hub.close()
  console.log(count ? `Compiled the hours of ${count} outlets anew.` : 'All hours are fresh.')
}
