import { beforeEach, expect, it } from 'vitest'
import type { BookingAction } from '#domain/bookings/booking.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'
import { eachMinute } from '#functions/each-minute.ts'
import type { RepairStep } from '#functions/repairs/act-on-repair.ts'
import { runRepairClocks } from '#functions/repairs/run-clocks.ts'
import { anAction, BEGINNING, WHOSE } from '#support/repair-actions.ts'
import { counter, customer, system } from '#support/repair-actors.ts'
import { aim } from './aim.ts'
import { type Answered, carry, type VisitStep } from './asked.ts'
import { aDie, aModel, type Model } from './model.ts'
import { foundNetwork } from './network.ts'
import { openSqlite } from './open-sqlite.ts'
import { databaseOf, peekAt } from './peek.ts'
import { slotAt } from './slots-asked.ts'
import { takingTurns } from './turns.ts'
import { allOf, sourcesOf, type Wire } from './world.ts'

/* What the model test found, each once more by itself. */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const FIRST = 4
const SHENZHEN = { zone: 'Asia/Shanghai' }

const world = openSqlite([])
let model: Model

beforeEach(async () => {
  await foundNetwork(allOf(world))
  model = aModel(BEGINNING, 1)
})

const asking = () => sourcesOf(world, model)
const minute = () => eachMinute(asking(), async () => ({ ok: true }))

async function booked(slot = FIRST, hold: string | null = null): Promise<string> {
  const wish = { kind: 'book', outlet: 0, slot, service: 'repair', hold: null } as const
  const rest = { ceiling: null, phone: 0, isKeyed: false, wayBack: 'collect' } as const
  const asked = await aim(world, model, { wish: { ...wish, ...rest }, key: '' })
  if (asked?.use !== 'book') throw new Error('not a booking')
  const place = hold === null ? {} : { holdId: hold, outletCode: null, startsAt: null }
  const answered = await carry(asking(), { use: 'book', input: { ...asked.input, ...place } })
  return answered.kind === 'done' ? (answered.answer as { code: string }).code : answered.refusal
}

const device = { device: { imeis: ['490154203237518'], serial: null } }

async function act(
  code: string,
  type: RepairActionType,
  { over = {}, ...change }: Partial<RepairStep> & { readonly over?: object } = {},
): Promise<Answered> {
  const { repair } = await peekAt(world, code)
  const action = { ...anAction(type, { repair, at: model.now }), ...over } as RepairAction
  const step = { code, action, expectedVersion: null, actor: WHOSE[type], happenedAt: null }
  const personal = type === 'receive' ? { personal: device } : {}
  return await carry(asking(), {
    use: 'repair',
    input: { ...step, key: null, ...personal, ...change },
  })
}

async function visit(
  code: string,
  action: BookingAction,
  change: { readonly actor?: Actor } & Partial<VisitStep> = {},
): Promise<Answered> {
  const step = { code, action, expectedVersion: null, actor: customer, happenedAt: null, key: null }
  return await carry(asking(), { use: 'visit', input: { ...step, ...change } })
}

const nextSlot = (later = 0): number => slotAt(SHENZHEN, model.now, FIRST + later)
const move = (later = 1): BookingAction => ({ type: 'move', startsAt: nextSlot(later) })

const alarms = (code: string) =>
  databaseOf(world, code)
    .prepare(
      'SELECT (SELECT due_at FROM repairs WHERE code = ?1) AS repair, due_at AS visit FROM bookings WHERE code = ?1',
    )
    .bind(code)
    .first<{ repair: number | null; visit: number | null }>()

it('serves a visit that was moved after the phone came in, where the receipt is entered late', async () => {
  const code = await booked()
  const cameAt = model.now + 1
  model.now += HOUR_MS
  await visit(code, move())
  expect(await act(code, 'receive', { happenedAt: cameAt })).toMatchObject({ kind: 'done' })
  expect(await peekAt(world, code)).toMatchObject({
    booking: { status: 'served', holdsSeat: true },
    repair: { status: 'received', receivedAt: cameAt },
  })
})

