import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { writeRows } from '#functions/db/commit.ts'
import { addCounts } from '#functions/db/counts.ts'
import type { Effect } from '#functions/db/projections.ts'
import { prepare } from '#functions/db/statement.ts'
import { fillHub, theHub } from '../support/a-hub.ts'

beforeEach(() => fillHub([]))

const measures = (count: number, by: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`m|way=${place}~${place}`, by]))

const add = async (counts: Record<string, number>): Promise<number> => {
  const hub = theHub()
  const rows = addCounts('kpi_months', 'HZ-001', { period: '2026-11', counts }) as readonly Effect[]
  const results = await writeRows(
    hub,
    rows.map(({ statement, params }) => prepare(hub, statement, params)),
  )
  return results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
}

const stands = async (): Promise<Record<string, number>> =>
  JSON.parse((await env.HUB.prepare('SELECT counts FROM kpi_months').first<string>('counts')) ?? '')

it.each([1, 15, 16, 30, 32])('adds to %i measures of a row by writing it once', async (count) => {
  expect(await add(measures(count, 2))).toBe(1)
  expect(await add({ ...measures(count, -3), ...measures(1, 5) })).toBe(1)
  expect(await stands()).toEqual({ ...measures(count, -1), ...measures(1, 7) })
})

it('takes two writes for more than a statement holds', async () => {
  expect(await add(measures(40, 1))).toBe(2)
  expect(await stands()).toEqual(measures(40, 1))
})
