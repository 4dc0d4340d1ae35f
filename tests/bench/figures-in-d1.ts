/**
 * `node tests/bench/figures-in-d1.ts <repairs simulated> <copies>`: what a page of figures costs in D1,
 * against counting anew from the events in the same D1 and a plain SQL scan in node:sqlite. Copies are the
 * simulated repairs once more under other outlets and codes. Prints a section as JSON.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { getPlatformProxy } from 'wrangler'
import config from '#config'
import { monthsToClose } from '#domain/kpis/close-months.ts'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { newRecount } from '#domain/kpis/recount.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { writeRows } from '#functions/db/commit.ts'
import { type Database, newTally } from '#functions/db/database.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { kpiLines } from '#functions/kpis/kpi-lines.ts'
import { readBelow } from '#functions/kpis/read-below.ts'
import { readFigures } from '#functions/kpis/read-figures.ts'
import { openHub } from '#scripts/database/open-hub.ts'
import { ensureDemoStaff } from '#scripts/demo/demo-staff.ts'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import { runSimulation } from '#scripts/simulate/run-simulation.ts'
import { copyHistory } from './copy-history.ts'
import { type Figures, median, rounded, type Section } from './figures.ts'

const STATE = '.cache/bench/figures'
const UNTIL = Date.parse('2026-11-20T00:00:00Z')
const NOW = Date.parse('2026-11-20T04:00:00Z')
const MONTH = '2026-10'
const SECRET_KEY = 'a key of the bench, of letters enough'
const TIMES = 9
const A_PAGE = 5_000

const staff: Staff = {
  ...{ id: 'stf_bench', name: 'Bench', email: 'bench@fixpoint.example', locale: 'en' },
  grants: [{ role: 'hq_quality', scope: { kind: 'network' } }],
}

function sourcesOf(d1: D1Database): Sources {
  const hub: Database = { name: 'hub', tally: newTally(), d1 }
  return {
    ...{ hub, databases: { of: () => hub, all: [hub] }, now: NOW, randomByte: () => 0, config },
    keys: keysOf({ SECRET_KEY }),
  }
}

const timed = async <Answer>(work: () => Answer | Promise<Answer>) => {
  const begun = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - begun }
}

/** The month page of a place with what lies below it: rows that D1 says were read, median time. */
async function ourPage(
  sources: Sources,
  what: string,
  { place, by }: { readonly place: string; readonly by: 'outlets' | null },
): Promise<Figures> {
  const asking = { ...sources, staff }
  const times: number[] = []
  let [rows, compared] = [0, 0]
  for (let turn = 0; turn < TIMES; turn++) {
    const before = sources.hub.tally.rowsRead
    const { answer, ms } = await timed(async () => {
      const read = await readFigures(asking, { place, month: MONTH })
      const below = await readBelow(asking, { place, month: MONTH, by })
      if ('refusal' in read || 'refusal' in below) throw new Error(`no ${place}`)
      return { lines: kpiLines(read), below }
    })
    rows = sources.hub.tally.rowsRead - before
    compared = answer.below.places.length
    times.push(ms)
  }
  return { what, compared, 'rows read': rows, ms: rounded(median(times), 1) }
}

const EVENTS = `SELECT subject, version, type, happened_at AS happenedAt, data FROM events
  WHERE (subject, version) > (?1, ?2) ORDER BY subject, version LIMIT ?3`
type EventRow = Parameters<ReturnType<typeof newRecount>['add']>[0] & { readonly data: never }

/** Every figure from nothing but the events, read in D1 page by page. */
async function fromEvents(d1: D1Database) {
  const recount = newRecount()
  let [rows, subject, version] = [0, '', 0]
  for (;;) {
    const { results, meta } = await d1
      .prepare(EVENTS)
      .bind(subject, version, A_PAGE)
      .all<EventRow>()
    rows += meta.rows_read
    for (const row of results) recount.add({ ...row, data: JSON.parse(row.data) })
    const last = results.at(-1)
    if (!last || results.length < A_PAGE) break
    ;[subject, version] = [last.subject, last.version]
  }
  const counts: Record<string, number> = {}
  for (const [key, measures] of recount.finish().months) {
    if (!key.endsWith(` ${MONTH}`)) continue
    for (const [measure, by] of measures) counts[measure] = (counts[measure] ?? 0) + by
  }
  return { rows, figure: figureOf('promise_kept', counts) }
}

