import { isStoppedAt } from '#domain/bookings/bookable.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import { type Alarming, alarmingOf } from '#domain/desk/today-alarms.ts'
import { type Jobs, jobsAt } from '#domain/desk/today-jobs.ts'
import { type Waits, waitsOf } from '#domain/desk/today-waits.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { loadBeside } from './load-beside.ts'
import { loadOutletDay, type OutletDay } from './load-outlet-day.ts'
import type { NotOpened, Opened } from './open-outlet.ts'
import { expected, visitFromRow } from './store.ts'

/** What an outlet's day is to one person of it. */
export type ShownToday = {
  readonly day: OutletDay
  readonly jobs: Jobs
  readonly waits: Waits
  /** Null for whoever doesn't watch over others' work. */
  readonly alarming: readonly Alarming[] | null
  /** Booked for a time at which the outlet's work stops, in order of time; none for whoever doesn't watch. */
  readonly stranded: readonly DeskVisit[]
  /** Of who has jobs, by staff id. */
  readonly names: ReadonlyMap<string, string>
}

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

const MOST_STRANDED = 120
/** No visit is booked further ahead. */
const AHEAD_MS = 60 * 86_400_000

async function strandedAt(
  { databases, now }: Asking,
  { outlet }: OutletDay,
): Promise<readonly DeskVisit[]> {
  if (outlet.operation === 'open') return []
  const window = { from: now, until: now + AHEAD_MS, most: MOST_STRANDED }
  const rows = await readEverywhere(databases.all.map((one) => expected(one, outlet.code, window)))
  return rows
    .flat()
    .map(visitFromRow)
    .filter(({ startsAt }) => startsAt !== null && isStoppedAt(outlet, startsAt))
    .toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0))
}

/** Today at an outlet, for somebody who works there. */
export async function showToday(
  asking: Asking,
  { code, may }: Opened,
): Promise<ShownToday | NotOpened> {
  if (!may('today.see')) return { ok: false, refusal: 'not_your_role' }
  const day = await loadOutletDay(asking, code)
  if (!day) return { ok: false, refusal: 'unknown_outlet' }
  const { repairs } = day
  const watches = may('today.watch')
  const { names, deadCodes } = await loadBeside(asking, repairs, { watches })
  return {
    ...{ day, names, stranded: watches ? await strandedAt(asking, day) : [] },
    jobs: jobsAt(code, asking.staff.id, repairs),
    waits: waitsOf(repairs),
    alarming: watches ? alarmingOf(repairs, { now: asking.now, deadCodes }) : null,
  }
}
