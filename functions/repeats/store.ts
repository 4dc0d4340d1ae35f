import { type Repeat, repeatTodoAt } from '#domain/repeats/repeat.ts'
import type { Database } from '#functions/db/database.ts'
import type { InOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type RepeatRow = { readonly state: string }
/** What of the repair a device came back with tells whether anybody has looked at it. */
export type ExaminedRow = { readonly examined: number }
export type RepeatEventRow = {
  readonly version: number
  readonly type: string
  readonly happened_at: number
  readonly data: string
  readonly words: string | null
}

/** What waits to be classified or decided, behind a place of the list; outlets whose returns aren't the asker's to judge, as JSON. */
type Waiting = [at: number, code: string, most: number, notOf: string]
const SAMPLE: Waiting = [0, '', 10, '["SZ-001"]']
const MATCH = `todo_at IS NOT NULL AND (todo_at, code) > (?1, ?2)
  AND outlet_code NOT IN (SELECT value FROM json_each(?4))`
const IN_ORDER = 'ORDER BY todo_at, code LIMIT ?3'

export const statements = {
  repeatByCode: statement<[code: string], RepeatRow>('SELECT state FROM repeats WHERE code = ?1', [
    '0123456789ABC',
  ]),
  examined: statement<[code: string], ExaminedRow>(
    `SELECT state ->> '$.finding' IS NOT NULL OR state ->> '$.outcome' IS NOT NULL AS examined
     FROM repairs WHERE code = ?1`,
    ['0123456789ABC'],
  ),
  eventsOf: statement<[subject: string, code: string, most: number], RepeatEventRow>(
    `SELECT events.version, type, happened_at, data, words FROM events
     LEFT JOIN repeat_words ON code = ?2 AND repeat_words.version = events.version
     WHERE subject = ?1 ORDER BY events.version DESC LIMIT ?3`,
    ['repeat/0123456789ABC', '0123456789ABC', 10],
  ),
  todo: statement<Waiting, RepeatRow>(
    `SELECT state FROM repeats INDEXED BY repeats_todo WHERE ${MATCH} ${IN_ORDER}`,
    SAMPLE,
  ),
  todoAt: statement<[...Waiting, outlet: string], RepeatRow>(
    `SELECT state FROM repeats INDEXED BY repeats_todo_at
     WHERE by_outlet = ?5 AND ${MATCH} ${IN_ORDER}`,
    [...SAMPLE, 'SZ-002'],
  ),
  todoAmong: statement<[...Waiting, outlets: string], RepeatRow>(
    `SELECT state FROM repeats INDEXED BY repeats_todo WHERE ${MATCH}
       AND by_outlet IN (SELECT value FROM json_each(?5)) ${IN_ORDER}`,
    [...SAMPLE, '["SZ-002"]'],
  ),
  ofOutlet: statement<[outlet: string, most: number], RepeatRow>(
    'SELECT state FROM repeats WHERE outlet_code = ?1 ORDER BY came_back_at DESC LIMIT ?2',
    ['SZ-001', 10],
  ),
  writeRepeat: statement<
    [code: string, version: number, status: string, todoAt: number | null, state: string]
  >('UPDATE repeats SET version = ?2, status = ?3, todo_at = ?4, state = ?5 WHERE code = ?1', [
    ...(['0123456789ABC', 1, 'classified', null, '{}'] as const),
  ]),
  writeWords: statement<[code: string, version: number, words: string]>(
    'INSERT INTO repeat_words VALUES (?1, ?2, ?3)',
    ['0123456789ABC', 1, 'words'],
  ),
} satisfies Statements

export const repeatByCode = (database: Database, code: string): Prepared<RepeatRow> =>
  prepare(database, statements.repeatByCode, [code])

export const examined = (database: Database, code: string): Prepared<ExaminedRow> =>
  prepare(database, statements.examined, [code])

/** The newest steps about a return, with what was written. */
export const eventsOf = (database: Database, code: string, most: number) =>
  prepare(database, statements.eventsOf, [`repeat/${code}`, code, most])

type Listing = {
  readonly after: Place
  readonly most: number
  /** Outlets whose returns others judge. */
  readonly notOf: readonly string[]
}

/** Returns of which somebody has to say or decide something, by where they came back to, the longest waiting first. */
export function repeatsTodo({ after, most, notOf }: Listing): InOrder<RepeatRow> {
  const todo: Waiting = [after.at, after.id, most, JSON.stringify(notOf)]
  return {
    everywhere: (database) => prepare(database, statements.todo, todo),
    at: (database, outlet) => prepare(database, statements.todoAt, [...todo, outlet]),
    among: (database, outlets) =>
      prepare(database, statements.todoAmong, [...todo, JSON.stringify(outlets)]),
  }
}

/** Returns of an outlet's repairs, the latest first, as far as they stand in this database. */
export const repeatsOfOutlet = (database: Database, outlet: string, most: number) =>
  prepare(database, statements.ofOutlet, [outlet, most])

/** A return as it stands after a step; the event's key has refused a stale writer. */
export const writeRepeat = (database: Database, repeat: Repeat): Prepared =>
  prepare(database, statements.writeRepeat, [
    ...([repeat.code, repeat.version, repeat.status, repeatTodoAt(repeat)] as const),
    JSON.stringify(repeat),
  ])

export const writeWords = (database: Database, { code, version }: Repeat, words: string) =>
  prepare(database, statements.writeWords, [code, version, words])
