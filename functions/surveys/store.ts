import { deskDueAt, type Survey, surveyDueAt } from '#domain/surveys/survey.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type SurveyRow = {
  readonly id: string
  readonly state: string
  readonly zone: string
  readonly locale: 'en' | 'zh-CN'
  readonly due_at: number | null
}

export type DueSurvey = { readonly id: string; readonly due_at: number }

/** Of the invitation's message: whether it went out. */
export type InvitationRow = { readonly state: 'waiting' | 'sent' | 'dropped' | 'dead' }

type New = [
  id: string,
  state: string,
  outlet: string | null,
  repair: string | null,
  zone: string,
  country: string,
  locale: string,
  dueAt: number | null,
  endedAt: number,
  now: number,
  wave: string | null,
]
type Standing = [
  id: string,
  version: number,
  status: string,
  state: string,
  dueAt: number | null,
  deskDueAt: number | null,
  answeredAt: number | null,
  now: number,
]

const ID = '0123456789ABC.9'
const COLUMNS = 'id, state, zone, locale, due_at'

export const statements = {
  insertSurvey: statement<New>(
    `INSERT INTO surveys (id, version, status, state, outlet_code, repair_code, zone, country_code,
       locale, due_at, received_at, updated_at, wave)
     VALUES (?1, 1, 'invited', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`,
    [ID, '{}', 'SZ-001', '0123456789ABC', 'Asia/Shanghai', 'CN', 'en', 0, 0, 0, null],
  ),
  updateSurvey: statement<Standing>(
    `UPDATE surveys SET version = ?2, status = ?3, state = ?4, due_at = ?5, desk_due_at = ?6,
       answered_at = ?7, updated_at = ?8 WHERE id = ?1`,
    [ID, 2, 'completed', '{}', null, null, 0, 0],
  ),
  surveyById: statement<[id: string], SurveyRow>(`SELECT ${COLUMNS} FROM surveys WHERE id = ?1`, [
    ID,
  ]),
  dueSurveys: statement<[now: number, most: number], DueSurvey>(
    `SELECT id, due_at FROM surveys WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  putOffSurvey: statement<[id: string, seen: number, dueAt: number]>(
    `UPDATE surveys SET due_at = ?3 WHERE id = ?1 AND due_at = ?2`,
    [ID, 0, 1],
  ),
  invitationOf: statement<[subject: string], InvitationRow>(
    `SELECT state FROM outbox
     WHERE subject = ?1 AND version = 1 AND template = 'survey_invitation'`,
    [`survey/${ID}`],
  ),
} satisfies Statements

export const surveyFromRow = ({ state }: Pick<SurveyRow, 'state'>): Survey => JSON.parse(state)

export type Settled = {
  readonly zone: string
  readonly country: string
  readonly locale: 'en' | 'zh-CN'
}

export const insertSurvey = (
  database: Database,
  survey: Survey,
  { zone, country, locale, now }: Settled & { readonly now: number },
): Prepared =>
  prepare(database, statements.insertSurvey, [
    ...([survey.id, JSON.stringify(survey), survey.outlet, survey.repairCode] as const),
    ...([zone, country, locale, surveyDueAt(survey), survey.endedAt, now, survey.wave] as const),
  ])

export const updateSurvey = (database: Database, survey: Survey, now: number): Prepared =>
  prepare(database, statements.updateSurvey, [
    ...([survey.id, survey.version, survey.status, JSON.stringify(survey)] as const),
    ...([surveyDueAt(survey), deskDueAt(survey), survey.firstAnsweredAt, now] as const),
  ])

export const surveyById = (database: Database, id: string): Prepared<SurveyRow> =>
  prepare(database, statements.surveyById, [id])

export const dueSurveys = (database: Database, now: number, most: number) =>
  prepare(database, statements.dueSurveys, [now, most])

/** Leaves a survey whose clock couldn't be run alone for a while. */
export const putOffSurvey = (database: Database, { id, due_at }: DueSurvey, dueAt: number) =>
  prepare(database, statements.putOffSurvey, [id, due_at, dueAt])

export const invitationOf = (database: Database, id: string): Prepared<InvitationRow> =>
  prepare(database, statements.invitationOf, [`survey/${id}`])
