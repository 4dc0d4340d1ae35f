import { env } from 'cloudflare:workers'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeRows } from '#functions/db/commit.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub, theHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const ask = aWorker({})
const [KIND, BENCHES] = ['customer_service_centre', 3] as const
/** Seven alike, and one that is larger. */
const outlets = Array.from({ length: 8 }, (_, place) =>
  aCounter({ code: `HZ-00${place + 1}`, kind: KIND, benches: place === 7 ? 12 : BENCHES }),
)

const count = (outlet: string, counts: object) =>
  env.HUB.prepare('INSERT INTO kpi_months VALUES (?1, ?2, ?3)').bind(
    ...[outlet, '2026-10', JSON.stringify(counts)],
  )

async function closed(): Promise<void> {
  await writeRows(theHub(), await closeMonth(theSources(), '2026-10'))
}

beforeEach(async () => {
  await fillHub(outlets)
  await env.HUB.batch(
    outlets.map(({ code }, place) =>
      count(code, {
        ...{ promise_due: 10, promise_kept: place === 0 ? 9 : 8 },
        // Six of the seven found anything at all.
        ...(place < 6 && { findings: 5, no_fault_found: 1 }),
      }),
    ),
  )
  await closed()
})

const asked = async ({ cookie }: SignedInStaff, path: string) =>
  await ask(path, { headers: { Accept: 'text/html', Cookie: cookie } })
const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const ONE = '/desk/kpis/promise_kept/?month=2026-10&place=outlet/HZ-001'
const API = '/api/v1/kpis?month=2026-10&scope=outlet/HZ-001'
type Told = { kpis: { id: string; peers: { value: number; n: number; others: number } | null }[] }
const told = async (who: SignedInStaff, id: string) => {
  const { kpis } = await (await asked(who, API)).json<Told>()
  return kpis.find((one) => one.id === id)?.peers
}

describe('outlets of the same kind and size', () => {
  it('stand beside an outlet, with n and how many others, on the pages, in the file and in the API', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const page = wordsOf(await (await asked(manager, ONE)).text())
    expect(page).toContain('Like outlets 81.4% of 70, 6 others')
    expect(page).toContain('Like outlets: Customer service centre, 3 to 5 benches.')
    const all = wordsOf(await (await asked(manager, '/desk/kpis/?month=2026-10')).text())
    expect(all).toContain('81.4% of 70, 6 others')
    const csv = await (await asked(manager, '/desk/kpis.csv?month=2026-10')).text()
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    expect(rows.find(({ kpi }) => kpi === 'promise_kept')).toMatchObject({
      ...{ peers_n: '70', peers_others: '6' },
    })
    const file = await (await asked(manager, ONE.replace('/?', '/figures.csv?'))).text()
    expect(file).toContain('"peers","kind/customer_service_centre/medium","2026-10"')
    expect(await told(manager, 'promise_kept')).toMatchObject({ n: 70, others: 6 })
  })

  it('tell nobody who manages outlets what fewer than five others come to', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect(await told(manager, 'no_fault_found')).toMatchObject({ n: 30, others: 5 })
    const both = await signedIn([at('outlet_manager', 'HZ-001', 'HZ-002')], { key: 'both' })
    expect(await told(both, 'promise_kept')).toMatchObject({ others: 6 })
    expect(await told(both, 'no_fault_found')).toBeNull()
    const page = wordsOf(
      await (await asked(both, ONE.replace('promise_kept', 'no_fault_found'))).text(),
    )
    expect(page).toContain('Like outlets too few')
    const file = await asked(both, ONE.replace('promise_kept/?', 'no_fault_found/figures.csv?'))
    const line = (await file.text()).split('\r\n').find((one) => one.startsWith('"peers"')) ?? ''
    expect(line.replaceAll(/"|,/g, '')).toBe('peerskind/customer_service_centre/medium2026-10')
    const quality = await signedIn([everywhere('hq_quality')], { key: 'quality' })
    expect(await told(quality, 'no_fault_found')).toMatchObject({ n: 30, others: 5 })
  })

  it('are all of a partner’s to who manages them', async () => {
    await env.HUB.batch([
      env.HUB.prepare("INSERT INTO partners VALUES ('p-1', 'One', '一')"),
      env.HUB.prepare(
        "UPDATE outlets SET ownership = 'authorised', partner_id = 'p-1' WHERE code < 'HZ-004'",
      ),
      env.HUB.prepare('DELETE FROM kpi_region_months'),
    ])
    await closed()
    const scope = { kind: 'partner', partner: 'p-1' } as const
    const partner = await signedIn([{ role: 'outlet_manager', scope }])
    expect(await told(partner, 'promise_kept')).toBeNull()
  })

  it('are none of a region, and not yet of a month that isn’t added up', async () => {
    const quality = await signedIn([everywhere('hq_quality')])
    const region = await asked(quality, '/desk/kpis/?month=2026-10&place=region/cn-zhejiang')
    expect(await region.text()).not.toContain('Like outlets')
    const now = await asked(quality, '/desk/kpis/?month=2026-11&place=outlet/HZ-001')
    expect(await now.text()).toContain('aren’t added up for this month yet')
    const alone = await asked(quality, '/desk/kpis/?month=2026-10&place=outlet/HZ-008')
    expect(await alone.text()).toContain('12 benches or more')
  })
})
