import config from '#config'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { bookVisit } from '#functions/bookings/book-visit.ts'
import { cancelBooking } from '#functions/bookings/cancel-booking.ts'
import { carryHold } from '#functions/bookings/carry-hold-routes.ts'
import { listSlots } from '#functions/bookings/list-slots.ts'
import { moveBooking } from '#functions/bookings/move-booking.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { networkCalendar } from '#functions/outlets/network-calendar.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { lookUpRepair } from '#functions/repairs/look-up-repair.ts'
import { openLink } from '#functions/repairs/open-link.ts'
import type { PrivateChange } from '#functions/repairs/private-store.ts'
import { requestMailIn } from '#functions/repairs/request-mail-in.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { TOMORROW_AT_TEN } from './a-counter.ts'
import { NOW } from './a-worker.ts'
import { theSources } from './the-sources.ts'

export type Cost = { readonly trips: number; readonly read: number; readonly written: number }

const DAY_MS = 86_400_000
const STAFF: Actor = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent'],
  via: 'desk',
}
const OTHER: Actor = { ...STAFF, id: 'stf_other' }
const CUSTOMER: Actor = { id: 'customer', roles: ['customer'], via: 'link' }

const contactOf = (customer: number) => ({
  ...{ name: 'Demo Customer', phone: { dial: `+86138001${customer}8000`, display: '138 …' } },
  ...{ email: null, secondPhone: null, forSomebodyElse: false },
  ...{ mayDecide: null, mayCollect: null, address: null },
})
/** Each customer's first request: every repair that a phone has already is one more row read. */
const wishOf = (customer: number) => ({
  ...({ service: 'repair', model: 'f2', faultCode: 'screen', faultText: null } as const),
  contact: contactOf(customer),
  ...({ imei: null, wayBack: 'collect', ceiling: null, consent: { wording: 'w1' } } as const),
  ...({ locale: 'zh-CN', key: null } as const),
})

type Sources = ReturnType<typeof theSources>

