import type { Complaint } from '#domain/complaints/complaint.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Database } from '#functions/db/database.ts'
import { readNamed } from '#functions/db/read-named.ts'
import type { Sources } from '#functions/db/sources.ts'
import {
  outletOnRecord,
  type PlacedOutlet,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import {
  type ComplaintEventRow,
  complaintByCode,
  complaintEventsAfter,
  complaintFromRow,
} from './store.ts'

/** What a step is decided on. */
export type LoadedComplaint = {
  readonly database: Database
  readonly complaint: Complaint
  /** The next events after the version the asker has seen: none unless somebody was quicker. */
  readonly later: readonly ComplaintEventRow[]
  /** The outlet that the step names. */
  readonly target: PlacedOutlet | null
  /** The complaint that it is to be merged into. */
  readonly other: Complaint | null
  readonly otherDatabase: Database | null
}

export type ComplaintLoad = {
  readonly code: string
  readonly expectedVersion: number | null
  readonly targetOutlet: string | null
  readonly otherCode: string | null
}

/** Never reached: no version is as high. */
const NO_VERSION = Number.MAX_SAFE_INTEGER

/** Loads a complaint for a step, all of it in one trip; null = no such code. */
export async function loadComplaint(
  { hub, databases }: Pick<Sources, 'hub' | 'databases'>,
  { code, expectedVersion, targetOutlet, otherCode }: ComplaintLoad,
): Promise<LoadedComplaint | null> {
  const database = databases.of(bucketOfTicket(code))
  const otherDatabase = otherCode === null ? null : databases.of(bucketOfTicket(otherCode))
  const { named } = await readNamed({
    complaint: complaintByCode(database, code),
    later: complaintEventsAfter(database, code, expectedVersion ?? NO_VERSION),
    target: targetOutlet === null ? null : outletOnRecord(hub, targetOutlet),
    other: otherDatabase && complaintByCode(otherDatabase, otherCode ?? ''),
  })
  const [row] = named.complaint
  const [otherRow] = named.other
  if (!row) return null
  return {
    database,
    complaint: complaintFromRow(row),
    later: named.later,
    target: placedOutlet(named.target),
    other: otherRow ? complaintFromRow(otherRow) : null,
    otherDatabase,
  }
}
