import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileKey } from '#domain/publications/publication.ts'
import type { PublicationEntry } from '#domain/publications/publication-document.ts'
import {
  type PublicationRow,
  publicationFromRow,
  publicEntries,
} from '#functions/publications/publication-rows.ts'
import type { QueryHub } from './query-hub.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function writeWhole(path: string, bytes: Uint8Array | string): void {
  writeFileSync(`${path}.next`, bytes)
  renameSync(`${path}.next`, path)
}

/** Keeps a file of the bucket where the next snapshot looks first: `publications/<number>/<sha256>/<name>`. */
export function keepFile(dir: string, key: string, bytes: string): void {
  const [, number = '', , name = ''] = key.split('/')
  mkdirSync(join(dir, 'publications', number), { recursive: true })
  writeWhole(join(dir, 'publications', number, name), bytes)
}

/**
 * Writes every publication's files, byte for byte as they were frozen, and `index.json` beside them. A file
 * that stands with its hash is kept; one that hashes to something else than was frozen is refused.
 */
export function snapshotPublications(hub: QueryHub, dir: string): readonly PublicationEntry[] {
  const rows = hub.rows(`SELECT * FROM publications WHERE status = 'published' ORDER BY number`)
  const entries = publicEntries(rows.map((row) => publicationFromRow(row as PublicationRow)))
  const at = join(dir, 'publications')
  for (const { number, files } of entries) {
    mkdirSync(join(at, String(number)), { recursive: true })
    for (const file of files) {
      const path = join(at, String(number), file.name)
      if (existsSync(path) && hashOf(readFileSync(path)) === file.sha256) continue
      const bytes = hub.object(fileKey(number, file))
      if (hashOf(bytes) !== file.sha256) {
        throw new Error(`${file.name} of publication ${number} isn't what was frozen`)
      }
      writeWhole(path, bytes)
    }
  }
  mkdirSync(at, { recursive: true })
  writeWhole(join(at, 'index.json'), JSON.stringify({ publications: entries }))
  return entries
}

/** Copies them into a site: `/data/publications/<number>/…`, and nothing else that lies there. */
export function writePublications(snapshot: string, outDir: string): void {
  const from = join(snapshot, 'publications')
  const to = join(outDir, 'data/publications')
  const index = join(from, 'index.json')
  if (!existsSync(index)) return
  mkdirSync(to, { recursive: true })
  const { publications } = JSON.parse(readFileSync(index, 'utf8')) as {
    publications: readonly PublicationEntry[]
  }
  for (const { number, files } of publications) {
    for (const { name } of files) {
      cpSync(join(from, String(number), name), join(to, String(number), name))
    }
  }
  cpSync(index, join(to, 'index.json'))
}
