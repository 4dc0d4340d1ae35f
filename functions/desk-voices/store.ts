import type { VoiceKind } from '#domain/voices/voice-kind.ts'
import type { Database } from '#functions/db/database.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type CountsRow = { readonly month: string; readonly counts: string }
export type RegionRow = { readonly id: string; readonly name_en: string; readonly name_zh: string }

/** Something that was said; personal. */
export type SaidRow = {
  readonly code: string
  readonly at: number
  readonly outlet_code: string | null
  /** Its kind or cause. */
  readonly about: string | null
  /** Themes of feedback, as JSON. */
  readonly themes: string | null
  /** Of a complaint: how it stands, as JSON. */
  readonly state: string | null
  readonly said: string | null
  readonly name: string | null
}

/** Where a page begins: what lies before this instant and code, and not before `from`. */
type Before = [at: number, code: string, from: number, most: number]
const BEFORE: Before = [1, '0123456789ABC', 0, 50]
const AT: [outlet: string, ...Before] = ['SZ-001', ...BEFORE]

const OWN = (table: string) => `LEFT JOIN voices_private AS own ON own.code = ${table}.code`
const FEEDBACK = `SELECT feedback.code, feedback.received_at AS at, feedback.outlet_code,
    feedback.state ->> '$.kind' AS about, feedback.state -> '$.themes' AS themes, NULL AS state,
    own.words ->> '$.said' AS said, own.contact ->> '$.name' AS name
  FROM feedback ${OWN('feedback')}`
const COMPLAINTS = `SELECT complaints.code, complaints.received_at AS at, complaints.outlet_code,
    complaints.state ->> '$.cause' AS about, NULL AS themes, complaints.state,
    own.words ->> '$.said' AS said, own.contact ->> '$.name' AS name
  FROM complaints ${OWN('complaints')}`
const SURVEYS = `SELECT surveys.id AS code, surveys.answered_at AS at, surveys.outlet_code,
    surveys.state ->> '$.kind' AS about, NULL AS themes, NULL AS state,
    own.words ->> '$.comment' AS said, coalesce(repair.contact, voice.contact) ->> '$.name' AS name
  FROM surveys LEFT JOIN voices_private AS own ON own.code = surveys.id
    LEFT JOIN repairs_private AS repair ON repair.code = substr(surveys.id, 1, 13)
    LEFT JOIN voices_private AS voice ON voice.code = substr(surveys.id, 1, 13)`

const everywhere = (select: string, at: string, code: string) =>
  statement<Before, SaidRow>(
    `${select} WHERE (${at}, ${code}) < (?1, ?2) AND ${at} >= ?3
     ORDER BY ${at} DESC, ${code} DESC LIMIT ?4`,
    BEFORE,
  )
const atOutlet = (select: string, at: string, code: string) =>
  statement<[outlet: string, ...Before], SaidRow>(
    `${select} WHERE ${at.split('.')[0]}.outlet_code = ?1 AND (${at}, ${code}) < (?2, ?3)
       AND ${at} >= ?4
     ORDER BY ${at} DESC, ${code} DESC LIMIT ?5`,
    AT,
  )

export const statements = {
  monthsOf: statement<[outlets: string, months: string], CountsRow>(
    `SELECT month, counts FROM json_each(?1) AS outlet CROSS JOIN json_each(?2) AS wanted
       CROSS JOIN kpi_months
         ON kpi_months.outlet_code = outlet.value AND kpi_months.month = wanted.value`,
    ['["SZ-001"]', '["2026-11"]'],
  ),
  everyOutlet: statement<[], { readonly code: string }>('SELECT code FROM outlets', [], {
    scans: ['outlets'],
  }),
  outletIs: statement<[code: string], { readonly code: string }>(
    'SELECT code FROM outlets WHERE code = ?1',
    ['SZ-001'],
  ),
  outletsInRegion: statement<[region: string], { readonly code: string }>(
    `WITH RECURSIVE inside(id) AS (
       SELECT id FROM regions WHERE id = ?1
       UNION ALL
       SELECT regions.id FROM inside CROSS JOIN regions ON regions.parent_id = inside.id)
     SELECT code FROM inside CROSS JOIN outlets ON outlets.region_id = inside.id`,
    ['cn-zhejiang'],
  ),
  regionNames: statement<[regions: string], RegionRow>(
    `SELECT regions.id, name_en, name_zh FROM json_each(?1) AS wanted
     CROSS JOIN regions ON regions.id = wanted.value`,
    ['["cn-zhejiang"]'],
  ),
  provinceNames: statement<[], RegionRow>(
    `SELECT inner.id, inner.name_en, inner.name_zh FROM regions AS country
     CROSS JOIN regions AS inner ON inner.parent_id = country.id
     WHERE country.parent_id IS NULL`,
    [],
  ),
  feedbackSaid: everywhere(FEEDBACK, 'feedback.received_at', 'feedback.code'),
  feedbackSaidAt: atOutlet(FEEDBACK, 'feedback.received_at', 'feedback.code'),
  complaintsSaid: everywhere(COMPLAINTS, 'complaints.received_at', 'complaints.code'),
  complaintsSaidAt: atOutlet(COMPLAINTS, 'complaints.received_at', 'complaints.code'),
  surveysSaid: everywhere(SURVEYS, 'surveys.answered_at', 'surveys.id'),
  surveysSaidAt: atOutlet(SURVEYS, 'surveys.answered_at', 'surveys.id'),
} satisfies Statements

/** Packed months of outlets, each month of each outlet a row. */
export const monthsOf = (
  database: Database,
  outlets: readonly string[],
  months: readonly string[],
): Prepared<CountsRow> =>
  prepare(database, statements.monthsOf, [JSON.stringify(outlets), JSON.stringify(months)])

export const everyOutlet = (hub: Database) => prepare(hub, statements.everyOutlet, [])
export const outletIs = (hub: Database, code: string) => prepare(hub, statements.outletIs, [code])
export const outletsInRegion = (hub: Database, region: string) =>
  prepare(hub, statements.outletsInRegion, [region])
export const provinceNames = (hub: Database): Prepared<RegionRow> =>
  prepare(hub, statements.provinceNames, [])
export const regionNames = (hub: Database, regions: readonly string[]): Prepared<RegionRow> =>
  prepare(hub, statements.regionNames, [JSON.stringify(regions)])

const SAID = {
  feedback: [statements.feedbackSaid, statements.feedbackSaidAt],
  complaint: [statements.complaintsSaid, statements.complaintsSaidAt],
  survey: [statements.surveysSaid, statements.surveysSaidAt],
} as const

export type SaidPage = {
  readonly kind: VoiceKind
  /** null = of everywhere. */
  readonly outlet: string | null
  readonly before: Place
  readonly from: number
  readonly most: number
}

/** What was said last before a place in time, latest first. */
export function saidBefore(database: Database, page: SaidPage): Prepared<SaidRow> {
  const [all, one] = SAID[page.kind]
  const { before, from, most, outlet } = page
  const params: Before = [before.at, before.id, from, most]
  return outlet === null
    ? prepare(database, all, params)
    : prepare(database, one, [outlet, ...params])
}
