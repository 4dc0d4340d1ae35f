import { env } from 'cloudflare:workers'
import type { Standard } from '#domain/standards/standard.ts'
import type { StandardSet } from '#domain/standards/standard-set.ts'
import { aDraft, anEdition, aStandard } from '#support/a-standard.ts'

/** A promise of an hour, the minimum for outlets that serves it, and one about coming back. */
export const STANDARDS: readonly Standard[] = [
  aStandard({ title: { en: 'In one hour', 'zh-CN': '一小时' } }),
  aStandard({ id: 'bench-hour', audience: 'internal', serves: 'one-hour', threshold: 50 }),
  aStandard({ id: 'no-repeat', kpi: 'repeat_rate', threshold: 30, target: 3, stage: 'back' }),
]

async function put(set: StandardSet): Promise<void> {
  const { scope, supervisor, standards } = set
  await env.HUB.prepare(
    `INSERT OR IGNORE INTO standard_sets (version, revision, status, number, effective_from, published_at, body, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)`,
  )
    .bind(
      ...[set.version, set.revision, set.status, set.number, set.effectiveFrom, set.publishedAt],
      JSON.stringify({ scope, supervisor, standards }),
    )
    .run()
}

/** Puts an edition in force. */
export const putEdition = (standards = STANDARDS): Promise<void> => put(anEdition(standards))

/** Puts a draft of version 2 beside it. */
export const putDraft = (standards = STANDARDS): Promise<void> =>
  put(aDraft(standards, { version: 2, revision: 1 }))
