import type { BookingAction } from '#domain/bookings/booking.ts'
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

function actionOf(wish: VisitWish, { booking }: Standing, now: number): BookingAction {
  const zone = OUTLETS.find(({ code }) => code === booking?.outlet)?.zone ?? ''
  const slot = slotAt({ zone }, now, wish.slot)
  switch (wish.action) {
    case 'move':
      return { type: 'move', startsAt: slot }
    case 'cancel':
      return { type: 'cancel', by: wish.by % 2 === 0 ? 'customer' : 'staff' }
    case 'cancel_by_outlet':
      return {
        ...{ type: 'cancel', by: 'outlet' },
        alternatives: [1, 2, 3].map((place) => ({
          outlet: 'SZ-002',
          startsAt: Math.floor(now / DAY_MS) * DAY_MS + 3 * DAY_MS + place * HALF_HOUR_MS,
        })),
      }
    case 'arrive':
      // The queue's own numbers are low: a number drawn by hand never meets one.
      return { type: 'arrive', walkIn: null, queueNumber: 1_000 + wish.slot }
    case 'serve':
      return { type: 'serve', received: 1, reason: null }
    case 'serve_nothing':
      return { type: 'serve', received: 0, reason: 'explained' }
    default:
      return { type: wish.action }
  }
}

function actorOf({ action, by }: VisitWish) {
  if (by % 8 === 0) return PEOPLE[by % PEOPLE.length] ?? customer
  if (action === 'cancel') return by % 2 === 0 ? customer : agent
  if (action === 'move') return by % 3 === 0 ? agent : customer
  if (action === 'miss') return system
  return by % 3 === 0 ? manager : counter
}

/** A step of a visit; null = this ticket has none. */
export function aimVisit(wish: VisitWish, standing: Standing, { now, key }: Moment): Asked | null {
  const { booking } = standing
  if (!booking) return null
  return {
    use: 'visit',
    input: {
      code: booking.code,
      action: actionOf(wish, standing, now),
      expectedVersion: versionSeen(wish.version, booking.version),
      actor: actorOf(wish),
      happenedAt: happenedWhen(wish.late, booking.lastHappenedAt, now),
      key,
    },
  }
}
