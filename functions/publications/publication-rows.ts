import type { Publication, PublicationStatus } from '#domain/publications/publication.ts'
import type { PublicationEntry, RevisionReason } from '#domain/publications/publication-document.ts'

export type PublicationRow = {
  readonly number: number
  readonly version: number
  readonly month: string
  readonly revision: number
  readonly revises: number | null
  readonly reason: string | null
  readonly status: string
  readonly frozen_by: string | null
  readonly signed_by: string | null
  readonly frozen_at: number | null
  readonly published_at: number | null
  readonly frozen: string | null
}

export const publicationFromRow = (row: PublicationRow): Publication => ({
  ...{ number: row.number, version: row.version, month: row.month },
  ...{ revision: row.revision, revises: row.revises, reason: row.reason as RevisionReason | null },
  status: row.status as PublicationStatus,
  ...{ frozenBy: row.frozen_by, signedBy: row.signed_by },
  ...{ frozenAt: row.frozen_at, publishedAt: row.published_at },
  frozen: row.frozen === null ? null : JSON.parse(row.frozen),
})

/** What the public may know of all there are, newest first. */
export function publicEntries(all: readonly Publication[]): readonly PublicationEntry[] {
  const published = all.filter(({ status }) => status === 'published')
  return published
    .toSorted((a, b) => b.number - a.number)
    .map(({ number, month, revision, revises, reason, frozenAt, publishedAt, frozen }) => ({
      ...{ number, month, revision, revises, reason },
      frozenAt: new Date(frozenAt ?? 0).toISOString(),
      publishedAt: new Date(publishedAt ?? 0).toISOString(),
      revisedBy: published.find((one) => one.revises === number)?.number ?? null,
      files: frozen?.files ?? [],
    }))
}
