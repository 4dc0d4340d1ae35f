import { randomBytes } from 'node:crypto'
import config from '#config'
import { type Database, newTally } from '#functions/db/database.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { HubDatabase } from '../database/d1-shape.ts'

type Local = { readonly hub: HubDatabase; readonly secret: string; readonly now: number }

/** What use cases ask, over the local database: everything lies in the hub. */
export function localSources({ hub, secret, now }: Local): Sources {
  const database: Database = {
    ...{ name: 'hub', tally: newTally() },
    d1: hub as unknown as D1Database,
  }
  return {
    hub: database,
    databases: { of: () => database, all: [database] },
    keys: keysOf({ SECRET_KEY: secret }),
    now,
    randomByte: () => randomBytes(1)[0] ?? 0,
    config,
  }
}
