import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { scanPhone } from '#functions/desk-find/scan-phone.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { addRepairs } from '../support/many-repairs.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { booked, receive, step } from './a-found-phone.ts'

const ask = aWorker()
const IMEIS = ['490154203237518', '356938035643809', '353912101234562']
let counter: SignedInStaff
let here: string
let alsoHere: string
let elsewhere: string

beforeEach(async () => {
  await fillHub([
    aCounter(),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
    aMailInCentre(),
  ])
  counter = await signedIn([at('counter', 'HZ-001')])
  here = await booked(ask)
  alsoHere = await booked(ask)
  elsewhere = await booked(ask, { outletCode: 'SZ-001' })
  for (const [place, code] of [here, alsoHere, elsewhere].entries()) {
    await receive(code, IMEIS[place] ?? '')
  }
})

const post = (path: string, fields: Readonly<Record<string, string>>, as = counter) =>
  ask(path, { ...asForm(fields, { Cookie: as.cookie }), redirect: 'manual' })
const get = (path: string, as = counter) =>
  ask(path, { headers: { Cookie: as.cookie }, redirect: 'manual' })

const begin = async (as = counter): Promise<string> => {
  const answer = await post('/desk/count/', { outlet: 'hz-001' }, as)
  return answer.headers.get('Location') ?? `${answer.status}`
}
const scan = async (address: string, code: string) =>
  (await post(`${address}scan`, { code })).text()

const stored = () =>
  env.HUB.prepare(
    `SELECT found, unknown, missing, expected, finished_at FROM device_counts`,
  ).first<{
    found: string
    unknown: string
    missing: string | null
    expected: number
    finished_at: number | null
  }>()
const lists = async () => {
  const row = await stored()
  return {
    found: JSON.parse(row?.found ?? 'null'),
    unknown: JSON.parse(row?.unknown ?? 'null'),
    missing: JSON.parse(row?.missing ?? 'null'),
  }
}

