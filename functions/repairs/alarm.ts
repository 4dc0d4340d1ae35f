import type { Repair } from '#domain/repairs/repair.ts'
import { timersOf } from '#domain/repairs/timers.ts'

/**
 * When a repair's clock is to act next, null = never: a step that the system still owes is due at once,
 * whatever else happened since; a reminder whose time has passed isn't sent late.
 */
export const alarmOf = (repair: Repair, now: number, slotAt: number | null = null): number | null =>
  timersOf(repair, slotAt).find(({ at, kind }) => at > now || kind !== 'remind')?.at ?? null
