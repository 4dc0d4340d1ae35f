/**
 * Compiles the hours of all outlets anew: `npm run hours:refresh`. Run it daily, and after
 * `calendar:refresh`, so that hours speak for the configured horizon and the newest calendar.
 */
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { loadCalendars } from '../calendar/store-calendars.ts'
import type { HubDatabase, HubStatement } from '../database/d1-shape.ts'
import { openHub } from '../database/open-hub.ts'
import { bulkJson } from '../import/bulk-json.ts'
import { hoursCompiler } from './hours-compiler.ts'

type HoursRow = {
  readonly code: string
  readonly hours_text: string
  readonly hours: string | null
  readonly zone: string
  readonly last_intake_minutes: number | null
  readonly country_code: string
}

const SELECT = `SELECT o.code, o.hours_text, o.hours, o.zone, o.last_intake_minutes, r.country_code
FROM outlets o JOIN regions r ON r.id = o.region_id
WHERE o.hours_text IS NOT NULL ORDER BY o.code`

/** Compiled hours are derived, not decided: no version and no event, but a site build must see them. */
const UPDATE = `UPDATE outlets SET hours = given.value->>1, updated_at = given.value->>2,
  changed_seq = (SELECT value FROM counters WHERE name = 'outlet_change') + given.value->>3
FROM json_each(?1) AS given WHERE outlets.code = given.value->>0`

/** Recompiles from `today` on; answers how many outlets' hours were read and how many differ now. */
export async function refreshHours(
  database: HubDatabase,
  options: { readonly today: string; readonly nowMs: number },
): Promise<{ readonly readCount: number; readonly changedCount: number }> {
  const { results } = await database.prepare(SELECT).all<HoursRow>()
  const compile = hoursCompiler({ calendars: await loadCalendars(database), from: options.today })
  const changed: [string, string | null, number, number][] = []
  for (const row of results) {
    const result = compile({
      text: row.hours_text,
      countryCode: row.country_code,
      zone: row.zone,
      lastIntakeMinutes: row.last_intake_minutes,
    })
    const hours: CompiledHours | null = result.ok ? result.hours : null
    const json = hours && JSON.stringify(hours)
    if (json !== row.hours) changed.push([row.code, json, options.nowMs, changed.length + 1])
  }
  const statements: HubStatement[] = [...bulkJson(changed)].map((json) =>
    database.prepare(UPDATE).bind(json),
  )
  if (statements.length > 0) {
    const move = "UPDATE counters SET value = value + ?1 WHERE name = 'outlet_change'"
    await database.batch([...statements, database.prepare(move).bind(changed.length)])
  }
  return { readCount: results.length, changedCount: changed.length }
}

if (import.meta.main) {
  const now = new Date()
  const hub = await openHub()
  const { readCount, changedCount } = await refreshHours(hub.database, {
    today: now.toISOString().slice(0, 10),
    nowMs: now.getTime(),
  })
  hub.close()
  console.log(`${readCount} outlets with hours, ${changedCount} recompiled.`)
}
