import type { Database } from './database.ts'
import type { Databases } from './databases.ts'
import type { Place } from './sealed-place.ts'
import { type Prepared, readEverywhere } from './statement.ts'

/** So many outlets are read each by its own index; for more, what is everybody's is looked through. */
const FEW = 40

/** The three ways to read the next rows of one order, of which each database answers a page at most. */
export type InOrder<Row> = {
  readonly everywhere: (database: Database) => Prepared<Row>
  readonly at: (database: Database, outlet: string) => Prepared<Row>
  readonly among: (database: Database, outlets: readonly string[]) => Prepared<Row>
}

/**
 * The next rows of a list in its order, of some outlets (null = of the whole network): from each index a
 * page, for the asker to merge. Nothing is sorted by the database, and nothing is cut before it is in order.
 */
export async function readInOrder<Row>(
  { all }: Databases,
  outlets: readonly string[] | null,
  { everywhere, at, among }: InOrder<Row>,
): Promise<readonly Row[]> {
  const read = (queries: readonly Prepared<Row>[]) => readEverywhere(queries)
  if (outlets === null) return (await read(all.map(everywhere))).flat() as Row[]
  if (outlets.length > FEW)
    return (await read(all.map((one) => among(one, outlets)))).flat() as Row[]
  const queries = all.flatMap((one) => outlets.map((outlet) => at(one, outlet)))
  return (await read(queries)).flat() as Row[]
}

export type Page<One> = {
  readonly listed: readonly One[]
  /** Where the next page begins; null = this is the last one. */
  readonly next: Place | null
}

type Paging<One> = {
  readonly most: number
  readonly placeOf: (one: One) => Place
  readonly isLatestFirst?: boolean
}

/** The first so many of what was read, in the order of their places. Ask for one more than that. */
export function pageOf<One>(
  found: readonly One[],
  { most, placeOf, isLatestFirst = false }: Paging<One>,
): Page<One> {
  const turn = isLatestFirst ? -1 : 1
  const placed = found.map((one) => ({ one, ...placeOf(one) }))
  const sorted = placed.toSorted((a, b) => turn * (a.at - b.at || (a.id < b.id ? -1 : 1)))
  const page = sorted.slice(0, most)
  const last = sorted.length > most ? page.at(-1) : undefined
  return { listed: page.map(({ one }) => one), next: last ? { at: last.at, id: last.id } : null }
}
