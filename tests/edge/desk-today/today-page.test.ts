import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedInStaff } from '../support/signed-in.ts'
import { everywhere, signedIn } from '../support/signed-in.ts'
import {
  aDesk,
  bare,
  booked,
  type Desk,
  ELSEWHERE,
  HERE,
  MINUTE,
  page,
  press,
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

const text = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const drawn = async () => await visitIn(await walkIn(desk, counter))

describe('Today', () => {
  it('shows booked and walked in as one queue, with numbers, waits and who is next', async () => {
    const code = await booked(desk, desk.now() + 2 * HOUR)
    await drawn()
    desk.pass(4 * MINUTE)
    await takeStep(desk, counter, [code, 'arrive'])
    desk.pass(3 * MINUTE)
    const said = await text(await page(desk, counter, '/desk/'))
    expect(said).toContain('Call no. 1')
    expect(said).toMatch(/1 , place 1 in the queue Walked in Repair 7 min/)
    expect(said).toMatch(
      /2 , place 2 in the queue Booked 13:00 Repair · Fixpoint F2 · Screen 3 min/,
    )
    expect(said).toContain('Nobody else is booked today.')
  })

  it('shows who is expected today and nobody of another day, and lets them arrive', async () => {
    const code = await booked(desk, desk.now() + 2 * HOUR)
    await booked(desk, desk.now() + 26 * HOUR)
    const html = await (await page(desk, counter, '/desk/')).text()
    expect(html.match(/\/arrive"/g)).toHaveLength(1)
    const fields = { version: '1', commandId: 'c1', outlet: HERE }
    const answer = await press(desk, counter, `/desk/visits/${code}/arrive`, fields)
    expect(answer.headers.get('Location')).toBe(`/desk/?outlet=${HERE}&drawn=${code}`)
    const said = await text(await page(desk, counter, answer.headers.get('Location') ?? ''))
    expect(said).toContain('Number 1 is drawn.')
  })

  it('is busy with whom it called: taking in, calling again, skipping are a key away', async () => {
    const code = bare((await drawn()).code)
    await drawn()
    const fields = { version: '1', commandId: 'c1', outlet: HERE }
    const called = await press(desk, counter, `/desk/visits/${code}/call`, fields)
    const address = called.headers.get('Location') ?? ''
    expect(address).toBe(`/desk/?outlet=${HERE}&visit=${code}`)
    const html = await (await page(desk, counter, address)).text()
    expect(html).toContain('No. 1 at your counter')
    for (const key of ['i', 'r', 's', 'l', 'o', 'n', 'w']) {
      expect(html.match(new RegExp(`data-key="${key}"`, 'g')), key).toHaveLength(1)
    }
    expect(html).toContain(`/desk/intake/?code=${code}`)
  })

  it('says what happened meanwhile to whoever comes second, and does nothing', async () => {
    const code = bare((await drawn()).code)
    const fields = { version: '1', outlet: HERE }
    await press(desk, counter, `/desk/visits/${code}/call`, { ...fields, commandId: 'c1' })
    const manager = await desk.as('outlet_manager')
    const second = { ...fields, commandId: 'c2' }
    const answer = await press(desk, manager, `/desk/visits/${code}/leave`, second)
    expect(answer.status).toBe(409)
    expect(await text(answer)).toContain('Nothing was done: number 1 was called meanwhile.')
  })

  it('shows a person’s double press once', async () => {
    const fields = { service: 'repair', outlet: HERE, commandId: 'c1' }
    const answers = [
      await press(desk, counter, '/desk/walk-ins', fields),
      await press(desk, counter, '/desk/walk-ins', fields),
    ]
    const addresses = answers.map(({ headers }) => headers.get('Location'))
    expect(addresses[0]).toMatch(/drawn=/)
    expect(addresses[1]).toBe(addresses[0])
    expect((await (await page(desk, counter, '/desk/')).text()).match(/\/leave"/g)).toHaveLength(1)
  })

  it('keeps numbers of an earlier day out of the queue, to be closed', async () => {
    await drawn()
    desk.pass(13 * HOUR + MINUTE)
    const said = await text(await page(desk, counter, '/desk/'))
    expect(said).toContain('Nobody waits.')
    expect(said).toMatch(/Never closed on an earlier day No\. 1, Wed 18 Nov 11:00 Walked away/)
  })

  it('shows the queue to the bench without a button of it', async () => {
    await drawn()
    const html = await (await page(desk, await desk.as('bench'), '/desk/')).text()
    expect(html).toContain('place 1 in the queue')
    expect(html).not.toMatch(/action="\/desk\/(?:visits|walk-ins)/)
  })

  it('names nobody: neither page nor fragment holds a name or a number to call', async () => {
    await booked(desk, desk.now() + 2 * HOUR)
    const pages = ['/desk/', `/desk/today/fragment?outlet=${HERE}`, '/desk/board/']
    for (const path of pages) {
      const html = await (await page(desk, counter, path)).text()
      expect(html).not.toMatch(/Demo Customer|13800138000|138 0013 8000/)
    }
  })
})

describe('which outlet', () => {
  it('is the person’s own, another only within their scope', async () => {
    const both = await desk.as('counter', ELSEWHERE, HERE)
    expect(await text(await page(desk, both, '/desk/'))).toContain(`${ELSEWHERE} Today`)
    const far = await page(desk, counter, `/desk/?outlet=${ELSEWHERE}`)
    const none = await page(desk, counter, '/desk/?outlet=NO-1')
    expect([far.status, none.status]).toEqual([404, 404])
  })

  it('is chosen by a regional manager from those of the region, and by hand from a whole network', async () => {
    const region = { kind: 'region', region: 'cn-zhejiang' } as const
    const regional = await signedIn([{ role: 'regional_manager', scope: region }], { key: 'rm' })
    const html = await (await page(desk, regional, '/desk/')).text()
    expect(html).toContain(`/desk/?outlet=${HERE}`)
    expect((await page(desk, regional, `/desk/?outlet=${HERE}`)).status).toBe(200)
    const south = { kind: 'region', region: 'cn-guangdong' } as const
    const other = await signedIn([{ role: 'regional_manager', scope: south }], { key: 'sm' })
    expect(await (await page(desk, other, '/desk/')).text()).not.toContain(`outlet=${HERE}`)
    expect((await page(desk, other, `/desk/?outlet=${HERE}`)).status).toBe(404)
    const whole = await signedIn([everywhere('regional_manager')], { key: 'wm' })
    expect(await (await page(desk, whole, '/desk/')).text()).toContain('name="outlet"')
  })

  it('is chosen by a partner’s manager from the partner’s', async () => {
    await env.HUB.batch([
      env.HUB.prepare(`INSERT INTO partners (id, name_en, name_zh) VALUES ('p-1', 'P', 'P')`),
      env.HUB.prepare(
        `UPDATE outlets SET ownership = 'authorised', partner_id = 'p-1' WHERE code = ?1`,
      ).bind(ELSEWHERE),
    ])
    const partner = { kind: 'partner', partner: 'p-1' } as const
    const manager = await signedIn([{ role: 'regional_manager', scope: partner }], { key: 'pm' })
    const html = await (await page(desk, manager, '/desk/')).text()
    expect(html).toContain(`/desk/?outlet=${ELSEWHERE}`)
    expect(html).not.toContain(`/desk/?outlet=${HERE}`)
  })

  it('is none for who works at no outlet: they go to their own first station', async () => {
    const stations = await Promise.all(
      (['agent', 'hq_quality', 'hq_admin'] as const).map(async (role) => {
        const person = await signedIn([everywhere(role)], { key: role })
        return (await page(desk, person, '/desk/')).headers.get('Location')
      }),
    )
    expect(stations).toEqual(['/desk/hotline/', '/desk/board/', '/desk/outlets/'])
  })
})
