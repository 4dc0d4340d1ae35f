import { defineCollection } from 'astro:content'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Loader } from 'astro/loaders'

const snapshotDir = resolve(process.env['FIXPOINT_SNAPSHOT'] ?? '.snapshot')

/**
 * Reads one file that `npm run snapshot` wrote: rows with an `id`, or one thing, kept under the file's
 * name. Without a snapshot the collection is empty, so that types can be checked; building then fails.
 */
const snapshotFile = (name: string): Loader => ({
  name: `snapshot-${name}`,
  load: async ({ store, logger }) => {
    const path = join(snapshotDir, `${name}.json`)
    store.clear()
    if (!existsSync(path)) return logger.warn(`${path} is missing`)
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    const rows = Array.isArray(content) ? content : [{ ...(content as object), id: name }]
    for (const row of rows) store.set({ id: String(row.id), data: row })
  },
})

/** What was published, a row each; `src/content/publications.ts` reads their figures. */
const publications: Loader = {
  name: 'snapshot-publications',
  load: async ({ store }) => {
    const path = join(snapshotDir, 'publications/index.json')
    store.clear()
    if (!existsSync(path)) return
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    const rows = (content as { publications: readonly Record<string, unknown>[] }).publications
    for (const row of rows) store.set({ id: String(row['number']), data: row })
  },
}

export const collections = {
  outlets: defineCollection({ loader: snapshotFile('outlets') }),
  regions: defineCollection({ loader: snapshotFile('regions') }),
  partners: defineCollection({ loader: snapshotFile('partners') }),
  calendars: defineCollection({ loader: snapshotFile('calendars') }),
  notices: defineCollection({ loader: snapshotFile('notices') }),
  standards: defineCollection({ loader: snapshotFile('standards') }),
  improvements: defineCollection({ loader: snapshotFile('improvements') }),
  coverage: defineCollection({ loader: snapshotFile('coverage') }),
  publications: defineCollection({ loader: publications }),
  qualifications: defineCollection({ loader: snapshotFile('qualifications') }),
  meta: defineCollection({ loader: snapshotFile('meta') }),
}
