import { env } from 'cloudflare:workers'

const FILE = { name: 'figures.json', sha256: 'a1', bytes: 2 }

/** Publication 1, of October, with a file of nothing, and a contest of November's figures of HZ-001. */
export async function putPublication(): Promise<void> {
  const frozen = JSON.stringify({ files: [FILE], summary: [], zeros: null })
  await env.MEDIA.put('publications/1/a1/figures.json', '{}')
  await env.HUB.prepare(
    `INSERT OR IGNORE INTO publications (number, version, month, revision, status, frozen_by,
       signed_by, frozen_at, published_at, frozen, updated_at)
     VALUES (1, 4, '2026-10', 1, 'published', 'stf_1', 'stf_2', 0, 0, ?1, 0)`,
  )
    .bind(frozen)
    .run()
  await env.HUB.batch([
    env.HUB.prepare(
      `INSERT OR IGNORE INTO figure_contests (id, version, outlet_code, month, kpi, status, raised_by,
         raised_at, updated_at)
       VALUES ('x', 1, 'HZ-001', '2026-11', 'promise_kept', 'open', 'stf_1', 0, 0)`,
    ),
    env.HUB.prepare(
      `INSERT OR IGNORE INTO figure_contest_words VALUES ('x', 'It was shut.', NULL)`,
    ),
  ])
}
