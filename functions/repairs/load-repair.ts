import type { Booking } from '#domain/bookings/booking.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { type QueueRow, visitQueue } from '#functions/bookings/beside-repair.ts'
import { bookingRead, shownBooking } from '#functions/bookings/booking-on-record.ts'
import type { Database } from '#functions/db/database.ts'
import { readNamed } from '#functions/db/read-named.ts'
import type { Sources } from '#functions/db/sources.ts'
import {
  outletOnRecord,
  type PlacedOutlet,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import { repairFromRow } from './repair-rows.ts'
import { type EventRow, eventsAfter, repairByCode, repairsOfDevice, type SeenRow } from './store.ts'

/** What a step is decided on. */
export type LoadedRepair = {
  readonly database: Database
  readonly repair: Repair
  readonly booking: Booking | null
  /** Of the outlet where the phone is. */
  readonly zone: string
  readonly country: string
  /** Keyed hash of the contact phone; null = erased. */
  readonly phoneHash: string | null
  /** The next events after the version the asker has seen: none unless somebody was quicker. */
  readonly later: readonly EventRow[]
  /** The queues of its outlet since somebody came with it; loaded for receiving only. */
  readonly queues: readonly QueueRow[]
  /** The outlet a transfer goes to, or where a lost phone was found. */
  readonly target: PlacedOutlet | null
  /** Earlier repairs of the same device. */
  readonly seen: readonly SeenRow[]
}

export type LoadWish = {
  readonly code: string
  readonly expectedVersion: number | null
  readonly targetOutlet: string | null
  /** Since when somebody may have waited with it; null = the phone isn't being received. */
  readonly receiving: { readonly deviceHashes: readonly string[]; readonly since: number } | null
}

/** Never reached: no version is as high. */
const NO_VERSION = Number.MAX_SAFE_INTEGER

/** Loads a repair for a step, all of it in one trip; null = no such code. */
export async function loadRepair(
  { hub, databases }: Pick<Sources, 'hub' | 'databases'>,
  { code, expectedVersion, targetOutlet, receiving }: LoadWish,
): Promise<LoadedRepair | null> {
  const database = databases.of(bucketOfTicket(code))
  const read = {
    repair: repairByCode(database, code),
    booking: bookingRead(database, code),
    later: eventsAfter(database, code, expectedVersion ?? NO_VERSION),
    target: targetOutlet === null ? null : outletOnRecord(hub, targetOutlet),
    queues: receiving && visitQueue(database, code, receiving.since),
  }
  const hashes = receiving?.deviceHashes ?? []
  const chains = hashes.length === 0 ? [] : databases.all.map((one) => repairsOfDevice(one, hashes))
  const answers = await readNamed(read, chains)
  const [row] = answers.named.repair
  if (!row) return null
  return {
    database,
    repair: repairFromRow(row),
    booking: shownBooking(answers.named.booking),
    zone: row.zone,
    country: row.country_code,
    phoneHash: row.phone_hash,
    later: answers.named.later,
    queues: answers.named.queues,
    target: placedOutlet(answers.named.target),
    seen: answers.others.flat(),
  }
}
