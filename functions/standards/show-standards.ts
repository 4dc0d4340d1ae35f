import { opensRoute } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import {
  type EffectiveStandard,
  EVERYWHERE,
  effectiveStandards,
} from '#domain/standards/effective-standard.ts'
import { type Pledge, placeFromKey, placeKey } from '#domain/standards/pledge.ts'
import { holdsAt } from '#domain/standards/standard.ts'
import { type Edition, editionAt, type StandardSet } from '#domain/standards/standard-set.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotAtPlace } from './edit-pledge.ts'
import { bookFrom, findStandardPlace, loadBook, type StandardPlace } from './load-book.ts'
import { setFromRow } from './set-rows.ts'
import { pledgesAfter, setByVersion, setHeads, standingSets } from './store.ts'

type Reading = Pick<Sources, 'hub' | 'now'>

export type PublicStandards = {
  readonly edition: Edition | null
  readonly standards: readonly EffectiveStandard[]
}

/**
 * The promises in force, everywhere or as they hold at an outlet: those that hold there, with its own
 * and its regions' pledges. Internal standards are in no answer.
 */
export async function publicStandards(
  { hub, now }: Reading,
  outlet: string | null,
): Promise<PublicStandards | { readonly refusal: 'unknown_outlet' }> {
  const place = outlet === null ? null : await findStandardPlace(hub, `outlet/${outlet}`)
  if (outlet !== null && !place) return { refusal: 'unknown_outlet' }
  const book = await loadBook(hub, now, place)
  const path = place ?? EVERYWHERE
  return {
    edition: editionAt(book.editions, now),
    standards: effectiveStandards(book, { path, at: now }).filter(
      ({ standard }) =>
        standard.audience === 'public' && (place === null || holdsAt(standard, place)),
    ),
  }
}

export type SetHeadRow = {
  readonly version: number
  readonly status: string
  readonly number: string
  readonly effective_from: number | null
  readonly published_at: number | null
}

export type DeskStandards = {
  /** The one shown: in force, or the version asked for; null = there is none. */
  readonly shown: StandardSet | null
  readonly inForce: number | null
  readonly draft: StandardSet | null
  /** The newest edition, which the draft would repeal. */
  readonly newest: Edition | null
  readonly history: readonly SetHeadRow[]
  readonly pledges: readonly Pledge[]
}

const MOST_VERSIONS = 50
const MOST_PLEDGES = 100

/** The set for the staff, minima and all: the edition in force, or another version by its number. */
export async function deskStandards(
  { hub, now, staff }: Reading & { readonly staff: Staff },
  version: number | null,
): Promise<DeskStandards | { readonly refusal: 'not_your_role' }> {
  if (!opensRoute(staff, 'standard.see')) return { refusal: 'not_your_role' }
  const [sets, heads, asked, pledges] = await readTogether([
    standingSets(hub, now),
    setHeads(hub, MOST_VERSIONS),
    setByVersion(hub, version ?? 0),
    pledgesAfter(hub, { after: '', most: MOST_PLEDGES }),
  ])
  const book = bookFrom(sets, pledges)
  const inForce = editionAt(book.editions, now)
  const mayEdit = opensRoute(staff, 'standard.edit')
  const seen = asked[0] ? setFromRow(asked[0]) : null
  return {
    shown: version === null ? inForce : seen?.status === 'draft' && !mayEdit ? null : seen,
    inForce: inForce?.version ?? null,
    draft: mayEdit ? book.draft : null,
    newest: book.editions.at(-1) ?? null,
    history: heads.filter(({ status }) => mayEdit || status === 'published'),
    pledges: book.pledges,
  }
}

export type PledgesAtPlace = {
  readonly place: StandardPlace
  /** As they hold there, its own word included. */
  readonly standards: readonly EffectiveStandard[]
  readonly own: readonly Pledge[]
}

/** The promises at a place and its own word beyond them, for whoever may give it. */
export async function pledgesOfPlace(
  { hub, now, staff }: Reading & { readonly staff: Staff },
  key: string,
): Promise<PledgesAtPlace | { readonly refusal: 'not_found' | 'not_your_role' }> {
  const place = placeFromKey(key) && (await findStandardPlace(hub, key))
  if (!place) return { refusal: 'not_found' }
  const refusal = whyNotAtPlace(staff, 'pledge.edit', place)
  if (refusal) return { refusal }
  const book = await loadBook(hub, now, place)
  return {
    place,
    standards: effectiveStandards(book, { path: place, at: now }).filter(
      ({ standard }) =>
        standard.audience === 'public' && (place.outlet === null || holdsAt(standard, place)),
    ),
    own: book.pledges.filter((pledge) => placeKey(pledge.place) === key),
  }
}
