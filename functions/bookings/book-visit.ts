import { whyNotBookable } from '#domain/bookings/bookable.ts'
import { nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { decideBooking } from '#domain/bookings/decide-booking.ts'
import { readHoldId } from '#domain/bookings/hold-id.ts'
import { openingDayOf } from '#domain/bookings/slots.ts'
import { whyNotTaken } from '#domain/bookings/why-not-taken.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { Contact, RepairPrivate } from '#domain/repairs/contact.ts'
import type { BookableService, Money, WayBack } from '#domain/repairs/repair.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { replayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import {
  outletOnRecord,
  type PlacedOutlet,
  type PlacedRow,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import { CUSTOMER, newRepair } from '#functions/repairs/new-repair.ts'
import type { SlotRefusal } from './hold-slot.ts'
import { offerTerms } from './load-slots.ts'
import { clearLapsed, type HoldRow, holdByKey, spendHold, takeSeat } from './seat-store.ts'
import { writeBooking } from './store.ts'

export type BookedVisit = {
  readonly code: string
  readonly outletCode: string
  readonly startsAt: number
}

/** What every request says, with a visit or without. */
export type RequestWish = {
  readonly service: BookableService
  readonly model: string
  readonly faultCode: string
  readonly faultText: string | null
  readonly contact: Contact
  readonly imei: string | null
  readonly wayBack: WayBack
  readonly ceiling: Money | null
  readonly consent: { readonly wording: string }
  readonly locale: 'en' | 'zh-CN'
  /** Idempotency key; where there is a hold, the hold is the key. */
  readonly key: string | null
}

export type VisitRequest = RequestWish & {
  /** Either a hold, or an outlet with a start. */
  readonly holdId: string | null
  readonly outletCode: string | null
  readonly startsAt: number | null
}

type Asking = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config' | 'client'
> & {
  /** Who asks; none = the customer. */
  readonly actor?: Actor
}
type Place = { readonly outlet: string; readonly startsAt: number; readonly id: string | null }

function placeOf({ holdId, outletCode, startsAt }: VisitRequest): Place | null {
  if (holdId !== null) return readHoldId(holdId)
  if (outletCode === null || startsAt === null) return null
  return { outlet: outletCode, startsAt, id: null }
}

/** The private row of a request. */
export const personalOf = (
  { contact, imei, faultText, consent }: RequestWish,
  now: number,
): RepairPrivate => ({
  contact,
  device: { imeis: imei === null ? [] : [imei], serial: null },
  words: faultText === null ? {} : { fault: faultText },
  consent: { ...consent, at: now },
})

async function bookedAt(
  asking: Asking,
  database: Database,
  { wish, placed, place }: { wish: VisitRequest; placed: PlacedOutlet; place: Place },
): Promise<Proposal<BookedVisit, SlotRefusal>> {
  const { now, actor = CUSTOMER } = asking
  const { outlet } = placed
  const { startsAt } = place
  const code = issueTicketCode(outlet.bucket, asking.randomByte)
  const decision = decideBooking(
    null,
    { type: 'book', code, outlet: outlet.code, service: wish.service, startsAt },
    { now, happenedAt: null, actor, zone: outlet.zone },
  )
  if (!decision.ok) throw new Error(`a booking was refused: ${decision.refusal}`)
  const request = {
    ...({
      type: 'request',
      code,
      wayIn: 'walk_in',
      outlet: outlet.code,
      visitAt: startsAt,
    } as const),
    ...{ service: wish.service, model: wish.model, faultCode: wish.faultCode },
    ...{ wayBack: wish.wayBack, locale: wish.locale, ceiling: wish.ceiling },
  }
  const personal = personalOf(wish, now)
  const requested = await newRepair(asking, database, {
    request,
    personal,
    placed,
    actor,
  })
  const { counterSeats: seats, benches } = outlet
  const serviceDate = openingDayOf(outlet.hours, outlet.zone, startsAt)
  const seat = {
    ...{ outlet: outlet.code, startsAt, serviceDate, seats, benches },
    service: wish.service,
  }
  const dueAt = nextBookingTimer(decision.booking, decision.booking.lastHappenedAt)
  return {
    kind: 'change',
    answer: { code, outletCode: outlet.code, startsAt },
    events: [...decision.events, ...requested.events],
    rows: [
      ...(place.id === null
        ? [...clearLapsed(database, seat, now), ...takeSeat(database, seat)]
        : spendHold(database, { ...seat, id: place.id })),
      writeBooking(database, decision.booking, { dueAt, now }),
      ...requested.rows,
    ],
  }
}

/** The outlet as it stands, and the service that the hold was given for, in one trip. */
async function load({ hub, databases }: Asking, place: Place) {
  const { id } = place
  const [outlets, ...holds] = await readEverywhere([
    outletOnRecord(hub, place.outlet),
    ...(id === null ? [] : databases.all.map((work) => holdByKey(work, { ...place, id }))),
  ])
  const [hold] = holds.flat() as readonly HoldRow[]
  return { placed: placedOutlet(outlets as readonly PlacedRow[]), heldFor: hold?.service ?? null }
}

type Loaded = { readonly outlet: Outlet; readonly heldFor: BookableService | null }

function whyNot(
  asking: Asking,
  { service }: VisitRequest,
  { outlet, heldFor, place }: Loaded & { readonly place: Place },
): SlotRefusal | 'hold_gone' | null {
  if (place.id === null) return whyNotTaken(offerTerms(asking, outlet, service), place.startsAt)
  // Nobody took the hold off its slot since it lapsed, but the slot has gone by.
  if (place.startsAt <= asking.now) return 'hold_gone'
  const why = whyNotBookable(outlet, service, wallTimeIn(outlet.zone, place.startsAt).date)
  if (why) return why
  // A hold of another service took another kind of seat; none at all is for the database to say.
  return heldFor !== null && heldFor !== service ? 'unknown_hold' : null
}

/**
 * Books a visit: the booking, its requested repair, the seat, the link and the first message in one
 * batch. Both share one ticket code. A hold that is gone is refused as `hold_gone`, a full slot as
 * `slot_full`, both by the database.
 */
export async function bookVisit(
  asking: Asking,
  wish: VisitRequest,
): Promise<Task<BookedVisit, SlotRefusal | 'hold_gone' | 'key_reused'>> {
  const { hub, databases, now, actor = CUSTOMER } = asking
  const place = placeOf(wish)
  const { key: givenKey, ...body } = wish
  const key = wish.holdId ?? givenKey
  const command = await commandOf({
    ...{ name: 'book', key, body, actor: actor.id, now },
    mac: (text) => asking.keys.mac('command', text),
  })
  if (!place) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: 'unknown_hold' } }
  }
  const { placed, heldFor } = await load(asking, place)
  if (!placed) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: 'unknown_outlet' } }
  }
  const database = databases.of(placed.outlet.bucket)
  const refusal = whyNot(asking, wish, { outlet: placed.outlet, heldFor, place })
  const proposal = refusal
    ? await replayed<BookedVisit, SlotRefusal | 'hold_gone'>(database, command, refusal)
    : await bookedAt(asking, database, { wish, placed, place })
  return { database, command, proposal }
}
