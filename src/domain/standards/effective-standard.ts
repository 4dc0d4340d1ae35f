import { type Pledge, type PledgePeriod, type PledgePlace, pledgedAt } from './pledge.ts'
import type { Standard } from './standard.ts'
import { type Edition, editionAt } from './standard-set.ts'
import { stricterOf } from './strictness.ts'

/** Where a standard is asked about: an outlet with the regions above it, a region with those above, or neither. */
export type StandardPath = {
  readonly outlet: string | null
  /** The outlet's own region first, its country last. */
  readonly regions: readonly string[]
}

export const EVERYWHERE: StandardPath = { outlet: null, regions: [] }

export type Book = { readonly editions: readonly Edition[]; readonly pledges: readonly Pledge[] }

export type EffectiveStandard = {
  /** As it holds there: threshold and target are the strictest of all that was said. */
  readonly standard: Standard
  readonly edition: Edition
  /** What HQ alone says. */
  readonly base: Standard
  /** Pledges that run there and are held to the same measure. */
  readonly pledges: readonly { readonly pledge: Pledge; readonly period: PledgePeriod }[]
}

const isOn = ({ outlet, regions }: StandardPath, place: PledgePlace): boolean =>
  place.kind === 'outlet' ? place.code === outlet : regions.includes(place.id)

/**
 * What a standard asks for at a place and an instant; null = no edition in force lists it. HQ's is the
 * minimum: pledges of the place and of the regions above it make threshold and target stricter, each by
 * itself, never laxer, also where HQ went beyond them since. A pledge to another measure than the
 * standard's present one says nothing. An internal standard is never laxer than the promise it serves
 * as that holds there.
 * HQ says 90 % in 60 min and the outlet pledged 45 min: 90 % in 45 min. HQ then says 95 %: 95 % in 45 min.
 */
export function effectiveStandard(
  book: Book,
  { id, path, at }: { readonly id: string; readonly path: StandardPath; readonly at: number },
): EffectiveStandard | null {
  const edition = editionAt(book.editions, at)
  const base = edition?.standards.find((standard) => standard.id === id)
  if (!edition || !base) return null
  const pledges = book.pledges.flatMap((pledge) => {
    if (pledge.standardId !== id || !isOn(path, pledge.place)) return []
    const period = pledgedAt(pledge, at)
    return period?.kpi === base.kpi ? [{ pledge, period }] : []
  })
  const own = pledges.reduce((sum, { period }) => stricterOf(sum, period), base)
  const served =
    base.serves === null ? null : effectiveStandard(book, { id: base.serves, path, at })
  const standard = served ? stricterOf(own, served.standard) : own
  return { standard, edition, base, pledges }
}

/** Everything that is in force at a place, as it holds there, in the set's order. */
export function effectiveStandards(
  book: Book,
  { path, at }: { readonly path: StandardPath; readonly at: number },
): readonly EffectiveStandard[] {
  const edition = editionAt(book.editions, at)
  return (edition?.standards ?? []).flatMap(({ id }) => {
    const found = effectiveStandard(book, { id, path, at })
    return found ? [found] : []
  })
}
