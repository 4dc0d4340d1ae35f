import type { WantedKind } from '#domain/surveys/wanted-survey.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type WantedRow = {
  readonly due_at: number
  readonly id: string
  readonly kind: WantedKind
  readonly wave: string | null
}

/** What a survey would be about, and whom it would ask. */
export type AboutRow = {
  readonly version: number
  readonly state: string
  readonly zone: string
  readonly country_code: string
  readonly phone: string | null
  /** null = none left, or erased. */
  readonly email: string | null
}

const CODE = '0123456789ABC'
const CONTACT = `contact ->> '$.phone.dial' AS phone, lower(contact ->> '$.email') AS email`

export const statements = {
  wantedSurveys: statement<[now: number, most: number], WantedRow>(
    `SELECT due_at, id, kind, wave FROM survey_wanted WHERE due_at <= ?1
     ORDER BY due_at, id LIMIT ?2`,
    [0, 10],
  ),
  dropWanted: statement<[dueAt: number, id: string]>(
    `DELETE FROM survey_wanted WHERE due_at = ?1 AND id = ?2`,
    [0, `${CODE}.9`],
  ),
  putOffWanted: statement<[dueAt: number, id: string, later: number]>(
    `UPDATE survey_wanted SET due_at = ?3 WHERE due_at = ?1 AND id = ?2`,
    [0, `${CODE}.9`, 1],
  ),
  aboutRepair: statement<[code: string], AboutRow>(
    `SELECT version, state, zone, country_code, ${CONTACT}
     FROM repairs LEFT JOIN repairs_private ON repairs_private.code = repairs.code
     WHERE repairs.code = ?1`,
    [CODE],
  ),
  aboutComplaint: statement<[code: string], AboutRow>(
    `SELECT version, json_object('outlet', outlet_code, 'repairCode', repair_code, 'locale', locale,
       'closedAt', updated_at) AS state, zone, country_code, ${CONTACT}
     FROM complaints LEFT JOIN voices_private ON voices_private.code = complaints.code
     WHERE complaints.code = ?1`,
    [CODE],
  ),
  aboutFeedback: statement<[code: string], AboutRow>(
    `SELECT version, json_object('outlet', outlet_code, 'repairCode', repair_code, 'locale', locale,
       'touchpoint', state ->> '$.touchpoint', 'closedAt', updated_at) AS state, zone,
       country_code, ${CONTACT}
     FROM feedback LEFT JOIN voices_private ON voices_private.code = feedback.code
     WHERE feedback.code = ?1`,
    [CODE],
  ),
  staffOfEmail: statement<[email: string], { readonly id: string }>(
    `SELECT id FROM staff WHERE email = ?1`,
    ['li@fixpoint.example'],
  ),
} satisfies Statements

export const wantedSurveys = (database: Database, now: number, most: number) =>
  prepare(database, statements.wantedSurveys, [now, most])

export const dropWanted = (database: Database, { due_at, id }: WantedRow): Prepared =>
  prepare(database, statements.dropWanted, [due_at, id])

/** Leaves one that couldn't be made alone for a while. */
export const putOffWanted = (database: Database, { due_at, id }: WantedRow, later: number) =>
  prepare(database, statements.putOffWanted, [due_at, id, later])

export const aboutRepair = (database: Database, code: string): Prepared<AboutRow> =>
  prepare(database, statements.aboutRepair, [code])

export const aboutComplaint = (database: Database, code: string): Prepared<AboutRow> =>
  prepare(database, statements.aboutComplaint, [code])

export const aboutFeedback = (database: Database, code: string): Prepared<AboutRow> =>
  prepare(database, statements.aboutFeedback, [code])

export const staffOfEmail = (hub: Database, email: string) =>
  prepare(hub, statements.staffOfEmail, [email])
