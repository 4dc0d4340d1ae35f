import { fileKey, type Publication } from '#domain/publications/publication.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'

/** A file's text by its key in the bucket; null = it isn't there. */
export type ReadFile = (key: string) => Promise<string | null>

/** The document of one of all publications by its number; null = none was asked for, or frozen. */
export async function readDocument(
  all: readonly Publication[],
  number: number | null,
  read: ReadFile,
): Promise<PublicationDocument | null> {
  const file = all
    .find((one) => one.number === number)
    ?.frozen?.files.find(({ name }) => name === 'figures.json')
  if (number === null || !file) return null
  const text = await read(fileKey(number, file))
  if (text === null) throw new Error(`the files of publication ${number} are gone`)
  return JSON.parse(text) as PublicationDocument
}
