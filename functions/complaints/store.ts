import type { Complaint } from '#domain/complaints/complaint.ts'
import { listedAt, nextComplaintTimer } from '#domain/complaints/complaint-timers.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type ComplaintRow = { readonly state: string }
export type ComplaintEventRow = {
  readonly version: number
  readonly type: string
  readonly happened_at: number
  readonly recorded_at: number
  readonly actor: string
  readonly command_id: string | null
  readonly data: string
}
export type DueComplaint = { readonly code: string; readonly due_at: number }
/** A phone that was lost, and no complaint registered about it yet. */
export type OwedComplaint = {
  readonly repair_code: string
  readonly version: number
  readonly lost_at: number
}

type Standing = [
  code: string,
  version: number,
  status: string,
  state: string,
  dueAt: number | null,
  updatedAt: number,
]
type Placed = [outlet: string | null, listedAt: number | null]
type Begun = [
  repair: string | null,
  zone: string,
  country: string,
  locale: string,
  contactHash: string | null,
  receivedAt: number,
]
const CODE = '0123456789ABC'
const STANDING: Standing = [CODE, 1, 'registered', '{}', 0, 0]
const PLACED: Placed = ['SZ-001', 0]
const EVENT = 'version, type, happened_at, recorded_at, actor, command_id, data'

