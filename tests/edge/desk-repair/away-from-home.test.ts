import { beforeEach, describe, expect, it } from 'vitest'
import { asJson } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { aDesk, booked, type Desk, MINUTE_MS, repairOf, stepped } from './a-desk.ts'

let desk: Desk
let code: string

beforeEach(async () => {
  desk = await aDesk()
  code = await booked(desk.ask)
  await stepped(desk, code, [
    ...([['receive'], ['diagnose'], ['send_on', { outlet: 'SZ-001', carrier: 'sf' }]] as const),
    ...([['take_in'], ['diagnose']] as const),
  ])
})

/** Takes a step at the version that stands. */
async function send(who: SignedInStaff, action: string, body: unknown): Promise<Response> {
  desk.later(MINUTE_MS)
  const { version } = await repairOf(code)
  return await desk.ask(`/api/v1/desk/repairs/${code}/actions/${action}`, {
    ...asJson(body),
    headers: {
      ...{ 'Content-Type': 'application/json', Cookie: who.cookie, 'If-Match': `"${version}"` },
    },
  })
}

const act = async (who: SignedInStaff, action: string, body: unknown): Promise<number> =>
  (await send(who, action, body)).status

const soon = (): string => new Date(desk.now() + 90 * MINUTE_MS).toISOString()

const beside = async (who: SignedInStaff, path: string, body: unknown): Promise<number> => {
  const headers = { 'Content-Type': 'application/json', Cookie: who.cookie }
  const address = `/api/v1/desk/repairs/${code}/${path}`
  return (await desk.ask(address, { ...asJson(body), headers })).status
}

describe('a phone at another outlet than its customer came to', () => {
  it.each(['courier', 'hq_supply'] as const)(
    'gives %s no say that it has not at home',
    async (role) => {
      const who = await signedIn([everywhere(role)], { key: role })
      for (const [action, body] of [
        ['withdraw', { reason: 'no_reason' }],
        ['report_lost', { claim: 'c-1' }],
        ['inform', { nextUpdateBy: soon() }],
      ] as const) {
        expect(await act(who, action, body), action).toBe(403)
      }
    },
  )

  it('lets the counter it came to speak with its customer, and no more', async () => {
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'home' })
    expect(await act(counter, 'inform', { nextUpdateBy: soon() })).toBe(200)
    const refused = await send(counter, 'report_lost', { claim: 'c-1' })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      detail:
        'This is for somebody else to do: Outlet manager, the manager of the outlet it came to, or Hotline agent.',
    })
    expect(await act(counter, 'start', { faultCode: 'screen', coverage: 'goodwill' })).toBe(403)
    expect(await beside(counter, 'shelf', { shelf: 'B-1' })).toBe(403)
    expect(await beside(counter, 'assign', { to: counter.id, seen: null })).toBe(403)
  })

  it('comes back to no outlet that its finder has no say at', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'home' })
    expect(await act(manager, 'report_lost', { claim: 'c-1' })).toBe(200)
    expect(await act(manager, 'found', { where: 'outlet', outlet: 'HZ-002' })).toBe(404)
    expect((await repairOf(code)).status).toBe('lost')
    const agent = await signedIn([everywhere('agent')], { key: 'agent' })
    expect(await act(agent, 'found', { where: 'outlet', outlet: 'HZ-002' })).toBe(200)
  })
})
