import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type AbsentDay = {
  readonly service_date: string
  readonly seats: number
  readonly benches: number
}

type Absent = [outlet: string, date: string, seats: number, benches: number]

export const statements = {
  absencesFrom: statement<[outlet: string, from: string, most: number], AbsentDay>(
    `SELECT service_date, seats, benches FROM absences
     WHERE outlet_code = ?1 AND service_date >= ?2 ORDER BY service_date LIMIT ?3`,
    ['SZ-001', '2026-11-18', 10],
  ),
  lastAbsenceEvent: statement<[subject: string], { readonly version: number | null }>(
    `SELECT max(version) AS version FROM events WHERE subject = ?1`,
    ['absences/SZ-001'],
  ),
  setAbsence: statement<Absent>(
    `INSERT INTO absences (outlet_code, service_date, seats, benches) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (outlet_code, service_date) DO UPDATE SET seats = ?3, benches = ?4`,
    ['SZ-001', '2026-11-19', 1, 0],
  ),
  endAbsence: statement<[outlet: string, date: string]>(
    `DELETE FROM absences WHERE outlet_code = ?1 AND service_date = ?2`,
    ['SZ-001', '2026-11-19'],
  ),
} satisfies Statements

/** The next days on which staff are away. */
export const absencesFrom = (
  database: Database,
  outlet: string,
  { from, most }: { readonly from: string; readonly most: number },
): Prepared<AbsentDay> => prepare(database, statements.absencesFrom, [outlet, from, most])

export const absenceSubject = (outlet: string): string => `absences/${outlet}`

export const lastAbsenceEvent = (database: Database, outlet: string) =>
  prepare(database, statements.lastAbsenceEvent, [absenceSubject(outlet)])

/** Writes who is away on a day; nobody away is no row. */
export const setAbsence = (
  database: Database,
  outlet: string,
  { date, seats, benches }: { date: string; seats: number; benches: number },
): Prepared =>
  seats + benches === 0
    ? prepare(database, statements.endAbsence, [outlet, date])
    : prepare(database, statements.setAbsence, [outlet, date, seats, benches])
