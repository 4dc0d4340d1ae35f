import config from '#config'
import { type Database, newTally, type Tally } from '#functions/db/database.ts'
import { databasesOf } from '#functions/db/databases.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Bindings, Platform } from './context.ts'

/** What use cases may ask, put together from what a deployment binds: for a request, or for a clock. */
export function sourcesOf(
  env: Bindings,
  { now, randomByte }: Pick<Platform, 'now' | 'randomByte'>,
): Sources & { readonly tally: Tally } {
  const tally = newTally()
  const hub: Database = { name: 'hub', d1: env.HUB, tally }
  const bound = (binding: string) => (env as unknown as Record<string, D1Database>)[binding]
  return {
    hub,
    databases: databasesOf(hub, config.buckets, bound, tally),
    keys: keysOf(env),
    now: now(),
    randomByte,
    config,
    tally,
  }
}