export const statements = {
  insertComplaint: statement<[...Standing, ...Placed, ...Begun]>(
    `INSERT INTO complaints (code, version, status, state, due_at, updated_at, outlet_code, listed_at,
       repair_code, zone, country_code, locale, contact_hash, received_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)`,
    [...STANDING, ...PLACED, null, 'Asia/Shanghai', 'CN', 'en', '0f', 0],
  ),
  updateComplaint: statement<Standing>(
    `UPDATE complaints SET version = ?2, status = ?3, state = ?4, due_at = ?5, updated_at = ?6
     WHERE code = ?1`,
    STANDING,
  ),
  updateOnLists: statement<[...Standing, ...Placed]>(
    `UPDATE complaints SET version = ?2, status = ?3, state = ?4, due_at = ?5, updated_at = ?6,
       outlet_code = ?7, listed_at = ?8 WHERE code = ?1`,
    [...STANDING, ...PLACED],
  ),
  refuseClosed: statement<[code: string]>(
    `INSERT INTO guards (merge_closed) SELECT 1 FROM complaints
     WHERE code = ?1 AND status = 'closed'`,
    [CODE],
  ),
  complaintByCode: statement<[code: string], ComplaintRow>(
    `SELECT state FROM complaints WHERE code = ?1`,
    [CODE],
  ),
  complaintEvents: statement<[subject: string], ComplaintEventRow>(
    `SELECT ${EVENT} FROM events WHERE subject = ?1 ORDER BY version`,
    [`complaint/${CODE}`],
  ),
  complaintEventsAfter: statement<[subject: string, version: number], ComplaintEventRow>(
    `SELECT ${EVENT} FROM events WHERE subject = ?1 AND version > ?2 ORDER BY version LIMIT 4`,
    [`complaint/${CODE}`, 1],
  ),
  dueComplaints: statement<[now: number, most: number], DueComplaint>(
    `SELECT code, due_at FROM complaints WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  resetComplaintDue: statement<[code: string, dueAt: number | null, seen: number]>(
    `UPDATE complaints SET due_at = ?2 WHERE code = ?1 AND due_at = ?3`,
    [CODE, null, 0],
  ),
  complaintsReceived: statement<[from: number, before: number, most: number], ComplaintRow>(
    `SELECT state FROM complaints WHERE received_at >= ?1 AND received_at < ?2
     ORDER BY received_at DESC LIMIT ?3`,
    [0, 1, 10],
  ),
  complaintWords: statement<
    [codes: string],
    {
      readonly code: string
      readonly said: string | null
      readonly name: string | null
    }
  >(
    `SELECT voices_private.code, words ->> '$.said' AS said, contact ->> '$.name' AS name
     FROM json_each(?1) AS wanted
     CROSS JOIN voices_private ON voices_private.code = wanted.value`,
    [`["${CODE}"]`],
  ),
  owedComplaints: statement<[most: number], OwedComplaint>(
    `SELECT repair_code, version, lost_at FROM complaints_owed
     ORDER BY repair_code, version LIMIT ?1`,
    [10],
    { scans: ['complaints_owed'] },
  ),
  settleOwed: statement<[repairCode: string, version: number]>(
    `DELETE FROM complaints_owed WHERE repair_code = ?1 AND version = ?2`,
    [CODE, 2],
  ),
} satisfies Statements

const standing = (complaint: Complaint, now: number): Standing => [
  complaint.code,
  complaint.version,
  complaint.status,
  JSON.stringify(complaint),
  nextComplaintTimer(complaint)?.at ?? null,
  now,
]
const placed = (complaint: Complaint): Placed => [complaint.outlet, listedAt(complaint)]

export const insertComplaint = (
  database: Database,
  complaint: Complaint,
  { contactHash, now }: { readonly contactHash: string | null; readonly now: number },
): Prepared =>
  prepare(database, statements.insertComplaint, [
    ...standing(complaint, now),
    ...placed(complaint),
    complaint.repair,
    complaint.zone,
    complaint.countryCode,
    complaint.locale,
    contactHash,
    complaint.receivedAt,
  ])

/** Writes a complaint as its events say. A step that leaves it on its lists doesn't touch them. */
export function updateComplaint(
  database: Database,
  { before, after }: { readonly before: Complaint; readonly after: Complaint },
  now: number,
): Prepared {
  const place = placed(after)
  const isWhereItWas = placed(before).every((was, column) => was === place[column])
  return isWhereItWas
    ? prepare(database, statements.updateComplaint, standing(after, now))
    : prepare(database, statements.updateOnLists, [...standing(after, now), ...place])
}

/** Fails as `merge_closed` where a complaint is closed by the time that this is written. */
export const refuseClosed = (database: Database, code: string): Prepared =>
  prepare(database, statements.refuseClosed, [code])

export const complaintByCode = (database: Database, code: string): Prepared<ComplaintRow> =>
  prepare(database, statements.complaintByCode, [code])

export const complaintFromRow = ({ state }: ComplaintRow): Complaint => JSON.parse(state)

export const complaintSubject = (code: string): string => `complaint/${code}`

export const complaintEvents = (database: Database, code: string): Prepared<ComplaintEventRow> =>
  prepare(database, statements.complaintEvents, [complaintSubject(code)])

/** The first few events after a version. */
export const complaintEventsAfter = (database: Database, code: string, version: number) =>
  prepare(database, statements.complaintEventsAfter, [complaintSubject(code), version])

export const dueComplaints = (database: Database, now: number, most: number) =>
  prepare(database, statements.dueComplaints, [now, most])

/** Sets a complaint's clock, unless somebody has set it anew since it was read. */
export const resetComplaintDue = (
  database: Database,
  { code, due_at: seen }: DueComplaint,
  dueAt: number | null,
): Prepared => prepare(database, statements.resetComplaintDue, [code, dueAt, seen])

/** What reached us in `[from, before)`, epoch ms, the last first. */
export const complaintsReceived = (
  database: Database,
  { from, before, most }: { readonly from: number; readonly before: number; readonly most: number },
) => prepare(database, statements.complaintsReceived, [from, before, most])

/** What was said with each, where it isn't erased. */
export const complaintWords = (database: Database, codes: readonly string[]) =>
  prepare(database, statements.complaintWords, [JSON.stringify(codes)])

export const owedComplaints = (database: Database, most: number) =>
  prepare(database, statements.owedComplaints, [most])

export const settleOwed = (database: Database, { repair_code: code, version }: OwedComplaint) =>
  prepare(database, statements.settleOwed, [code, version])
