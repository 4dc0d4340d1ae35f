import type { FigureId } from '../kpis/kpi-definitions.ts'
import type { Cut, PublicationFile, RevisionReason } from './publication-document.ts'

export const PUBLICATION_STATUSES = ['draft', 'frozen', 'signed', 'published', 'dropped'] as const
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number]

/** A figure of the network in its newest month, as the desk compares it. */
export type SummaryLine = {
  readonly kpi: FigureId
  readonly cut: Cut | null
  /** `2026-10` */
  readonly month: string
  readonly n: number | null
  readonly value: number | null
  readonly target: number | null
  readonly kept: boolean | null
}

/** What a freeze fixes: nothing changes it any more. */
export type Frozen = {
  readonly files: readonly PublicationFile[]
  readonly summary: readonly SummaryLine[]
  /** Outlets' days without any data that somebody said are right, and why. */
  readonly zeros: { readonly days: number; readonly reason: string } | null
}

/** A numbered publication on its way. */
export type Publication = {
  readonly number: number
  /** Number of its last event. */
  readonly version: number
  readonly month: string
  readonly revision: number
  readonly revises: number | null
  readonly reason: RevisionReason | null
  readonly status: PublicationStatus
  /** Staff ids; null = not yet. */
  readonly frozenBy: string | null
  readonly signedBy: string | null
  /** Epoch ms; null = not yet. */
  readonly frozenAt: number | null
  readonly publishedAt: number | null
  readonly frozen: Frozen | null
}

/** The subject under which the events of a publication are numbered. */
export const publicationSubject = (number: number): string => `publication/${number}`

/** Where a file of it lies in the bucket: named by what is in it, so that nothing is ever overwritten. */
export const fileKey = (number: number, { name, sha256 }: PublicationFile): string =>
  `publications/${number}/${sha256}/${name}`

/**
 * The publication beside which one must not tell of few people: what it revises, else the newest frozen
 * one, by its newest revision, of the nearest earlier month; null = there is none. A dropped one was
 * never told. Of November, after October's 1 and its revision 2, it is 2.
 */
export function numberBefore(all: readonly Publication[], one: Publication): number | null {
  const earlier = all
    .filter(({ month, status, frozen }) => month < one.month && status !== 'dropped' && frozen)
    .toSorted((a, b) => a.month.localeCompare(b.month) || a.number - b.number)
  return one.revises ?? earlier.at(-1)?.number ?? null
}
