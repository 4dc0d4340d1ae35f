import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import type { Alarming } from '#domain/desk/today-alarms.ts'
import type { Jobs } from '#domain/desk/today-jobs.ts'
import type { Waits } from '#domain/desk/today-waits.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { OutletDay } from '../load-outlet-day.ts'
import type { Voice } from './texts.ts'

/** Everything that Today shows. */
export type TodayPage = Voice & {
  readonly day: OutletDay
  readonly jobs: Jobs
  readonly waits: Waits
  /** Null for whoever doesn't watch over others' work. */
  readonly alarming: readonly Alarming[] | null
  /** Booked for a time at which the outlet's work stops. */
  readonly stranded: readonly DeskVisit[]
  readonly names: ReadonlyMap<string, string>
  /** Whether the person calls and takes in. */
  readonly canRun: boolean
  /** The visit that this screen is busy with: called, and not over yet. */
  readonly current: DeskVisit | null
  /** Services that somebody can walk in for. */
  readonly services: readonly BookableService[]
  readonly said: Said | null
}

/** What is told above the page once: a number that was drawn, or why nothing was done. */
export type Said =
  | { readonly kind: 'drawn'; readonly number: number; readonly code: string }
  | {
      readonly kind: 'refused'
      readonly refusal: string
      /** How the visit stands now; null = the refusal says it all. */
      readonly visit: DeskVisit | null
    }

/** What forms of the page bring back: where it is, and what it is busy with. */
export const backOf = ({ day, current }: Pick<TodayPage, 'day' | 'current'>) => ({
  outlet: day.outlet.code,
  ...(current ? { visit: current.code } : {}),
})
