import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeRows } from '#functions/db/commit.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub, theHub } from '../support/a-hub.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { addRepairs } from '../support/many-repairs.ts'
import { everywhere, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const log: string[] = []
const ask = aWorker({ log })

const OUTLETS = 60
const CITIES = 12
const MONTHS = ['2026-11', '2026-10', '2026-07', '2026-06'] as const
/** Of any page of figures, however large the network: a row an outlet and these. */
const BESIDE = 50

const outlets = Array.from({ length: OUTLETS }, (_, place) =>
  aCounter({
    ...{ code: `HZ-${100 + place}`, bucket: 100 + place },
  }),
)

/** A month that so many repairs left: numbers grow, and the spread of what they took. */
const countsOf = (repairs: number): string =>
  JSON.stringify({
    ...{ repairs_received: repairs, closed: repairs, unrepaired: Math.floor(repairs / 5) },
    ...{ promise_due: repairs, promise_kept: Math.floor(repairs * 0.7), 'repair.asked': repairs },
    ...Object.fromEntries(
      Array.from({ length: Math.min(300, repairs) }, (_, at) => [`own_held~${at}`, 1 + (at % 7)]),
    ),
  })

/** What is over came in at one outlet, in each of the months: more than a page of every month. */
const CAME_IN = `UPDATE repairs SET home_outlet = 'HZ-107', at_outlet = 'HZ-107', came_in_at = came.at,
    state = json_object('code', repairs.code, 'status', status, 'receivedAt', came.at)
  FROM (SELECT code, unixepoch(json_extract('${JSON.stringify(MONTHS)}', '$[' || (n % 4) || ']') || '-02')
      * 1000 + n * 60000 AS at
    FROM (SELECT code, CAST(substr(code, 3, 10) AS INTEGER) AS n FROM repairs)) AS came
  WHERE came.code = repairs.code AND stage = 'closed'`

async function aNetworkOf(repairs: number): Promise<void> {
  await fillHub(outlets)
  const run = (sql: string, ...values: readonly (string | number)[]) =>
    env.HUB.prepare(sql).bind(...values)
  await env.HUB.batch([
    ...Array.from({ length: CITIES }, (_, city) =>
      run(`INSERT INTO regions VALUES (?1, 'cn-zhejiang', 'city', 'CN', ?1, ?1)`, `cn-zj-${city}`),
    ),
    run(`INSERT INTO partners VALUES ('p-1', 'One', '一')`),
    run(`UPDATE outlets SET ownership = 'authorised', partner_id = 'p-1', region_id =
      'cn-zj-' || ((CAST(substr(code, 4) AS INTEGER) - 100) % ${CITIES})`),
    ...MONTHS.flatMap((month) =>
      outlets.map(({ code }) =>
        run('INSERT INTO kpi_months VALUES (?1, ?2, ?3)', code, month, countsOf(repairs / 200)),
      ),
    ),
  ])
  await addRepairs(repairs)
  await run(CAME_IN).run()
  for (const month of MONTHS) {
    await writeRows(theHub(), await closeMonth(theSources({ now: NOW }), month))
  }
}

const PLACES = {
  network: '',
  'network by outlets': '&by=outlets',
  'region of cities': '&place=region/cn-zhejiang',
  'region by outlets': '&place=region/cn-zhejiang&by=outlets',
  city: '&place=region/cn-zj-3',
  partner: '&place=partner/p-1',
  outlet: '&place=outlet/HZ-107',
} as const
const PATHS = ['/desk/kpis/', '/desk/kpis/promise_kept/', '/desk/kpis/own_held_p50/figures.csv']

/** What only an outlet's page has: how old what is open has become, and the repairs behind a figure. */
const OUTLETS_OWN = ['/desk/kpis/turnaround_walk_in_p50/', '/desk/kpis/promise_kept/repairs/']
const PAGES = MONTHS.length * (PATHS.length * Object.keys(PLACES).length + OUTLETS_OWN.length)
const LISTED = 50

/** Rows read by each page of figures, place and month; every page names the outlets that it compares. */
async function costs(): Promise<ReadonlyMap<string, number>> {
  const { cookie } = await signedIn([everywhere('hq_quality')])
  const read = new Map<string, number>()
  for (const path of OUTLETS_OWN) {
    for (const month of MONTHS) {
      const asked = `${path}?month=${month}${PLACES.outlet}`
      const answer = await ask(asked, { headers: { Cookie: cookie } })
      const listed = (await answer.text()).split('/desk/repairs/07').length - 1
      expect([answer.status, listed], asked).toEqual([200, path.includes('repairs') ? LISTED : 0])
      read.set(`${path} ${month}`, JSON.parse(log.at(-1) ?? '{}').rowsRead)
    }
  }
  for (const path of PATHS) {
    for (const month of MONTHS) {
      for (const [name, place] of Object.entries(PLACES)) {
        const answer = await ask(`${path}?month=${month}${place}`, { headers: { Cookie: cookie } })
        const text = await answer.text()
        expect(answer.status, `${path} ${name}`).toBe(200)
        if (path !== PATHS[0] && /by outlets|city|partner/.test(name))
          expect(text).toContain('HZ-103')
        read.set(`${path} ${month} ${name}`, JSON.parse(log.at(-1) ?? '{}').rowsRead)
      }
    }
  }
  return read
}

const [FEW, MANY] = [1_000, 20_000]
const measured = new Map<number, ReadonlyMap<string, number>>()

beforeAll(async () => {
  for (const repairs of [FEW, MANY]) {
    await aNetworkOf(repairs)
    measured.set(repairs, await costs())
  }
}, 120_000)

describe('a page of figures', () => {
  it('reads no more than a row an outlet and fifty, of any place and any month', () => {
    const over = [...(measured.get(MANY) ?? [])].filter(([, rows]) => rows > OUTLETS + BESIDE)
    expect(over).toEqual([])
    // What is compared below a city lies in a row or two, however many outlets.
    expect(measured.get(MANY)?.get('/desk/kpis/promise_kept/ 2026-10 partner')).toBeLessThan(BESIDE)
  })

  it('reads as many among twenty times the repairs', () => {
    expect(measured.get(FEW)?.size).toBe(PAGES)
    expect(measured.get(MANY)).toEqual(measured.get(FEW))
  })
})
