import type { DatabaseSync } from 'node:sqlite'

/** What stands for the D of demo outlets' codes, and for the third digit of a ticket's, in each copy: no ticket has a small letter. */
const LETTERS = [...'abcefghijklmnopqrstuvwxyz']

/** `DEMO-0001` is `AEMO-0001` in copy a, wherever it is told. */
const moved = (column: string, letter: string) =>
  `replace(${column}, 'DEMO-', '${letter.toUpperCase()}EMO-')`

/** A code keeps the bucket that it begins with. */
const recoded = (column: string, letter: string) =>
  `substr(${column}, 1, 2) || '${letter}' || substr(${column}, 4)`

const subject = (letter: string) => {
  const slash = `instr(subject, '/')`
  return `substr(subject, 1, ${slash} + 2) || '${letter}' || substr(subject, ${slash} + 4)`
}

type Changed = Readonly<Record<string, (column: string, letter: string) => string>>

/** What figures are reckoned from and read of, and what of it names an outlet or a code. */
const COPIED: Readonly<Record<string, Changed>> = {
  outlets: { code: moved, plaque_code: (column, letter) => `'${letter}' || ${column}` },
  repairs: { code: recoded, home_outlet: moved, at_outlet: moved, state: moved },
  events: { subject: (_, letter) => subject(letter), data: moved },
  kpi_days: { outlet_code: moved },
  kpi_months: { outlet_code: moved },
}

/** Events of what comes from outlets; codes within them aren't looked at by figures. */
const ONLY: Readonly<Record<string, string>> = {
  outlets: `code LIKE 'DEMO-%'`,
  repairs: `home_outlet LIKE 'DEMO-%'`,
  events: `substr(subject, 1, instr(subject, '/')) IN
    ('repair/', 'booking/', 'survey/', 'complaint/', 'feedback/') AND data LIKE '%DEMO-%'`,
  kpi_days: `outlet_code LIKE 'DEMO-%'`,
  kpi_months: `outlet_code LIKE 'DEMO-%'`,
}

function copyTable(file: DatabaseSync, table: string, letter: string): void {
  const columns = (
    file.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]
  ).map(({ name }) => name)
  const changed = COPIED[table] ?? {}
  const values = columns.map((name) => changed[name]?.(name, letter) ?? name)
  file.exec(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${ONLY[table]}`,
  )
}

/**
 * Puts a simulated history on record so many times more, under other outlets' and tickets' codes: each copy
 * is as honest as what it copies, and no more various.
 */
export function copyHistory(file: DatabaseSync, copies: number): void {
  if (copies > LETTERS.length) throw new RangeError(`${copies} copies, at most ${LETTERS.length}`)
  file.exec('PRAGMA synchronous = OFF')
  for (const letter of LETTERS.slice(0, copies)) {
    file.exec('BEGIN')
    for (const table of Object.keys(COPIED)) copyTable(file, table, letter)
    file.exec('COMMIT')
  }
}
