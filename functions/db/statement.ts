/**
 * How statements are written down. A store (`functions/<capability>/store.ts`, and the files of
 * `functions/db/`) keeps each SQL text as a constant `Statement` with sample parameters and exports
 * all of them as `statements`, so that a test can EXPLAIN every statement there is:
 *
 *     export const statements = {
 *       outletByCode: statement<[code: string], OutletRow>('SELECT … WHERE code = ?1', ['SZ-001']),
 *     } satisfies Statements
 *
 * Nothing else may hold SQL, and no SQL is put together at run time: lists travel as one JSON
 * parameter into `json_each(?)`. A statement that is meant to read a whole small table says so in
 * `scans`, with the table's name.
 */
import { addRows, addTrip, type Database } from './database.ts'

export type SqlValue = string | number | null

declare const rowType: unique symbol

export type Statement<Params extends readonly SqlValue[] = readonly SqlValue[], Row = unknown> = {
  readonly sql: string
  /** Parameters of the kind that a request brings, for EXPLAIN and row-count tests. */
  readonly sample: Params
  /** Tables this statement may read from end to end, because they don't grow with the business. */
  readonly scans: readonly string[]
  readonly [rowType]?: Row
}

export type Statements = Readonly<Record<string, Statement>>

/** Writes a statement down. */
export const statement = <Params extends readonly SqlValue[], Row = never>(
  sql: string,
  sample: Params,
  { scans = [] }: { scans?: readonly string[] } = {},
): Statement<Params, Row> => ({ sql, sample, scans })

/** A statement with its values, tied to the database it was prepared on. */
export type Prepared<Row = unknown> = {
  readonly database: Database
  readonly bound: D1PreparedStatement
  readonly [rowType]?: Row
}

export const prepare = <Params extends readonly SqlValue[], Row>(
  database: Database,
  { sql }: Statement<Params, Row>,
  params: NoInfer<Params>,
): Prepared<Row> => ({ database, bound: database.d1.prepare(sql).bind(...params) })

type RowsOf<Queries extends readonly Prepared[]> = {
  readonly [Place in keyof Queries]: Queries[Place] extends Prepared<infer Row>
    ? readonly Row[]
    : never
}

/** Runs several reads of one database as one trip, in one snapshot; answers their rows in order. */
export async function readTogether<const Queries extends readonly [Prepared, ...Prepared[]]>(
  queries: Queries,
): Promise<RowsOf<Queries>> {
  const { database } = queries[0]
  const results = await database.d1.batch(queriesOf(database, queries))
  addTrip(database.tally, results)
  return results.map(({ results: rows }) => rows) as unknown as RowsOf<Queries>
}

/**
 * Reads from several databases at once, each in one snapshot of its own; answers rows in the order
 * asked. Counts as one trip: nothing waits for anything else.
 */
export async function readEverywhere<const Queries extends readonly Prepared[]>(
  queries: Queries,
): Promise<RowsOf<Queries>> {
  const databases = [...new Set(queries.map(({ database }) => database.d1))]
  const rows: (readonly unknown[])[] = []
  const [tally] = queries.map(({ database }) => database.tally)
  await Promise.all(
    databases.map(async (d1) => {
      const places = queries.flatMap((query, place) => (query.database.d1 === d1 ? [place] : []))
      const own = queries.filter((query) => query.database.d1 === d1)
      const results = await d1.batch(own.map(({ bound }) => bound))
      for (const [turn, place] of places.entries()) rows[place] = results[turn]?.results ?? []
      if (tally) addRows(tally, results)
    }),
  )
  if (tally) tally.trips += 1
  return rows as unknown as RowsOf<Queries>
}

/**
 * The bare statements, once it is sure that all were prepared on this database: D1 would run a
 * foreign statement here without a word, and write to the wrong place.
 */
export function queriesOf(database: Database, queries: readonly Prepared[]): D1PreparedStatement[] {
  const foreign = queries.find((query) => query.database.d1 !== database.d1)
  if (foreign) {
    throw new Error(`statement prepared on ${foreign.database.name}, run on ${database.name}`)
  }
  return queries.map(({ bound }) => bound)
}
