import { isWaiting } from '#domain/bookings/booking-timers.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnBooking } from './act-on-booking.ts'
import { dueBookings, leaveAlone } from './store.ts'

const SYSTEM: Actor = { id: 'system', roles: ['system'], via: 'system' }
const MOST = 100
/** How long a booking that couldn't be marked is left alone. */
const LEFT_ALONE_MS = 3_600_000

/**
 * Marks visits that nobody came to, 30 minutes after their slot's end, and closes those that still wait
 * as their outlet closes. Answers how many there were.
 */
export async function runBookingClocks(sources: Sources): Promise<number> {
  let ran = 0
  const failures: unknown[] = []
  for (const database of sources.databases.all) {
    const [due] = await readTogether([dueBookings(database, sources.now, MOST)])
    for (const booking of due) {
      const { code } = booking
      const action = { type: isWaiting(booking) ? 'leave' : 'miss' } as const
      const step = {
        code,
        action,
        expectedVersion: null,
        actor: SYSTEM,
        happenedAt: null,
        key: null,
      }
      const marked = await carryStep(() => actOnBooking(sources, step)).then(
        ({ kind }) => kind === 'done',
        (error: unknown) => {
          failures.push(error)
          return false
        },
      )
      if (marked) continue
      // One that can't be marked holds up no other.
      await writeRows(database, [leaveAlone(database, booking, sources.now + LEFT_ALONE_MS)])
    }
    ran += due.length
  }
  if (failures.length > 0) throw failures[0]
  return ran
}
