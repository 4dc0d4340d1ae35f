import { env } from 'cloudflare:workers'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { writeRows } from '#functions/db/commit.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { aStandard } from '#support/a-standard.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub, theHub } from '../support/a-hub.ts'
import { putEdition, STANDARDS } from '../support/a-standard-set.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const log: string[] = []
const ask = aWorker({ log })
const quality = () => signedIn([everywhere('hq_quality')])
const inRegion = (region: string): Grant => ({
  role: 'regional_manager',
  scope: { kind: 'region', region },
})
const page = async ({ cookie }: SignedInStaff, path: string) => {
  const headers = { Accept: 'text/html', Cookie: cookie }
  const answer = await ask(path, { redirect: 'manual', headers })
  return { status: answer.status, text: await answer.text() }
}
const run = (sql: string, ...values: readonly string[]) =>
  env.HUB.prepare(sql)
    .bind(...values)
    .run()
const count = (outlet: string, counts: object, month = '2026-10') =>
  run('INSERT INTO kpi_months VALUES (?1, ?2, ?3)', outlet, month, JSON.stringify(counts))
const close = (region: string, counts: object, month = '2026-10') =>
  run(
    'INSERT INTO kpi_region_months VALUES (?1, ?2, ?3, ?4)',
    ...[month, region, JSON.stringify(counts), '2026-11-17'],
  )

const PROMISE = { kpi: 'promise_kept', threshold: null, target: 90 } as const
const inForce = () => putEdition([...STANDARDS, aStandard({ id: 'promise', ...PROMISE })])

const KEPT = { promise_due: 10, promise_kept: 9 }
const OF_REGION = { promise_due: 200, promise_kept: 150 }
const OF_NETWORK = { promise_due: 1000, promise_kept: 960 }

/** The line of a table that a KPI has. */
const lineOf = (text: string, id: string): string =>
  new RegExp(`<tr>(?:(?!</tr>).)*/desk/kpis/${id}/.*?</tr>`, 's').exec(text)?.[0] ?? ''
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' })])
  await count('HZ-001', KEPT)
  await count('HZ-001', { promise_due: 4, promise_kept: 4 }, '2026-09')
  await count('SZ-001', { promise_due: 7, promise_kept: 1 })
  await close('cn-zhejiang', OF_REGION)
  await close('network', OF_NETWORK)
})

describe('the figures of a place', () => {
  it('are an outlet’s for its manager: figure, n, interval, month before, network beside', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const { status, text } = await page(manager, '/desk/kpis/?month=2026-10')
    expect(status).toBe(200)
    const words = wordsOf(lineOf(text, 'promise_kept'))
    expect(words).toContain('90.0%')
    expect(words).toContain('10 59.6 – 98.2 100.0% 96.0%')
  })

  it('are held to the standard in force: kept or missed, and neither without a target', async () => {
    await inForce()
    const hq = await quality()
    const zhejiang = await page(hq, '/desk/kpis/?month=2026-10&place=region/cn-zhejiang')
    expect(wordsOf(lineOf(zhejiang.text, 'promise_kept'))).toMatch(/75\.0% ≥ 90% missed/)
    const network = await page(hq, '/desk/kpis/?month=2026-10&place=network')
    expect(wordsOf(lineOf(network.text, 'promise_kept'))).toMatch(/96\.0% ≥ 90% kept/)
    expect(wordsOf(lineOf(network.text, 'promised_p50'))).not.toMatch(/kept|missed/)
  })

  it('say what has no data, and judge no month that isn’t final', async () => {
    await inForce()
    const hq = await quality()
    const october = await page(hq, '/desk/kpis/?month=2026-10&place=outlet/HZ-001')
    expect(wordsOf(lineOf(october.text, 'csat'))).toContain('no data')
    await run('DELETE FROM kpi_months')
    await count('HZ-001', { handed_over: 50, repeat_30: 5 })
    const repeats = await page(hq, '/desk/kpis/?month=2026-10&place=outlet/HZ-001')
    expect(wordsOf(lineOf(repeats.text, 'repeat_30'))).toMatch(
      /10\.0% ≤ 3% not final until 2026-12-01/,
    )
  })

  it('are shown nobody outside of their scope, and to no role that hasn’t them', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    for (const place of ['network', 'outlet/SZ-001', 'region/cn-zhejiang', 'outlet/XX-999']) {
      expect((await page(manager, `/desk/kpis/?place=${place}`)).status, place).toBe(404)
      expect((await page(manager, `/desk/kpis.csv?place=${place}`)).status, place).toBe(404)
    }
    const zhejiang = await signedIn([inRegion('cn-zhejiang')], { key: 'zj' })
    const own = await page(zhejiang, '/desk/kpis/?month=2026-10')
    expect(wordsOf(lineOf(own.text, 'promise_kept'))).toContain('75.0%')
    expect((await page(zhejiang, '/desk/kpis/?place=outlet/HZ-001')).status).toBe(200)
    expect((await page(zhejiang, '/desk/kpis/?place=region/cn')).status).toBe(404)
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    expect((await page(counter, '/desk/kpis/')).status).toBe(403)
  })

  it('are a partner’s as its outlets’ days ended', async () => {
    await run("INSERT INTO partners VALUES ('p-1', 'One', '一')")
    await run("UPDATE outlets SET ownership = 'authorised', partner_id = 'p-1'")
    await run('DELETE FROM kpi_region_months')
    await writeRows(theHub(), await closeMonth(theSources(), '2026-10'))
    const scope = { kind: 'partner', partner: 'p-1' } as const
    const partner = await signedIn([{ role: 'outlet_manager', scope }])
    const { text } = await page(partner, '/desk/kpis/?month=2026-10')
    expect(wordsOf(lineOf(text, 'promise_kept'))).toMatch(/58\.8%.* 17 /)
  })

  it('say which month or code they can’t take, and keep what was typed', async () => {
    const hq = await quality()
    for (const query of ['month=soon', 'month=2026-12', 'outlet=%3Cb%3E']) {
      const wrong = await page(hq, `/desk/kpis/?${query}`)
      expect(wrong.status, query).toBe(422)
      expect(wrong.text).toContain('role="alert"')
      expect(wrong.text).toContain('aria-invalid="true"')
      expect(wrong.text).not.toContain('<b>')
    }
  })

  it('cost a row a month, however many outlets there are', async () => {
    await page(await quality(), '/desk/kpis/?month=2026-10')
    const { rowsRead } = JSON.parse(log.at(-1) ?? '{}') as { rowsRead: number }
    expect(rowsRead).toBeLessThanOrEqual(50)
  })

  it('are the same as CSV, not rounded', async () => {
    await inForce()
    const { text } = await page(await quality(), '/desk/kpis.csv?month=2026-10&place=outlet/SZ-001')
    const [header = [], ...rows] = parse(text, { bom: true }) as string[][]
    const row = rows.find(([id]) => id === 'promise_kept') ?? []
    const told = Object.fromEntries(header.map((name, place) => [name, row[place]]))
    expect(told).toMatchObject({ place: 'outlet/SZ-001', n: '7', target: '90', met: 'false' })
    expect(Number(told.value)).toBeCloseTo(100 / 7)
    expect(Number(told.network)).toBe(96)
  })
})