/** One figure of that month by the state of each repair, as an analyst would ask for it. */
const PLAIN = `SELECT count(*) AS n, coalesce(sum(
    state ->> '$.outcome' IN ('repaired', 'exchanged', 'certified', 'refunded')
    AND state ->> '$.figures.readyAt' <= state ->> '$.promise.firstAt'), 0) AS hits
  FROM repairs WHERE state ->> '$.receivedAt' IS NOT NULL
    AND strftime('%Y-%m', (state ->> '$.promise.firstAt') / 1000, 'unixepoch', '+8 hours') = ?`

const plainScan = (file: DatabaseSync) =>
  file.prepare(PLAIN).get(MONTH) as { readonly n: number; readonly hits: number }

const countOf = (file: DatabaseSync, table: string): number =>
  Number((file.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n)

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

/** All ways at one size, held against each other; throws where they don't tell the same. */
async function race(isWhole: boolean): Promise<readonly Figures[]> {
  const hub = await openHub({ persistDir: STATE, server: null })
  const [repairs, events] = [countOf(hub.file, 'repairs'), countOf(hub.file, 'events')]
  const size = `${repairs.toLocaleString('en')} repairs`
  const plain = await timed(() => (isWhole ? plainScan(hub.file) : null))
  hub.close()
  return await inD1(async (d1) => {
    const sources = sourcesOf(d1)
    const pages = [
      await ourPage(sources, `${size}: our page of the network`, { place: 'network', by: null }),
      await ourPage(sources, `${size}: our page of Guangdong by outlets`, {
        place: 'region/guangdong',
        by: 'outlets',
      }),
    ]
    if (!plain.answer) return pages
    const read = await readFigures({ ...sources, staff }, { place: 'network', month: MONTH })
    if ('refusal' in read) throw new Error(read.refusal)
    const told = figureOf('promise_kept', read.months.at(-1)?.counts ?? {})
    const anew = await timed(() => fromEvents(d1))
    const all = [told, anew.answer.figure, plain.answer].map(({ n, hits }) => `${hits} of ${n}`)
    if (new Set(all).size > 1) throw new Error(`they differ: ${all.join(', ')}`)
    const [ours] = pages
    const against = (rows: number, ms: number) => ({
      ...{
        'rows read': rows,
        ms: rounded(ms),
        'rows, times ours': rounded(rows / Number(ours?.['rows read'])),
      },
      'ms, times ours': rounded(ms / Number(ours?.['ms'])),
    })
    return [
      ...pages,
      {
        what: `${size}: all anew from ${events.toLocaleString('en')} events in the same D1`,
        ...against(anew.answer.rows, anew.ms),
      },
      {
        what: `${size}: one figure by a plain SQL scan in node:sqlite`,
        ...against(repairs, plain.ms),
      },
      { what: `promise kept in ${MONTH}, told alike by all three: ${all[0]}` },
    ]
  })
}

async function simulate(repairs: number): Promise<void> {
  rmSync(STATE, { recursive: true, force: true })
  const hub = await openHub({ persistDir: STATE, server: null })
  await loadDemo(hub.database, { nowMs: NOW })
  await ensureDemoStaff(hub.database, NOW)
  await runSimulation(hub, {
    ...{ seed: 'bench', outlets: null, days: 90, until: UNTIL, repairs, secret: SECRET_KEY },
    isWhole: true,
  })
  hub.close()
}

const closeAll = () =>
  inD1(async (d1) => {
    const sources = sourcesOf(d1)
    for (const month of monthsToClose('2026-11-20')) {
      const rows = await closeMonth(sources, month)
      if (rows.length > 0) await writeRows(sources.hub, rows)
    }
  })

async function growBy(copies: number): Promise<void> {
  const hub = await openHub({ persistDir: STATE, server: null })
  copyHistory(hub.file, copies)
  hub.file.exec('DELETE FROM kpi_region_months')
  hub.close()
}

const [repairs = 0, copies = 0] = process.argv.slice(2).map(Number)
await simulate(repairs)
await closeAll()
const small = await race(copies === 0)
if (copies > 0) await growBy(copies)
if (copies > 0) await closeAll()
const large = copies > 0 ? await race(true) : []
rmSync(STATE, { recursive: true, force: true })
const name = `A month of figures: ${repairs.toLocaleString('en')} simulated repairs, then ${copies} copies beside them`
process.stdout.write(JSON.stringify({ name, rows: [...small, ...large] } satisfies Section))
