import { addDays, wallTimeIn } from '#domain/outlets/wall-time.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  type AbsentDay,
  absenceSubject,
  absencesFrom,
  lastAbsenceEvent,
  setAbsence,
} from './absence-store.ts'
import { type EditableOutlet, type EditingAs, findOutlet } from './edit-outlet.ts'

export type { AbsentDay } from './absence-store.ts'

export type AbsenceWish = {
  readonly code: string
  /** The opening day, a local date of the outlet. */
  readonly date: string
  /** Seats and benches fewer that day; 0 and 0 = everybody is back. */
  readonly seats: number
  readonly benches: number
  readonly key: string | null
}

export type AbsenceAnswer = { readonly code: string; readonly version: number }
export type AbsenceRefusal =
  | 'bad_dates'
  | 'bad_value'
  | 'stale'
  | 'unknown_outlet'
  | 'not_your_role'
  | 'key_reused'

/** Days ahead that absences can be entered for. */
export const ABSENCE_HORIZON_DAYS = 120

function whyNot({ outlet }: EditableOutlet, wish: AbsenceWish, now: number): AbsenceRefusal | null {
  const { date: today } = wallTimeIn(outlet.zone, now)
  const isAhead = wish.date >= today && wish.date <= addDays(today, ABSENCE_HORIZON_DAYS)
  if (!isAhead) return 'bad_dates'
  const { counterSeats, benches } = outlet
  return wish.seats > counterSeats || wish.benches > benches ? 'bad_value' : null
}

/**
 * Says how many seats and benches are fewer at an outlet on a day, since staff are away. What is booked
 * already stays; nothing more is given away than those who are there can serve.
 */
export async function setAbsentDay(
  asking: EditingAs & Pick<Sources, 'databases'>,
  { key, ...wish }: AbsenceWish,
): Promise<Task<AbsenceAnswer, AbsenceRefusal>> {
  const { hub, databases, now, staff } = asking
  const command = await commandOf({ name: 'set_absence', key, body: wish, actor: staff.id, now })
  const { code, date, seats, benches } = wish
  const seen = await findOutlet(asking, code, 'outlet.hours')
  const database = seen.ok ? databases.of(seen.found.outlet.bucket) : hub
  const refusal = seen.ok ? whyNot(seen.found, { ...wish, key }, now) : seen.refusal
  if (refusal) return { database, command, proposal: { kind: 'refused', refusal } }
  const [kept, [last]] = await readEverywhere([
    keptAnswer(database, command),
    lastAbsenceEvent(database, code),
  ])
  const replay = replayOf<AbsenceAnswer>(kept, command)
  if (replay) return { database, command, proposal: replay }
  const version = (last?.version ?? 0) + 1
  return {
    ...{ database, command },
    proposal: {
      kind: 'change',
      answer: { code, version },
      events: [
        {
          ...{ subject: absenceSubject(code), version, type: 'outlet.staffed', happenedAt: now },
          data: { outlet: code, day: date, seatsAway: seats, benchesAway: benches },
        },
      ],
      rows: [setAbsence(database, code, { date, seats, benches })],
    },
  }
}

const MOST_DAYS = 60

/** The days from today on which staff are away. */
export async function absentDays(
  { databases, now }: Pick<Sources, 'databases' | 'now'>,
  { outlet: { code, zone, bucket } }: EditableOutlet,
): Promise<readonly AbsentDay[]> {
  const { date: from } = wallTimeIn(zone, now)
  const wish = { from, most: MOST_DAYS }
  const [days] = await readEverywhere([absencesFrom(databases.of(bucket), code, wish)])
  return days
}
