import { holdId, readHoldId } from '#domain/bookings/hold-id.ts'
import { openingDayOf } from '#domain/bookings/slots.ts'
import { type SlotRefusal as DomainRefusal, whyNotTaken } from '#domain/bookings/why-not-taken.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { clientHash } from '#functions/repairs/keyed-hashes.ts'
import { offerTerms } from './load-slots.ts'
import {
  clearLapsed,
  type HeldSeat,
  holdByKey,
  insertHold,
  refuseManyHolds,
  type Seat,
  takeSeat,
} from './seat-store.ts'

export type Hold = {
  readonly id: string
  readonly outletCode: string
  readonly startsAt: number
  readonly service: BookableService
  readonly expiresAt: number
}
export type SlotRefusal = DomainRefusal | 'unknown_outlet' | 'unknown_hold'

export type HoldWish = {
  readonly outletCode: string
  readonly startsAt: number
  readonly service: BookableService
  /** Idempotency key; the same one gets the same hold. */
  readonly key: string | null
}

const MINUTE_MS = 60_000
const UNGUESSABLE_BYTES = 16

const randomHex = (randomByte: () => number): string =>
  Array.from({ length: UNGUESSABLE_BYTES }, () => randomByte().toString(16).padStart(2, '0')).join(
    '',
  )

type Asking = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config' | 'client'
>

type Held = { readonly seat: Seat & HeldSeat; readonly expiresAt: number }

/** The hold and its seat; a client that holds too much here already is refused by the database. */
async function heldRows(
  { keys, client: network, now, config }: Asking,
  database: Database,
  { seat, expiresAt }: Held,
): Promise<readonly Prepared[]> {
  const client = network === undefined ? null : await clientHash(keys, network)
  const most = config.booking.caps.holdsOfClient
  return [
    insertHold(database, seat, { expiresAt, client }),
    ...takeSeat(database, seat),
    ...(client !== null && most > 0
      ? [refuseManyHolds(database, seat.outlet, { client, most, now })]
      : []),
  ]
}

/**
 * Keeps a seat for as long as the configuration says. The hold is its own record: its id comes from
 * the caller's key, so the same key meets the same row (`hold_exists`), see `standingHold`.
 */
export async function holdSlot(
  asking: Asking,
  { outletCode, startsAt, service, key }: HoldWish,
): Promise<Task<{ readonly hold: Hold }, SlotRefusal> & { readonly zone: string }> {
  const { hub, databases, now, config } = asking
  const body = { outletCode, startsAt, service }
  const command = await commandOf({
    ...{ name: 'hold', key, body, actor: 'customer', now },
    mac: (text) => asking.keys.mac('command', text),
  })
  const [outlets] = await readTogether([outletOnRecord(hub, outletCode)])
  const placed = placedOutlet(outlets)
  const database = placed ? databases.of(placed.outlet.bucket) : hub
  const zone = placed?.outlet.zone ?? 'UTC'
  const refused = (refusal: SlotRefusal) =>
    ({ database, command, zone, proposal: { kind: 'refused', refusal } }) as const
  if (!placed) return refused('unknown_outlet')
  const { outlet } = placed
  const why = whyNotTaken(offerTerms(asking, outlet, service), startsAt)
  if (why) return refused(why)
  const unguessable = command.id?.slice(0, 2 * UNGUESSABLE_BYTES) ?? randomHex(asking.randomByte)
  const id = holdId({ outlet: outletCode, startsAt }, unguessable)
  const expiresAt = now + config.booking.holdMinutes * MINUTE_MS
  const { counterSeats: seats, benches } = outlet
  const serviceDate = openingDayOf(outlet.hours, outlet.zone, startsAt)
  const seat = { outlet: outletCode, startsAt, serviceDate, service, seats, benches, id }
  return {
    database,
    zone,
    // The row is the record: nothing is kept beside it.
    command: { ...command, id: null },
    proposal: {
      kind: 'change',
      answer: { hold: { id, outletCode, startsAt, service, expiresAt } },
      events: [],
      rows: [
        ...clearLapsed(database, seat, now),
        ...(await heldRows(asking, database, { seat, expiresAt })),
      ],
    },
  }
}

/** The hold with this id, whether it has lapsed or not; null = it is gone, or was never given. */
export async function readHold(
  { databases }: Pick<Sources, 'databases'>,
  id: string,
): Promise<Hold | null> {
  const place = readHoldId(id)
  if (!place) return null
  const answers = await readEverywhere(databases.all.map((work) => holdByKey(work, place)))
  const row = answers.flat()[0]
  if (!row) return null
  return {
    id: row.id,
    outletCode: row.outlet_code,
    startsAt: row.starts_at,
    service: row.service,
    expiresAt: row.expires_at,
  }
}
