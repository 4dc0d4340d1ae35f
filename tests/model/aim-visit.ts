import type { Booking, BookingAction, BookingStatus } from '#domain/bookings/booking.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { agent, counter, customer, EVERYBODY, manager, system } from '#support/repair-actors.ts'
import type { Asked } from './asked.ts'
import { OUTLETS } from './network.ts'
import type { Standing } from './peek.ts'
import { happenedWhen, type Moment, versionSeen } from './seen.ts'
import { slotAt } from './slots-asked.ts'
import type { VisitWish } from './wish.ts'

const HALF_HOUR_MS = 1_800_000
const DAY_MS = 86_400_000
const PEOPLE = Object.values(EVERYBODY)

const KINDS = [
  ...(['move', 'cancel', 'cancel_by_outlet', 'arrive', 'call', 'skip', 'serve'] as const),
  ...(['serve_nothing', 'leave', 'miss'] as const),
]
type Kind = (typeof KINDS)[number]

/** What may be done to a visit, the likelier things more often. */
const ALLOWED: Readonly<Record<BookingStatus, readonly Kind[]>> = {
  booked: ['move', 'move', 'arrive', 'arrive', 'arrive', 'cancel', 'cancel_by_outlet', 'miss'],
  arrived: ['call', 'call', 'leave'],
  called: ['call', 'skip', 'skip', 'serve', 'serve_nothing', 'leave', 'leave'],
  served: KINDS,
  left: ['move', 'move', 'cancel'],
  no_show: ['move', 'move', 'cancel', 'arrive'],
  cancelled: KINDS,
}

function kindOf({ action, isAllowed }: VisitWish, { status }: Booking): Kind {
  const kinds = isAllowed ? ALLOWED[status] : KINDS
  return kinds[action % kinds.length] ?? 'move'
}

function actionOf(kind: Kind, wish: VisitWish, { now, outlet }: { now: number; outlet: string }) {
  const zone = OUTLETS.find(({ code }) => code === outlet)?.zone ?? ''
  const at = (action: BookingAction): BookingAction => action
  switch (kind) {
    case 'move':
      return at({ type: 'move', startsAt: slotAt({ zone }, now, wish.slot) })
    case 'cancel':
      return at({ type: 'cancel', by: wish.by % 2 === 0 ? 'customer' : 'staff' })
    case 'cancel_by_outlet':
      return at({
        ...({ type: 'cancel', by: 'outlet' } as const),
        alternatives: [1, 2, 3].map((place) => ({
          outlet: 'SZ-002',
          startsAt: Math.floor(now / DAY_MS) * DAY_MS + 3 * DAY_MS + place * HALF_HOUR_MS,
        })),
      })
    case 'arrive':
      // The queue's own numbers are low: a number drawn by hand never meets one.
      return at({ type: 'arrive', walkIn: null, queueNumber: 1_000 + wish.slot })
    case 'serve':
      return at({ type: 'serve', received: 1, reason: null })
    case 'serve_nothing':
      return at({ type: 'serve', received: 0, reason: 'explained' })
    default:
      return at({ type: kind })
  }
}

function actorOf(kind: Kind, { by }: VisitWish): Actor {
  if (by % 12 === 0) return PEOPLE[by % PEOPLE.length] ?? customer
  if (kind === 'cancel') return by % 2 === 0 ? customer : agent
  if (kind === 'move') return by % 3 === 0 ? agent : customer
  if (kind === 'miss') return system
  return by % 3 === 0 ? manager : counter
}

/** A step of a visit; null = this ticket has none. */
export function aimVisit(
  wish: VisitWish,
  { booking }: Standing,
  { now, key }: Moment,
): Asked | null {
  if (!booking) return null
  const { code, version, outlet, lastHappenedAt } = booking
  const kind = kindOf(wish, booking)
  const action = actionOf(kind, wish, { now, outlet })
  const seen = { expectedVersion: versionSeen(wish.version, version), actor: actorOf(kind, wish) }
  const happenedAt = happenedWhen(wish.late, lastHappenedAt, now)
  return { use: 'visit', input: { code, action, ...seen, happenedAt, key } }
}
