import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Book } from '#domain/standards/effective-standard.ts'
import { applyMigrations } from '#scripts/database/apply-migrations.ts'
import { sqliteD1 } from '#scripts/database/sqlite-d1.ts'
import { takeSnapshot } from '#scripts/site/take-snapshot.ts'
import { ensureStandards } from '#scripts/standards/load-default-set.ts'

const NOW = Date.UTC(2026, 10, 18)
const dir = mkdtempSync(join(tmpdir(), 'fixpoint-snapshot-'))
const file = new DatabaseSync(':memory:')
const database = sqliteD1(file)

beforeAll(() => {
  vi.stubEnv('FIXPOINT_SNAPSHOT', dir)
  applyMigrations(file)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

function snapshot(): { readonly text: string; readonly book: Book } {
  takeSnapshot(
    {
      rows: (sql) => file.prepare(sql).all() as Record<string, unknown>[],
      object: () => new Uint8Array(),
      close: () => {},
    },
    new Date(NOW).toISOString(),
  )
  const text = readFileSync(join(dir, 'standards.json'), 'utf8')
  return { text, book: JSON.parse(text) as Book }
}

it('builds from nothing where nothing is published', () => {
  expect(snapshot().book).toEqual({ editions: [], pledges: [] })
})

it('publishes the default set once, in force from then on', async () => {
  expect(await ensureStandards(database, NOW)).toBeGreaterThan(20)
  expect(await ensureStandards(database, NOW + 1)).toBe(0)
  const { editions } = snapshot().book
  expect(editions).toMatchObject([{ version: 1, effectiveFrom: NOW, status: 'published' }])
})

it('lets no page be built from a minimum for outlets, a draft, or a pledge on what isn’t public', async () => {
  const put = `INSERT INTO standard_sets (version, revision, status, number, body, updated_at)
    SELECT 2, 1, 'draft', 'secret-draft', body, 0 FROM standard_sets WHERE version = 1`
  file.exec(put)
  const pledge = file.prepare(`INSERT INTO pledges VALUES ('outlet/HZ-001', ?, 1, '[]', 0)`)
  for (const id of ['one-hour-repair', 'bench-hour']) pledge.run(id)
  const { text, book } = snapshot()
  expect(text).not.toMatch(/internal|first-time-fix|bench-hour|secret-draft/)
  expect(book.pledges.map(({ standardId }) => standardId)).toEqual(['one-hour-repair'])
})
