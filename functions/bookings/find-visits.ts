import { whyNotBookable } from '#domain/bookings/bookable.ts'
import type { Outlet, ProductFamily } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { findNearestEach } from '#functions/outlets/find-nearest.ts'
import { absencesOfOutlets } from './absence-store.ts'
import { type DaysWanted, freeSlots, slotsOffered, spanOf } from './load-slots.ts'
import { loadOfOutlets } from './store.ts'

export type VisitOption = {
  readonly outlet: Outlet
  readonly distanceMetres: number
  /** The first that are free, at most six. */
  readonly slots: readonly { readonly startsAt: number; readonly free: number }[]
}

export type VisitWish = {
  readonly lat: number
  readonly lon: number
  readonly service: BookableService
  readonly family: ProductFamily | null
}

export type FoundVisits = {
  readonly nearest: VisitOption | null
  /** With the earliest free slot among those within reach; null when that is the nearest one. */
  readonly soonest: VisitOption | null
  readonly others: readonly VisitOption[]
  /** The nearest place to post a phone to. */
  readonly mailIn: Outlet | null
}

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & { readonly assets: Fetcher }

const LOOKED_AT = 12
const MOST_SLOTS = 6
const MOST_OTHERS = 6
const DAYS: DaysWanted = { from: null, days: 7 }

async function optionsOf(
  asking: Asking,
  found: readonly { readonly outlet: Outlet; readonly distanceMetres: number }[],
  service: BookableService,
): Promise<readonly VisitOption[]> {
  const { databases, now } = asking
  const codes = found.map(({ outlet }) => outlet.code)
  const works = new Set(found.map(({ outlet }) => databases.of(outlet.bucket)))
  const span = spanOf(now, DAYS)
  // One trip: every database is asked for both at once.
  const asked = [...works].flatMap((work) => [
    loadOfOutlets(work, codes, span),
    absencesOfOutlets(work, codes, span),
  ])
  const rows = (await readEverywhere(asked)).flat()
  const loads = rows.filter((row) => 'starts_at' in row)
  const absences = rows.filter((row) => 'service_date' in row)
  return found.map(({ outlet, distanceMetres }) => {
    const days = slotsOffered(asking, {
      outlet,
      service,
      wanted: DAYS,
      loads,
      absences,
    })
    return { outlet, distanceMetres, slots: freeSlots(days).slice(0, MOST_SLOTS) }
  })
}

const startOf = ({ slots }: VisitOption): number => slots[0]?.startsAt ?? Number.POSITIVE_INFINITY

/** Where a visit could be, side by side: nearest, soonest, a few others, and where to post to. */
export async function findVisits(
  asking: Asking,
  { lat, lon, service, family }: VisitWish,
): Promise<FoundVisits> {
  const near = { lat, lon }
  const [counters = [], centres = []] = await findNearestEach(asking, [
    { ...near, limit: LOOKED_AT, filter: { service, ...(family && { family }) } },
    { ...near, limit: 1, filter: { kind: 'mail_in_centre' } },
  ])
  const bookable = counters.filter(({ outlet }) => {
    const today = wallTimeIn(outlet.zone, asking.now).date
    return whyNotBookable(outlet, service, today) === null
  })
  const options = (await optionsOf(asking, bookable, service)).filter(
    ({ slots }) => slots.length > 0,
  )
  const [nearest = null] = options
  const first = options.toSorted((a, b) => startOf(a) - startOf(b))[0] ?? null
  const soonest = first && nearest && startOf(first) < startOf(nearest) ? first : null
  const others = options.filter((option) => option !== nearest && option !== soonest)
  return {
    nearest,
    soonest,
    others: others.slice(0, MOST_OTHERS),
    mailIn: centres[0]?.outlet ?? null,
  }
}
