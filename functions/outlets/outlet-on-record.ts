import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { outletFromRow } from './outlet-rows.ts'
import { outletOfVisit, outletWithCountry, type PlacedRow } from './store.ts'

export type { PlacedRow } from './store.ts'

/** An outlet with the country whose calendar and phone numbers hold there. */
export type PlacedOutlet = { readonly outlet: Outlet; readonly country: string }

/** The read of an outlet as it stands, for the trip in which another capability loads its own. */
export const outletOnRecord = (hub: Database, code: string): Prepared<PlacedRow> =>
  outletWithCountry(hub, code)

/** The same of a visit's outlet by ticket code, where bookings lie in the hub: no trip of its own. */
export const visitedOutlet = (hub: Database, ticketCode: string): Prepared<PlacedRow> =>
  outletOfVisit(hub, ticketCode)

/** What that read answered; null = no outlet has this code. */
export const placedOutlet = ([row]: readonly PlacedRow[]): PlacedOutlet | null =>
  row ? { outlet: outletFromRow(row), country: row.country_code } : null
