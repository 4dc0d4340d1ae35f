import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { applyMigrations } from '#scripts/database/apply-migrations.ts'
import { hubDatabaseId, localD1FileName } from '#scripts/database/hub-file.ts'
import { inlineValues } from '#scripts/database/inline-values.ts'
import { forgetServer, noteServer } from '#scripts/database/noted-server.ts'
import { findHub, HubInUse, openHub } from '#scripts/database/open-hub.ts'
import { writtenOut } from '#scripts/database/remote-hub.ts'
import { refreshHours } from '#scripts/hours/refresh-hours.ts'
import { aFile, anEmptyHub, importInto, outletIn } from '#support/import-fixture.ts'

const aDir = () => mkdtempSync(join(tmpdir(), 'fixpoint-hub-'))

describe('the local hub file', () => {
  test('has the name that workerd gives the database id', () => {
    expect(localD1FileName('00000000-0000-0000-0000-000000000001')).toBe(
      'a36f84ea60804f30bb0c7f7cad9f5336a6cca0165abdab8b9241d93dbf0b6006.sqlite',
    )
  })

  test('takes the id of the binding from wrangler.toml, the preview id first', () => {
    const other = '[[d1_databases]]\nbinding = "OTHER"\ndatabase_id = "x"\n'
    const hub = '[[d1_databases]]\nbinding = "HUB"\ndatabase_id = "y"\n[vars]\ndatabase_id = "z"\n'
    expect(hubDatabaseId(other + hub)).toBe('y')
    expect(hubDatabaseId(hub.replace('[vars]', 'preview_database_id = "p"'))).toBe('p')
    expect(() => hubDatabaseId(other)).toThrow(/HUB/)
  })

  test('is created with all migrations and found again', async () => {
    const persistDir = aDir()
    expect(findHub(persistDir)).toBeNull()
    const first = await openHub({ persistDir, server: null })
    expect(first.migrated).toEqual(
      readdirSync('migrations').filter((name) => name.endsWith('.sql')),
    )
    first.close()
    const second = await openHub({ persistDir, server: null })
    expect(second.migrated).toEqual([])
    const ledger = await second.database.prepare('SELECT name FROM d1_migrations').all()
    expect(ledger.results).toEqual(first.migrated.map((name) => ({ name })))
    second.close()
    expect(findHub(persistDir)).toBe(first.path)
  })

  test('is not written beside a process that keeps it open', async () => {
    const persistDir = aDir()
    const first = await openHub({ persistDir, server: null })
    first.close()
    const other = new DatabaseSync(first.path)
    other.prepare('SELECT count(*) FROM outlets').get()
    await expect(openHub({ persistDir, server: null, patienceMs: 300 })).rejects.toThrow(HubInUse)
    other.close()
  })

  test('is asked for where it was served last, whatever the port', async () => {
    const persistDir = aDir()
    const first = await openHub({ persistDir, server: null })
    first.close()
    const other = new DatabaseSync(first.path)
    other.prepare('SELECT count(*) FROM outlets').get()
    noteServer(persistDir, 'http://127.0.0.1:9')
    await expect(openHub({ persistDir, patienceMs: 300 })).rejects.toThrow('http://127.0.0.1:9')
    forgetServer(persistDir)
    await expect(openHub({ persistDir, patienceMs: 300 })).rejects.not.toThrow('http://127.0.0.1:9')
    other.close()
  })
})

test('a migration that fails leaves nothing and is applied whole when mended', () => {
  const dir = aDir()
  const path = join(dir, '0001_a.sql')
  writeFileSync(path, 'CREATE TABLE a (x); INSERT INTO b VALUES (1);')
  const file = new DatabaseSync(':memory:')
  expect(() => applyMigrations(file, dir)).toThrow(/0001_a.sql/)
  expect(file.prepare("SELECT 1 FROM sqlite_master WHERE name = 'a'").get()).toBeUndefined()
  writeFileSync(path, 'CREATE TABLE a (x);')
  writeFileSync(join(dir, '0010_c.sql'), 'CREATE TABLE c (x);')
  writeFileSync(join(dir, '0009_b.sql'), 'CREATE TABLE b (x);')
  expect(applyMigrations(file, dir)).toEqual(['0001_a.sql', '0009_b.sql', '0010_c.sql'])
})

describe("D1's interface over node:sqlite", () => {
  const put = 'INSERT INTO counters (name, value) VALUES (?1, ?2)'

  test('binds by number, answers rows, first values, raw rows and changes', async () => {
    const { hub } = anEmptyHub()
    expect((await hub.prepare(put).bind('a', 1).run()).meta.changes).toBe(1)
    const all = hub.prepare('SELECT name, value FROM counters WHERE name = ?2 OR name = ?1')
    expect((await all.bind('x', 'a').all()).results).toEqual([{ name: 'a', value: 1 }])
    expect(await all.bind('a', 'a').first('value')).toBe(1)
    expect(await all.bind('x', 'x').first()).toBeNull()
    expect(await all.bind('a', 'a').raw({ columnNames: true })).toEqual([
      ['name', 'value'],
      ['a', 1],
    ])
    await expect(hub.prepare(put).bind('b', undefined).run()).rejects.toThrow(/D1_TYPE_ERROR/)
  })

  test('a batch is one transaction', async () => {
    const { hub } = anEmptyHub()
    const twice = [hub.prepare(put).bind('b', 1), hub.prepare(put).bind('b', 2)]
    await expect(hub.batch(twice)).rejects.toThrow(/UNIQUE/)
    expect(await hub.prepare("SELECT * FROM counters WHERE name = 'b'").first()).toBeNull()
  })

  test('a stream of statements is one transaction too', async () => {
    const { hub } = anEmptyHub()
    async function* failing() {
      yield { sql: put, values: ['c', 1] }
      throw new Error('stop')
    }
    await expect(hub.batchStream(failing())).rejects.toThrow('stop')
    expect(await hub.prepare("SELECT * FROM counters WHERE name = 'c'").first()).toBeNull()
  })
})

test('numbers and nulls are written into a statement, texts stay parameters', () => {
  expect(inlineValues("a = ?1 AND b = ?2 AND c = '?' AND d = ?1 -- ?", [7, 'x'])).toEqual({
    sql: "a = 7 AND b = ?1 AND c = '?' AND d = 7 -- ?",
    params: ['x'],
  })
  expect(inlineValues('VALUES (?, ?, ?)', [null, true, "it's"])).toEqual({
    sql: 'VALUES (NULL, 1, ?1)',
    params: ["it's"],
  })
})

test('a statement for a file carries its values, quotes doubled', () => {
  const sql = "SELECT ?1, '?1', ?2"
  expect(writtenOut({ sql, values: ["it's ?2", 3] })).toBe("SELECT 'it''s ?2', '?1', 3")
})

test('refreshing hours moves the horizon and the change number, not version or events', async () => {
  const network = anEmptyHub()
  await importInto(network, aFile('code,name,lat,lon,hours\nNY-1,A,40.7,-74.0,Mo-Su 10:00-20:00\n'))
  const later = { today: '2026-12-24' }
  expect(await refreshHours(network.hub, later)).toBe(1)
  expect(outletIn(network, 'NY-1')?.hours?.until).toBe('2028-01-27')
  expect(network.file.prepare('SELECT version, changed_seq FROM outlets').get()).toMatchObject({
    version: 1,
    changed_seq: 2,
  })
  expect(await refreshHours(network.hub, later)).toBe(0)
})
