import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** Staff away: seats and benches fewer on an opening day. */
export type AbsenceRow = {
  readonly outlet_code: string
  readonly service_date: string
  readonly seats: number
  readonly benches: number
}

export const statements = {
  absencesOfOutlet: statement<[outlet: string, from: string, until: string], AbsenceRow>(
    `SELECT outlet_code, service_date, seats, benches FROM absences
     WHERE outlet_code = ?1 AND service_date >= ?2 AND service_date <= ?3`,
    ['SZ-001', '2026-11-18', '2026-11-25'],
  ),
  absencesOfOutlets: statement<[outlets: string, from: string, until: string], AbsenceRow>(
    `SELECT absences.outlet_code, service_date, seats, benches FROM json_each(?1) AS wanted
       CROSS JOIN absences ON absences.outlet_code = wanted.value
         AND service_date >= ?2 AND service_date <= ?3`,
    ['["SZ-001"]', '2026-11-18', '2026-11-25'],
  ),
} satisfies Statements

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

type Span = { readonly from: number; readonly until: number }

/** Absences on the days that a span of instants touches, whatever the outlet's zone. */
export const absencesOfOutlet = (
  database: Database,
  outlet: string,
  { from, until }: Span,
): Prepared<AbsenceRow> =>
  prepare(database, statements.absencesOfOutlet, [outlet, dateOf(from), dateOf(until)])

/** The same of several outlets. */
export const absencesOfOutlets = (
  database: Database,
  outlets: readonly string[],
  { from, until }: Span,
): Prepared<AbsenceRow> =>
  prepare(database, statements.absencesOfOutlets, [
    JSON.stringify(outlets),
    dateOf(from),
    dateOf(until),
  ])
