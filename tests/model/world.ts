import type { BucketRange } from '#config'
import config from '#config'
import { type Database, newTally } from '#functions/db/database.ts'
import { databasesOf } from '#functions/db/databases.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import { uncapped } from '#functions/http/sources-of.ts'
import { TEST_SECRET } from '#support/test-secret.ts'

/** The real side of the model: migrated databases. */
export type World = {
  readonly hub: D1Database
  readonly others: Readonly<Record<string, D1Database>>
  readonly ranges: readonly BucketRange[]
}

export const allOf = ({ hub, others }: World): readonly [D1Database, ...D1Database[]] => [
  hub,
  ...Object.values(others),
]

/** What stands between a use case and a database: faults, and turns among racers. */
export type Wire = (d1: D1Database) => D1Database

const straight: Wire = (d1) => d1

type Asking = {
  readonly now: number
  readonly randomByte: () => number
  readonly wire?: Wire
}

const keys = keysOf({ SECRET_KEY: TEST_SECRET })

/** What a use case asks, over these databases. */
export function sourcesOf(world: World, { now, randomByte, wire = straight }: Asking): Sources {
  const tally = newTally()
  const wired = new Map(allOf(world).map((d1) => [d1, wire(d1)]))
  const through = (d1: D1Database): D1Database => wired.get(d1) ?? wire(d1)
  const hub: Database = { name: 'hub', d1: through(world.hub), tally }
  const bound = (binding: string) => {
    const d1 = world.others[binding]
    return d1 && through(d1)
  }
  return {
    hub,
    databases: databasesOf(hub, world.ranges, bound, tally),
    keys,
    now,
    randomByte,
    config: uncapped(config),
  }
}

/** Statements as they are, batches as they come through. */
export const wireOf =
  (onBatch: (run: () => Promise<D1Result[]>) => Promise<D1Result[]>): Wire =>
  (d1) =>
    ({
      prepare: (sql: string) => d1.prepare(sql),
      batch: (statements: D1PreparedStatement[]) => onBatch(() => d1.batch(statements)),
    }) as unknown as D1Database
