import type { DatabaseSync } from 'node:sqlite'
import { newRecount, type Recounted } from '#domain/kpis/recount.ts'

/** What stands for the third and fourth digit of a ticket's code in each copy: no ticket has a small letter. */
const LETTERS = [...'abcefghijkmnpqrstuvwxyz']
const MOST_COPIES = LETTERS.length ** 2

const lettersOf = (copy: number): string =>
  `${LETTERS[Math.floor(copy / LETTERS.length)]}${LETTERS[copy % LETTERS.length]}`

/** A code keeps the bucket that it begins with. */
const recoded = (code: string): string => `substr(${code}, 1, 2) || ?1 || substr(${code}, 5)`
const slash = `instr(subject, '/')`
const subject = `substr(subject, 1, ${slash} + 2) || ?1 || substr(subject, ${slash} + 5)`

/**
 * What is copied: what is over. A network that has lived longer has no more on its benches. The rest of what
 * outlets' customers said is events alone, since no page of figures reads its rows.
 */
const BASE = `
  CREATE TEMP TABLE over_repairs AS SELECT * FROM repairs WHERE stage = 'closed' ORDER BY code;
  CREATE TEMP TABLE over_events AS SELECT * FROM events
    WHERE substr(subject, 1, ${slash}) IN
        ('repair/', 'booking/', 'survey/', 'complaint/', 'feedback/')
      AND substr(subject, ${slash} + 1) NOT IN (SELECT code FROM repairs WHERE stage <> 'closed')
    ORDER BY subject, version;`

const columnsOf = (file: DatabaseSync, table: string): readonly string[] =>
  (file.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(
    ({ name }) => name,
  )

/** A statement that puts every row of a copied table on record once more; ?1 are the copy's letters. */
function copying(file: DatabaseSync, table: 'repairs' | 'events') {
  const columns = columnsOf(file, table)
  const values = columns.map((name) => {
    if (name === 'subject') return subject
    if (name === 'code') return recoded('code')
    // The state names its own code once.
    if (table === 'repairs' && name === 'state')
      return `json_set(state, '$.code', ${recoded('code')})`
    return name
  })
  return file.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM temp.over_${table}`,
  )
}

type EventRow = Omit<Parameters<ReturnType<typeof newRecount>['add']>[0], 'data'> & {
  readonly data: string
}

const IN_ORDER = `SELECT subject, version, type, happened_at AS happenedAt, data
  FROM temp.over_events ORDER BY subject, version`

/** What one copy's events come to, counted anew. */
function countsOfOne(file: DatabaseSync) {
  const recount = newRecount()
  for (const row of file.prepare(IN_ORDER).iterate() as Iterable<unknown>) {
    const event = row as EventRow
    recount.add({ ...event, data: JSON.parse(event.data) })
  }
  return recount.finish()
}

type Packed = { readonly outlet: string; readonly period: string; readonly counts: string }

/** Adds what the copies come to to the packed rows. */
function addCounts(
  file: DatabaseSync,
  { table, period, each }: { table: string; period: string; each: Recounted },
  copies: number,
): void {
  const read = file.prepare(`SELECT counts FROM ${table} WHERE outlet_code = ? AND ${period} = ?`)
  const write = file.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?)`)
  for (const [key, measures] of each) {
    const [outlet = '', when = ''] = key.split(' ')
    const stands = read.get(outlet, when) as Packed | undefined
    const counts: Record<string, number> = JSON.parse(stands?.counts ?? '{}')
    for (const [measure, by] of measures) {
      const sum = (counts[measure] ?? 0) + copies * by
      if (sum === 0) delete counts[measure]
      else counts[measure] = sum
    }
    write.run(outlet, when, JSON.stringify(counts))
  }
}

export type Size = { readonly repairs: number; readonly events: number }

export type CopyWish = {
  readonly copies: number
  readonly onCopy?: (done: number) => void
}

/**
 * Puts what is over of a simulated history on record so many times more, at the same outlets under other
 * tickets' codes, and adds to the packed rows what a recount of its events says that each copy comes to.
 * So they are what `kpis:rebuild --check` would find. A copy is as honest as what it copies, and no more
 * various. Answers how many repairs and events that made; counting them would read the whole file. Leaves the
 * file without a journal: it is the caller's to throw away.
 */
export function copyHistory(file: DatabaseSync, { copies, onCopy }: CopyWish): Size {
  if (copies > MOST_COPIES) throw new RangeError(`${copies} copies, at most ${MOST_COPIES}`)
  file.exec(`PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -524288;
    PRAGMA temp_store = MEMORY; ${BASE}`)
  const { days, months } = countsOfOne(file)
  const [repairs, events] = [copying(file, 'repairs'), copying(file, 'events')]
  const made = { repairs: 0, events: 0 }
  for (let copy = 0; copy < copies; copy++) {
    file.exec('BEGIN')
    made.repairs += Number(repairs.run(lettersOf(copy)).changes)
    made.events += Number(events.run(lettersOf(copy)).changes)
    file.exec('COMMIT')
    onCopy?.(copy + 1)
  }
  file.exec('BEGIN')
  addCounts(file, { table: 'kpi_days', period: 'service_date', each: days }, copies)
  addCounts(file, { table: 'kpi_months', period: 'month', each: months }, copies)
  file.exec('COMMIT; DROP TABLE temp.over_repairs; DROP TABLE temp.over_events')
  return made
}

/** How many repairs each copy brings. */
export const copiedAtOnce = (file: DatabaseSync): number =>
  Number(file.prepare(`SELECT count(*) AS n FROM repairs WHERE stage = 'closed'`).get()?.['n'])
