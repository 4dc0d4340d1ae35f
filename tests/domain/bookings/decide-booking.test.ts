import { describe, expect, it } from 'vitest'
import type { Booking, BookingAction } from '#domain/bookings/booking.ts'
import { nextBookingTimer } from '#domain/bookings/booking-timers.ts'
import { decideBooking, decideSeveralBooking } from '#domain/bookings/decide-booking.ts'
import {
  aBooking,
  BOOKED_AT,
  book,
  by,
  done,
  ELSEWHERE,
  SLOT_AT,
  SLOT_OVER,
  walkIn,
} from './a-booking.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const refusal = (decision: ReturnType<typeof decideBooking>) =>
  decision.ok ? 'allowed' : decision.refusal
const atCounter = (booking: Booking | null, action: BookingAction, at: number) =>
  done(booking, action, by('counter', at))

describe('a seat', () => {
  it('is taken by booking and given back by cancelling, leaving and missing, never by being served', () => {
    const booked = done(null, book, by('customer', BOOKED_AT))
    expect(booked.booking).toMatchObject({ startsAt: SLOT_AT, holdsSeat: true, queueNumber: null })
    expect(booked.events[0]?.data).toMatchObject({
      takes: SLOT_AT,
      frees: null,
      service: 'one_hour',
      startsAt: SLOT_AT,
      day: '2026-10-02',
      slotDay: '2026-10-03',
    })
    for (const status of ['arrived', 'called', 'served'] as const) {
      expect(aBooking(status)?.holdsSeat).toBe(true)
    }
    for (const status of ['left', 'no_show', 'cancelled'] as const) {
      expect(aBooking(status)?.holdsSeat).toBe(false)
    }
    const missed = done(aBooking('booked'), { type: 'miss' }, by('system', SLOT_OVER + DAY))
    expect(missed.events[0]?.data).toMatchObject({ takes: null, frees: SLOT_AT })
  })

  it('moves in one event, and is not given back twice', () => {
    const move = { type: 'move', startsAt: SLOT_AT + DAY } as const
    const at = SLOT_OVER + 30 * MINUTE
    expect(
      done(aBooking('booked'), move, by('customer', BOOKED_AT + 1)).events[0]?.data,
    ).toMatchObject({
      frees: SLOT_AT,
      takes: SLOT_AT + DAY,
      movedFrom: SLOT_AT,
      slotDay: '2026-10-04',
    })
    for (const status of ['no_show', 'left'] as const) {
      expect(done(aBooking(status), move, by('agent', at))).toMatchObject({
        events: [{ data: { frees: null, takes: SLOT_AT + DAY } }],
        booking: { status: 'booked', arrivedAt: null, queueNumber: null, holdsSeat: true },
      })
    }
    const cancel = { type: 'cancel', by: 'customer' } as const
    expect(done(aBooking('left'), cancel, by('customer', at)).events[0]?.data).toMatchObject({
      frees: null,
    })
  })

  it('is not taken by a walk-in, nor again by one who comes after being missed', () => {
    const came = atCounter(null, { type: 'arrive', walkIn, queueNumber: 1 }, SLOT_AT)
    expect(came.booking).toMatchObject({ startsAt: null, holdsSeat: false, arrivedAt: SLOT_AT })
    expect(came.events[0]?.data).toMatchObject({ isWalkIn: true, slotDay: null, takes: null })
    const late = atCounter(
      aBooking('no_show'),
      { type: 'arrive', walkIn: null, queueNumber: 8 },
      SLOT_OVER + 40 * MINUTE,
    )
    expect(late.booking).toMatchObject({ status: 'arrived', holdsSeat: false, queueNumber: 8 })
    expect(late.events[0]?.data).toMatchObject({ takes: null, frees: null })
  })

  it('can be booked until its slot is over, not after, and not moved to where it is', () => {
    const bookAt = (at: number) => refusal(decideBooking(null, book, by('counter', at)))
    expect([SLOT_AT, SLOT_OVER - 1, SLOT_OVER].map(bookAt)).toEqual([
      'allowed',
      'allowed',
      'bad_value',
    ])
    for (const startsAt of [SLOT_AT, Number.NaN, -1, 0.5, 9e15, BOOKED_AT - DAY]) {
      const move = { type: 'move', startsAt } as const
      expect(refusal(decideBooking(aBooking('booked'), move, by('customer', BOOKED_AT)))).toBe(
        'bad_value',
      )
    }
  })
})

