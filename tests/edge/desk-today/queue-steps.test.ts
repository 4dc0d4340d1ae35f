import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedInStaff } from '../support/signed-in.ts'
import {
  aDesk,
  bare,
  booked,
  type Desk,
  ELSEWHERE,
  HERE,
  MINUTE,
  takeStep,
  visitIn,
  walkIn,
} from './a-queue.ts'

const HOUR = 60 * MINUTE
let desk: Desk
let counter: SignedInStaff
beforeEach(async () => {
  desk = await aDesk()
  counter = await desk.as('counter')
})

const drawn = async () => await visitIn(await walkIn(desk, counter))

describe('somebody who walks in', () => {
  it('gets a ticket code of the outlet and the next number of its day, and takes no seat', async () => {
    const visits = [await drawn(), await drawn()]
    expect(visits.map(({ queueNumber, status }) => [queueNumber, status])).toEqual([
      [1, 'arrived'],
      [2, 'arrived'],
    ])
    expect(bare(visits[0]?.code ?? '')).toHaveLength(13)
    const slots = await env.HUB.prepare('SELECT count(*) AS n FROM slots').first<{ n: number }>()
    expect(slots?.n).toBe(0)
  })

  it('begins at 1 again on the next local day, and counts apart at another outlet', async () => {
    await drawn()
    const other = await desk.as('counter', ELSEWHERE)
    const there = await visitIn(await walkIn(desk, other, { outlet: ELSEWHERE }))
    desk.pass(13 * HOUR + MINUTE)
    expect([there.queueNumber, (await drawn()).queueNumber]).toEqual([1, 1])
  })

  it('is one visit however often the button is pressed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => walkIn(desk, counter, { key: 'k1' })),
    )
    const visits = await Promise.all(answers.map(visitIn))
    expect(new Set(visits.map(({ code }) => code)).size).toBe(1)
    expect((await drawn()).queueNumber).toBe(2)
  })

  it('shares no number with anybody, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => walkIn(desk, counter)))
    const numbers = await Promise.all(
      answers.map(async (answer) => (await visitIn(answer)).queueNumber),
    )
    expect(numbers.sort()).toEqual([1, 2, 3, 4])
  })

  it('is refused at an outlet out of scope as if it were not there, and by who runs no queue', async () => {
    const bench = await desk.as('bench')
    const [far, none, role] = [
      await walkIn(desk, counter, { outlet: ELSEWHERE }),
      await walkIn(desk, counter, { outlet: 'NO-001' }),
      await walkIn(desk, bench),
    ]
    expect([far.status, none.status, role.status]).toEqual([404, 404, 403])
    const codes = [await far.json(), await none.json()] as { code: string }[]
    expect(codes.map(({ code }) => code)).toEqual(['unknown_outlet', 'unknown_outlet'])
  })

  it('is refused for a service that the outlet does not offer', async () => {
    const answer = await walkIn(desk, counter, { body: { service: 'data_help' } })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      409,
      'service_not_offered',
    ])
  })
})

describe('a booking that arrives', () => {
  const TODAY_AT_THREE = Date.UTC(2026, 10, 18, 7)

  it('draws its number in the batch that says so, in one row of numbers with those who walk in', async () => {
    const code = await booked(desk, TODAY_AT_THREE)
    await drawn()
    const visit = await visitIn(await takeStep(desk, counter, [code, 'arrive']))
    expect([visit.status, visit.queueNumber]).toEqual(['arrived', 2])
    expect((await drawn()).queueNumber).toBe(3)
  })

  it('answers the same to the same key, and draws no second number', async () => {
    const code = await booked(desk, TODAY_AT_THREE)
    const how = { key: 'once' }
    const first = await visitIn(await takeStep(desk, counter, [code, 'arrive'], how))
    await drawn()
    const again = await takeStep(desk, counter, [code, 'arrive'], how)
    expect([again.status, (await visitIn(again)).queueNumber]).toEqual([200, first.queueNumber])
    expect((await drawn()).queueNumber).toBe(3)
  })

  it('draws a number apart from others that arrive in the same moment', async () => {
    const codes = [await booked(desk, TODAY_AT_THREE), await booked(desk, TODAY_AT_THREE)]
    const answers = await Promise.all(
      codes.map((code) => takeStep(desk, counter, [code, 'arrive'])),
    )
    const numbers = await Promise.all(
      answers.map(async (answer) => (await visitIn(answer)).queueNumber),
    )
    expect(numbers.sort()).toEqual([1, 2])
  })

  it('goes by the day on which it happened when it is entered late', async () => {
    const code = await booked(desk, TODAY_AT_THREE)
    desk.pass(13 * HOUR + MINUTE)
    const body = { happenedAt: new Date(TODAY_AT_THREE).toISOString() }
    await drawn()
    const visit = await visitIn(await takeStep(desk, counter, [code, 'arrive'], { body }))
    expect(visit.queueNumber).toBe(1)
  })
})

