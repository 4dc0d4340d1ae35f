import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { booked, receive } from '../desk-find/a-found-phone.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker({ bindings: { MEDIA: env.MEDIA } })
const WORDS = 'Ms Wang, call 13800138000, passcode 1234'
let code: string

beforeEach(async () => {
  await fillHub([aCounter(), aMailInCentre()])
  code = await booked(ask)
  await receive(code, '490154203237518')
  const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
  await ask(`/api/v1/desk/repairs/${code}/notes`, {
    ...asJson({ words: WORDS }),
    headers: { 'Content-Type': 'application/json', Cookie: counter.cookie },
  })
  await env.HUB.prepare(
    `INSERT INTO repair_photos (code, id, moment, media_type, width, height, bytes, staff_id, at)
     VALUES (?1, 'pho_seen', 'before', 'image/jpeg', 1, 1, 1, 'stf_counter', 0)`,
  )
    .bind(code)
    .run()
})

const noted = async () =>
  (await env.HUB.prepare('SELECT subject, staff_id, act FROM access_log ORDER BY at, id').all())
    .results

async function opened({ cookie }: SignedInStaff): Promise<readonly string[]> {
  const page = await ask(`/desk/repairs/${code}/`, {
    headers: { Cookie: cookie, Accept: 'text/html' },
  })
  const json = await ask(`/api/v1/desk/repairs/${code}`, { headers: { Cookie: cookie } })
  expect([page.status, json.status]).toEqual([200, 200])
  return [await page.text(), await json.text()]
}

it('stands in the access log by whomever, also who sees nothing of its customer', async () => {
  const supply = await signedIn([everywhere('hq_supply')], { key: 'supply' })
  await opened(supply)
  const row = { subject: `repair/${code}`, staff_id: supply.id, act: 'opened' }
  expect(await noted()).toEqual([row, row])
})

it('shows notes and photos to nobody who may not see its customer', async () => {
  const supply = await signedIn([everywhere('hq_supply')], { key: 'supply' })
  for (const text of await opened(supply)) {
    for (const word of ['13800138000', 'passcode', 'pho_seen', 'Demo Customer']) {
      expect(text).not.toContain(word)
    }
  }
  const bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
  for (const text of await opened(bench)) {
    for (const word of ['passcode', 'pho_seen']) expect(text).toContain(word)
  }
})
