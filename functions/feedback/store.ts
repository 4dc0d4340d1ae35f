import type { Feedback, FeedbackEvent } from '#domain/feedback/feedback.ts'
import { nextDue, todoAt } from '#domain/feedback/feedback-steps.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type FeedbackRow = { readonly state: string; readonly country_code: string }
export type FeedbackEventRow = {
  readonly version: number
  readonly type: string
  readonly happened_at: number
  readonly recorded_at: number
  readonly actor: string
  readonly command_id: string | null
  readonly data: string
}

type Standing = [
  code: string,
  version: number,
  status: string,
  state: string,
  dueAt: number | null,
  todoAt: number | null,
  updatedAt: number,
]
type Place = [
  outlet: string | null,
  repair: string | null,
  zone: string,
  country: string,
  locale: string,
  contactHash: string | null,
  receivedAt: number,
]
const CODE = '0123456789ABC'
const STANDING: Standing = [CODE, 1, 'open', '{}', 0, 0, 0]
const PLACE: Place = ['SZ-001', null, 'Asia/Shanghai', 'CN', 'en', '0f', 0]
const EVENT = 'version, type, happened_at, recorded_at, actor, command_id, data'

export const statements = {
  insertFeedback: statement<[...Standing, ...Place]>(
    `INSERT INTO feedback (code, version, status, state, due_at, todo_at, updated_at, outlet_code,
       repair_code, zone, country_code, locale, contact_hash, received_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)`,
    [...STANDING, ...PLACE],
  ),
  updateFeedback: statement<Standing>(
    `UPDATE feedback SET version = ?2, status = ?3, state = ?4, due_at = ?5, todo_at = ?6,
       updated_at = ?7 WHERE code = ?1`,
    STANDING,
  ),
  feedbackByCode: statement<[code: string], FeedbackRow>(
    `SELECT state, country_code FROM feedback WHERE code = ?1`,
    [CODE],
  ),
  feedbackEvents: statement<[subject: string, after: number, most: number], FeedbackEventRow>(
    `SELECT ${EVENT} FROM events WHERE subject = ?1 AND version > ?2 ORDER BY version LIMIT ?3`,
    [`feedback/${CODE}`, 0, 4],
  ),
  dueFeedback: statement<[now: number, most: number], DueFeedback>(
    `SELECT code, due_at FROM feedback WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  resetFeedbackDue: statement<[code: string, dueAt: number | null, seen: number]>(
    `UPDATE feedback SET due_at = ?2 WHERE code = ?1 AND due_at = ?3`,
    [CODE, null, 0],
  ),
} satisfies Statements

const standing = (feedback: Feedback, now: number): Standing => [
  ...([feedback.code, feedback.version, feedback.status, JSON.stringify(feedback)] as const),
  ...([nextDue(feedback), todoAt(feedback), now] as const),
]

export type FeedbackPlace = { readonly country: string; readonly contactHash: string | null }

export const insertFeedback = (
  database: Database,
  feedback: Feedback,
  { country, contactHash, now }: FeedbackPlace & { readonly now: number },
): Prepared =>
  prepare(database, statements.insertFeedback, [
    ...standing(feedback, now),
    ...([feedback.outlet, feedback.repair, feedback.zone, country, feedback.locale] as const),
    ...([contactHash, feedback.receivedAt] as const),
  ])

export const updateFeedback = (database: Database, feedback: Feedback, now: number): Prepared =>
  prepare(database, statements.updateFeedback, standing(feedback, now))

export const feedbackByCode = (database: Database, code: string): Prepared<FeedbackRow> =>
  prepare(database, statements.feedbackByCode, [code])

export const feedbackFromRow = ({ state }: Pick<FeedbackRow, 'state'>): Feedback =>
  JSON.parse(state)

/** The first events after a version; 0 = from the beginning. */
export const feedbackEvents = (
  database: Database,
  code: string,
  { after, most }: { readonly after: number; readonly most: number },
): Prepared<FeedbackEventRow> =>
  prepare(database, statements.feedbackEvents, [`feedback/${code}`, after, most])

export const feedbackEventFromRow = (code: string, row: FeedbackEventRow): FeedbackEvent => ({
  subject: `feedback/${code}`,
  version: row.version,
  type: row.type as FeedbackEvent['type'],
  happenedAt: row.happened_at,
  actor: row.actor,
  data: JSON.parse(row.data),
})

/** Feedback whose clock is to act, and what it was set for. */
export type DueFeedback = { readonly code: string; readonly due_at: number }

export const dueFeedback = (database: Database, now: number, most: number) =>
  prepare(database, statements.dueFeedback, [now, most])

/** Sets a clock, unless somebody has set it anew since it was read. */
export const resetFeedbackDue = (
  database: Database,
  { code, due_at: seen }: DueFeedback,
  dueAt: number | null,
): Prepared => prepare(database, statements.resetFeedbackDue, [code, dueAt, seen])
