import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { runBookingClocks } from '#functions/bookings/run-clocks.ts'
import type { SignedInStaff } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { aDesk, bare, booked, type Desk, MINUTE, takeStep, visitIn, walkIn } from './a-queue.ts'

/** The tests begin at 11:00; the outlet closes at 18:00. */
const UNTIL_CLOSING = 7 * 60 * MINUTE
let desk: Desk
let counter: SignedInStaff
beforeEach(async () => {
  desk = await aDesk()
  counter = await desk.as('counter')
})

const drawn = async () => bare((await visitIn(await walkIn(desk, counter))).code)
const clock = () => runBookingClocks(theSources({ now: desk.now() }))
const statusOf = async (code: string) =>
  (
    await env.HUB.prepare('SELECT status FROM bookings WHERE code = ?1')
      .bind(code)
      .first<{ status: string }>()
  )?.status
const lastEvent = (code: string) =>
  env.HUB.prepare('SELECT type, actor FROM events WHERE subject = ?1 ORDER BY version DESC LIMIT 1')
    .bind(`booking/${code}`)
    .first()

describe('who still waits as the outlet closes', () => {
  it('has left then, not a moment earlier, once', async () => {
    const code = await drawn()
    desk.pass(UNTIL_CLOSING - 1)
    expect([await clock(), await statusOf(code)]).toEqual([0, 'arrived'])
    desk.pass(1)
    expect([await clock(), await statusOf(code)]).toEqual([1, 'left'])
    expect(await lastEvent(code)).toEqual({ type: 'booking.left', actor: 'system' })
    expect(await clock()).toBe(0)
  })

  it('is given half an hour more where they were called', async () => {
    const code = await drawn()
    await takeStep(desk, counter, [code, 'call'])
    desk.pass(UNTIL_CLOSING)
    expect([await clock(), await statusOf(code)]).toEqual([0, 'called'])
    desk.pass(30 * MINUTE)
    expect([await clock(), await statusOf(code)]).toEqual([1, 'left'])
  })

  it('keeps what they asked for: a booked visit that was left can be moved', async () => {
    const code = await booked(desk, desk.now() + 60 * MINUTE)
    await takeStep(desk, counter, [code, 'arrive'])
    desk.pass(UNTIL_CLOSING)
    await clock()
    const repair = await env.HUB.prepare('SELECT status FROM repairs WHERE code = ?1')
      .bind(code)
      .first()
    expect([await statusOf(code), repair]).toEqual(['left', { status: 'requested' }])
    const seats = await env.HUB.prepare('SELECT sum(seats_taken) AS taken FROM slots').first()
    expect(seats).toEqual({ taken: 0 })
  })

  it('waits until midnight where nobody knows the hours, or they had closed already', async () => {
    desk.pass(UNTIL_CLOSING + 60 * MINUTE)
    const code = await drawn()
    desk.pass(5 * 60 * MINUTE - 1)
    expect([await clock(), await statusOf(code)]).toEqual([0, 'arrived'])
    desk.pass(1)
    expect([await clock(), await statusOf(code)]).toEqual([1, 'left'])
  })

  it('is closed a hundred a minute, the rest by the next ones', async () => {
    await env.HUB.prepare(
      `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 130)
       INSERT INTO bookings (code, version, outlet_code, starts_at, status, state, due_at, updated_at)
       SELECT printf('00%011d', i), 1, 'HZ-001', NULL, 'arrived', json_object('code', printf('00%011d', i),
         'version', 1, 'status', 'arrived', 'outlet', 'HZ-001', 'service', 'repair', 'startsAt', NULL,
         'holdsSeat', json('false'), 'arrivedAt', 0, 'calledAt', NULL, 'queueNumber', i, 'behind', NULL,
         'lastHappenedAt', 0), ?1, 0 FROM n`,
    )
      .bind(desk.now())
      .run()
    expect([await clock(), await clock(), await clock()]).toEqual([100, 30, 0])
  })
})
