import { isWaiting, nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { timersOf } from '#domain/repairs/timers.ts'
import { must } from './judge.ts'
import type { Records } from './records.ts'

const HOUR_MS = 3_600_000
/** No outlet's day is longer, with the clock turned back, and whoever was called is given half an hour. */
const LONGEST_STAY_MS = 26 * HOUR_MS

type Moment = {
  readonly now: number
  /** Whether everything due has just been done. */
  readonly isUpToDate: boolean
}

/** Every step that the system owes has an alarm set, no later than an hour after it falls due. */
export function checkClocks({ repairs, bookings }: Records, { now, isUpToDate }: Moment): void {
  const slots = new Map(bookings.map(({ code, state }) => [code, state.startsAt]))
  const check = (name: string, owed: number | undefined, alarm: number | null) => {
    if (owed === undefined) return
    must(alarm !== null, () => `${name}: nothing will wake it at ${owed}`)
    must(
      (alarm ?? 0) <= Math.max(owed, now) + HOUR_MS,
      () => `${name}: woken at ${alarm}, owed ${owed}`,
    )
    must(!isUpToDate || owed > now, () => `${name}: overdue since ${owed}, now ${now}`)
  }
  for (const { code, state, dueAt } of repairs) {
    const owed = timersOf(state, slots.get(code) ?? null).find(({ kind }) => kind !== 'remind')
    check(`repair ${code}, ${state.status}`, owed?.at, dueAt)
  }
  for (const { code, state, dueAt } of bookings) {
    if (isWaiting(state)) {
      const name = `visit ${code}, ${state.status}`
      check(name, dueAt ?? undefined, dueAt)
      must(
        dueAt !== null && dueAt <= state.lastHappenedAt + LONGEST_STAY_MS,
        () => `${name}: nobody closes it, woken at ${dueAt}`,
      )
      continue
    }
    const owed = nextBookingTimer(state, 0) ?? undefined
    check(`visit ${code}, ${state.status}`, owed, dueAt)
    const isIdle = owed !== undefined || dueAt === null
    must(isIdle, () => `visit ${code}, ${state.status}: woken for nothing at ${dueAt}`)
  }
}
