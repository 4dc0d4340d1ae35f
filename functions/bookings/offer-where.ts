import type { ProductFamily } from '#domain/outlets/outlet.ts'
import type { PlaceOrigin } from '#domain/places/place-origin.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { type FoundVisits, findVisits, type VisitOption } from './find-visits.ts'
import { listSlots } from './list-slots.ts'
import { freeSlots } from './load-slots.ts'
import type { OfferedNear, OfferedVisit, Services } from './offered-visit.ts'
import type { Asking } from './origin-of-place.ts'

const MOST_SLOTS = 6
const DAYS = 7

const optionsOf = ({ nearest, soonest, others }: FoundVisits): readonly VisitOption[] =>
  [nearest, soonest, ...others].filter((option) => option !== null)

const as =
  (service: BookableService) =>
  (option: VisitOption): OfferedVisit => ({ ...option, service })

const byDistance = (a: OfferedVisit, b: OfferedVisit): number =>
  (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0)

const startOf = ({ slots }: OfferedVisit): number => slots[0]?.startsAt ?? Number.POSITIVE_INFINITY

/** Where an outlet can be booked either way, the better one stands. */
function merged(better: readonly OfferedVisit[], usual: readonly OfferedVisit[]): OfferedVisit[] {
  const known = new Set(better.map(({ outlet }) => outlet.code))
  return [...better, ...usual.filter(({ outlet }) => !known.has(outlet.code))].sort(byDistance)
}

type NearWish = {
  readonly origin: PlaceOrigin
  readonly services: Services
  readonly family: ProductFamily | null
}

/**
 * What lies around a place: what is done within the hour where it is done so, and usual visits
 * elsewhere, nearest first.
 */
export async function offerNear(
  asking: Asking,
  { origin, services, family }: NearWish,
): Promise<OfferedNear> {
  const { best, elsewhere } = services
  const wishes = best === elsewhere ? [best] : [best, elsewhere]
  const { lat, lon } = origin
  const found = await Promise.all(
    wishes.map(async (service) =>
      optionsOf(await findVisits(asking, { lat, lon, service, family })).map(as(service)),
    ),
  )
  const [better = [], usual = []] = found
  const options = merged(better, usual)
  const [nearest = null] = options
  const first = options.toSorted((a, b) => startOf(a) - startOf(b))[0] ?? null
  const soonest = first && nearest && startOf(first) < startOf(nearest) ? first : null
  const others = options.filter((option) => option !== nearest && option !== soonest)
  return { origin, nearest, soonest, others: others.slice(0, MOST_SLOTS) }
}

/** The outlet that was chosen before, with its first free times; null = it takes no such visit. */
export async function offerAt(
  asking: Asking,
  outletCode: string,
  { best, elsewhere }: Services,
): Promise<OfferedVisit | null> {
  for (const service of best === elsewhere ? [best] : [best, elsewhere]) {
    const offer = await listSlots(asking, { outletCode, service, from: null, days: DAYS })
    if (offer.kind === 'offer') {
      const slots = freeSlots(offer.days).slice(0, MOST_SLOTS)
      return { outlet: offer.outlet, service, distanceMetres: null, slots }
    }
    if (offer.refusal !== 'service_not_offered') return null
  }
  return null
}
