import { nextDue, type Qualification } from '#domain/scorecards/qualification.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type QualificationRow = { readonly outlet_code: string; readonly state: string }
export type QualificationEventRow = {
  readonly version: number
  readonly type: string
  readonly happened_at: number
  readonly data: string
  readonly words: string | null
}

type Values = [
  outlet: string,
  version: number,
  status: string,
  isOpen: number,
  dueAt: number | null,
  state: string,
  now: number,
]

export const statements = {
  qualificationOf: statement<[outlet: string], QualificationRow>(
    'SELECT outlet_code, state FROM qualifications WHERE outlet_code = ?1',
    ['SZ-001'],
  ),
  openQualifications: statement<[most: number], QualificationRow>(
    'SELECT outlet_code, state FROM qualifications WHERE is_open = 1 ORDER BY outlet_code LIMIT ?1',
    [10],
  ),
  dueQualifications: statement<[now: number, most: number], QualificationRow>(
    `SELECT outlet_code, state FROM qualifications
     WHERE due_at IS NOT NULL AND due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    [0, 10],
  ),
  writeQualification: statement<Values>(
    `INSERT INTO qualifications (outlet_code, version, status, is_open, due_at, state, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT (outlet_code) DO UPDATE SET version = ?2, status = ?3, is_open = ?4, due_at = ?5,
       state = ?6, updated_at = ?7`,
    ['SZ-001', 1, 'reviewing', 1, 0, '{}', 0],
  ),
  writeWords: statement<[outlet: string, version: number, words: string]>(
    'INSERT INTO qualification_words (outlet_code, version, words) VALUES (?1, ?2, ?3)',
    ['SZ-001', 1, '{}'],
  ),
  eventsOf: statement<[subject: string, outlet: string, most: number], QualificationEventRow>(
    `SELECT events.version, type, happened_at, data, words FROM events
     LEFT JOIN qualification_words ON outlet_code = ?2
       AND qualification_words.version = events.version
     WHERE subject = ?1 ORDER BY events.version DESC LIMIT ?3`,
    ['qualification/SZ-001', 'SZ-001', 10],
  ),
  namesOf: statement<[ids: string], { readonly id: string; readonly name: string }>(
    'SELECT staff.id, name FROM json_each(?1) AS wanted CROSS JOIN staff ON staff.id = wanted.value',
    ['["stf_1"]'],
  ),
} satisfies Statements

export const qualificationOf = (hub: Database, outlet: string): Prepared<QualificationRow> =>
  prepare(hub, statements.qualificationOf, [outlet])

/** Outlets about which somebody owes a step. */
export const openQualifications = (hub: Database, most: number) =>
  prepare(hub, statements.openQualifications, [most])

/** Those of which a clock has run out. */
export const dueQualifications = (hub: Database, now: number, most: number) =>
  prepare(hub, statements.dueQualifications, [now, most])

const isOpen = ({ status }: Qualification): number =>
  status === 'clear' || status === 'disqualified' ? 0 : 1

/** The state after a step; the event's key has refused a stale writer. */
export const writeQualification = (hub: Database, one: Qualification, now: number): Prepared =>
  prepare(hub, statements.writeQualification, [
    ...([one.outlet, one.version, one.status, isOpen(one)] as const),
    ...([nextDue(one)?.dueAt ?? null, JSON.stringify(one), now] as const),
  ])

/** What was written with a step. */
export type StepWords = { readonly text: string; readonly evidence: readonly string[] }

export const writeWords = (hub: Database, outlet: string, version: number, words: StepWords) =>
  prepare(hub, statements.writeWords, [outlet, version, JSON.stringify(words)])

/** The newest steps about an outlet, with what was written. */
export const eventsOf = (hub: Database, outlet: string, most: number) =>
  prepare(hub, statements.eventsOf, [`qualification/${outlet}`, outlet, most])

export const namesOf = (hub: Database, ids: readonly string[]) =>
  prepare(hub, statements.namesOf, [JSON.stringify(ids)])
