import type { Database } from '#functions/db/database.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

type Came = [outlet: string, from: number, before: number, beforeCode: string, most: number]

type Aged = [outlet: string, hour: number, day: number, days3: number, days10: number]
/** How many came in since each of four instants, and how many there are. */
export type AgedRow = {
  readonly hour: number
  readonly day: number
  readonly days3: number
  readonly days10: number
  readonly open: number
}

const AGED = `SELECT total(came_in_at >= ?2) AS hour, total(came_in_at >= ?3) AS day,
  total(came_in_at >= ?4) AS days3, total(came_in_at >= ?5) AS days10, count(*) AS open`
const AGED_SAMPLE: Aged = ['SZ-001', 4, 3, 2, 1]

export const statements = {
  zoneOf: statement<[outlet: string], { readonly zone: string }>(
    'SELECT zone FROM outlets WHERE code = ?1',
    ['SZ-001'],
  ),
  cameIn: statement<Came, { readonly state: string }>(
    `SELECT state FROM repairs INDEXED BY repairs_came_in
     WHERE home_outlet = ?1 AND came_in_at >= ?2 AND (came_in_at, code) < (?3, ?4)
     ORDER BY came_in_at DESC, code DESC LIMIT ?5`,
    ['SZ-001', 0, 1, '', 10],
  ),
  openHere: statement<Aged, AgedRow>(
    `${AGED} FROM repairs INDEXED BY repairs_open_at
     WHERE at_outlet = ?1 AND stage <> 'closed' AND stage = 'in_hand' AND came_in_at IS NOT NULL`,
    AGED_SAMPLE,
  ),
  openAway: statement<Aged, AgedRow>(
    `${AGED} FROM repairs INDEXED BY repairs_open_away
     WHERE home_outlet = ?1 AND stage <> 'closed' AND home_outlet <> at_outlet
       AND came_in_at IS NOT NULL`,
    AGED_SAMPLE,
  ),
} satisfies Statements

export const zoneOf = (hub: Database, outlet: string) => prepare(hub, statements.zoneOf, [outlet])

type Page = { readonly from: number; readonly before: Place; readonly most: number }

/** Repairs of a home outlet by when they came in, the last first, as far as they stand in this database. */
export const cameIn = (database: Database, outlet: string, { from, before, most }: Page) =>
  prepare(database, statements.cameIn, [outlet, from, before.at, before.id, most])

const aged = (outlet: string, since: readonly number[]): Aged => {
  const [hour = 0, day = 0, days3 = 0, days10 = 0] = since
  return [outlet, hour, day, days3, days10]
}

/** Phones in an outlet's hands, whoever's they are, as far as they stand in this database. */
export const openHere = (
  database: Database,
  outlet: string,
  since: readonly number[],
): Prepared<AgedRow> => prepare(database, statements.openHere, aged(outlet, since))

/** An outlet's own that are in other hands. */
export const openAway = (
  database: Database,
  outlet: string,
  since: readonly number[],
): Prepared<AgedRow> => prepare(database, statements.openAway, aged(outlet, since))
