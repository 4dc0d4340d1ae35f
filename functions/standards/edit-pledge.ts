import { type Permission, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import {
  decidePledge,
  type PledgeAction,
  type PledgeRefusal as Undecided,
} from '#domain/standards/decide-pledge.ts'
import type { Book } from '#domain/standards/effective-standard.ts'
import { placeFromKey, placeKey } from '#domain/standards/pledge.ts'
import { holdsAt, type Measure } from '#domain/standards/standard.ts'
import type { MeasurePart } from '#domain/standards/strictness.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { findStandardPlace, loadBook, type StandardPlace } from './load-book.ts'
import { writePledge } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'now'> & { readonly staff: Staff }

export type PledgeWish = {
  /** `outlet/SZ-001`, `region/cn-zhejiang` */
  readonly place: string
  readonly standardId: string
  readonly action: PledgeAction
  readonly expectedVersion: number
  readonly key: string | null
}

export type PledgeAnswer = { readonly version: number }
export type PledgeRefusal =
  | Exclude<Undecided, 'laxer' | 'no_stricter'>
  | 'laxer_promise'
  | 'not_stricter'
  | 'not_found'
  | 'not_your_role'
  | 'key_reused'

/** What a word given or taken back comes to; of one that says too little, in what and what holds already. */
export type PledgeTask = Task<PledgeAnswer, PledgeRefusal> & {
  readonly parts: readonly MeasurePart[]
  readonly minimum: Measure | null
}

const NAMED: Partial<Record<Undecided, PledgeRefusal>> = {
  laxer: 'laxer_promise',
  no_stricter: 'not_stricter',
}
const refusalOf = (refusal: Undecided): PledgeRefusal =>
  NAMED[refusal] ?? (refusal as PledgeRefusal)

/** Why somebody may not at a place; out of scope is as if it weren't there. */
export function whyNotAtPlace(
  staff: Staff,
  permission: Permission,
  { outlet, partner, regions }: StandardPlace,
): 'not_found' | 'not_your_role' | null {
  const refusal = whyNotPermitted(staff, permission, [{ outlet: outlet ?? '', partner, regions }])
  return refusal === 'out_of_scope' ? 'not_found' : refusal
}

/** Whether a standard holds at a place by any edition that is in force or to come: an outlet pledges nothing that isn't done there. */
const holdsThere = ({ editions }: Book, place: StandardPlace, standardId: string): boolean =>
  editions.some(({ standards }) =>
    standards.some(
      (standard) =>
        standard.id === standardId && (place.outlet === null || holdsAt(standard, place)),
    ),
  )

/** Gives an outlet's or a region's word beyond a promise, or takes it back. */
export async function editPledge(
  { hub, now, staff }: Asking,
  { place: key, standardId, action, expectedVersion, key: commandKey }: PledgeWish,
): Promise<PledgeTask> {
  const body = { place: key, standardId, action, expectedVersion }
  const asked = { name: 'edit_pledge', key: commandKey, body, actor: staff.id, now }
  const command = await commandOf(asked)
  const told = { database: hub, command, parts: [], minimum: null }
  const refused = (refusal: PledgeRefusal): PledgeTask => ({
    ...{ ...told, proposal: { kind: 'refused', refusal } },
  })
  const [pledgePlace, found] = [placeFromKey(key), await findStandardPlace(hub, key)]
  if (!pledgePlace || !found) return refused('not_found')
  const why = whyNotAtPlace(staff, 'pledge.edit', found)
  if (why) return refused(why)
  const [kept] = await readTogether([keptAnswer(hub, command)])
  const replay = replayOf<PledgeAnswer>(kept, command)
  if (replay) return { ...told, proposal: replay }
  const book = await loadBook(hub, now, found)
  const standing =
    book.pledges.find((one) => one.standardId === standardId && placeKey(one.place) === key) ?? null
  if (!holdsThere(book, found, standardId)) return refused('unknown_standard')
  const above = found.outlet === null ? found.regions.slice(1) : found.regions
  const decided = decidePledge(standing, action, {
    ...{ place: pledgePlace, standardId, expectedVersion, above, book, now },
  })
  if (!decided.ok) {
    const { parts, minimum } = decided
    return { ...refused(refusalOf(decided.refusal)), parts, minimum }
  }
  return {
    ...told,
    proposal: {
      kind: 'change',
      answer: { version: decided.pledge.version },
      events: [{ ...decided.event, happenedAt: now }],
      rows: [writePledge(hub, decided.pledge, now)],
    },
  }
}
