import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { booked } from '../desk-find/a-found-phone.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { pagesOf } from './a-form.ts'

const ask = aWorker()
const TRACKING = 'SF1234567890'

beforeEach(async () => {
  await fillHub([
    aCounter(),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
    aMailInCentre(),
  ])
})

const announce = (code: string) =>
  env.HUB.prepare('INSERT INTO parcels (tracking, code) VALUES (?1, ?2)').bind(TRACKING, code).run()

const noted = async () =>
  (await env.HUB.prepare('SELECT subject, staff_id, act FROM access_log').all()).results

async function scanned(who: SignedInStaff, outlet: string, number = TRACKING) {
  const answer = await pagesOf(ask, who).send('/desk/intake/scan', { scan: number, outlet })
  return { answer, text: await answer.text() }
}

const here = () => signedIn([at('bench', 'HZ-001')])
const elsewhere = () => signedIn([at('bench', 'SZ-001')])

it('leads from a parcel’s number to the repair it was announced for, and notes the search', async () => {
  const code = await booked(ask)
  await announce(code)
  const who = await here()
  const { answer } = await scanned(who, 'HZ-001', 'sf 1234567890')
  expect(answer.headers.get('Location')).toBe(`/desk/intake/?code=${code}`)
  expect(await noted()).toEqual([
    { subject: `staff/${who.id}`, staff_id: who.id, act: 'searched_parcel' },
  ])
})

it('answers a parcel of somebody else’s outlet like a number nobody announced, and notes both', async () => {
  const code = await booked(ask)
  await announce(code)
  const who = await elsewhere()
  const foreign = await scanned(who, 'SZ-001')
  const unknown = await scanned(who, 'SZ-001', 'SF0000000000')
  expect([foreign.answer.status, foreign.answer.headers.get('Location')]).toEqual([
    unknown.answer.status,
    null,
  ])
  expect(foreign.text).toBe(unknown.text.replaceAll('SF0000000000', TRACKING))
  expect(foreign.text).not.toContain(code)
  expect((await noted()).map((row) => row['act'])).toEqual(['searched_parcel', 'searched_parcel'])
})

it('finds the phone of one’s own in a parcel that holds somebody else’s too', async () => {
  const own = await booked(ask)
  const theirs = await booked(ask, { outletCode: 'SZ-001' })
  for (const code of [theirs, own]) await announce(code)
  const { answer } = await scanned(await here(), 'HZ-001')
  expect(answer.headers.get('Location')).toBe(`/desk/intake/?code=${own}`)
})

it('notes nothing of what can be no parcel’s number', async () => {
  await scanned(await here(), 'HZ-001', 'x')
  expect(await noted()).toEqual([])
})
