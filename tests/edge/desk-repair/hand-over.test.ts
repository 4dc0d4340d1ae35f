import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { linkToken } from '#functions/repairs/link-token.ts'
import { pickUpCode } from '#functions/repairs/pick-up-code.ts'
import { asForm, asJson } from '../support/a-worker.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { aDesk, booked, type Desk, repairOf, stepped } from './a-desk.ts'

let desk: Desk
let code: string
let counter: SignedInStaff

beforeEach(async () => {
  desk = await aDesk()
  code = await booked(desk.ask)
  counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
})

async function step(action: string, body: object, who = counter): Promise<Response> {
  const { version } = await repairOf(code)
  const init = asJson(body)
  return await desk.ask(`/api/v1/desk/repairs/${code}/actions/${action}`, {
    ...init,
    headers: { ...(init.headers as object), Cookie: who.cookie, 'If-Match': `"${version}"` },
  })
}

const ready = () =>
  stepped(desk, code, [
    ...([['receive'], ['diagnose'], ['ask', { declineCostMinor: 0 }]] as const),
    ...([['accept', { evidence: 'signature' }], ['finish'], ['pass_check']] as const),
  ])

const handOver = (said: object) =>
  step('hand_over', {
    ...{ functionTest: ['touch'], collectedBy: 'customer', paidHow: 'card' },
    ...said,
  })

const lastEvent = async () => {
  const row = await env.HUB.prepare(
    'SELECT data FROM events WHERE subject = ?1 ORDER BY version DESC LIMIT 1',
  )
    .bind(`repair/${code}`)
    .first<{ data: string }>()
  return JSON.parse(row?.data ?? '{}')
}

describe('waiving what is due', () => {
  beforeEach(ready)

  it('is in the name of whoever hands over, unless another one of the outlet is named', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    expect((await handOver({ paidHow: 'waived', waivedBy: manager.id })).status).toBe(200)
    expect((await lastEvent()).waivedBy).toBe(manager.id)
  })

  it('is one’s own where nobody is named', async () => {
    expect((await handOver({ paidHow: 'waived' })).status).toBe(200)
    expect((await lastEvent()).waivedBy).toBe(counter.id)
  })

  it('is nobody’s who works elsewhere, is disabled, or isn’t', async () => {
    const far = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'far' })
    const gone = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'gone' })
    await env.HUB.prepare('UPDATE staff SET disabled_at = 1 WHERE id = ?1').bind(gone.id).run()
    for (const waivedBy of [far.id, gone.id, 'stf_nobody', 'Somebody']) {
      expect((await handOver({ paidHow: 'waived', waivedBy })).status, waivedBy).toBe(422)
    }
    expect((await repairOf(code)).status).toBe('ready')
  })
})

describe('a phone that somebody else collects', () => {
  beforeEach(ready)
  const other = { collectedBy: 'other', collector: 'Demo Friend' }

  it('is handed over to whoever shows the pick-up code, and to nobody without', async () => {
    const shown = await pickUpCode(theSources().keys, await repairOf(code))
    const wrong = shown === '000000' ? '000001' : '000000'
    for (const said of [other, { ...other, pickUpCode: wrong }, { collectedBy: 'other' }]) {
      expect((await handOver(said)).status).toBe(422)
    }
    expect((await handOver({ ...other, pickUpCode: shown })).status).toBe(200)
    expect(JSON.stringify(await lastEvent())).not.toContain(shown)
  })

  it('is handed over to whom the customer named', async () => {
    await env.HUB.prepare(
      `UPDATE repairs_private SET contact = json_set(contact, '$.mayCollect', 'Demo Cousin')`,
    ).run()
    expect((await handOver({ ...other, collector: ' demo COUSIN' })).status).toBe(200)
  })

  it('has its code on the page that the customer’s link opens, not on the one that digits open', async () => {
    const { keys } = theSources()
    const shown = await pickUpCode(keys, await repairOf(code))
    const html = async (entered: Response) => {
      const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const path = entered.headers.get('Location') ?? '/repairs/status/'
      return await (await desk.ask(path, { headers: { Cookie: cookie } })).text()
    }
    const token = await linkToken(keys, { code, purpose: 'status', askVersion: null })
    const linked = await desk.ask(`/t/${token}`, { ...asForm({}), redirect: 'manual' })
    expect(await html(linked)).toContain(shown)
    const looked = asForm({ code, phoneLast4: '8000' })
    expect(
      await html(await desk.ask('/repairs/', { ...looked, redirect: 'manual' })),
    ).not.toContain(shown)
  })

  it('has another code where the contact phone was corrected', async () => {
    const { keys } = theSources()
    const repair = await repairOf(code)
    const before = await pickUpCode(keys, repair)
    const after = await pickUpCode(keys, { ...repair, linkEpoch: (repair.linkEpoch ?? 0) + 1 })
    expect([before, after]).toEqual([
      expect.stringMatching(/^\d{6}$/),
      expect.stringMatching(/^\d{6}$/),
    ])
    expect(after).not.toBe(before)
  })
})

describe('a walk-in’s clock', () => {
  it('begins as they came, by whichever way their phone is taken in', async () => {
    const visit = (action: string, version: number) =>
      desk.ask(`/api/v1/desk/bookings/${code}/actions/${action}`, {
        ...asJson({}),
        headers: {
          'Content-Type': 'application/json',
          Cookie: counter.cookie,
          'If-Match': `"${version}"`,
        },
      })
    const came = desk.now()
    expect((await visit('arrive', 1)).status).toBe(200)
    desk.later(20 * 60_000)
    expect((await visit('call', 2)).status).toBe(200)
    const received = await step('receive', {
      ...{ condition: ['scratched'], coverage: 'in_warranty', device: { serial: 'SER12345' } },
      promisedAt: new Date(desk.now() + 3_600_000).toISOString(),
    })
    expect(received.status).toBe(200)
    expect(await repairOf(code)).toMatchObject({ arrivedAt: came, clockStartedAt: came })
  })
})
