import type { Outlet } from '#domain/outlets/outlet.ts'
import type { PlaceOrigin } from '#domain/places/place-origin.ts'
import type { BookableService } from '#domain/repairs/repair.ts'

/** An outlet with its first free times, and what a visit is booked as there. */
export type OfferedVisit = {
  readonly outlet: Outlet
  readonly service: BookableService
  /** null = nobody said where they are. */
  readonly distanceMetres: number | null
  readonly slots: readonly { readonly startsAt: number; readonly free: number }[]
}

/** What lies around a place, for a visit. */
export type OfferedNear = {
  readonly origin: PlaceOrigin
  readonly nearest: OfferedVisit | null
  /** null when it is the nearest one. */
  readonly soonest: OfferedVisit | null
  readonly others: readonly OfferedVisit[]
}

export type Services = { readonly best: BookableService; readonly elsewhere: BookableService }
