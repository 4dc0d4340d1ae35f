import { fileKey } from '#domain/publications/publication.ts'
import type { PublicationEntry } from '#domain/publications/publication-document.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { publicationFromRow, publicEntries } from './publication-rows.ts'
import { everyPublication } from './store.ts'

/** Everything that was published, newest first. */
export async function publicPublications({
  hub,
}: Pick<Sources, 'hub'>): Promise<readonly PublicationEntry[]> {
  const [rows] = await readTogether([everyPublication(hub)])
  return publicEntries(rows.map(publicationFromRow))
}

/** Where the figures of a publication lie; null = none was published under that number. */
export async function figuresKey(
  asking: Pick<Sources, 'hub'>,
  number: number,
): Promise<string | null> {
  const entry = (await publicPublications(asking)).find((one) => one.number === number)
  const file = entry?.files.find(({ name }) => name === 'figures.json')
  return file ? fileKey(number, file) : null
}
