import { env } from 'cloudflare:workers'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import { issuePlaqueCode } from '#domain/outlets/plaque-code.ts'
import { type Database, newTally } from '#functions/db/database.ts'
import { OUTLET_COLUMNS, outletValues } from '#functions/outlets/outlet-rows.ts'

const TABLES = [
  'guards',
  'slots',
  'holds',
  'bookings',
  'queues',
  'repairs',
  'repairs_private',
  'device_ids',
  'links',
  'standard_sets',
  'pledges',
  'site_builds_due',
  'publications',
  'scorecards',
  'qualifications',
  'qualification_words',
  'figure_contests',
  'figure_contest_words',
  'repeats',
  'repeat_words',
  'voice_links',
  'voice_photos',
  'voices_private',
  'media_erased',
  'feedback',
  'complaints',
  'complaints_owed',
  'surveys',
  'survey_wanted',
  'survey_waves',
  'lookup_misses',
  'allowances',
  'lost_codes',
  'outbox',
  'kpi_days',
  'kpi_months',
  'kpi_region_months',
  'kpi_below',
  'staff_sessions',
  'staff_accounts',
  'staff_verifications',
  'staff',
  'sign_in_tries',
  'access_log',
  'boards',
  'repair_notes',
  'repair_photos',
  'repair_names',
  'parcels',
  'device_counts',
  'absences',
  'hotline_calls',
  'notices',
  'improvements',
  'events',
  'command_records',
  'outlets_private',
  'outlets',
  'partners',
  'regions',
] as const

const REGIONS: readonly Omit<Region, 'name'>[] = [
  { id: 'cn', parentId: null, level: 'country', countryCode: 'CN' },
  { id: 'cn-zhejiang', parentId: 'cn', level: 'province', countryCode: 'CN' },
  { id: 'cn-zhejiang-hangzhou', parentId: 'cn-zhejiang', level: 'city', countryCode: 'CN' },
  { id: 'cn-guangdong', parentId: 'cn', level: 'province', countryCode: 'CN' },
]

/** The migrated database behind HUB, with a tally of its own. */
export const theHub = (): Database => ({ name: 'hub', d1: env.HUB, tally: newTally() })

/** The plaque code a test outlet has: the same one for a code in every run. */
export function plaqueOf(code: string): string {
  let state = [...code].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) >>> 0
  return issuePlaqueCode(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  })
}

const COLUMNS = [...OUTLET_COLUMNS, 'version', 'changed_seq', 'plaque_code', 'updated_at']

function insertOutlet({ d1 }: Database, outlet: Outlet, place: number): D1PreparedStatement {
  const values = [...outletValues(outlet), 1, place + 1, plaqueOf(outlet.code), 0]
  const marks = COLUMNS.map((_, column) => `?${column + 1}`).join(', ')
  return d1.prepare(`INSERT INTO outlets (${COLUMNS.join(', ')}) VALUES (${marks})`).bind(...values)
}

/** Fills the hub with these outlets and nothing else; each was one change. Answers the last change's number. */
export async function fillHub(outlets: readonly Outlet[]): Promise<number> {
  const hub = theHub()
  const { d1 } = hub
  await d1.batch([
    ...TABLES.map((table) => d1.prepare(`DELETE FROM ${table}`)),
    d1.prepare(`UPDATE counters SET value = ?1`).bind(outlets.length),
    ...REGIONS.map(({ id, parentId, level, countryCode }) =>
      d1
        .prepare('INSERT INTO regions VALUES (?1, ?2, ?3, ?4, ?1, ?1)')
        .bind(id, parentId, level, countryCode),
    ),
    ...outlets.map((outlet, place) => insertOutlet(hub, outlet, place)),
  ])
  return outlets.length
}

/** How many rows a table holds. */
export async function countOf(table: (typeof TABLES)[number]): Promise<number> {
  const row = await env.HUB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>()
  return row?.n ?? 0
}
