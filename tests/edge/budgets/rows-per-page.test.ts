import { beforeAll, describe, expect, it } from 'vitest'
import { FIND_KINDS } from '#domain/desk/find-query.ts'
import { aWorker, indexFile } from '../support/a-worker.ts'
import { aLargeNetwork, COUNTS, REGIONAL } from './a-large-network.ts'
import { isLoose, isSpent, overspent, type PageBudget, type PageCost } from './budget.ts'
import { costsOfFinds, costsOfPages, GET_ROUTES, type Measured } from './page-costs.ts'
import { isPlaced, lineOf, PEOPLE, TYPED, theWorlds } from './page-requests.ts'
import record from './rows-per-page.json'

type Lines = Readonly<Record<string, PageBudget>>
const RECORD: Readonly<Record<'pages' | 'finds', Lines>> = record
const KINDS = ['pages', 'finds'] as const

const files = {
  '/data/outlets/index.json': indexFile(REGIONAL, REGIONAL.length),
  // Built before everything: the page about the site has the most to say.
  '/data/build.json': JSON.stringify({ seq: -1, day: '2026-11-18', takenAt: '2026-11-18' }),
}
const log: string[] = []
const ask = aWorker({ files, log })

function told(): PageCost {
  const { rowsRead: read, rowsWritten: written, trips } = JSON.parse(log.at(-1) ?? '{}')
  return { read, written, trips }
}

/** The line for whoever asks, else the line for everybody. */
const budgetOf = (lines: Lines, { line, who }: Measured): PageBudget | undefined =>
  lines[`${line} as ${who}`] ?? lines[line]

/** Of the two people whose outlets are told by their place in the network, that place is read. */
const countsFor = ({ who }: Measured) => ({ ...COUNTS, placed: isPlaced(who) ? 1 : 0 })

type Costs = Readonly<Record<(typeof KINDS)[number], readonly Measured[]>>
const FEW = 1_000
const MANY = 100_000
const measured = new Map<number, Costs>()
const costsAmong = (repairs: number): Costs => measured.get(repairs) ?? { pages: [], finds: [] }

describe.each([FEW, MANY])('among %i repairs', (repairs) => {
  beforeAll(async () => {
    await aLargeNetwork(repairs)
    const asking = { ask, told, worlds: await theWorlds(ask) }
    measured.set(repairs, {
      pages: await costsOfPages(asking),
      finds: await costsOfFinds(asking),
    })
  }, 300_000)

  it.each(KINDS)('all %s are answered, within their budgets', (kind) => {
    const faults = costsAmong(repairs)[kind].flatMap((one) => {
      const budget = budgetOf(RECORD[kind], one)
      const over = budget
        ? overspent(one.cost, budget, countsFor(one))
        : [`no budget for ${JSON.stringify(one.cost)}`]
      return [...one.faults, ...over].map((fault) => `${one.line} as ${one.who}: ${fault}`)
    })
    expect(faults).toEqual([])
  })
})

describe('the record of what pages and finds may cost', () => {
  it.each(KINDS)('holds however many repairs there are: %s cost the same among both', (kind) => {
    expect(costsAmong(FEW)[kind].length).toBeGreaterThan(0)
    expect(costsAmong(MANY)[kind]).toEqual(costsAmong(FEW)[kind])
  })

  it.each(KINDS)(
    'has no line of %s that nobody asks for, or that lets them grow unseen',
    (kind) => {
      for (const [name, budget] of Object.entries(RECORD[kind])) {
        const own = costsAmong(FEW)[kind].filter((one) => budgetOf(RECORD[kind], one) === budget)
        const dearest = own.toSorted((a, b) => b.cost.read - a.cost.read)[0]
        expect(dearest, name).toBeDefined()
        if (dearest) expect(isLoose(dearest.cost, budget, countsFor(dearest)), name).toBe(false)
        expect(
          own.some((one) => isSpent(one.cost, budget, countsFor(one))),
          name,
        ).toBe(true)
      }
    },
  )

  it('knows every page of the Worker, whoever may ask for it, and every kind of find', () => {
    const asked = new Set(costsAmong(FEW).pages.map(({ line }) => line))
    expect(GET_ROUTES.map(lineOf).filter((line) => !asked.has(line))).toEqual([])
    expect(new Set(costsAmong(FEW).pages.map(({ who }) => who))).toEqual(
      new Set(['anybody', ...Object.keys(PEOPLE)]),
    )
    expect(FIND_KINDS.filter((kind) => !(kind in TYPED))).toEqual([])
  })
})

describe('the check itself', () => {
  const budget = { read: '2 open + 20', written: 1, trips: '2 + placed' }
  const counts = { open: 150, placed: 0 }
  const cost = { read: 320, written: 1, trips: 2 }

  it('sees a row, a write and a trip too many', () => {
    expect(overspent(cost, budget, counts)).toEqual([])
    expect(overspent({ ...cost, read: 321 }, budget, counts)).toEqual(['read 321, at most 320'])
    expect(overspent({ ...cost, written: 2 }, budget, counts)).toHaveLength(1)
    expect(overspent({ ...cost, trips: 3 }, budget, counts)).toHaveLength(1)
    expect(overspent({ ...cost, trips: 3 }, budget, { ...counts, placed: 1 })).toEqual([])
  })

  it('refuses a formula that counts what isn’t there, and sees one that allows too much', () => {
    expect(() => overspent(cost, { ...budget, read: '2 opne' }, counts)).toThrow(/opne/)
    expect(isLoose(cost, budget, counts)).toBe(false)
    expect(isLoose({ ...cost, read: 200 }, budget, counts)).toBe(true)
    expect(isSpent(cost, budget, counts)).toBe(true)
    expect(isSpent({ ...cost, trips: 1 }, budget, counts)).toBe(false)
  })
})
