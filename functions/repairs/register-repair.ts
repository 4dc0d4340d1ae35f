import type { Booking } from '#domain/bookings/booking.ts'
import { afterWorkingDays } from '#domain/calendar/working-days.ts'
import { bucketOfTicket, issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { isOneHourListed, modelOf } from '#domain/repairs/catalogue.ts'
import type { Contact, RepairPrivate } from '#domain/repairs/contact.ts'
import { decideSeveral } from '#domain/repairs/decide-repair.ts'
import type { RepairRefusal } from '#domain/repairs/decision.ts'
import type { BookableService, WayBack } from '#domain/repairs/repair.ts'
import type { ActionOf, RepairAction } from '#domain/repairs/repair-action.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { besideRegister, outletQueue } from '#functions/bookings/beside-register.ts'
import type { QueueRow } from '#functions/bookings/beside-repair.ts'
import { bookingRead, shownBooking } from '#functions/bookings/booking-on-record.ts'
import {
  type Command,
  type CommandRow,
  commandOf,
  keptAnswer,
  replayOf,
} from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { readNamed } from '#functions/db/read-named.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { networkCalendar } from '#functions/outlets/network-calendar.ts'
import {
  outletOnRecord,
  type PlacedOutlet,
  placedOutlet,
} from '#functions/outlets/outlet-on-record.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { deviceHashes, earlierRepair, insertDevices, returnOf } from './device-chain.ts'
import { tailHashes } from './find-rows.ts'
import { putOnShelf } from './job-store.ts'
import { rowsOfNew } from './new-repair.ts'
import type { PrivateChange } from './private-store.ts'
import { repairByCode, repairsOfDevice, type SeenRow } from './store.ts'

export type RegisterWish = {
  readonly outletCode: string
  /** Code of the visit that the device came with; null = its customer came straight to the counter. */
  readonly ticket: string | null
  /** Another device of that visit: it gets a code of its own. */
  readonly isFurther: boolean
  readonly service: BookableService
  readonly model: string
  readonly faultCode: string
  readonly faultText: string | null
  readonly contact: Contact
  readonly wayBack: WayBack
  readonly locale: 'en' | 'zh-CN'
  readonly consent: { readonly wording: string }
  readonly receive: ActionOf<'receive'>
  readonly device: PrivateChange['device']
  readonly shelf: string | null
  /** What is agreed at once, on the quick path: diagnose, ask, accept. */
  readonly followedBy: readonly RepairAction[]
  readonly happenedAt: number | null
  readonly key: string | null
  /** What a repetition is told by, where the wish holds what was reckoned from it; left out = the wish. */
  readonly asked?: unknown
}

export type RegisterAnswer = {
  readonly code: string
  readonly version: number
  readonly status: string
}
export type RegisterRefusal =
  | RepairRefusal
  | 'unknown_outlet'
  | 'unknown_booking'
  | 'outlet_closed'
  | 'outlet_disqualified'
  | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'config' | 'randomByte'> & {
  readonly staff: Staff
}

type Loaded = {
  readonly placed: PlacedOutlet | null
  readonly booking: Booking | null
  /** Whether a repair has the visit's code already. */
  readonly isTaken: boolean
  readonly queues: readonly QueueRow[]
  readonly seen: readonly SeenRow[]
  /** What this command was answered before. */
  readonly kept: readonly CommandRow[]
}

type Loading = { readonly hashes: readonly string[]; readonly command: Command }

/** All of it in one trip: the outlet's own database isn't known yet, so each is asked. */
async function load(
  { hub, databases, now }: Asking,
  { outletCode, ticket, receive, happenedAt }: RegisterWish,
  { hashes, command }: Loading,
): Promise<Loaded> {
  const since = Math.min(now, happenedAt ?? now, receive.arrivedAt ?? now)
  const home = ticket === null ? null : databases.of(bucketOfTicket(ticket))
  const { named, others } = await readNamed(
    {
      outlet: outletOnRecord(hub, outletCode),
      booking: home && bookingRead(home, ticket ?? ''),
      taken: home && repairByCode(home, ticket ?? ''),
    },
    databases.all.flatMap((one): readonly Prepared[] => [
      outletQueue(one, outletCode, since),
      repairsOfDevice(one, hashes),
      keptAnswer(one, command),
    ]) as readonly Prepared<QueueRow & SeenRow & CommandRow>[],
  )
  const ofKind = (kind: number) => others.filter((_, place) => place % 3 === kind).flat()
  return {
    placed: placedOutlet(named.outlet),
    booking: shownBooking(named.booking),
    isTaken: named.taken.length > 0,
    ...{ queues: ofKind(0), seen: ofKind(1), kept: ofKind(2) },
  }
}

type Standing = Loaded & { readonly placed: PlacedOutlet }

function whyNot(
  { outletCode, ticket, isFurther, device }: RegisterWish,
  { placed, booking, isTaken }: Standing,
): RegisterRefusal | null {
  const { operation, qualification } = placed.outlet
  if (operation === 'closed') return 'outlet_closed'
  if (qualification === 'disqualified') return 'outlet_disqualified'
  if (ticket !== null && booking?.outlet !== outletCode) return 'unknown_booking'
  if (isTaken && !isFurther) return 'stale'
  const isIdentified = (device?.imeis ?? []).length > 0 || (device?.serial ?? null) !== null
  return isIdentified ? null : 'bad_value'
}

/** The steps of the batch: asked for and taken in as one, and what the customer agrees to at once. */
function stepsOf(
  { config, now }: Asking,
  wish: RegisterWish,
  { code, loaded }: { readonly code: string; readonly loaded: Standing },
): readonly RepairAction[] {
  const { booking, seen, placed } = loaded
  const isListed = isOneHourListed(config.catalogue, { model: wish.model, fault: wish.faultCode })
  const { model, faultCode, service, wayBack, locale, receive, outletCode: outlet } = wish
  const isOfVisit = code === wish.ticket
  return [
    {
      ...{ type: 'request', code, wayIn: 'walk_in', wayBack, outlet, service, model, faultCode },
      ...{ locale, visitAt: isOfVisit ? (booking?.startsAt ?? null) : null, ceiling: null },
    },
    {
      ...receive,
      arrivedAt: receive.arrivedAt ?? booking?.arrivedAt ?? null,
      repeatOf: receive.repeatOf ?? earlierRepair(seen, { code, now }),
      repeat: returnOf(seen, { code, at: wish.happenedAt ?? now }),
      family: modelOf(config.catalogue, model)?.family ?? null,
      isOneHourListed: isListed,
      isOneHourDue: isListed && placed.outlet.services.one_hour === 'done',
    },
    ...wish.followedBy,
  ]
}

type Registering = {
  readonly wish: RegisterWish
  readonly loaded: Standing
  readonly actor: Actor
  readonly database: Database
  readonly hashes: readonly string[]
}

const personalOf = (wish: RegisterWish, now: number): RepairPrivate => ({
  contact: wish.contact,
  device: { imeis: wish.device?.imeis ?? [], serial: wish.device?.serial ?? null },
  words: wish.faultText === null ? {} : { fault: wish.faultText },
  consent: { ...wish.consent, at: now },
})

async function registered(
  asking: Asking,
  { wish, loaded, actor, database, hashes }: Registering,
): Promise<Proposal<RegisterAnswer, RegisterRefusal>> {
  const { now, randomByte } = asking
  const { placed, booking, queues } = loaded
  const { outlet, country } = placed
  const { zone } = outlet
  const { ticket, isFurther, happenedAt, service } = wish
  const code = ticket !== null && !isFurther ? ticket : issueTicketCode(outlet.bucket, randomByte)
  const calendar = await networkCalendar(asking, country)
  const deciding = { now, happenedAt, actor, zone }
  const decision = decideSeveral(null, stepsOf(asking, wish, { code, loaded }), {
    ...deciding,
    afterWorkingDays: (at, days) => afterWorkingDays(at, days, { zone, calendar }),
  })
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal }
  const { repair, events } = decision
  const { arrivedAt } = wish.receive
  const visit = besideRegister(
    { database, booking, queues, code, outlet: outlet.code, service, arrivedAt },
    deciding,
  )
  const personal = personalOf(wish, now)
  const tails = await tailHashes(asking.keys, personal)
  return {
    kind: 'change',
    answer: { code, version: repair.version, status: repair.status },
    events: [...visit.events, ...events],
    rows: [
      ...visit.rows,
      ...(await rowsOfNew(asking, database, { repair, personal, placed })),
      ...insertDevices(database, [...hashes, ...tails], { code, now }),
      ...(wish.shelf ? [putOnShelf(database, code, wish.shelf)] : []),
    ],
  }
}

