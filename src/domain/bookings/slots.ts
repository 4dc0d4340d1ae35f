import type { CompiledHours } from '../outlets/compiled-hours.ts'
import { addDays, wallTimeIn } from '../outlets/wall-time.ts'
import { SLOT_MS } from './booking.ts'
import { intakeOn, openingsOn } from './openings.ts'

/** A time to come, `[startsAt, endsAt)`, epoch ms, 30 elapsed minutes. */
export type Slot = { readonly startsAt: number; readonly endsAt: number }

/**
 * The slots of an opening day, in order: from each opening's first minute, every 30 elapsed minutes,
 * each one whole inside its opening and over by the day's last intake. A change of clocks lengthens or
 * shortens the day, never a slot. null = the hours of that day are unknown: it needs the outlet's
 * confirmation. Slots after midnight of an opening that began on `date` belong to `date`.
 * 09:00-18:00, last intake 17:30: `slotsOn(hours, date)` are 17 slots, the last one from 17:00.
 */
export function slotsOn(hours: CompiledHours, date: string): readonly Slot[] | null {
  const openings = intakeOn(hours, date)
  if (!openings) return null
  return openings.flatMap(({ from, until }) =>
    Array.from({ length: Math.floor((until - from) / SLOT_MS) }, (_, place) => ({
      startsAt: from + place * SLOT_MS,
      endsAt: from + (place + 1) * SLOT_MS,
    })),
  )
}

/** A slot and the opening day that it belongs to. */
export type SlotOfDay = { readonly date: string; readonly slot: Slot }

/** The slot that begins exactly at an instant (epoch ms), or null when none does. */
export function slotStartingAt(hours: CompiledHours, startsAt: number): SlotOfDay | null {
  if (!Number.isSafeInteger(startsAt)) return null
  const { date: today } = wallTimeIn(hours.zone, startsAt)
  for (const date of [today, addDays(today, -1)]) {
    const slot = slotsOn(hours, date)?.find((candidate) => candidate.startsAt === startsAt)
    if (slot) return { date, slot }
  }
  return null
}

/**
 * The opening day (local date) that a slot beginning at an instant belongs to: after midnight still the
 * day before, where its opening runs on. Where no slot begins, the date on the wall of `zone`.
 */
export const openingDayOf = (hours: CompiledHours | null, zone: string, startsAt: number): string =>
  (hours && slotStartingAt(hours, startsAt)?.date) ?? wallTimeIn(zone, startsAt).date

/**
 * The test whether an outlet stays open for the 30 minutes after a slot of an opening day: a one-hour
 * repair needs them, though nothing can be booked then any more. The next day's opening counts where it
 * follows without a gap.
 * Closing at 18:00: `staysOpenAfter(hours, date)` is true of the slot at 17:00, false of one at 17:30.
 */
export function staysOpenAfter(hours: CompiledHours, date: string): (slot: Slot) => boolean {
  const openings = [date, addDays(date, 1)].flatMap((day) => openingsOn(hours, day) ?? [])
  return ({ endsAt }) => {
    let openUntil = endsAt
    for (const { from, until } of openings) {
      if (from <= openUntil && until > openUntil) openUntil = until
    }
    return openUntil >= endsAt + SLOT_MS
  }
}
