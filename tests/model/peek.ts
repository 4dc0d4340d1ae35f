import type { Booking } from '#domain/bookings/booking.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { World } from './world.ts'

/** What stands of a code, as the rows say. */
export type Standing = { readonly repair: Repair; readonly booking: Booking | null }

/** The database that a code's work lies in. */
export function databaseOf({ hub, others, ranges }: World, code: string): D1Database {
  const bucket = bucketOfTicket(code)
  const range = ranges.find(({ from, to }) => from <= bucket && bucket <= to)
  return (range && others[range.binding]) ?? hub
}

const STATES = `SELECT 'repair' AS kind, state FROM repairs WHERE code = ?1
  UNION ALL SELECT 'booking', state FROM bookings WHERE code = ?1`

export async function peekAt(world: World, code: string): Promise<Standing> {
  const { results } = await databaseOf(world, code)
    .prepare(STATES)
    .bind(code)
    .all<{ kind: 'repair' | 'booking'; state: string }>()
  const stateOf = (kind: string) => results.find((row) => row.kind === kind)?.state
  const repair = stateOf('repair')
  const booking = stateOf('booking')
  if (repair === undefined) throw new Error(`no repair ${code}`)
  return { repair: JSON.parse(repair), booking: booking === undefined ? null : JSON.parse(booking) }
}
