import config, { type FixpointConfig } from '#config'
import { type Database, newTally, type Tally } from '#functions/db/database.ts'
import { databasesOf } from '#functions/db/databases.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Bindings, Platform } from './context.ts'

const NO_CAPS = {
  ...{ holdsOfClient: 0, requestsOfClient: 0 },
  ...{ openOfPhone: 0, requestsOfPhone: 0, lostCodesOfPhone: 0 },
  acknowledgementsOfContact: 0,
}

/** The configuration, but any number of requests from anybody. */
export const uncapped = (capped: FixpointConfig): FixpointConfig => ({
  ...capped,
  booking: { ...capped.booking, caps: NO_CAPS },
})

/** An environment that nobody named is taken for production: what is shown to customers must not hang on a slip. */
export const isProduction = ({ ENVIRONMENT = 'production' }: Pick<Bindings, 'ENVIRONMENT'>) =>
  ENVIRONMENT === 'production'

/** A thousand tests book under one number; where customers do, no variable lifts the caps. */
const configFor = (env: Bindings): FixpointConfig =>
  env.BOOKING_CAPS === 'off' && !isProduction(env) ? uncapped(config) : config

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
    config: configFor(env),
    tally,
  }
}