/**
 * Registers a walk-in's device: asked for and received in one batch, perhaps with what was agreed at
 * once. The first device of a visit takes the visit's code, further ones get their own; the visit is
 * served in the same batch, and begins in it where the customer came straight to the counter. Where
 * somebody took in a first device meanwhile, it is `stale`.
 */
export async function registerRepair(
  asking: Asking,
  wish: RegisterWish,
): Promise<Task<RegisterAnswer, RegisterRefusal>> {
  const { hub, keys, now, staff, databases } = asking
  const { key, asked, ...body } = wish
  const command = await commandOf({
    ...{ name: 'repair.register', key, body: asked ?? body, actor: staff.id, now },
    mac: (text) => keys.mac('command', text),
  })
  const refuse = (refusal: RegisterRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  const at = { atOutlet: wish.outletCode, homeOutlet: wish.outletCode }
  const seen = await actorFor({ hub, staff }, at, 'intake.register')
  if (!seen.ok) {
    return refuse(seen.refusal === 'out_of_scope' ? 'unknown_outlet' : 'not_your_role')
  }
  const hashes = await deviceHashes(keys, wish.device ? { device: wish.device } : undefined)
  const loaded = await load(asking, wish, { hashes, command })
  const { placed } = loaded
  if (!placed) return refuse('unknown_outlet')
  const database = databases.of(placed.outlet.bucket)
  const standing = { ...loaded, placed }
  const before = command.id === null ? null : replayOf<RegisterAnswer>(loaded.kept, command)
  if (before) return { database, command, proposal: before }
  const refusal = whyNot(wish, standing)
  const proposal: Proposal<RegisterAnswer, RegisterRefusal> = refusal
    ? { kind: 'refused', refusal }
    : await registered(asking, { wish, loaded: standing, actor: seen.actor, database, hashes })
  return { database, command, proposal }
}
