import { beforeAll, describe, expect, it } from 'vitest'
import { monthsToClose } from '#domain/kpis/close-months.ts'
import { checkSlice } from '#functions/kpis/check-slice.ts'
import { runClose, runSliceCheck } from '#functions/kpis/run-close.ts'
import type { HubDatabase } from '#scripts/database/d1-shape.ts'
import { recountDatabase } from '#scripts/kpis/recount-database.ts'
import { rewriteRows } from '#scripts/kpis/rewrite-rows.ts'
import { OUTLETS, THREE_DATABASES } from './network.ts'
import { openSqlite } from './open-sqlite.ts'
import { runModel } from './run-model.ts'
import { allOf, sourcesOf, type World } from './world.ts'

const COMMANDS = 400
const SEED = 20261123

/** After a model's run: what people, clocks and broken connections left behind. */
const world: World = openSqlite(THREE_DATABASES)
const recounted = (d1: D1Database) => recountDatabase(d1 as unknown as HubDatabase)

type Row = { outlet: string; month: string; counts: string }
async function monthRows(): Promise<readonly Row[]> {
  const answers = await Promise.all(
    allOf(world).map((d1) =>
      d1.prepare('SELECT outlet_code AS outlet, month, counts FROM kpi_months').all<Row>(),
    ),
  )
  return answers.flatMap(({ results }) => results)
}

beforeAll(async () => {
  await runModel({ world, commands: COMMANDS, seed: SEED })
}, 120_000)

describe('a rebuild', () => {
  it('finds every packed row of every database as the events say', async () => {
    for (const d1 of allOf(world)) {
      const { differences, events, rows } = await recounted(d1)
      expect(differences).toEqual([])
      expect(Math.min(events, rows)).toBeGreaterThan(0)
    }
  })

  it('says where a row is wrong, missing or too many, and puts it right', async () => {
    const d1 = world.hub
    const [first] = await recountedMonths(d1)
    if (!first) throw new Error('nothing was counted')
    const { outlet, month } = first
    await d1.batch([
      d1
        .prepare(
          `UPDATE kpi_months SET counts = json_set(counts, '$."repairs_received"', 99)
           WHERE outlet_code = ?1 AND month = ?2`,
        )
        .bind(outlet, month),
      d1.prepare(`DELETE FROM kpi_days WHERE outlet_code = ?1`).bind(outlet),
      d1.prepare(`INSERT INTO kpi_days VALUES ('XX-1', '2026-10-01', '{"handed_over":2}')`),
    ])
    const { differences, wrong } = await recounted(d1)
    expect(differences).toContainEqual(
      expect.objectContaining({ outlet, period: month, measure: 'repairs_received', stands: 99 }),
    )
    expect(differences).toContainEqual({
      ...{ outlet: 'XX-1', period: '2026-10-01', measure: 'handed_over', stands: 2, shouldBe: 0 },
    })
    expect(differences.some((one) => one.outlet === outlet && one.period.length === 10)).toBe(true)
    await rewriteRows(d1 as unknown as HubDatabase, wrong)
    expect((await recounted(d1)).differences).toEqual([])
  })

  it('leaves a row that was counted on meanwhile', async () => {
    const d1 = world.hub
    const [first] = await recountedMonths(d1)
    if (!first) throw new Error('nothing was counted')
    const change = (by: number) =>
      d1
        .prepare(
          `UPDATE kpi_months SET counts = json_set(counts, '$."closed"',
             coalesce(counts ->> '$."closed"', 0) + ?3) WHERE outlet_code = ?1 AND month = ?2`,
        )
        .bind(first.outlet, first.month, by)
        .run()
    await change(1)
    const { wrong } = await recounted(d1)
    await change(1)
    await rewriteRows(d1 as unknown as HubDatabase, wrong)
    const { differences } = await recounted(d1)
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ measure: 'closed' })
    await change(-2)
    expect((await recounted(d1)).differences).toEqual([])
  })
})

async function recountedMonths(d1: D1Database): Promise<readonly Row[]> {
  const { results } = await d1
    .prepare('SELECT outlet_code AS outlet, month, counts FROM kpi_months ORDER BY 1, 2')
    .all<Row>()
  return results
}

/** Seven minutes past noon UTC, a day after everything: the newest month is due. */
const closingOf = (month: string, minute: number): number =>
  Date.parse(`${month}-28T12:0${minute}:00Z`)

