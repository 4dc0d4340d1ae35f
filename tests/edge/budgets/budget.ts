/** What a page cost. */
export type PageCost = { readonly read: number; readonly written: number; readonly trips: number }

/** What a page may cost: `read` and `trips` are formulas over counts of the network, such as `open + 20`. */
export type PageBudget = {
  readonly read: string
  readonly written: number
  readonly trips: string
}

export type Counts = Readonly<Record<string, number>>

const TERM = /^(?:(?<alone>\d+)|(?:(?<times>\d+) )?(?<name>[a-z]+))$/

function termOf(term: string, counts: Counts): number {
  const { alone, times = '1', name = '' } = TERM.exec(term)?.groups ?? {}
  if (alone !== undefined) return Number(alone)
  const count = counts[name]
  if (count === undefined) throw new Error(`no such count in a budget: ${term}`)
  return Number(times) * count
}

/** What a formula comes to: `amountOf('2 open + 20', { open: 150 })` is 320. */
export const amountOf = (formula: string, counts: Counts): number =>
  formula.split(' + ').reduce((sum, term) => sum + termOf(term, counts), 0)

/** What of a cost is more than its budget; empty = it keeps to it. */
export function overspent(cost: PageCost, budget: PageBudget, counts: Counts): string[] {
  const most = {
    read: amountOf(budget.read, counts),
    written: budget.written,
    trips: amountOf(budget.trips, counts),
  }
  return (['read', 'written', 'trips'] as const).flatMap((what) =>
    cost[what] > most[what] ? [`${what} ${cost[what]}, at most ${most[what]}`] : [],
  )
}

const SLACK = 1.1
const SLACK_ROWS = 3

/** Whether a formula allows so much more than is read that a page could grow unseen. */
export const isLoose = ({ read }: PageCost, budget: PageBudget, counts: Counts): boolean =>
  amountOf(budget.read, counts) > Math.max(read * SLACK, read + SLACK_ROWS)

/** Whether what may be written and the trips that may be made are what they are. */
export const isSpent = (
  { written, trips }: PageCost,
  budget: PageBudget,
  counts: Counts,
): boolean => written === budget.written && trips === amountOf(budget.trips, counts)
