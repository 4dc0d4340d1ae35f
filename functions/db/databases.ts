import type { BucketRange } from '#config'
import { BUCKET_COUNT } from '#domain/outlets/bucket.ts'
import type { Database, Tally } from './database.ts'

export type Databases = {
  /** Where everything of the outlets in a bucket lies. */
  readonly of: (bucket: number) => Database
  /** Each database once. */
  readonly all: readonly Database[]
}

/**
 * The databases that buckets are mapped to. Where no range names a bucket it lies in the hub; a range
 * whose binding is missing throws, since its outlets' work would be written to the wrong place.
 */
export function databasesOf(
  hub: Database,
  ranges: readonly BucketRange[],
  bound: (binding: string) => D1Database | undefined,
  tally: Tally,
): Databases {
  const named = new Map<string, Database>()
  for (const { binding } of ranges) {
    const d1 = bound(binding)
    if (!d1) throw new Error(`no database is bound as ${binding}`)
    named.set(binding, { name: binding, d1, tally })
  }
  const of = (bucket: number): Database => {
    if (!Number.isInteger(bucket) || bucket < 0 || bucket >= BUCKET_COUNT) {
      throw new RangeError(`no such bucket: ${bucket}`)
    }
    const range = ranges.find(({ from, to }) => from <= bucket && bucket <= to)
    return (range && named.get(range.binding)) ?? hub
  }
  const whole = ranges.reduce((covered, { from, to }) => covered + to - from + 1, 0) >= BUCKET_COUNT
  return { of, all: whole ? [...named.values()] : [hub, ...named.values()] }
}
