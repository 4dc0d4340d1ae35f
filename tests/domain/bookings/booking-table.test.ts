import { describe, expect, it } from 'vitest'
import {
  BOOKING_EVENT_TYPES,
  BOOKING_STATUSES,
  type BookingAction,
  type BookingActionType,
  type BookingStatus,
} from '#domain/bookings/booking.ts'
import { decideBooking } from '#domain/bookings/decide-booking.ts'
import { ROLES, type Role } from '#domain/repairs/actor.ts'
import { aBooking, book, by, ELSEWHERE, SLOT_AT, SLOT_OVER, walkIn } from './a-booking.ts'

const DAY = 86_400_000
/** After everything that `aBooking` does. */
const LATER = SLOT_OVER + DAY / 2

type From = BookingStatus | '-'
const COUNTER = 'counter outlet_manager'
const STAFF = 'counter bench outlet_manager agent'
const ANYONE =
  'customer agent counter bench outlet_manager hq_supply courier system home home_manager'

/** The table of bookings as the domain's text has it: action, from, to, who. */
const TABLE: readonly (readonly [BookingActionType, string, BookingStatus, string])[] = [
  ['book', '-', 'booked', ANYONE],
  ['move', 'booked no_show left', 'booked', `customer ${STAFF}`],
  ['cancel', 'booked no_show left', 'cancelled', `customer ${STAFF}`],
  ['arrive', '- booked no_show', 'arrived', COUNTER],
  ['call', 'arrived called', 'called', COUNTER],
  ['skip', 'called', 'arrived', COUNTER],
  ['serve', 'called', 'served', COUNTER],
  ['leave', 'arrived called', 'left', `${COUNTER} system`],
  ['miss', 'booked', 'no_show', 'system'],
]

function actionOf(type: BookingActionType, from: From, role: Role): BookingAction {
  const actions: Record<BookingActionType, BookingAction> = {
    book: { ...book, startsAt: LATER + DAY } as BookingAction,
    move: { type: 'move', startsAt: LATER + DAY },
    cancel: { type: 'cancel', by: role === 'customer' ? 'customer' : 'staff' },
    arrive: { type: 'arrive', walkIn: from === '-' ? walkIn : null, queueNumber: 3 },
    call: { type: 'call' },
    skip: { type: 'skip', behind: 9 },
    serve: { type: 'serve', received: 2, reason: null },
    leave: { type: 'leave' },
    miss: { type: 'miss' },
  }
  return actions[type]
}

const FROM: readonly From[] = ['-', ...BOOKING_STATUSES]

describe('a booking obeys its table', () => {
  it('which names every action', () => {
    expect(TABLE.map(([type]) => type).sort()).toEqual(Object.keys(BOOKING_EVENT_TYPES).sort())
    expect(ANYONE.split(' ').sort()).toEqual([...ROLES].sort())
  })

  for (const [type, froms, to, who] of TABLE) {
    for (const from of FROM) {
      const listed = froms.split(' ').includes(from)
      it(`${type} from ${from} is ${listed ? `${to} for ${who}` : 'refused to everybody'}`, () => {
        const booking = aBooking(from === '-' ? null : from)
        for (const role of ROLES) {
          const decision = decideBooking(booking, actionOf(type, from, role), by(role, LATER))
          if (!listed) expect(decision).toEqual({ ok: false, refusal: 'not_allowed_now' })
          else if (!who.split(' ').includes(role)) {
            expect(decision).toEqual({ ok: false, refusal: 'not_your_role' })
          } else {
            expect(decision).toMatchObject({ ok: true, booking: { status: to } })
            if (!decision.ok) return
            expect(decision.events).toMatchObject([
              {
                subject: 'booking/7K3M9QXF2T8BV',
                version: (booking?.version ?? 0) + 1,
                type: BOOKING_EVENT_TYPES[type],
                happenedAt: LATER,
                data: { status: to, outlet: 'HZ-001', day: '2026-10-03' },
              },
            ])
            expect(decision.booking).toMatchObject({
              version: (booking?.version ?? 0) + 1,
              lastHappenedAt: LATER,
            })
          }
        }
      })
    }
  }

  it('and one person with several roles may do what any of them may', () => {
    const deciding = by('customer', LATER)
    const both = { ...deciding.actor, roles: ['customer', 'counter'] as const }
    const arrive = { type: 'arrive', walkIn: null, queueNumber: 1 } as const
    expect(decideBooking(aBooking('booked'), arrive, deciding).ok).toBe(false)
    expect(decideBooking(aBooking('booked'), arrive, { ...deciding, actor: both }).ok).toBe(true)
  })

  it('and nobody cancels in somebody else’s name', () => {
    const cancel = (name: 'customer' | 'staff' | 'outlet', role: Role) =>
      decideBooking(
        aBooking('booked'),
        { type: 'cancel', by: name, ...(name === 'outlet' && { alternatives: ELSEWHERE }) },
        by(role, SLOT_AT - DAY / 2),
      ).ok
    expect(ROLES.filter((role) => cancel('customer', role))).toEqual(['customer'])
    expect(ROLES.filter((role) => cancel('staff', role)).sort()).toEqual(STAFF.split(' ').sort())
    expect(ROLES.filter((role) => cancel('outlet', role)).sort()).toEqual([
      'bench',
      'counter',
      'outlet_manager',
    ])
  })
})