describe('the hourly close', () => {
  it('writes a month of each region as the sum of its outlets, from every database, once', async () => {
    const rows = await monthRows()
    const month = rows.map((row) => row.month).toSorted()[0] ?? ''
    expect(monthsToClose(`${month}-28`)[0]).toBe(month)
    const sources = sourcesOf(world, { now: closingOf(month, 7), randomByte: () => 0 })
    expect(await runClose(sources)).toBeGreaterThan(0)
    const { results } = await world.hub
      .prepare('SELECT region_id, counts, closed_through FROM kpi_region_months WHERE month = ?1')
      .bind(month)
      .all<{ region_id: string; counts: string; closed_through: string }>()
    const sumOf = (outlets: readonly string[]) => {
      const sum: Record<string, number> = {}
      for (const row of rows.filter((one) => one.month === month && outlets.includes(one.outlet))) {
        for (const [measure, by] of Object.entries(JSON.parse(row.counts) as object)) {
          sum[measure] = (sum[measure] ?? 0) + by
        }
      }
      return Object.fromEntries(Object.entries(sum).filter(([, by]) => by !== 0))
    }
    const inChina = OUTLETS.filter(({ zone }) => zone === 'Asia/Shanghai').map(({ code }) => code)
    const stands = new Map(results.map((row) => [row.region_id, row]))
    expect(JSON.parse(stands.get('cn')?.counts ?? '')).toEqual(sumOf(inChina))
    expect(JSON.parse(stands.get('us-ny')?.counts ?? '')).toEqual(sumOf(['NY-001']))
    expect(JSON.parse(stands.get('network')?.counts ?? '')).toEqual(
      sumOf(['none', ...OUTLETS.map(({ code }) => code)]),
    )
    expect(stands.get('network')?.closed_through).toBe(`${month}-27`)
    expect(await runClose(sources)).toBe(0)
  })

  it('does nothing in the other minutes of the hour', async () => {
    const [row] = await monthRows()
    const sources = sourcesOf(world, {
      now: closingOf(row?.month ?? '', 3),
      randomByte: () => 0,
    })
    expect(await runClose(sources)).toBe(0)
  })
})

describe('the nightly look at a slice', () => {
  it('finds each outlet’s own tickets as they stand, and says what doesn’t', async () => {
    const rows = await monthRows()
    const { databases } = sourcesOf(world, { now: 0, randomByte: () => 0 })
    for (const { code: outlet, bucket } of OUTLETS) {
      for (const month of new Set(rows.map((row) => row.month))) {
        expect(await checkSlice({ databases }, { outlet, bucket, month })).toEqual([])
      }
    }
    const [outlet] = OUTLETS
    if (!outlet) throw new Error('no outlet')
    const { code, bucket } = outlet
    const month = rows.find((row) => row.outlet === code)?.month ?? ''
    const { d1 } = databases.of(bucket)
    await d1
      .prepare(
        `UPDATE kpi_months SET counts = json_set(counts, '$."repairs_received"', 99, '$."repeat_30"', 7)
         WHERE outlet_code = ?1 AND month = ?2`,
      )
      .bind(code, month)
      .run()
    const found = await checkSlice({ databases }, { outlet: code, bucket, month })
    expect(found).toHaveLength(1)
    expect(found?.[0]).toMatch(`${code} ${month}: repairs_received stands at 99, should be`)
  })

  it('is taken at twenty past three of an outlet drawn by lot, and told in plain lines', async () => {
    const first = OUTLETS.map(({ code }) => code).toSorted()[0] ?? ''
    const month = '2030-01'
    const { databases } = sourcesOf(world, { now: 0, randomByte: () => 0 })
    const { d1 } = databases.of(OUTLETS.find(({ code }) => code === first)?.bucket ?? 0)
    await d1
      .prepare(`INSERT INTO kpi_months VALUES (?1, ?2, '{"handed_over":2}')`)
      .bind(first, month)
      .run()
    const at = (time: string) =>
      runSliceCheck(
        sourcesOf(world, { now: Date.parse(`${month}-09T${time}+08:00`), randomByte: () => 0 }),
      )
    expect(await at('03:19:00')).toEqual([])
    expect(await at('03:20:00')).toEqual([
      `${first} ${month}: handed_over stands at 2, should be 0`,
    ])
    expect(await at('03:23:00')).toEqual([])
  })
})
