import { beforeEach, describe, expect, it } from 'vitest'
import { wallKey } from '#functions/desk-today/load-wall.ts'
import type { SignedInStaff } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import {
  aDesk,
  bare,
  type Desk,
  ELSEWHERE,
  HERE,
  MINUTE,
  page,
  takeStep,
  visitIn,
  walkIn,
} from './a-queue.ts'

let desk: Desk
let counter: SignedInStaff
beforeEach(async () => {
  desk = await aDesk()
  counter = await desk.as('counter')
})

const drawn = async () => await visitIn(await walkIn(desk, counter))

const ask = (path: string, etag: string | null = null): Promise<Response> =>
  desk.ask(path, {
    headers: { Cookie: counter.cookie, ...(etag ? { 'If-None-Match': etag } : {}) },
  })

const SCREENS = ['today', 'board'] as const

describe.each(SCREENS)('what the screen of %s asks by itself', (screen) => {
  const path = `/desk/${screen}/fragment?outlet=${HERE}`

  it('is answered 304 while nothing changed, and anew after anything did', async () => {
    const first = await ask(path)
    const etag = first.headers.get('ETag')
    expect((await ask(path, etag)).status).toBe(304)
    await drawn()
    const next = await ask(path, etag)
    expect(next.status).toBe(200)
    expect((await ask(path, next.headers.get('ETag'))).status).toBe(304)
  })

  it('carries the ETag that the page began with', async () => {
    await drawn()
    const html = await (
      await page(desk, counter, `/desk/${screen === 'today' ? '' : 'board/'}`)
    ).text()
    const [, etag] = /data-etag="&quot;([^"&]+)&quot;"/.exec(html) ?? []
    expect((await ask(path, `"${etag}"`)).status).toBe(304)
  })

  it('changes by itself after a while, since things become late without anybody', async () => {
    const etag = (await ask(path)).headers.get('ETag')
    desk.pass(5 * MINUTE)
    expect((await ask(path, etag)).status).toBe(200)
  })

  it('changes for nothing that happens elsewhere', async () => {
    const etag = (await ask(path)).headers.get('ETag')
    await walkIn(desk, await desk.as('counter', ELSEWHERE), { outlet: ELSEWHERE })
    expect((await ask(path, etag)).status).toBe(304)
  })

  it('is refused without a session, out of scope, and keeps no session alive', async () => {
    expect((await desk.ask(path)).status).toBe(401)
    const far = await ask(`/desk/${screen}/fragment?outlet=${ELSEWHERE}`)
    expect([far.status, (await ask(path)).headers.get('Set-Cookie')]).toEqual([404, null])
  })
})

describe('the screen on the wall', () => {
  const address = async (outlet = HERE) =>
    `/desk/wall/${outlet}/${await wallKey(theSources().keys, outlet)}/`

  it('is opened by staff at an address that needs nobody signed in', async () => {
    const led = await page(desk, counter, '/desk/wall/')
    expect([led.status, led.headers.get('Location')]).toEqual([303, await address()])
    expect((await desk.ask(await address())).status).toBe(200)
  })

  it('shows who is called, the last first, and who comes next, in both languages', async () => {
    const codes = [await drawn(), await drawn(), await drawn(), await drawn()]
    for (const { code } of codes.slice(0, 2)) {
      desk.pass(MINUTE)
      await takeStep(desk, counter, [bare(code), 'call'])
    }
    const html = await (await desk.ask(await address())).text()
    const numbers = [...html.matchAll(/<li>(\d+)<\/li>/g)].map(([, number]) => number)
    expect(numbers).toEqual(['2', '1', '3', '4'])
    for (const said of ['请到柜台办理', 'Please come to the counter', '即将叫号', 'Next']) {
      expect(html).toContain(said)
    }
    for (const { code } of codes) expect(html).not.toContain(code)
  })

  it('is nothing under another key, another outlet’s key, or for an outlet that is none', async () => {
    const other = (await address(ELSEWHERE)).replace(ELSEWHERE, HERE)
    const paths = [`/desk/wall/${HERE}/0123456789abcdef/`, other, await address('NO-1')]
    for (const path of paths) {
      expect((await desk.ask(path)).status, path).toBe(404)
      expect((await desk.ask(`${path}fragment`)).status, path).toBe(404)
    }
  })

  it('asks for what is new by the same ETag, and is told 304 while nothing changed', async () => {
    await drawn()
    const path = `${await address()}fragment`
    const etag = (await desk.ask(path)).headers.get('ETag') ?? ''
    const again = await desk.ask(path, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  })
})