it('cancels a visit that was moved after its repair was called off, where that is entered late', async () => {
  const code = await booked()
  const calledOffAt = model.now + 1
  model.now += HOUR_MS
  await visit(code, move())
  await act(code, 'cancel', { happenedAt: calledOffAt })
  expect((await peekAt(world, code)).booking?.status).toBe('cancelled')
})

it('sets no alarm for a visit that another clock run has marked as missed', async () => {
  const code = await booked()
  model.now += 5 * DAY_MS
  await Promise.all([minute(), minute()])
  expect((await peekAt(world, code)).booking?.status).toBe('no_show')
  expect((await alarms(code))?.visit).toBeNull()
})

it('takes a step once under its key, though nobody said which version they saw', async () => {
  const code = await booked()
  await act(code, 'receive')
  const first = await act(code, 'inform', { key: 'k' })
  const diagnosed = await act(code, 'diagnose', { key: 'd' })
  model.now += HOUR_MS
  expect(await act(code, 'diagnose', { key: 'd' })).toEqual({ ...diagnosed, replayed: true })
  const { repair } = await peekAt(world, code)
  const again = await act(code, 'inform', {
    key: 'k',
    over: { nextUpdateBy: model.now - HOUR_MS + DAY_MS },
  })
  expect(again).toEqual({ ...first, replayed: true })
  expect((await peekAt(world, code)).repair.version).toBe(repair.version)
})

it('refuses another step under a used key, however the first is told', async () => {
  const code = await booked()
  await act(code, 'receive')
  for (const expectedVersion of [2, null]) {
    const key = `k${expectedVersion}`
    await act(code, 'inform', { key, expectedVersion })
    const other = await act(code, 'inform', { key, expectedVersion, over: { nextUpdateBy: 2e12 } })
    expect(other).toEqual({ kind: 'refused', refusal: 'key_reused' })
  }
})

it('refuses a hold that nobody took off its slot when the slot has gone by', async () => {
  const input = {
    outletCode: 'SZ-001',
    startsAt: nextSlot(),
    service: 'repair',
    key: null,
  } as const
  const held = await carry(asking(), { use: 'hold', input })
  const { id } = (held.kind === 'done' ? held.answer : {}) as { id: string }
  model.now += 5 * DAY_MS
  expect(await booked(FIRST, id)).toBe('hold_gone')
})

it('still lets a request lapse that somebody corrected after it was due', async () => {
  const code = await booked()
  model.now += 40 * DAY_MS
  await act(code, 'correct')
  await minute()
  expect((await peekAt(world, code)).repair.ending).toBe('lapsed')
})

it('moves no visit whose repair is over', async () => {
  const code = await booked()
  model.now += 40 * DAY_MS
  await minute()
  expect(await visit(code, move())).toEqual({ kind: 'refused', refusal: 'not_allowed_now' })
  expect((await peekAt(world, code)).booking?.status).toBe('no_show')
})

it('receives a phone days late at an outlet that took in others that day', async () => {
  const [first, second] = [await booked(), await booked()]
  const cameAt = model.now
  await act(first, 'receive')
  model.now += 5 * DAY_MS
  expect(await act(second, 'receive', { happenedAt: cameAt })).toMatchObject({ kind: 'done' })
  expect((await peekAt(world, second)).booking).toMatchObject({ status: 'served', queueNumber: 2 })
})

it('gives who came before midnight a number of that day', async () => {
  const [first, second, third] = [await booked(), await booked(), await booked(FIRST + 1)]
  model.now += 13 * HOUR_MS
  const beforeMidnight = model.now
  await act(first, 'receive')
  model.now += 2 * HOUR_MS
  await act(second, 'receive', { over: { arrivedAt: beforeMidnight } })
  await act(third, 'receive')
  const numbers = [first, second, third].map(async (code) => (await peekAt(world, code)).booking)
  expect((await Promise.all(numbers)).map((visit) => visit?.queueNumber)).toEqual([1, 2, 1])
})

