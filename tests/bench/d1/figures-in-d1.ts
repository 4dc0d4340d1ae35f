/**
 * `node tests/bench/d1/figures-in-d1.ts <repairs simulated> <repairs in all>`: what pages of figures read and
 * take in D1 at both sizes with the same outlets, against counting anew from the events in the same D1 and a
 * plain SQL scan in node:sqlite. What is over of the simulated repairs is copied under other tickets' codes
 * (see ../copy-history.ts). Progress goes to stderr, a section as JSON to stdout. A million repairs take some
 * 30 GB in `.cache/bench/figures`, which is removed.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { getPlatformProxy } from 'wrangler'
import { monthsToClose } from '#domain/kpis/close-months.ts'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { writeRows } from '#functions/db/commit.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { openHub } from '#scripts/database/open-hub.ts'
import { ensureDemoStaff } from '#scripts/demo/demo-staff.ts'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import { runSimulation } from '#scripts/simulate/run-simulation.ts'
import { copiedAtOnce, copyHistory, type Size } from '../copy-history.ts'
import { type Figures, rounded, type Section } from '../figures.ts'
import { outletDifferences } from '../sampled-outlets.ts'
import { folded, plainScan, summed } from './anew.ts'
import {
  closedCounts,
  costsOfPages,
  type PageCost,
  type Places,
  sourcesOf,
} from './figure-pages.ts'

const STATE = '.cache/bench/figures'
const UNTIL = Date.parse('2026-11-20T00:00:00Z')
const NOW = Date.parse('2026-11-20T04:00:00Z')
const MONTH = '2026-10'
const SECRET_KEY = 'a key of the bench, of letters enough'
/** Above, folding every event that D1 hands out takes many minutes: what SQL sums there is measured alone. */
const MOST_FOLDED = 500_000
const SAMPLED = 5

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const timed = async <Answer>(what: string, work: () => Answer | Promise<Answer>) => {
  const begun = performance.now()
  const answer = await work()
  const ms = performance.now() - begun
  say(`  ${what}: ${(ms / 1000).toFixed(1)} s`)
  return { answer, ms }
}

