import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const LOCAL_D1_CLASS = 'miniflare-D1DatabaseObject'

/**
 * The database id that `wrangler dev` uses for a D1 binding: `preview_database_id` where given.
 * Reads the wrangler.toml text; throws when the binding is not there.
 */
export function hubDatabaseId(toml: string, binding = 'HUB'): string {
  const block = toml
    .split(/^\s*\[\[d1_databases\]\]\s*$/m)
    .slice(1)
    .map((text) => text.split(/^\s*\[/m)[0] ?? '')
    .find((text) => new RegExp(`^\\s*binding\\s*=\\s*"${binding}"`, 'm').test(text))
  const settingOf = (key: string) =>
    new RegExp(`^\\s*${key}\\s*=\\s*"([^"]+)"`, 'm').exec(block ?? '')?.[1]
  const id = settingOf('preview_database_id') ?? settingOf('database_id')
  if (!id) throw new Error(`wrangler.toml has no D1 database bound as ${binding}.`)
  return id
}

/**
 * The name workerd gives a database's file: the id of the durable object that holds it, which is an
 * HMAC of the database id under the class's key. See docs/decisions/local-database.md.
 */
export function localD1FileName(databaseId: string): string {
  const key = createHash('sha256').update(LOCAL_D1_CLASS).digest()
  const sign = (data: string | Buffer) =>
    createHmac('sha256', key).update(data).digest().subarray(0, 16)
  const name = sign(databaseId)
  return `${Buffer.concat([name, sign(name)]).toString('hex')}.sqlite`
}

/** Where `wrangler dev --persist-to <persistDir>` keeps the hub. */
export function hubFilePath(persistDir: string, wranglerToml = 'wrangler.toml'): string {
  const id = hubDatabaseId(readFileSync(wranglerToml, 'utf8'))
  return join(persistDir, 'v3', 'd1', LOCAL_D1_CLASS, localD1FileName(id))
}
