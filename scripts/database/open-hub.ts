import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { applyMigrations, pendingMigrations } from './apply-migrations.ts'
import type { HubDatabase } from './d1-shape.ts'
import { staysInUse } from './exclusive-use.ts'
import { hubDatabaseId, hubFilePath } from './hub-file.ts'
import { notedServer } from './noted-server.ts'
import { servedD1, servesDatabase } from './served-d1.ts'
import { sqliteD1 } from './sqlite-d1.ts'

const BUSY_MS = 10_000
const PATIENCE_MS = 15_000
const DEFAULT_SERVER = 'http://127.0.0.1:8787'

export type Hub = {
  readonly database: HubDatabase
  readonly path: string
  /** The file itself, for what no server is asked to do; only read where one serves it. */
  readonly file: DatabaseSync
  /** The server that writes for us, or null: straight into the file. */
  readonly servedBy: string | null
  /** Names of the migrations applied just now. */
  readonly migrated: readonly string[]
  readonly close: () => void
}

const defaultPersistDir = () => resolve(process.env.FIXPOINT_PERSIST ?? '.wrangler/state')

/** The local hub's file, or null when there is none yet. */
export function findHub(persistDir = defaultPersistDir()): string | null {
  const path = hubFilePath(persistDir)
  return existsSync(path) ? path : null
}

/** A running server has the database and can't be asked to write: writing beside it breaks it. */
export class HubInUse extends Error {
  constructor(path: string, origins: readonly string[]) {
    super(
      `${path} is in use by another process, and no server that serves it was found at ${origins.join(', ') || '(none asked)'}. Stop that process, or name its address in FIXPOINT_SERVER.`,
    )
    this.name = 'HubInUse'
  }
}

/** The database is being served and lacks migrations, which are applied to the file alone. */
export class HubBehind extends Error {
  constructor(pending: readonly string[]) {
    super(`The running server's database lacks ${pending.join(', ')}. Stop it and start it anew.`)
    this.name = 'HubBehind'
  }
}

/** Opens or creates the file as workerd would (WAL); brings its tables up to date unless it is being served. */
function openFile(path: string, migrationsDir: string, served: boolean) {
  mkdirSync(dirname(path), { recursive: true })
  const file = new DatabaseSync(path, { timeout: BUSY_MS, readOnly: served })
  if (served) {
    const pending = pendingMigrations(file, migrationsDir)
    if (pending.length > 0) throw new HubBehind(pending)
    return { file, migrated: [] }
  }
  file.exec('PRAGMA journal_mode = WAL')
  file.exec('PRAGMA synchronous = NORMAL')
  return { file, migrated: applyMigrations(file, migrationsDir) }
}

/** True when what is written through the server appears in the file: it serves this very database. */
async function servesThisFile(database: HubDatabase, file: DatabaseSync): Promise<boolean> {
  const name = `probe/${randomUUID()}`
  const put = database.prepare('INSERT INTO counters (name, value) VALUES (?1, 1)').bind(name)
  const take = database.prepare('DELETE FROM counters WHERE name = ?1').bind(name)
  await put.run()
  const seen = file.prepare('SELECT 1 FROM counters WHERE name = ?').get(name) !== undefined
  await take.run()
  return seen
}

async function findServer(path: string, origin: string): Promise<HubDatabase | null> {
  const id = hubDatabaseId(readFileSync('wrangler.toml', 'utf8'))
  if (!(await servesDatabase(origin, id))) return null
  const database = servedD1(origin, id)
  const file = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS })
  try {
    return (await servesThisFile(database, file)) ? database : null
  } catch (error) {
    // A database without tables: somebody else's, or ours before its first migration.
    if (/no such table/.test((error as Error).message)) return null
    throw error
  } finally {
    file.close()
  }
}

/** Where a server may be asked: the one that was named, else where one was started last, else 8787. */
function originsToAsk(persistDir: string, server: string | null | undefined): readonly string[] {
  if (server !== undefined) return server === null ? [] : [server]
  const named = process.env.FIXPOINT_SERVER
  if (named) return [named]
  return [...new Set([notedServer(persistDir) ?? DEFAULT_SERVER, DEFAULT_SERVER])]
}

async function findServers(path: string, origins: readonly string[]) {
  for (const origin of origins) {
    const database = await findServer(path, origin)
    if (database) return { database, origin }
  }
  return null
}

/**
 * The local hub, created where it is missing, with all migrations applied. Beside a running
 * `wrangler dev` (FIXPOINT_SERVER, where `npm start` serves, or port 8787) statements go through it;
 * else into the file.
 */
export async function openHub(
  options: {
    persistDir?: string
    server?: string | null
    migrationsDir?: string
    patienceMs?: number
  } = {},
): Promise<Hub> {
  const persistDir = options.persistDir ?? defaultPersistDir()
  const path = hubFilePath(persistDir)
  const origins = originsToAsk(persistDir, options.server)
  const served = existsSync(path) ? await findServers(path, origins) : null
  if (!served && existsSync(path) && (await staysInUse(path, options.patienceMs ?? PATIENCE_MS))) {
    throw new HubInUse(path, origins)
  }
  const { file, migrated } = openFile(path, options.migrationsDir ?? 'migrations', served !== null)
  return {
    database: served?.database ?? sqliteD1(file),
    ...{ path, file },
    servedBy: served?.origin ?? null,
    migrated,
    close: () => file.close(),
  }
}
