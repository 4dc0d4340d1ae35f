import { env } from 'cloudflare:workers'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { writeRows } from '#functions/db/commit.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub, theHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const ask = aWorker()
const quality = () => signedIn([everywhere('hq_quality')])
const page = async ({ cookie }: SignedInStaff, path: string) => {
  const headers = { Accept: 'text/html', Cookie: cookie }
  const answer = await ask(path, { redirect: 'manual', headers })
  return { status: answer.status, text: await answer.text() }
}
const CODES = Array.from({ length: 12 }, (_, place) => `HZ-${100 + place}`)
const countsOf = (place: number) => ({
  promise_due: 100,
  promise_kept: place === 3 ? 50 : 90,
  ...{ closed: 10, unrepaired: 4, 'unrepaired|barrier=declined': 3, 'unrepaired|barrier=other': 1 },
  ...{ asked_again: 3, 'held_minutes|holder=outlet': 600, 'own_held~300': 2 },
})
const csvOf = (text: string) => {
  const [header = [], ...rows] = parse(text, { bom: true }) as string[][]
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])))
}

beforeEach(async () => {
  await fillHub([
    ...CODES.map((code, bucket) => aCounter({ code, bucket })),
    aCounter({ code: 'SZ-001', bucket: 99, regionId: 'cn-guangdong' }),
  ])
  await env.HUB.batch([
    ...CODES.map((code, place) =>
      env.HUB.prepare('INSERT INTO kpi_months VALUES (?1, ?2, ?3)').bind(
        ...[code, '2026-10', JSON.stringify(countsOf(place))],
      ),
    ),
  ])
  await writeRows(theHub(), await closeMonth(theSources(), '2026-10'))
})

const AT = 'month=2026-10&place=region/cn-zhejiang'

describe('a KPI of a place', () => {
  it('is drawn and told: months, and the outlets below by code, whoever is worst', async () => {
    const { status, text } = await page(await quality(), `/desk/kpis/promise_kept/?${AT}`)
    expect(status).toBe(200)
    expect(text.match(/class="kpis-chart"/g)).toHaveLength(2)
    const below = [
      ...text.matchAll(/kpis\/promise_kept\/\?month=2026-10&amp;place=outlet%2F(HZ-\d+)"/g),
    ]
    expect(below.map(([, code]) => code)).toEqual(CODES)
    expect(text).toMatch(/HZ-103.*?50\.0%.*?far worse: act/s)
    expect(text).toContain('within chance')
    expect(text).not.toMatch(/style=/)
  })

  it('has the same numbers in its file as on its page', async () => {
    const hq = await quality()
    const { text } = await page(hq, `/desk/kpis/promise_kept/figures.csv?${AT}`)
    const worst = csvOf(text).find(({ item }) => item === 'outlet/HZ-103')
    expect(worst).toMatchObject({ value: '50', n: '100', standing: 'act' })
    expect(Number(worst?.act_low)).toBeGreaterThan(0.5)
    expect(csvOf(text).filter(({ section }) => section === 'trend')).toHaveLength(1)
  })

  it('compares regions where there are several, and outlets on demand', async () => {
    const hq = await quality()
    const regions = await page(hq, '/desk/kpis/promise_kept/?month=2026-10')
    expect(regions.text).toContain('place=region%2Fcn-guangdong')
    expect(regions.text).not.toContain('place=outlet%2FHZ-103')
    const outlets = await page(hq, '/desk/kpis/promise_kept/?month=2026-10&by=outlets')
    expect(outlets.text).toContain('place=outlet%2FHZ-103')
    expect(outlets.text).toMatch(/SZ-001.*?no data/s)
  })

  it('compares an outlet where it is since it moved, and there alone', async () => {
    const hq = await quality()
    await env.HUB.prepare(
      `UPDATE outlets SET region_id = 'cn-guangdong' WHERE code = 'HZ-103'`,
    ).run()
    await env.HUB.prepare('DELETE FROM kpi_region_months').run()
    await writeRows(theHub(), await closeMonth(theSources(), '2026-10'))
    const left = await page(hq, `/desk/kpis/promise_kept/?${AT}`)
    expect(left.text).not.toContain('HZ-103')
    const all = await page(hq, '/desk/kpis/promise_kept/?month=2026-10&by=outlets')
    expect(all.text.match(/place=outlet%2FHZ-103"/g)).toHaveLength(1)
  })

  it('tells reasons, who held the wait, and how it is counted', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-100')])
    const reasons = await page(manager, '/desk/kpis/unrepaired_share/?month=2026-10')
    expect(reasons.text).toMatch(/Customer declined.*?75\.0%.*?75\.0%/s)
    expect(reasons.text).toContain('How this is counted')
    const held = await page(manager, '/desk/kpis/own_held_p50/?month=2026-10')
    expect(held.text).toMatch(/the outlet.*?10.*?100\.0%/s)
    expect(held.text).toContain('90% (P90)')
    // A phone asked about twice waits for its customer by the outlet's doing: the ledger says how many are.
    expect(held.text).toMatch(/kpis\/asked_again\/[^>]*place=outlet%2FHZ-100.*?30\.0%/s)
  })

  it('isn’t there where somebody may not look, nor where nothing is counted', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-100')])
    for (const path of ['promise_kept/', 'promise_kept/figures.csv']) {
      const away = `/desk/kpis/${path}?month=2026-10&place=outlet/HZ-103`
      expect((await page(manager, away)).status, path).toBe(404)
    }
    expect((await page(manager, '/desk/kpis/nothing/')).status).toBe(404)
    const scope: Grant['scope'] = { kind: 'region', region: 'cn-guangdong' }
    const elsewhere = await signedIn([{ role: 'regional_manager', scope }], { key: 'gd' })
    expect((await page(elsewhere, `/desk/kpis/promise_kept/?${AT}`)).status).toBe(404)
    expect((await page(elsewhere, '/desk/kpis/promise_kept/?month=2026-13')).status).toBe(422)
  })
})