describe('the queue', () => {
  it('ends the wait with the first call; calling again recalls', () => {
    const first = atCounter(aBooking('arrived'), { type: 'call' }, SLOT_AT + 5 * MINUTE)
    const second = atCounter(first.booking, { type: 'call' }, SLOT_AT + 7 * MINUTE)
    expect(first.events[0]?.data).toMatchObject({ isFirst: true, arrivedAt: SLOT_AT })
    expect(second.events[0]?.data).toMatchObject({ isFirst: false })
    expect(second.booking.calledAt).toBe(SLOT_AT + 5 * MINUTE)
  })

  it('keeps the number of who is skipped, behind the next', () => {
    const skipped = atCounter(aBooking('called'), { type: 'skip', behind: 8 }, SLOT_AT + 6 * MINUTE)
    expect(skipped.booking).toMatchObject({
      status: 'arrived',
      queueNumber: 7,
      behind: 8,
      calledAt: SLOT_AT + 5 * MINUTE,
    })
    const alone = atCounter(aBooking('called'), { type: 'skip' }, SLOT_AT + 6 * MINUTE)
    expect(alone.booking.behind).toBeNull()
  })

  it('counts from one, and knows who walked in', () => {
    const arrive = (booking: Booking | null, change: object) =>
      refusal(
        decideBooking(
          booking,
          { type: 'arrive', walkIn: null, queueNumber: 1, ...change },
          by('counter', SLOT_AT),
        ),
      )
    expect(arrive(aBooking('booked'), {})).toBe('allowed')
    for (const queueNumber of [0, -1, 1.5, Number.NaN]) {
      expect(arrive(aBooking('booked'), { queueNumber })).toBe('bad_value')
    }
    expect(arrive(aBooking('booked'), { walkIn })).toBe('bad_value')
    expect(arrive(null, {})).toBe('bad_value')
    expect(arrive(null, { walkIn })).toBe('allowed')
  })

  it('serves with what was received, or with a coded reason why nothing was', () => {
    const serve = (received: number, reason: string | null) =>
      refusal(
        decideBooking(
          aBooking('called'),
          { type: 'serve', received, reason },
          by('counter', SLOT_OVER),
        ),
      )
    expect([serve(1, null), serve(0, 'advice_only'), serve(3, null)]).toEqual(
      Array(3).fill('allowed'),
    )
    expect([
      serve(0, null),
      serve(0, ''),
      serve(-1, null),
      serve(0.5, 'x'),
      serve(0, 'Mr Li was rude'),
    ]).toEqual(Array(5).fill('bad_value'))
  })
})

describe('an outlet that cancels', () => {
  const cancel = (alternatives?: readonly { outlet: string; startsAt: number }[]) =>
    decideBooking(
      aBooking('booked'),
      { type: 'cancel', by: 'outlet', alternatives },
      by('outlet_manager', BOOKED_AT + 1),
    )

  it('offers three other slots, which its event carries', () => {
    const decision = cancel(ELSEWHERE)
    expect(decision).toMatchObject({
      ok: true,
      events: [{ data: { by: 'outlet', alternatives: ELSEWHERE, frees: SLOT_AT } }],
    })
  })

  it('is refused with fewer, more, the same twice or past ones', () => {
    const [first, second] = ELSEWHERE
    if (!first || !second) throw new Error('no alternatives')
    const lists = [
      undefined,
      [],
      [first, second],
      [first, second, second],
      [...ELSEWHERE, { outlet: 'HZ-003', startsAt: SLOT_AT }],
      [first, second, { outlet: 'HZ-001', startsAt: BOOKED_AT - DAY }],
      [first, second, { outlet: 'the shop next door', startsAt: SLOT_AT }],
    ]
    expect(lists.map((list) => refusal(cancel(list)))).toEqual(lists.map(() => 'bad_value'))
  })

  it('and nobody else sends alternatives', () => {
    const action = { type: 'cancel', by: 'customer', alternatives: ELSEWHERE } as const
    expect(refusal(decideBooking(aBooking('booked'), action, by('customer', BOOKED_AT + 1)))).toBe(
      'bad_value',
    )
  })
})