const countOf = (file: DatabaseSync, table: string): number =>
  Number((file.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n)

const openFile = () => openHub({ persistDir: STATE, server: null })

async function inD1<Answer>(work: (d1: D1Database) => Promise<Answer>): Promise<Answer> {
  const { env, dispose } = await getPlatformProxy<{ readonly HUB: D1Database }>({
    persist: { path: join(STATE, 'v3') },
  })
  try {
    return await work(env.HUB)
  } finally {
    await dispose()
  }
}

const BUSIEST = `SELECT outlets.code, outlets.region_id AS city FROM kpi_months
    JOIN outlets ON outlets.code = kpi_months.outlet_code
    JOIN regions AS city ON city.id = outlets.region_id
  WHERE month = '${MONTH}' AND 'guangdong' IN (city.id, city.parent_id)
  ORDER BY counts ->> '$.repairs_received' DESC LIMIT 1`
const PARTNER = `SELECT partner_id AS partner FROM outlets WHERE partner_id IS NOT NULL
  GROUP BY partner_id ORDER BY count(*) DESC LIMIT 1`

function placesIn(file: DatabaseSync): Places {
  const busiest = file.prepare(BUSIEST).get() as { code: string; city: string }
  const { partner } = file.prepare(PARTNER).get() as { partner: string }
  return { outlet: busiest.code, city: busiest.city, partner }
}

type Measured = {
  readonly repairs: number
  readonly pages: ReadonlyMap<string, PageCost>
  readonly others: readonly Figures[]
}

/** Pages and the other ways at one size, which must tell the same: throws where they don't. */
async function measure(places: Places, { repairs, events }: Size): Promise<Measured> {
  const { file, close } = await openFile()
  const size = `${repairs.toLocaleString('en')} repairs`
  say(`${size}, ${events.toLocaleString('en')} events`)
  const plain = await timed('plain SQL scan', () => plainScan(file, MONTH))
  close()
  return await inD1(async (d1) => {
    const sources = sourcesOf(d1, NOW)
    const pages = await costsOfPages(sources, MONTH, places)
    for (const [what, { rows, ms }] of pages) say(`  ${what}: ${rows} rows, ${ms.toFixed(1)} ms`)
    const ours = pages.get('the network by provinces') ?? { rows: 1, ms: 1 }
    const told = figureOf('promise_kept', await closedCounts(sources, MONTH))
    const sql = await timed('summed by SQL in D1', () => summed(d1, MONTH))
    const anew =
      events <= MOST_FOLDED
        ? await timed('folded from every event in D1', () => folded(d1, MONTH))
        : null
    const all = [told, sql.answer.figure, plain.answer, anew?.answer.figure ?? told]
    const alike = new Set(all.map(({ n, hits }) => `${hits} of ${n}`))
    if (alike.size > 1) throw new Error(`they differ: ${[...alike].join(', ')}`)
    const against = (what: string, rows: number, ms: number): Figures => ({
      what: `${size}: ${what}`,
      ...{ 'rows read': rows, ms: rounded(ms) },
      'rows, times ours': rounded(rows / ours.rows),
      'ms, times ours': rounded(ms / ours.ms, 1),
    })
    const others = [
      against('the network’s month, our page', ours.rows, ours.ms),
      ...(anew
        ? [
            against(
              `all figures folded from ${events.toLocaleString('en')} events in the same D1`,
              ...([anew.answer.rows, anew.ms] as const),
            ),
          ]
        : []),
      against('all figures summed by SQL over its events in the same D1', sql.answer.rows, sql.ms),
      against('one figure by a plain SQL scan in node:sqlite', repairs, plain.ms),
      { what: `${size}: promises kept in ${MONTH}, told alike by all: ${[...alike][0]}` },
    ]
    return { repairs, pages, others }
  })
}

const closeAll = () =>
  inD1(async (d1) => {
    const sources = sourcesOf(d1, NOW)
    for (const month of monthsToClose('2026-11-20')) {
      const rows = await closeMonth(sources, month)
      if (rows.length > 0) await writeRows(sources.hub, rows)
    }
  })

async function simulate(repairs: number): Promise<{ places: Places; size: Size }> {
  const hub = await openFile()
  await loadDemo(hub.database, { nowMs: NOW })
  await ensureDemoStaff(hub.database, NOW)
  await runSimulation(hub, {
    ...{ seed: 'bench', outlets: null, days: 90, until: UNTIL, repairs, secret: SECRET_KEY },
    isWhole: true,
  })
  const places = placesIn(hub.file)
  const size = { repairs: countOf(hub.file, 'repairs'), events: countOf(hub.file, 'events') }
  hub.close()
  return { places, size }
}

async function growTo(repairs: number, before: Size): Promise<Size & { readonly copies: number }> {
  const { file, close } = await openFile()
  const missing = repairs - before.repairs
  const copies = Math.max(1, Math.round(missing / copiedAtOnce(file)))
  say(`${copies} copies`)
  const made = copyHistory(file, {
    copies,
    onCopy: (done) => {
      if (done % 10 === 0) say(`  ${done} copies on record`)
    },
  })
  const differences = outletDifferences(file, SAMPLED)
  if (differences.length > 0) throw new Error(`not as counted: ${differences.join('; ')}`)
  file.exec('DELETE FROM kpi_region_months; DELETE FROM kpi_below')
  close()
  return { copies, repairs: before.repairs + made.repairs, events: before.events + made.events }
}

function compared(small: Measured, large: Measured): readonly Figures[] {
  const at = ({ repairs }: Measured) => repairs.toLocaleString('en')
  return [...small.pages].map(([what, before]) => {
    const after = large.pages.get(what) ?? before
    return {
      what,
      [`rows at ${at(small)}`]: before.rows,
      [`rows at ${at(large)}`]: after.rows,
      'difference %': rounded((100 * (after.rows - before.rows)) / before.rows, 1),
      [`ms at ${at(small)}`]: rounded(before.ms, 1),
      [`ms at ${at(large)}`]: rounded(after.ms, 1),
    }
  })
}

async function run(repairs: number, inAll: number): Promise<readonly Section[]> {
  const { places, size } = (await timed('simulated', () => simulate(repairs))).answer
  await timed('regions added up', closeAll)
  const small = await measure(places, size)
  const { answer: grown } = await timed('copied', () => growTo(inAll, size))
  await timed('regions added up', closeAll)
  const large = await measure(places, grown)
  const checked = `packed rows of ${SAMPLED} outlets counted anew from all their events: 0 differences`
  return [
    {
      name: `Rows read by each page of figures, ${MONTH}, the same outlets; ${grown.copies} copies, ${checked}`,
      rows: compared(small, large),
    },
    { name: 'A month of figures, ours and otherwise', rows: [...small.others, ...large.others] },
  ]
}

const [repairs = 0, inAll = 0] = process.argv.slice(2).map(Number)
rmSync(STATE, { recursive: true, force: true })
try {
  process.stdout.write(JSON.stringify(await run(repairs, inAll)))
} finally {
  rmSync(STATE, { recursive: true, force: true })
}
