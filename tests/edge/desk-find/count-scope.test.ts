import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { booked, receive } from './a-found-phone.ts'

const ask = aWorker()
const IMEI = '490154203237518'
const API = '/api/v1/desk/outlets/SZ-001/counts'
let bench: SignedInStaff
/** In repair at HZ-001, on a shelf of its own. */
let foreign: string

beforeEach(async () => {
  await fillHub([
    aCounter(),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
    aMailInCentre(),
  ])
  bench = await signedIn([at('bench', 'SZ-001')])
  foreign = await booked(ask)
  await receive(foreign, IMEI)
  await env.HUB.prepare(`UPDATE repairs SET shelf = 'SAFE-7' WHERE code = ?1`).bind(foreign).run()
})

const send = (path: string, body: object = {}, { cookie } = bench) =>
  ask(path, { ...asJson(body), headers: { 'Content-Type': 'application/json', Cookie: cookie } })

async function begun(who = bench): Promise<string> {
  const answer = await send(API, {}, who)
  const { count } = (await answer.json()) as { count: { id: string } }
  return `${API}/${count.id}`
}
const scan = (count: string, code: string, who = bench) => send(`${count}/scans`, { code }, who)
const shown = async (count: string, { cookie } = bench) =>
  await (await ask(count, { headers: { Cookie: cookie } })).text()
const noted = async () =>
  (
    await env.HUB.prepare(
      `SELECT subject, act FROM access_log WHERE act LIKE 'searched%' ORDER BY at`,
    ).all()
  ).results

describe('a scan of what is out of scope', () => {
  it('answers an IMEI in repair elsewhere like one that came with no repair', async () => {
    const count = await begun()
    const [known, unknown] = [await scan(count, IMEI), await scan(count, '352099001761481')]
    expect([known.status, unknown.status]).toEqual([422, 422])
    const bodies = await Promise.all([known.json(), unknown.json()])
    const plain = bodies.map((body) => ({ ...(body as object), requestId: '' }))
    expect(plain[0]).toEqual(plain[1])
    expect(await shown(count)).not.toContain(spellCode(foreign))
  })

  it('tells of a label nothing but that it isn’t on record here', async () => {
    const count = await begun()
    const { scan: said } = (await (await scan(count, foreign)).json()) as {
      scan: { verdict: string; recorded: unknown; text: string }
    }
    expect(said).toMatchObject({ verdict: 'unknown', recorded: null })
    expect(said.text).toContain('no record of it that you may see')
    const { count: listed } = JSON.parse(await shown(count)) as { count: { unknown: object[] } }
    expect(listed.unknown).toEqual([
      { code: spellCode(foreign), status: null, outletCode: null, model: null, shelf: null },
    ])
  })

  it('stands in the access log as a search; what lies on the counted shelf doesn’t', async () => {
    const count = await begun()
    await scan(count, IMEI)
    expect(await noted()).toEqual([{ subject: `staff/${bench.id}`, act: 'searched_imei' }])
    await scan(count, foreign)
    expect((await noted()).map((row) => row['act']).sort()).toEqual([
      'searched_code',
      'searched_imei',
    ])
    const own = await booked(ask, { outletCode: 'SZ-001' })
    await receive(own, '356938035643809')
    await scan(count, own)
    expect(await noted()).toHaveLength(2)
  })

  it('never shows another outlet’s shelf, not to somebody of both either', async () => {
    const both = await signedIn([at('bench', 'SZ-001', 'HZ-001')], { key: 'both' })
    const count = await begun(both)
    await scan(count, foreign, both)
    const text = await shown(count, both)
    expect(text).toContain('HZ-001')
    expect(text).not.toContain('SAFE-7')
  })
})

describe('a count', () => {
  it('lists two hundred codes that aren’t on record here, and refuses the next in words', async () => {
    const random = seededRandom('count')
    const byte = () => random.between(0, 255)
    const codes = Array.from({ length: 201 }, () => issueTicketCode(3, byte))
    const count = await begun()
    await env.HUB.prepare('UPDATE device_counts SET unknown = ?1')
      .bind(JSON.stringify(codes.slice(0, 199)))
      .run()
    expect((await scan(count, codes[199] ?? '')).status).toBe(200)
    const full = await scan(count, codes[200] ?? '')
    expect(full.status).toBe(409)
    expect(await full.json()).toMatchObject({ code: 'count_full' })
    // One that is listed already is only scanned again.
    expect((await scan(count, codes[7] ?? '')).status).toBe(200)
    const page = count.replace(`${API}/`, '/desk/count/SZ-001/')
    const html = await ask(`${page}/scan`, {
      ...asForm({ code: codes[200] ?? '' }, { Cookie: bench.cookie }),
    })
    expect([html.status, await html.text()]).toEqual([
      409,
      expect.stringContaining('It lists no more such phones.'),
    ])
    const stored = await env.HUB.prepare(
      'SELECT json_array_length(unknown) AS n FROM device_counts',
    )
    expect(await stored.first()).toEqual({ n: 200 })
  })

  it('is begun twelve times a day at an outlet, not more', async () => {
    for (let turn = 0; turn < 12; turn++) await send(`${await begun()}/finish`)
    const more = await send(API)
    expect([more.status, await more.json()]).toEqual([
      429,
      expect.objectContaining({ code: 'count_cap' }),
    ])
    expect(await countOf('device_counts')).toBe(12)
  })
})
