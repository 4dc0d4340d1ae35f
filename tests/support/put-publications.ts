import type { PublishedPlace } from '#domain/publications/months-of-places.ts'
import { openHub } from '#scripts/database/open-hub.ts'
import { storeLocally } from '#scripts/site/local-bucket.ts'
import { keepFile } from '#scripts/site/snapshot-publications.ts'
import { type DrawnPublication, drawnPublications } from './drawn-publications.ts'

/** A part of the network that is large enough for a funnel: a page for each region of all would only be slow. */
const PROVINCES = ['beijing', 'guangdong', 'jiangsu', 'shanghai', 'zhejiang']

const PLACES = `WITH RECURSIVE told(id, parent) AS (
    SELECT id, 'network' FROM regions WHERE id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT regions.id, told.id FROM regions JOIN told ON regions.parent_id = told.id)
  SELECT id, 'region' AS scope, parent FROM told
  WHERE EXISTS (SELECT 1 FROM outlets WHERE region_id IN (
    WITH RECURSIVE below(id) AS (SELECT told.id
      UNION ALL SELECT regions.id FROM regions JOIN below ON regions.parent_id = below.id)
    SELECT id FROM below))
  UNION ALL SELECT code, 'outlet', region_id FROM outlets JOIN told ON told.id = region_id
  ORDER BY 2 DESC, 1`

const INSERT = `INSERT INTO publications (number, version, month, revision, revises, reason, status,
    frozen_by, signed_by, frozen_at, published_at, frozen, updated_at)
  VALUES (?1, 4, ?2, ?3, ?4, ?5, 'published', 'stf_1', 'stf_2', ?6, ?6, ?7, ?6)`

const rowOf = ({ head, frozen }: DrawnPublication) => [
  ...([head.number, head.month, head.revision, head.revises, head.reason] as const),
  ...([Date.parse(head.frozenAt), frozen] as const),
]

/**
 * Puts publications of a part of the network into a database, and their files into the bucket and where a
 * snapshot looks first.
 */
export async function putPublications(persistDir: string, snapshot: string): Promise<void> {
  const hub = await openHub({ persistDir, server: null })
  try {
    const { results } = await hub.database
      .prepare(PLACES)
      .bind(JSON.stringify(PROVINCES))
      .all<PublishedPlace>()
    const drawn = drawnPublications(results, new Date().toISOString().slice(0, 10))
    const files = drawn.flatMap((one) => one.files)
    await storeLocally(persistDir, files)
    for (const { key, text } of files) keepFile(snapshot, key, text)
    await hub.database.batch(drawn.map((one) => hub.database.prepare(INSERT).bind(...rowOf(one))))
  } finally {
    hub.close()
  }
}