describe('a count', () => {
  it('runs towards what is on record, and what wasn’t scanned is missing', async () => {
    const address = await begin()
    expect(address).toMatch(/^\/desk\/count\/HZ-001\/cnt_20261118_/)
    expect((await stored())?.expected).toBe(2)
    expect(await scan(address, spellCode(here).toLowerCase())).toContain(
      `${spellCode(here)} found.`,
    )
    const done = await post(`${address}finish`, {})
    expect([done.status, done.headers.get('Location')]).toEqual([303, address])
    expect(await lists()).toEqual({ found: [here], unknown: [], missing: [alsoHere] })
    const html = await (await get(address)).text()
    expect(html).toContain(spellCode(alsoHere))
    expect(html).toContain('Records and shelves differ.')
    expect(html).toContain('data-print')
  })

  it('says that all are there when they are', async () => {
    const address = await begin()
    for (const code of [here, alsoHere]) await scan(address, code)
    await post(`${address}finish`, {})
    expect(await (await get(address)).text()).toContain('All phones are there.')
  })

  it('tells a phone that was scanned before, and counts it once', async () => {
    const address = await begin()
    await scan(address, here)
    expect(await scan(address, here)).toContain(`${spellCode(here)} was scanned before.`)
    await scan(address, elsewhere)
    expect(await scan(address, elsewhere)).toContain('and was scanned before')
    expect(await lists()).toEqual({ found: [here], unknown: [elsewhere], missing: null })
  })

  it('lists a phone that isn’t on record here, with what the records say', async () => {
    const both = await signedIn([at('counter', 'HZ-001', 'SZ-001')], { key: 'both' })
    const address = await begin()
    const html = await (await post(`${address}scan`, { code: elsewhere }, both)).text()
    expect(html).toContain('is not on record here.')
    expect(html).toContain('The records say: Received, not diagnosed, SZ-001.')
    await step(here, { type: 'give_up', faultCode: 'screen', barrier: 'unrepairable' })
    await step(here, {
      ...{ type: 'hand_over', functionTest: ['touch'], collectedBy: 'customer' },
      ...{ paidHow: 'nothing_due', invoice: null },
    })
    expect(await scan(address, here)).toContain('The records say: Closed, HZ-001.')
  })

  it('knows a phone without a label by its IMEI, and keeps no IMEI', async () => {
    const address = await begin()
    expect(await scan(address, IMEIS[0] ?? '')).toContain(`${spellCode(here)} found.`)
    expect(await scan(address, '352099001761481')).toContain('no IMEI of a repair that you may see')
    expect(JSON.stringify(await stored())).not.toMatch(/\d{15}/)
  })

  it('keeps nothing of what is no label, and leaves it in the box', async () => {
    const address = await begin()
    const answer = await post(`${address}scan`, { code: '13800138000' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="13800138000"')
    expect(await lists()).toEqual({ found: [], unknown: [], missing: null })
  })

  it('takes no scan after its end, and ends once', async () => {
    const address = await begin()
    await post(`${address}finish`, {})
    const late = await post(`${address}scan`, { code: here })
    expect(late.status).toBe(409)
    await post(`${address}finish`, {})
    expect(await lists()).toEqual({ found: [], unknown: [], missing: [here, alsoHere].sort() })
  })

  it('is one for all who count on a day; the next is begun after it', async () => {
    const bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
    const first = await begin()
    expect(await begin(bench)).toBe(first)
    await post(`${first}finish`, {})
    expect(await begin()).not.toBe(first)
    expect(await countOf('device_counts')).toBe(2)
    const list = await (await get('/desk/count/')).text()
    expect(list).toContain('Staff one')
    expect(list.match(/\/desk\/count\/HZ-001\/cnt_/g)).toHaveLength(2)
  })

  it('loses no scan of two people at the same time', async () => {
    const address = await begin()
    await Promise.all([here, alsoHere, here, elsewhere].map((code) => scan(address, code)))
    const { found, unknown } = await lists()
    expect([found.sort(), unknown]).toEqual([[here, alsoHere].sort(), [elsewhere]])
  })
})

describe('scope', () => {
  it('hides an outlet’s counts from others', async () => {
    const address = await begin()
    const other = await signedIn([at('counter', 'SZ-001')], { key: 'other' })
    const answers = [
      await get('/desk/count/?outlet=HZ-001', other),
      await get(address, other),
      await post('/desk/count/', { outlet: 'HZ-001' }, other),
      await post(`${address}scan`, { code: here }, other),
      await post(`${address}finish`, {}, other),
      // The count isn't at an outlet of one's own either.
      await get(address.replace('HZ-001', 'SZ-001'), other),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect((await stored())?.finished_at).toBeNull()
  })

  it('is not for the hotline', async () => {
    const agent = await signedIn([at('agent', 'HZ-001')], { key: 'agent' })
    expect((await get('/desk/count/', agent)).status).toBe(403)
  })
})

describe('as JSON', () => {
  const API = '/api/v1/desk/outlets/HZ-001/counts'
  const send = (path: string, body: object = {}) =>
    ask(`${API}${path}`, {
      ...asJson(body),
      headers: { 'Content-Type': 'application/json', Cookie: counter.cookie },
    })

  it('is begun, scanned, finished and listed', async () => {
    const begun = (await (await send('')).json()) as { count: { id: string } }
    const { id } = begun.count
    const scanned = await (await send(`/${id}/scans`, { code: here })).json()
    expect(scanned).toEqual({
      scan: {
        ...{ verdict: 'found', code: spellCode(here), recorded: null },
        text: `${spellCode(here)} found.`,
      },
    })
    expect((await send(`/${id}/scans`, { code: 'nonsense' })).status).toBe(422)
    expect((await send(`/cnt_20261118_0000000000000/scans`, { code: here })).status).toBe(404)
    const { count } = (await (await send(`/${id}/finish`)).json()) as {
      count: { found: string[]; missing: { code: string; status: string }[] }
    }
    expect(count.found).toEqual([spellCode(here)])
    expect(count.missing).toMatchObject([{ code: spellCode(alsoHere), status: 'received' }])
    expect((await send(`/${id}/scans`, { code: here })).status).toBe(409)
    const listed = await (await get(API)).json()
    expect(listed).toMatchObject({ counts: [{ id, found: 1, unknown: 0, missing: 1 }] })
  })
})

it('reads and writes a few rows for a scan, however many repairs there are', async () => {
  await addRepairs(100_000)
  const address = await begin()
  const id = address.split('/')[4] ?? ''
  const sources = theSources()
  const staff = {
    ...{ id: counter.id, name: 'Demo', email: 'demo@fixpoint.example', locale: 'en' as const },
    grants: [at('counter', 'HZ-001')],
  }
  const wish = { outlet: 'HZ-001', id, typed: here }
  const proposal = await scanPhone({ ...sources, staff }, wish)
  if (proposal.kind === 'refused') throw new Error(proposal.refusal)
  const results = await env.HUB.batch(proposal.rows.map(({ bound }) => bound))
  const { tally } = sources.hub
  const read = results.reduce((sum, { meta }) => sum + meta.rows_read, tally.rowsRead)
  const written = results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
  console.info(`a scan: ${read} rows read, ${written} written`)
  expect([written, read <= 8]).toEqual([1, true])
}, 60_000)
