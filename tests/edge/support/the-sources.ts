import { env } from 'cloudflare:workers'
import config from '#config'
import { databasesOf } from '#functions/db/databases.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import { uncapped } from '#functions/http/sources-of.ts'
import { TEST_SECRET } from '#support/test-secret.ts'
import { theHub } from './a-hub.ts'
import { NOW } from './a-worker.ts'

/** What use cases ask, over the migrated database; without caps unless a test brings its own. */
export function theSources(change: Partial<Sources> = {}): Sources {
  const hub = change.hub ?? theHub()
  return {
    hub,
    databases: databasesOf(hub, [], () => env.HUB, hub.tally),
    keys: keysOf({ SECRET_KEY: TEST_SECRET }),
    now: NOW,
    randomByte: () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0,
    config: uncapped(config),
    ...change,
  }
}