describe('the counter', () => {
  it('calls, calls again and skips behind whoever is next', async () => {
    const visits = [await drawn(), await drawn(), await drawn()]
    const [first] = visits
    const code = bare(first?.code ?? '')
    const called = await visitIn(await takeStep(desk, counter, [code, 'call']))
    const recalled = await visitIn(await takeStep(desk, counter, [code, 'call'], { version: 2 }))
    const skipped = await visitIn(await takeStep(desk, counter, [code, 'skip'], { version: 3 }))
    expect([called.status, recalled.status, skipped.status]).toEqual([
      'called',
      'called',
      'arrived',
    ])
    expect([skipped.queueNumber, skipped.behind]).toEqual([1, 2])
  })

  it('skips behind nobody when nobody else waits', async () => {
    const code = bare((await drawn()).code)
    await takeStep(desk, counter, [code, 'call'])
    const skipped = await visitIn(await takeStep(desk, counter, [code, 'skip'], { version: 2 }))
    expect(skipped.behind).toBeNull()
  })

  it('ends a visit without a phone, with a reason, and cancels the repair that was asked for', async () => {
    const code = await booked(desk, desk.now() + 3 * HOUR)
    await takeStep(desk, counter, [code, 'arrive'])
    await takeStep(desk, counter, [code, 'call'], { version: 2 })
    const none = await takeStep(desk, counter, [code, 'serve'], { version: 3 })
    expect(none.status).toBe(422)
    const body = { reason: 'price' }
    const served = await visitIn(
      await takeStep(desk, counter, [code, 'serve'], { version: 3, body }),
    )
    expect(served.status).toBe('served')
    const repair = await env.HUB.prepare('SELECT status FROM repairs WHERE code = ?1')
      .bind(code)
      .first<{ status: string }>()
    expect(repair?.status).toBe('closed')
  })

  it('lets somebody go who walked away, who may then choose another time', async () => {
    const code = await booked(desk, desk.now() + 3 * HOUR)
    await takeStep(desk, counter, [code, 'arrive'])
    const left = await visitIn(await takeStep(desk, counter, [code, 'leave'], { version: 2 }))
    const startsAt = new Date(desk.now() + 25 * HOUR).toISOString()
    const moved = await takeStep(desk, counter, [code, 'move'], { version: 3, body: { startsAt } })
    expect([left.status, (await visitIn(moved)).status]).toEqual(['left', 'booked'])
  })

  it('is told three other times when the one it moves to is full or gone', async () => {
    const code = await booked(desk, desk.now() + 3 * HOUR)
    const body = { startsAt: new Date(desk.now() + 3 * HOUR + MINUTE).toISOString() }
    const answer = await takeStep(desk, counter, [code, 'move'], { body })
    const said = (await answer.json()) as { code: string; alternatives: object[] }
    expect([answer.status, said.code, said.alternatives.length]).toEqual([409, 'no_such_slot', 3])
  })

  it('loses to whoever was quicker, and nothing is done twice', async () => {
    const code = bare((await drawn()).code)
    const answers = await Promise.all([
      takeStep(desk, counter, [code, 'call'], { key: 'a' }),
      takeStep(desk, await desk.as('outlet_manager'), [code, 'leave'], { key: 'b' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('must say which version it saw', async () => {
    const code = bare((await drawn()).code)
    const { ask } = desk
    const answer = await ask(`/api/v1/desk/bookings/${code}/actions/call`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: counter.cookie },
      body: '{}',
    })
    expect(answer.status).toBe(428)
  })
})

describe('who may', () => {
  it('answers a visit out of scope as one that does not exist', async () => {
    const code = bare((await drawn()).code)
    const far = await desk.as('counter', ELSEWHERE)
    const there = await takeStep(desk, far, [code, 'call'])
    const none = await takeStep(desk, counter, ['0123456789ABC', 'call'])
    expect([there.status, none.status]).toEqual([404, 404])
  })

  it('lets the bench and the hotline run no queue, and the hotline move and cancel for customers', async () => {
    const code = await booked(desk, desk.now() + 3 * HOUR)
    const bench = await desk.as('bench')
    const agent = await desk.as('agent')
    for (const person of [bench, agent]) {
      expect((await takeStep(desk, person, [code, 'arrive'])).status).toBe(403)
    }
    const cancelled = await takeStep(desk, agent, [code, 'cancel'])
    expect((await visitIn(cancelled)).status).toBe('cancelled')
  })

  it('names in each event who did it, in whose outlet’s day', async () => {
    const code = bare((await drawn()).code)
    await takeStep(desk, counter, [code, 'call'])
    const { results } = await env.HUB.prepare(
      `SELECT actor, data ->> '$.day' AS day, data ->> '$.outlet' AS outlet FROM events WHERE subject = ?1`,
    )
      .bind(`booking/${code}`)
      .all()
    const told = { actor: counter.id, day: '2026-11-18', outlet: HERE }
    expect(results).toEqual([told, told])
  })
})
