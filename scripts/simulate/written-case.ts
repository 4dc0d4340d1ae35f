import { nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { findName } from '#domain/desk/find-name.ts'
import { TAIL_DIGITS } from '#domain/desk/find-query.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { stageOf } from '#domain/repairs/stage.ts'
import { alarmOf } from '#functions/repairs/alarm.ts'
import type { Case } from './sim-case.ts'
import { linkHash } from './sim-keys.ts'
import type { World } from './world.ts'

const LAST_DIGITS = 4
/** The wording that the counter reads out; the form of a visit has its own. */
const CONSENT = { counter: 'counter_2026_11', visit: 'visit_2026_11' }

const jobsOf = ({ random, at }: Case, { status }: Repair) => {
  const isHere = stageOf(status) === 'in_hand' && !status.startsWith('in_transit')
  const shelf = isHere ? `${random.pick(['A', 'B', 'C'])}-${random.between(1, 24)}` : null
  const isAtBench = status === 'diagnosing' || status === 'repairing'
  return { shelf, assigned: isAtBench ? random.pick(at.benches).id : null }
}

function putRepair({ sink, keys, until }: World, own: Case, repair: Repair): void {
  const { code, home, at, customer, booking, repairWrittenAt } = own
  const { dial } = customer.phone
  const { shelf, assigned } = jobsOf(own, repair)
  sink.put('repairs', [
    ...([code, repair.version, repair.status, repair.homeOutlet, repair.atOutlet] as const),
    ...([at.outlet.zone, at.country, JSON.stringify(repair)] as const),
    keys('digits', `${code}/${dial.slice(-LAST_DIGITS)}`),
    keys('phone', dial),
    // Reminders of the past count as sent; a step that is owed is the clock's next minute.
    alarmOf(repair, until, booking?.startsAt ?? null),
    ...([repairWrittenAt, stageOf(repair.status), shelf, assigned, repair.receivedAt] as const),
  ])
  const name = findName(customer.name)
  sink.put('repair_names', [home.outlet.code, name, code])
}

function putPrivate({ sink }: World, own: Case, repair: Repair): void {
  const { code, customer, device, receivedAt } = own
  const { name, phone } = customer
  const contact = {
    ...{ name, phone, email: null, secondPhone: null, forSomebodyElse: false, mayDecide: null },
    ...{ mayCollect: null, nameKey: findName(name) },
    address: repair.wayBack === 'post' ? 'Demo Road 1' : null,
  }
  const isCounter = receivedAt !== null && repair.requestedAt === receivedAt
  sink.put('repairs_private', [
    code,
    JSON.stringify(contact),
    JSON.stringify(
      receivedAt === null
        ? { imeis: [], serial: null }
        : { imeis: device.imeis, serial: device.serial },
    ),
    '{}',
    JSON.stringify({
      wording: isCounter ? CONSENT.counter : CONSENT.visit,
      at: repair.requestedAt,
    }),
  ])
}

function putDevice({ sink, keys }: World, { code, device, receivedAt }: Case): void {
  if (receivedAt === null) return
  const { imeis, serial } = device
  const tails = new Set(imeis.map((imei) => imei.slice(-TAIL_DIGITS)))
  for (const number of [...imeis, serial])
    sink.put('device_ids', [keys('device', number), code, receivedAt])
  for (const tail of tails) sink.put('device_ids', [keys('imei tail', tail), code, receivedAt])
}

/** Links of what may still be opened from a message of these days. */
function putLinks({ sink, keys, until }: World, { code }: Case, repair: Repair): void {
  if (repair.status === 'closed' && (repair.closedAt ?? 0) < until - 14 * 86_400_000) return
  sink.put('links', [linkHash(keys, `${code}/status/`), code, 'status', null, repair.requestedAt])
  const { ask } = repair
  if (!ask) return
  const hash = linkHash(keys, `${code}/answer/${ask.version}`)
  sink.put('links', [hash, code, 'answer', ask.version, ask.askedAt])
}

function putVisit({ sink }: World, { code, booking, bookingWrittenAt, closesAt }: Case): void {
  if (!booking) return
  const dueAt = nextBookingTimer(booking, booking.lastHappenedAt, closesAt)
  sink.put('bookings', [
    ...([code, booking.version, booking.outlet, booking.startsAt, booking.status] as const),
    ...([JSON.stringify(booking), dueAt, bookingWrittenAt] as const),
  ])
}

/** Writes a repair and its visit as they stand: when they are over, or as the history ends. */
export function writeCase(world: World, own: Case): void {
  if (own.isWritten) throw new Error(`${own.code} is written twice`)
  own.isWritten = true
  world.open.delete(own)
  putVisit(world, own)
  const { repair } = own
  if (!repair) return
  const { tally } = world
  tally.repairs += 1
  const outcome = repair.outcome ?? (repair.status === 'closed' ? String(repair.ending) : 'open')
  tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1)
  putRepair(world, own, repair)
  putPrivate(world, own, repair)
  putDevice(world, own)
  putLinks(world, own, repair)
  for (const tracking of own.parcels) world.sink.put('parcels', [tracking, own.code])
}
