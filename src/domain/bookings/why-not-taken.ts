import { hoursOn } from '../outlets/open-state.ts'
import { addDays, wallTimeIn } from '../outlets/wall-time.ts'
import { isInstant } from '../repairs/coded-values.ts'
import { type BookableRefusal, whyNotBookable } from './bookable.ts'
import { isOfferedOn, type OfferTerms } from './offer.ts'
import { slotStartingAt } from './slots.ts'

/** Why a slot that somebody asks for can't be held or booked, whether or not it is full. */
export type SlotRefusal =
  | BookableRefusal
  /** No slot of this outlet begins then: closed, off the half hours, too late for a one-hour repair. */
  | 'no_such_slot'
  /** Past, or nearer than the lead time. */
  | 'too_soon'
  | 'beyond_horizon'
  /** The hours of that day are unknown. */
  | 'needs_confirmation'

/**
 * Why the slot beginning at `startsAt` (epoch ms) can't be taken, or null when `offerSlots` would list
 * it under the same terms. Whether a place is free is for the database to say.
 * `whyNotTaken(terms, terms.now)` is `too_soon`.
 */
export function whyNotTaken(terms: OfferTerms, startsAt: number): SlotRefusal | null {
  const { outlet, service, hours, now, leadMinutes, horizonDays } = terms
  if (!isInstant(Math.abs(startsAt))) return 'no_such_slot'
  if (startsAt < now + leadMinutes * 60_000) return 'too_soon'
  const zone = hours?.zone ?? outlet.zone
  const found = hours && slotStartingAt(hours, startsAt)
  const date = found?.date ?? wallTimeIn(zone, startsAt).date
  if (date >= addDays(wallTimeIn(zone, now).date, horizonDays)) return 'beyond_horizon'
  const refusal = whyNotBookable(outlet, service, date)
  if (refusal) return refusal
  if (!hours || hoursOn(hours, date) === null) return 'needs_confirmation'
  if (!found) return 'no_such_slot'
  if (isOfferedOn(terms, hours, found.date)(found.slot)) return null
  return whyNotBookable(outlet, service, wallTimeIn(zone, startsAt).date) ?? 'no_such_slot'
}
