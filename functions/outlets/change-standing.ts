import { stretchOf } from '#domain/desk/network-outlet.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { outletSubject } from '#domain/outlets/outlet-decisions.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Standing } from '#domain/scorecards/qualification.ts'
import type { Database } from '#functions/db/database.ts'
import type { DomainEvent } from '#functions/db/events.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import {
  type EditableRow,
  editableOutlet,
  phonesAt,
  tellVisitors,
  updateOutlet,
} from './edit-outlet-store.ts'
import { outletFromRow } from './outlet-rows.ts'

export type StandingOutletRow = EditableRow

/** The read of an outlet that a decision is about. */
export const outletToStand = (hub: Database, code: string): Prepared<EditableRow> =>
  editableOutlet(hub, code)

export const standingOutlet = (row: EditableRow): Outlet => outletFromRow(row)

/** A suspension is the operation's: everything that asks whether an outlet is open knows it at once. */
function withStanding(outlet: Outlet, standing: Standing, was: Standing, today: string): Outlet {
  const freed =
    was === 'suspended' ? ({ ...outlet, operation: 'open', suspension: null } as const) : outlet
  if (standing === 'suspended') {
    const suspension = { from: today, until: null, reason: null }
    return { ...outlet, operation: 'suspended', suspension }
  }
  if (freed.qualification === standing) return freed
  return { ...freed, qualification: standing, qualificationSince: today }
}

export type StandingChange = {
  readonly events: readonly DomainEvent[]
  readonly rows: readonly Prepared[]
  /** What is written where its visits lie once it is done. */
  readonly afterwards: { readonly database: Database; readonly rows: readonly Prepared[] } | null
}

const FOR_GOOD = Number.MAX_SAFE_INTEGER

/**
 * What a decision about an outlet's qualification makes of the outlet, for the batch of that decision: its
 * row, and the next event of its own, so that who edits it meanwhile is stale. Who is booked there is told
 * when its work stops.
 */
export function changeStanding(
  { hub, databases, now }: Pick<Sources, 'hub' | 'databases' | 'now'>,
  row: EditableRow,
  { standing, was }: { readonly standing: Standing; readonly was: Standing },
): StandingChange {
  const outlet = outletFromRow(row)
  const { code, zone, bucket } = outlet
  const version = row.version + 1
  const since = wallTimeIn(zone, now).date
  const stops = standing === 'suspended' || standing === 'disqualified'
  const database = databases.of(bucket)
  const { from, until } = stretchOf(zone, now, 'close')
  return {
    events: [
      {
        ...{ subject: outletSubject(code), version, type: 'outlet.standing_changed' },
        ...{ happenedAt: now, data: { standing, since } },
      },
    ],
    rows: [
      updateOutlet(hub, withStanding(outlet, standing, was, since), {
        ...{ version, lastIntakeMinutes: row.last_intake_minutes, now },
      }),
    ],
    afterwards: stops
      ? { database, rows: [tellVisitors(database, code, { from, until: until ?? FOR_GOOD, now })] }
      : null,
  }
}

/** How many phones an outlet has, or that are on their way there. */
export const phonesInCustody = (
  { databases }: Pick<Sources, 'databases'>,
  { code, bucket }: Pick<Outlet, 'code' | 'bucket'>,
): Prepared<{ readonly phones: number }> => phonesAt(databases.of(bucket), code)