describe('time', () => {
  const arrive = { type: 'arrive', walkIn: null, queueNumber: 1 } as const
  const arriving = (now: number, happenedAt: number | null) =>
    decideBooking(aBooking('booked'), arrive, by('counter', now, { happenedAt }))

  it('of a late entry is when it happened, on that local day', () => {
    const decision = arriving(SLOT_AT + DAY, SLOT_AT)
    expect(decision).toMatchObject({
      ok: true,
      events: [{ happenedAt: SLOT_AT, data: { day: '2026-10-03' } }],
      booking: { arrivedAt: SLOT_AT, lastHappenedAt: SLOT_AT },
    })
  })

  it('is never before the last event, nor after it is recorded', () => {
    expect(refusal(arriving(SLOT_AT, BOOKED_AT - 1))).toBe('bad_time')
    expect(refusal(arriving(SLOT_AT, BOOKED_AT))).toBe('allowed')
    expect(refusal(arriving(SLOT_AT, SLOT_AT))).toBe('allowed')
    expect(refusal(arriving(SLOT_AT, SLOT_AT + 1))).toBe('bad_time')
    expect(refusal(arriving(SLOT_AT, Number.NaN))).toBe('bad_time')
    expect(refusal(arriving(BOOKED_AT - 1, null))).toBe('bad_time')
  })

  it('makes a booking missed 30 minutes after its slot, not a moment earlier', () => {
    const miss = (at: number) =>
      refusal(decideBooking(aBooking('booked'), { type: 'miss' }, by('system', at)))
    const due = SLOT_OVER + 30 * MINUTE
    expect([due - 1, due, due + DAY].map(miss)).toEqual(['not_allowed_now', 'allowed', 'allowed'])
    expect(nextBookingTimer(aBooking('booked') as Booking, BOOKED_AT)).toBe(due)
    expect(nextBookingTimer(aBooking('booked') as Booking, due)).toBeNull()
    for (const status of ['arrived', 'called', 'served', 'left', 'no_show', 'cancelled'] as const) {
      expect(nextBookingTimer(aBooking(status) as Booking, 0)).toBeNull()
    }
  })
})

describe('versions and batches', () => {
  it('refuse a stale writer before anything else', () => {
    const cancel = { type: 'cancel', by: 'customer' } as const
    const seen = (expectedVersion: number | null) =>
      refusal(
        decideBooking(aBooking('booked'), cancel, by('customer', SLOT_AT, { expectedVersion })),
      )
    expect([seen(null), seen(1), seen(0), seen(2)]).toEqual([
      'allowed',
      'allowed',
      'stale',
      'stale',
    ])
    const begun = decideBooking(null, book, by('customer', BOOKED_AT, { expectedVersion: 1 }))
    expect(refusal(begun)).toBe('stale')
  })

  it('do all or nothing', () => {
    const steps: BookingAction[] = [
      { type: 'arrive', walkIn: null, queueNumber: 4 },
      { type: 'call' },
      { type: 'serve', received: 1, reason: null },
    ]
    const deciding = by('counter', SLOT_AT, { expectedVersion: 1 })
    const all = decideSeveralBooking(aBooking('booked'), steps, deciding)
    expect(all).toMatchObject({
      ok: true,
      booking: { status: 'served', version: 4 },
      events: [{ version: 2 }, { version: 3 }, { version: 4 }],
    })
    const twice = decideSeveralBooking(aBooking('booked'), [...steps, ...steps], deciding)
    expect(twice).toEqual({ ok: false, refusal: 'not_allowed_now' })
  })
})
