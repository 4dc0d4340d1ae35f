import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import {
  type DecidingRepeat,
  type RepeatSide,
  repeatStepsFor,
} from '#domain/repeats/decide-repeat.ts'
import type { RepeatEvent, RepeatStepType } from '#domain/repeats/evolve-repeat.ts'
import type { Repeat } from '#domain/repeats/repeat.ts'
import { repeatSides } from '#domain/repeats/repeat-sides.ts'
import { type Permission, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { staffNamesOf } from '#functions/staff/names-of-staff.ts'
import { eventsOf, examined, type RepeatEventRow, repeatByCode } from './store.ts'

export type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

export type NotSeen = 'not_found' | 'not_your_role'

export type SeenRepeat = {
  readonly database: Database
  readonly repeat: Repeat
  readonly isExamined: boolean
  readonly sides: readonly RepeatSide[]
  /** Newest first. */
  readonly rows: readonly RepeatEventRow[]
}

const MOST_STEPS = 30

/** Places of both outlets of a return, for somebody's scope. */
export async function placesOfRepeat(
  { hub, staff }: Pick<Asking, 'hub' | 'staff'>,
  repeats: readonly Pick<Repeat, 'outlet' | 'byOutlet'>[],
) {
  const codes = repeats.flatMap(({ outlet, byOutlet }) => [outlet, byOutlet])
  const found = codes.length > 0 ? await findPlaces(hub, staff, codes) : []
  const places = new Map(found.map((place) => [place.outlet, place]))
  const placeOf = (code: string): Place =>
    places.get(code) ?? { outlet: '', partner: null, regions: [] }
  return ({ outlet, byOutlet }: Pick<Repeat, 'outlet' | 'byOutlet'>) => ({
    ...{ before: placeOf(outlet), back: placeOf(byOutlet) },
  })
}

/** A return, for somebody who holds a permission at the outlet that it came from or came back to. */
export async function seeRepeat(
  asking: Asking,
  code: string,
  permission: Permission = 'repeat.see',
): Promise<SeenRepeat | { readonly refusal: NotSeen }> {
  const { databases, staff } = asking
  const database = databases.of(bucketOfTicket(code))
  const [[row], [looked], rows] = await readTogether([
    repeatByCode(database, code),
    examined(database, code),
    eventsOf(database, code, MOST_STEPS),
  ])
  if (!row) return { refusal: 'not_found' }
  const repeat: Repeat = JSON.parse(row.state)
  const { before, back } = (await placesOfRepeat(asking, [repeat]))(repeat)
  const why = whyNotPermitted(staff, permission, [before, back])
  if (why) return { refusal: why === 'out_of_scope' ? 'not_found' : why }
  const sides = repeatSides(staff, { before, back })
  return { database, repeat, isExamined: looked?.examined === 1, sides, rows }
}

/** A step as its page tells it. */
export type ToldStep = {
  readonly version: number
  readonly type: RepeatEvent['type']
  readonly at: number
  readonly by: string
  readonly reason: RepeatEvent['data']['reason']
  readonly words: string | null
}

export type ShownRepeat = Pick<SeenRepeat, 'repeat' | 'isExamined' | 'sides'> & {
  /** What the person may do now. */
  readonly steps: readonly RepeatStepType[]
  /** Newest first. */
  readonly told: readonly ToldStep[]
}

const deciding = (
  { now, staff }: Asking,
  { sides, isExamined }: Pick<SeenRepeat, 'sides' | 'isExamined'>,
): Omit<DecidingRepeat, 'expectedVersion'> => ({ now, by: staff.id, sides, isExamined })

/** A return with everything that was said of it, and what the asker may do. */
export async function showRepeat(
  asking: Asking,
  code: string,
): Promise<ShownRepeat | { readonly refusal: NotSeen }> {
  const seen = await seeRepeat(asking, code)
  if ('refusal' in seen) return seen
  const { repeat, isExamined, sides, rows } = seen
  const data = rows.map((row) => JSON.parse(row.data) as RepeatEvent['data'])
  const ids = [...new Set(data.map(({ by }) => by))]
  const names = ids.length > 0 ? await staffNamesOf(asking.hub, ids) : new Map<string, string>()
  return {
    ...{ repeat, isExamined, sides },
    steps: repeatStepsFor(repeat, deciding(asking, seen)),
    told: rows.map(({ version, type, happened_at: at, words }, place) => ({
      ...{ version, type: type as RepeatEvent['type'], at, words },
      by: names.get(data[place]?.by ?? '') ?? data[place]?.by ?? '',
      reason: data[place]?.reason ?? 'new_fault',
    })),
  }
}