it('finds no phone where there is no outlet', async () => {
  const code = await booked()
  await act(code, 'receive')
  await act(code, 'report_lost')
  const found = await act(code, 'found', { over: { outlet: 'ZZ-404' } })
  expect(found).toEqual({ kind: 'refused', refusal: 'unknown_outlet' })
  expect(await act(code, 'found', { over: { outlet: 'SZ-002' } })).toMatchObject({ kind: 'done' })
})

it('lets no request lapse whose visit is moved at that moment', async () => {
  for (const order of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const code = await booked(FIRST + (order % 2))
    model.now += 30 * DAY_MS
    await visit(code, { type: 'miss' }, { actor: system })
    const die = aDie(order * 0x9e3779b1)
    const step = { code, expectedVersion: null, actor: customer, happenedAt: null, key: null }
    const moving = { use: 'visit', input: { ...step, action: move() } } as const
    const lapsing = {
      use: 'repair',
      input: { ...step, action: { type: 'lapse' }, actor: system },
    } as const
    const racers = [moving, lapsing].map((asked) => async (wire: Wire) => {
      await carry(sourcesOf(world, { ...model, wire }), asked)
    })
    await takingTurns((count) => Math.floor(die() * count)).race(racers)
    const after = await peekAt(world, code)
    const isMoved = after.booking?.status === 'booked'
    expect(after.repair.status, `order ${order}`).toBe(isMoved ? 'requested' : 'closed')
  }
})

it('keeps the alarm of a parcel that is posted again as the clock asks for a reminder', async () => {
  for (const order of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const code = await booked(FIRST + (order % 2))
    await act(code, 'receive')
    await act(code, 'correct', { over: { field: 'way_back', value: 'post' } })
    await act(code, 'give_up')
    await act(code, 'post_back')
    await act(code, 'bounce')
    model.now += 61 * DAY_MS
    const die = aDie(order * 0x9e3779b1)
    const step = { code, expectedVersion: null, happenedAt: null, key: null }
    const action = { type: 'post_back', courier: 'sf', tracking: 'SF2' } as const
    await takingTurns((count) => Math.floor(die() * count)).race([
      async (wire: Wire) => {
        const sources = sourcesOf(world, { ...model, wire })
        await carry(sources, { use: 'repair', input: { ...step, action, actor: counter } })
      },
      async (wire: Wire) => {
        await runRepairClocks(sourcesOf(world, { ...model, wire }))
      },
    ])
    expect((await peekAt(world, code)).repair.status).toBe('in_transit_out')
    expect((await alarms(code))?.repair, `order ${order}`).toBe(model.now + 14 * DAY_MS)
    await foundNetwork(allOf(world))
  }
})

it('receives no phone past a visit that is moved at that moment', async () => {
  for (const order of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const code = await booked()
    await visit(code, { type: 'arrive', walkIn: null, queueNumber: 1 }, { actor: counter })
    await visit(code, { type: 'leave' }, { actor: counter })
    const { repair } = await peekAt(world, code)
    const die = aDie(order * 0x9e3779b1)
    const step = { code, expectedVersion: null, happenedAt: null, key: null }
    const action = anAction('receive', { repair, at: model.now })
    const input = { ...step, action, actor: counter, personal: device }
    await takingTurns((count) => Math.floor(die() * count)).race([
      async (wire: Wire) => {
        await carry(sourcesOf(world, { ...model, wire }), { use: 'repair', input })
      },
      async (wire: Wire) => {
        const moving = { ...step, action: move(), actor: customer }
        await carry(sourcesOf(world, { ...model, wire }), { use: 'visit', input: moving })
      },
    ])
    const after = await peekAt(world, code)
    expect(after.repair.status, `order ${order}`).toBe('received')
    expect(['left', 'served'], `order ${order}`).toContain(after.booking?.status)
    await foundNetwork(allOf(world))
  }
})
