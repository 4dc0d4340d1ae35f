import { type Prepared, readEverywhere } from './statement.ts'

type Named = Readonly<Record<string, Prepared | null>>

type RowsByName<Queries extends Named> = {
  readonly [Name in keyof Queries]: NonNullable<Queries[Name]> extends Prepared<infer Row>
    ? readonly Row[]
    : never
}

/**
 * Reads everything in one trip: queries by name, of which those that are null answer no rows, and
 * further ones of one kind, one for each database.
 */
export async function readNamed<const Queries extends Named, Row = never>(
  queries: Queries,
  others: readonly Prepared<Row>[] = [],
): Promise<{ readonly named: RowsByName<Queries>; readonly others: readonly (readonly Row[])[] }> {
  const asked = Object.entries(queries).flatMap(([name, query]) => (query ? [{ name, query }] : []))
  const rows = (await readEverywhere([
    ...asked.map(({ query }) => query),
    ...others,
  ])) as readonly (readonly unknown[])[]
  const byName = new Map(asked.map(({ name }, place) => [name, rows[place] ?? []]))
  const named = Object.fromEntries(
    Object.keys(queries).map((name) => [name, byName.get(name) ?? []]),
  )
  return {
    named: named as unknown as RowsByName<Queries>,
    others: rows.slice(asked.length) as readonly (readonly Row[])[],
  }
}
