import type { Outlet } from '#domain/outlets/outlet.ts'
import { modelOf } from '#domain/repairs/catalogue.ts'
import type { MadeChoice } from '#functions/bookings/choice-query.ts'
import { servicesOf } from '#functions/bookings/choice-query.ts'
import { findMailInCentre } from '#functions/bookings/find-mail-in-centre.ts'
import { listSlots } from '#functions/bookings/list-slots.ts'
import { freeSlots } from '#functions/bookings/load-slots.ts'
import { offerAt, offerNear } from '#functions/bookings/offer-where.ts'
import type { OfferedVisit } from '#functions/bookings/offered-visit.ts'
import { type Asking, originOfPlace } from '#functions/bookings/origin-of-place.ts'

/** What a caller can be offered. */
export type CallerOffer = {
  readonly visits: readonly OfferedVisit[]
  /** Where phones are posted to; null = nowhere at present. */
  readonly mailIn: Outlet | null
  /** What was typed is neither a place nor an outlet. */
  readonly isNoPlace: boolean
}

const OUTLET_CODE = /^(?=.*-)[A-Za-z0-9-]{2,12}$/
const MOST_OUTLETS = 6

/** An outlet that was named by its code, with its next free times. */
async function named(asking: Asking, choice: MadeChoice): Promise<readonly OfferedVisit[]> {
  if (!OUTLET_CODE.test(choice.q)) return []
  const services = servicesOf(choice, asking.config.catalogue)
  const there = await offerAt(asking, choice.q.toUpperCase(), services)
  return there.kind === 'offer' ? [there.visit] : []
}

/** The free times of an outlet on a day that the caller wants; none = it takes no such visit then. */
async function onDay(asking: Asking, visit: OfferedVisit, day: string): Promise<OfferedVisit> {
  const { outlet, service } = visit
  const wish = { outletCode: outlet.code, service, from: day, days: 1 }
  const offer = await listSlots(asking, wish)
  return { ...visit, slots: offer.kind === 'offer' ? freeSlots(offer.days) : [] }
}

/**
 * Where a caller could go, nearest first, each outlet with its next free times, and where a phone can be
 * posted to. `choice.q` is a place or an outlet's code; `day` a local date, null = as soon as may be.
 */
export async function offerCaller(
  asking: Asking,
  choice: MadeChoice,
  day: string | null,
): Promise<CallerOffer> {
  const { catalogue } = asking.config
  const [own, origin] = await Promise.all([named(asking, choice), originOfPlace(asking, choice)])
  const family = modelOf(catalogue, choice.model)?.family ?? null
  const services = servicesOf(choice, catalogue)
  const [near, mailIn] = await Promise.all([
    origin && own.length === 0 ? offerNear(asking, { origin, services, family }) : null,
    findMailInCentre(asking, { origin, code: null }),
  ])
  const around = near ? [near.nearest, near.soonest, ...near.others] : []
  const visits = [...own, ...around].filter((visit) => visit !== null).slice(0, MOST_OUTLETS)
  return {
    visits:
      day === null ? visits : await Promise.all(visits.map((visit) => onDay(asking, visit, day))),
    mailIn,
    isNoPlace: choice.q !== '' && own.length === 0 && origin === null,
  }
}
