import type { ProductFamily } from '#domain/outlets/outlet.ts'
import type { PlaceOrigin } from '#domain/places/place-origin.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { type FoundVisits, findVisits, type VisitOption } from './find-visits.ts'
import { listSlots, type SlotOffer } from './list-slots.ts'
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

export type OfferedThere =
  | { readonly kind: 'offer'; readonly visit: OfferedVisit }
  | {
      readonly kind: 'refused'
      readonly refusal: Extract<SlotOffer, { kind: 'refused' }>['refusal']
    }

/** The outlet that was chosen before, with its first free times, or why it takes no such visit. */
export async function offerAt(
  asking: Asking,
  outletCode: string,
  { best, elsewhere }: Services,
): Promise<OfferedThere> {
  const asked = { outletCode, from: null, days: DAYS }
  const first = await listSlots(asking, { ...asked, service: best })
  const isElsewhere =
    first.kind === 'refused' && first.refusal === 'service_not_offered' && best !== elsewhere
  const offer = isElsewhere ? await listSlots(asking, { ...asked, service: elsewhere }) : first
  if (offer.kind === 'refused') return offer
  const service = isElsewhere ? elsewhere : best
  const slots = freeSlots(offer.days).slice(0, MOST_SLOTS)
  return { kind: 'offer', visit: { outlet: offer.outlet, service, distanceMetres: null, slots } }
}
