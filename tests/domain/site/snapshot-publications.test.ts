import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyMigrations } from '#scripts/database/apply-migrations.ts'
import { snapshotPublications, writePublications } from '#scripts/site/snapshot-publications.ts'

const snapshot = mkdtempSync(join(tmpdir(), 'fixpoint-snapshot-'))
const site = mkdtempSync(join(tmpdir(), 'fixpoint-site-'))
const file = new DatabaseSync(':memory:')
const stored = new Map<string, Uint8Array>()
let reads = 0
const hub = {
  rows: (sql: string) => file.prepare(sql).all() as Record<string, unknown>[],
  object: (key: string) => {
    reads += 1
    return stored.get(key) ?? new Uint8Array()
  },
  close: () => {},
}

/** A publication with one file of these words, stored under its hash. */
function put(number: number, text: string, status = 'published'): void {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  stored.set(`publications/${number}/${sha256}/figures.json`, bytes)
  const files = [{ name: 'figures.json', sha256, bytes: bytes.length }]
  const revises = number > 1 ? number - 1 : null
  file
    .prepare(
      `INSERT INTO publications VALUES (?, 4, '2026-10', ?, ?, ?, ?, 'stf_1', 'stf_2', 0, ?, ?, 0)`,
    )
    .run(
      ...[number, number, revises, revises && 'late_facts', status],
      ...[status === 'published' ? 0 : null, JSON.stringify({ files, summary: [], zeros: null })],
    )
}

beforeAll(() => applyMigrations(file))
afterAll(() => {
  for (const dir of [snapshot, site]) rmSync(dir, { recursive: true })
})

const built = (path: string) => readFileSync(join(site, 'data/publications', path), 'utf8')

it('lists nothing where nothing is published', () => {
  put(1, '{"form":1,"secret":"not signed off"}', 'frozen')
  snapshotPublications(hub, snapshot)
  writePublications(snapshot, site)
  expect(built('index.json')).toBe('{"publications":[]}')
  expect(readdirSync(join(site, 'data/publications'))).toEqual(['index.json'])
})

it('brings the very bytes that were frozen into the site, and keeps the old beside a revision', () => {
  file.exec('DELETE FROM publications')
  put(1, '{"form":1}')
  put(2, '{"form":1,"after":"a revision"}')
  snapshotPublications(hub, snapshot)
  writePublications(snapshot, site)
  expect(built('1/figures.json')).toBe('{"form":1}')
  expect(built('2/figures.json')).toBe('{"form":1,"after":"a revision"}')
  const { publications } = JSON.parse(built('index.json'))
  expect(publications).toMatchObject([
    { number: 2, revises: 1, reason: 'late_facts', revisedBy: null },
    { number: 1, revises: null, revisedBy: 2 },
  ])
})

it('fetches nothing again that it has', () => {
  const before = reads
  snapshotPublications(hub, snapshot)
  expect(reads).toBe(before)
})

it('builds from no file that isn’t what was frozen', () => {
  put(3, '{"form":1,"n":3}')
  for (const key of stored.keys())
    if (key.startsWith('publications/3/')) stored.set(key, new Uint8Array([1]))
  expect(() => snapshotPublications(hub, snapshot)).toThrow(
    'isn’t what was frozen'.replace('’', "'"),
  )
})
