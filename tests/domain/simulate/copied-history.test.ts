import { beforeAll, describe, expect, test } from 'vitest'
import { recountDatabase } from '#scripts/kpis/recount-database.ts'
import { aSimulation, type Simulated } from '#support/a-simulation.ts'
import { copiedAtOnce, copyHistory } from '../../bench/copy-history.ts'

const COPIES = 3

let history: Simulated

const number = (sql: string): number =>
  Number((history.file.prepare(sql).get() as { n: number | null }).n)
const OPEN = `SELECT count(*) AS n FROM repairs WHERE stage <> 'closed'`
const ALL = 'SELECT count(*) AS n FROM repairs'
const PROMISED = `SELECT sum(counts ->> '$.promise_due') AS n FROM kpi_months`

describe('a history copied for the bench', () => {
  let before: { all: number; open: number; over: number; promised: number }
  beforeAll(async () => {
    history = await aSimulation({ days: 20, repairs: 150 })
    before = {
      ...{ all: number(ALL), open: number(OPEN), promised: number(PROMISED) },
      over: copiedAtOnce(history.file),
    }
    copyHistory(history.file, { copies: COPIES })
  }, 120_000)

  test('brings what is over so many times more, and nothing that is open', () => {
    expect(before.over).toBeGreaterThan(80)
    expect(number(ALL)).toBe(before.all + COPIES * before.over)
    expect(number(OPEN)).toBe(before.open)
    expect(number(`SELECT count(*) AS n FROM repairs WHERE code <> state ->> '$.code'`)).toBe(0)
    expect(number(PROMISED)).toBeGreaterThan(3 * before.promised)
  })

  test('has packed rows as a rebuild from all its events finds them', async () => {
    const found = await recountDatabase(history.hub)
    expect(found.subjects).toBeGreaterThan(number(ALL))
    expect(found.differences).toEqual([])
  })
})
