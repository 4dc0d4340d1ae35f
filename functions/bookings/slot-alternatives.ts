import { nextFree } from '#domain/bookings/offer.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { HoldWish } from './hold-slot.ts'
import { listSlots } from './list-slots.ts'

const COUNT = 3
const DAYS = 7
/** Refusals that another time of the same outlet would mend. */
const ANOTHER_TIME = new Set(['slot_full', 'hold_gone', 'no_such_slot', 'too_soon'])

/** The next three free times of the same outlet, from the one that was wished for. */
export async function nextThree(
  asking: Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>,
  { outletCode, service, startsAt }: Omit<HoldWish, 'key'>,
) {
  const offer = await listSlots(asking, { outletCode, service, from: null, days: DAYS })
  if (offer.kind === 'refused') return { zone: 'UTC', slots: [] }
  const later = nextFree(offer.days, startsAt, COUNT)
  const slots = later.length > 0 ? later : nextFree(offer.days, asking.now, COUNT)
  return { zone: offer.outlet.zone, slots }
}

/** Whether another time of the same outlet would mend a refusal. */
export const helpsAnotherTime = (refusal: string): boolean => ANOTHER_TIME.has(refusal)
