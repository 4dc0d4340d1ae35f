import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publicationCsv } from '#domain/publications/publication-csv.ts'
import type {
  PublicationDocument,
  PublicationHead,
} from '#domain/publications/publication-document.ts'
import { applyMigrations } from '#scripts/database/apply-migrations.ts'
import { snapshotPublications, writePublications } from '#scripts/site/snapshot-publications.ts'
import { HEAD, publish } from '../publications/a-publication.ts'

const SCHEMA = readFileSync('public/data/publications/schema-1.json')
const snapshot = mkdtempSync(join(tmpdir(), 'fixpoint-snapshot-'))
const file = new DatabaseSync(':memory:')
const stored = new Map<string, Uint8Array>()
const hub = {
  rows: (sql: string) => file.prepare(sql).all() as Record<string, unknown>[],
  object: (key: string) => stored.get(key) ?? new Uint8Array(),
  close: () => {},
}
const sites: string[] = []
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** October as it was known: of 40 promises of each outlet so many were kept. */
const october = (head: PublicationHead, kept: number, previous: PublicationDocument | null) =>
  publish(() => ({ promise_due: 40, promise_kept: kept, 'survey.csat|score=5': 12 }), {
    ...{ head, previous },
  })

/** Freezes and publishes a document: its files in the bucket, named by their hashes, and its row. */
function release(document: PublicationDocument): void {
  const { number, month, revision, revises, reason } = document.publication
  const texts = {
    'figures.json': Buffer.from(JSON.stringify(document)),
    'figures.csv': Buffer.from(publicationCsv(document)),
    'schema.json': SCHEMA,
  }
  const files = Object.entries(texts).map(([name, bytes]) => {
    const sha256 = hashOf(bytes)
    stored.set(`publications/${number}/${sha256}/${name}`, bytes)
    return { name, sha256, bytes: bytes.length }
  })
  file
    .prepare(
      `INSERT INTO publications VALUES (?, 4, ?, ?, ?, ?, 'published', 'stf_1', 'stf_2', 0, ?, ?, 0)`,
    )
    .run(
      ...[number, month, revision, revises, reason, number],
      JSON.stringify({ files, summary: [], zeros: null }),
    )
}

/** A site of its own, built from a snapshot taken now: what a deployment brings. */
function build(): string {
  const site = mkdtempSync(join(tmpdir(), 'fixpoint-site-'))
  sites.push(site)
  snapshotPublications(hub, snapshot)
  writePublications(snapshot, site)
  return join(site, 'data/publications')
}

const filesOf = (site: string, number: number) =>
  Object.fromEntries(
    readdirSync(join(site, String(number))).map((name) => [
      name,
      hashOf(readFileSync(join(site, String(number), name))),
    ]),
  )

const first = october(HEAD, 36, null)
const revised = october(
  { ...HEAD, number: 2, revision: 2, revises: 1, reason: 'late_facts' },
  38,
  first,
)

beforeAll(() => applyMigrations(file))
afterAll(() => {
  for (const dir of [snapshot, ...sites]) rmSync(dir, { recursive: true })
})

it('a revision keeps the files that it replaces where they are, byte for byte', () => {
  release(first)
  const before = build()
  release(revised)
  const after = build()
  const names = ['figures.csv', 'figures.json', 'schema.json']
  expect(Object.keys(filesOf(before, 1))).toEqual(names)
  expect(filesOf(after, 1)).toEqual(filesOf(before, 1))
  expect(Object.keys(filesOf(after, 2))).toEqual(names)
  expect(filesOf(after, 2)['figures.json']).not.toBe(filesOf(after, 1)['figures.json'])
  const { publications } = JSON.parse(readFileSync(join(after, 'index.json'), 'utf8'))
  for (const { number, files } of publications) {
    const said = files.map(({ name, sha256 }: Record<string, string>) => [name, sha256])
    expect(Object.fromEntries(said)).toEqual(filesOf(after, number))
  }
})

it('every published file validates against the schema that stands beside it', () => {
  const site = build()
  for (const number of ['1', '2']) {
    const schema = JSON.parse(readFileSync(join(site, number, 'schema.json'), 'utf8'))
    const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false })
    const validates = ajv.compile(schema)
    validates(JSON.parse(readFileSync(join(site, number, 'figures.json'), 'utf8')))
    expect(validates.errors).toBeNull()
    expect(validates({ form: 1 })).toBe(false)
  }
})

it('the list of publications validates against its own schema, and one without hashes doesn’t', () => {
  const site = build()
  const schema = JSON.parse(readFileSync('public/data/publications/index-schema-1.json', 'utf8'))
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false })
  const validates = ajv.compile(schema)
  const index = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8'))
  validates(index)
  expect(validates.errors).toBeNull()
  const [one] = index.publications
  expect(validates({ publications: [{ ...one, files: [{ name: 'figures.json' }] }] })).toBe(false)
})

it('a stranger recomputes what stands on the site: no differences', () => {
  const site = build()
  for (const number of ['1', '2']) {
    const script = join(process.cwd(), 'public/data/publications/recompute.mjs')
    const { stdout, status } = spawnSync(
      process.execPath,
      [script, 'figures.json', 'figures.csv'],
      {
        ...{ cwd: join(site, number), encoding: 'utf8' },
      },
    )
    expect(stdout).toMatch(/figures\.json: \d{2,} figures, \d{2,} recomputed/)
    expect({ status, isSame: stdout.endsWith('differences: 0\n') }).toEqual({
      ...{ status: 0, isSame: true },
    })
  }
})
