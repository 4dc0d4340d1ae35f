import type { LocalText } from '../outlets/outlet.ts'
import type { Standard } from './standard.ts'

/** What heads a set: its number as a document, what it covers and doesn't, who watches over it. */
export type SetHead = {
  /** `FX-S-2026-01` */
  readonly number: string
  readonly scope: LocalText
  readonly supervisor: LocalText
}

/** One version of the network's standards. */
export type StandardSet = SetHead & {
  /** 1, 2, 3 …: each published one repeals the one before, at the instant it takes effect. */
  readonly version: number
  /** Number of the last event of this version. */
  readonly revision: number
  readonly standards: readonly Standard[]
  readonly status: 'draft' | 'published'
  /** Epoch ms; null = a draft. */
  readonly effectiveFrom: number | null
  readonly publishedAt: number | null
}

/** A version that can't be changed any more. */
export type Edition = StandardSet & {
  readonly status: 'published'
  readonly effectiveFrom: number
  readonly publishedAt: number
}

export const isEdition = (set: StandardSet): set is Edition =>
  set.status === 'published' && set.effectiveFrom !== null && set.publishedAt !== null

/** The subject under which the events of a version are numbered. */
export const setSubject = (version: number): string => `standard_set/${version}`

/**
 * The edition in force at an instant: the last one whose `effectiveFrom` has come; null = none yet.
 * An edition holds in `[effectiveFrom, effectiveFrom of the next)`.
 */
export function editionAt(editions: readonly Edition[], at: number): Edition | null {
  let found: Edition | null = null
  for (const edition of editions) {
    if (edition.effectiveFrom > at) continue
    if (!found || edition.version > found.version) found = edition
  }
  return found
}

/** The version that an edition repeals; null = the first. */
export const repeals = ({ version }: Pick<StandardSet, 'version'>): number | null =>
  version > 1 ? version - 1 : null
