import { getCollection } from 'astro:content'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type {
  PublicationDocument,
  PublicationEntry,
} from '#domain/publications/publication-document.ts'
import { type ToldFigures, toldFigures } from '#domain/publications/told-figures.ts'

const snapshotDir = resolve(process.env['FIXPOINT_SNAPSHOT'] ?? '.snapshot')

export type Publications = {
  /** All that were published, the newest number first. */
  readonly entries: readonly PublicationEntry[]
  /** What stands of each month, the newest month first. */
  readonly standing: readonly PublicationEntry[]
}

/** What was published up to the snapshot. */
export async function thePublications(): Promise<Publications> {
  const rows = await getCollection('publications')
  const entries = rows
    .map(({ data }) => data as unknown as PublicationEntry)
    .toSorted((a, b) => b.number - a.number)
  const standing = entries
    .filter(({ revisedBy }) => revisedBy === null)
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
  return { entries, standing }
}

/** The bytes that are served, too: no page is made from anything else. */
export const readDocument = (number: number): PublicationDocument =>
  JSON.parse(
    readFileSync(join(snapshotDir, 'publications', String(number), 'figures.json'), 'utf8'),
  )

const kept = new Map<number, ToldFigures>()

/**
 * The figures of a publication. A document of a large network has tens of megabytes, and a build that kept
 * a year of them would have no memory left: the last two asked for are kept, one for each language's turn.
 */
export function figuresIn(number: number): ToldFigures {
  const known = kept.get(number)
  if (known) return known
  const told = toldFigures(readDocument(number))
  const [oldest] = kept.keys()
  if (kept.size > 1 && oldest !== undefined) kept.delete(oldest)
  kept.set(number, told)
  return told
}

export type Newest = ToldFigures & { readonly entry: PublicationEntry }

let newest: Promise<Newest | null> | undefined

/** The newest month's, which most pages are made from; null = nothing was published yet. */
export function newestFigures(): Promise<Newest | null> {
  newest ??= thePublications().then(({ standing: [entry] }) =>
    entry ? { ...toldFigures(readDocument(entry.number)), entry } : null,
  )
  return newest
}