/** Runs every command once, each on fresh counters, and answers what it cost. */
export function costTaker() {
  const costs: Record<string, Cost> = {}
  let now = NOW
  // The same codes in every run: a range that ends with the table is read one row less far.
  const random = seededRandom('codes of the record')
  const randomByte = () => Math.floor(random.next() * 256)
  const measure = async <Answer>(
    name: string,
    run: (sources: Sources) => Promise<Answer>,
  ): Promise<Answer> => {
    const sources = theSources({ now, randomByte, config, client: '203.0.113.9' })
    const answer = await run(sources)
    const { trips, rowsRead, rowsWritten } = sources.hub.tally
    costs[name] = { trips, read: rowsRead, written: rowsWritten }
    return answer
  }
  const done = <Outcome extends { kind: string }>(name: string, outcome: Outcome) => {
    if (outcome.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`)
    return outcome as Extract<Outcome, { kind: 'done' }>
  }
  const wait = (ms: number) => {
    now += ms
  }
  const act = async (
    code: string,
    action: RepairAction,
    {
      as = STAFF,
      name = action.type,
      personal,
    }: { as?: Actor; name?: string; personal?: PrivateChange } = {},
  ) => {
    wait(60_000)
    const step = { code, action, expectedVersion: null, actor: as, happenedAt: null, key: null }
    const outcome = await measure(name, async (sources) =>
      carryOut(await actOnRepair(sources, { ...step, ...(personal ? { personal } : {}) })),
    )
    return done(name, outcome)
  }
  return { costs, measure, done, act, wait, now: () => now }
}

type Taker = ReturnType<typeof costTaker>

/** A slot of the tests' outlet, counted from tomorrow at ten. */
const slot = (place: number): number => TOMORROW_AT_TEN + place * 1_800_000

export async function book(taker: Taker, place: number, name = 'book'): Promise<string> {
  const hold = await taker.measure('hold', (sources) =>
    carryHold(sources, {
      outletCode: 'HZ-001',
      startsAt: slot(place),
      service: 'repair',
      key: null,
    }),
  )
  if (hold.kind !== 'held') throw new Error(hold.refusal)
  const outcome = await taker.measure(name, async (sources) =>
    carryOut(
      await bookVisit(sources, {
        ...wishOf(place),
        holdId: hold.hold.id,
        outletCode: null,
        startsAt: null,
      }),
    ),
  )
  return taker.done(name, outcome).answer.code
}

export const RECEIVE = (promisedAt: number): RepairAction => ({
  ...{ type: 'receive', isAnnounced: true, condition: ['scratched'], accessories: [] },
  ...{ coverage: 'out_of_warranty', promisedAt, arrivedAt: null, ceiling: null, repeatOf: null },
})

const quote: RepairAction = {
  ...{ type: 'ask', kind: 'price', currency: 'CNY', declineCostMinor: 0, notCovered: 'impact' },
  lines: [{ item: 'screen', amountMinor: 39900 }],
  ...{ continueTo: { status: 'repairing' }, faultCode: 'screen', coverage: 'customer_pays' },
}

async function visits(taker: Taker): Promise<void> {
  await taker.measure('list_slots', (sources) =>
    listSlots(sources, { outletCode: 'HZ-001', service: 'repair', from: null, days: 7 }),
  )
  const code = await book(taker, 0)
  const own = { code, expectedVersion: null, actor: CUSTOMER, key: null }
  const moved = await taker.measure('move', async (sources) =>
    carryOut(await moveBooking(sources, { ...own, startsAt: slot(3) })),
  )
  taker.done('move', moved)
  const cancelled = await taker.measure('cancel', async (sources) =>
    carryOut(await cancelBooking(sources, own)),
  )
  taker.done('cancel', cancelled)
  const straight = await taker.measure('book_without_hold', async (sources) =>
    carryOut(
      await bookVisit(sources, {
        ...wishOf(5),
        holdId: null,
        outletCode: 'HZ-001',
        startsAt: slot(5),
      }),
    ),
  )
  taker.done('book_without_hold', straight)
}

const phone = (imei: string) => ({ personal: { device: { imeis: [imei], serial: null } } })

async function repaired(taker: Taker): Promise<void> {
  const code = await book(taker, 1)
  const received = RECEIVE(NOW + 5 * DAY_MS)
  await act(taker, code, [
    [received, phone('490154203237518')],
    [{ type: 'diagnose' }],
    [quote],
    [{ type: 'accept', askVersion: 1, evidence: null }, { as: CUSTOMER }],
  ])
  const waits = { part: 'screen-f2', expectedOn: '2026-11-25' }
  await act(taker, code, [
    [{ type: 'await_parts', faultCode: 'screen', coverage: 'customer_pays', ...waits }],
    [{ type: 'new_date', expectedOn: '2026-11-26', reason: 'late' }],
    [{ type: 'part_arrived' }],
    [{ type: 'inform', nextUpdateBy: NOW + 6 * DAY_MS, promisedAt: null, reason: null }],
    [FINISH],
    [{ type: 'fail_check', reason: 'dust' }],
    [FINISH],
    [{ type: 'pass_check', functionTest: ['touch'], override: null }, { as: OTHER }],
    [HAND_OVER],
  ])
  await taker.measure('show', (sources) => showRepair(sources, code))
}

const FINISH: RepairAction = {
  ...{ type: 'finish', faultCode: 'screen', work: 'screen_replaced', parts: ['screen-f2'] },
  ...{ oldPart: 'returned', boardChanged: false },
}
const HAND_OVER: RepairAction = {
  ...{ type: 'hand_over', functionTest: ['touch'], collectedBy: 'customer' },
  ...{ paidHow: 'mobile', invoice: 'INV-1' },
}

type Step = readonly [RepairAction, Parameters<Taker['act']>[2]?]
async function act(taker: Taker, code: string, steps: readonly Step[]): Promise<void> {
  for (const [action, how] of steps) await taker.act(code, action, how)
}

async function declined(taker: Taker): Promise<void> {
  const code = await book(taker, 2)
  await act(taker, code, [
    [RECEIVE(NOW + 5 * DAY_MS), phone('356938035643809')],
    [quote],
    [{ type: 'decline', askVersion: 1, reason: 'price', evidence: null }, { as: CUSTOMER }],
    [{ type: 'reopen', reason: 'changed_mind' }],
    [{ type: 'withdraw', reason: 'time' }, { as: CUSTOMER }],
  ])
}

async function posted(taker: Taker): Promise<void> {
  const { done, measure } = taker
  const requested = await measure('request_mail_in', async (sources) =>
    carryOut(
      await requestMailIn(sources, {
        ...wishOf(9),
        ...{ wayBack: 'post', outletCode: 'HZ-900', pickUp: 'own', insuredMinor: null },
        pickUpAddress: null,
      }),
    ),
  )
  const { code } = done('request_mail_in', requested).answer
  await act(taker, code, [
    [{ type: 'post', courier: 'sf', tracking: 'SF1' }, { as: CUSTOMER }],
    [RECEIVE(NOW + 5 * DAY_MS), { name: 'receive_mail_in', ...phone('353912101234562') }],
    [{ type: 'send_on', outlet: 'HZ-001', carrier: 'sf' }],
    [{ type: 'take_in', condition: ['scratched'] }],
    [{ type: 'give_up', faultCode: 'screen', barrier: 'part_unavailable' }],
    [{ type: 'post_back', courier: 'sf', tracking: 'SF2' }],
    [{ type: 'delivered' }, { as: CUSTOMER }],
  ])
  const lookedUp = (last4: string) => async (sources: Sources) => {
    const { rows, answer } = await lookUpRepair(sources, { code, last4 })
    return answer(await writeRows(rows[0].database, rows))
  }
  await measure('lookup_hit', lookedUp('8000'))
  await measure('lookup_miss', lookedUp('0000'))
  await measure('open_link', async (sources) => {
    const { keys } = sources
    const token = await linkToken(keys, { code, purpose: 'status', askVersion: null })
    return await openLink(sources, token)
  })
}

/** What every command costs, on the database as it is filled. */
export async function costsOfCommands(): Promise<Readonly<Record<string, Cost>>> {
  const taker = costTaker()
  // Calendars change once a year and are kept by the isolate.
  await networkCalendar(theSources(), 'CN')
  await visits(taker)
  await posted(taker)
  await repaired(taker)
  await declined(taker)
  return taker.costs
}
