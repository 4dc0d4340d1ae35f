import {
  type Absence,
  type OfferedDay,
  type OfferTerms,
  offerSlots,
} from '#domain/bookings/offer.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { AbsenceRow } from './absence-store.ts'
import type { LoadRow } from './store.ts'

const DAY_MS = 86_400_000

/** Local dates asked for: `from` (null = the outlet's today) and `days` of them. */
export type DaysWanted = { readonly from: string | null; readonly days: number }

/** Instants that surely hold every slot of the days wanted, whatever the outlet's zone. */
export function spanOf(now: number, { from, days }: DaysWanted) {
  const begin = from === null ? now : Date.parse(from)
  return { from: begin - DAY_MS, until: begin + (days + 2) * DAY_MS, now }
}

/** On what terms an outlet offers slots now. */
export const offerTerms = (
  { now, config }: Pick<Sources, 'now' | 'config'>,
  outlet: Outlet,
  service: BookableService,
): OfferTerms => {
  const { leadMinutes, horizonDays } = config.booking
  return { outlet, service, hours: outlet.hours, now, leadMinutes, horizonDays }
}

type Offering = {
  readonly outlet: Outlet
  readonly service: BookableService
  readonly wanted: DaysWanted
  readonly loads: readonly LoadRow[]
  readonly absences: readonly AbsenceRow[]
}

/** Absences as the offer counts them. */
const absencesAt = (outlet: Outlet, rows: readonly AbsenceRow[]): readonly Absence[] =>
  rows
    .filter((row) => row.outlet_code === outlet.code)
    .map(({ service_date: date, seats, benches }) => ({ date, seats, benches }))

/** The slots of an outlet on the days wanted, with what is still free in each. */
export function slotsOffered(
  asking: Pick<Sources, 'now' | 'config'>,
  { outlet, service, wanted, loads, absences }: Offering,
): readonly OfferedDay[] {
  return offerSlots(
    {
      ...offerTerms(asking, outlet, service),
      ...wanted,
      absences: absencesAt(outlet, absences),
    },
    loads
      .filter((row) => row.outlet_code === outlet.code)
      .map((row) => ({
        startsAt: row.starts_at,
        seatsTaken: row.seats_taken,
        benchesTaken: row.benches_taken,
      })),
  )
}

/** Free slots in order of time. */
export const freeSlots = (days: readonly OfferedDay[]) =>
  days.flatMap(({ slots }) => slots.filter(({ free }) => free > 0))
