import type { BucketRange } from '#config'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { OUTLET_COLUMNS, outletValues } from '#functions/outlets/outlet-rows.ts'
import { anOutlet } from '#support/an-outlet.ts'

const EVERY_DAY: readonly [number, number][] = [[9 * 60, 18 * 60]]

/** Open 9:00 to 18:00 every day for as long as a run can last. */
const daytimeIn = (zone: string): CompiledHours => ({
  zone,
  week: Array.from({ length: 7 }, () => EVERY_DAY),
  days: {},
  lastIntakeMinutes: 30,
  until: '2039-12-31',
  untilBecause: 'horizon',
})

const aVisitedOutlet = (change: Partial<Outlet> & { readonly zone: string }): Outlet =>
  anOutlet({
    services: { repair: 'done', one_hour: 'done', software_update: 'done' },
    hours: daytimeIn(change.zone),
    ...change,
  })

const SHENZHEN = 'Asia/Shanghai'
const NEW_YORK = 'America/New_York'

/** Three outlets that take visits, in three buckets and two zones, and the centre for parcels. */
export const OUTLETS: readonly Outlet[] = [
  aVisitedOutlet({ code: 'SZ-001', zone: SHENZHEN, counterSeats: 2, benches: 1, bucket: 7 }),
  aVisitedOutlet({ code: 'SZ-002', zone: SHENZHEN, counterSeats: 3, benches: 2, bucket: 600 }),
  aVisitedOutlet({
    ...{ code: 'NY-001', zone: NEW_YORK, counterSeats: 1, benches: 1, bucket: 900 },
    regionId: 'us-ny',
  }),
  anOutlet({ code: 'SZ-900', kind: 'mail_in_centre', hours: daytimeIn(SHENZHEN), bucket: 600 }),
]
export const VISITED: readonly Outlet[] = OUTLETS.slice(0, 3)
export const MAIL_IN_CENTRE = 'SZ-900'

/** Two buckets with databases of their own; the rest lies in the hub. */
export const THREE_DATABASES: readonly BucketRange[] = [
  { binding: 'EAST', from: 0, to: 299 },
  { binding: 'WEST', from: 300, to: 699 },
]

export const WORK_TABLES = [
  ...['guards', 'slots', 'holds', 'bookings', 'queues', 'repairs', 'repairs_private'],
  ...[
    'device_ids',
    'links',
    'voice_links',
    'voices_private',
    'complaints',
    'complaints_owed',
    'lookup_misses',
    'outbox',
    'surveys',
    'survey_wanted',
    'complaints',
    'complaints_owed',
    'voices_private',
    'kpi_days',
    'kpi_months',
    'kpi_region_months',
    'kpi_below',
    'events',
  ],
  ...['repeats', 'repeat_words'],
  ...['boards', 'repair_notes', 'repair_names', 'parcels', 'absences'],
  ...['command_records', 'allowances', 'lost_codes'],
] as const
const HUB_TABLES = ['outlets_private', 'outlets', 'partners', 'regions'] as const

const REGIONS = [
  ['cn', null, 'country', 'CN'],
  ['cn-zhejiang', 'cn', 'province', 'CN'],
  ['cn-zhejiang-hangzhou', 'cn-zhejiang', 'city', 'CN'],
  ['us', null, 'country', 'US'],
  ['us-ny', 'us', 'province', 'US'],
] as const

const COLUMNS = [...OUTLET_COLUMNS, 'version', 'changed_seq', 'plaque_code', 'updated_at']
const MARKS = COLUMNS.map((_, column) => `?${column + 1}`).join(', ')
const INSERT = `INSERT INTO outlets (${COLUMNS.join(', ')}) VALUES (${MARKS})`

/** Empties the databases and puts the network into the first of them, the hub. */
export async function foundNetwork([hub, ...others]: readonly [D1Database, ...D1Database[]]) {
  const emptying = (d1: D1Database, tables: readonly string[]) =>
    tables.map((table) => d1.prepare(`DELETE FROM ${table}`))
  await Promise.all(others.map((d1) => d1.batch(emptying(d1, WORK_TABLES))))
  await hub.batch([
    ...emptying(hub, [...WORK_TABLES, ...HUB_TABLES]),
    ...REGIONS.map((values) =>
      hub.prepare('INSERT INTO regions VALUES (?1, ?2, ?3, ?4, ?1, ?1)').bind(...values),
    ),
    ...OUTLETS.map((outlet, place) =>
      hub.prepare(INSERT).bind(...outletValues(outlet), 1, place + 1, `plaque-${place}`, 0),
    ),
  ])
}
