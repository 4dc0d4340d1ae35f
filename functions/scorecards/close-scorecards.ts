import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { monthBefore, monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { freezeDayOf } from '#domain/publications/publication-calendar.ts'
import { PASS_MARK, REVIEW_AFTER } from '#domain/scorecards/criteria.ts'
import {
  breachesOf,
  type PastMonth,
  proposeReview,
  worstOf,
} from '#domain/scorecards/propose-review.ts'
import { type Scorecard, scoreOfOutlet } from '#domain/scorecards/score-of-outlet.ts'
import { addedUp } from '#domain/surveys/figures.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import type { CardLine } from './card-line.ts'
import {
  type ClosedCard,
  closeCards,
  countsOf,
  type PastRow,
  pastCards,
  type ScoredOutletRow,
  scoredOutlets,
} from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'config'>

/** Outlets whose counts are read at once, and whose cards are written by one statement. */
const AT_ONCE = 250
const WRITTEN_AT_ONCE = 50
/** Months that a scorecard may reach back: a figure that is final two months later, and the two before it. */
const REACH = 5
/** What isn't scored stands behind everything that is. */
const LAST = -1000

export type CountsByOutlet = ReadonlyMap<string, ReadonlyMap<string, PackedCounts>>

/** Packed counts of some outlets, by the months that a scorecard may reach to, from every database. */
export async function countsForCards(
  { databases }: Pick<Asking, 'databases'>,
  codes: readonly string[],
  month: string,
): Promise<CountsByOutlet> {
  const span = { from: monthsUpTo(month, REACH)[0] ?? month, to: month }
  const rows = await readEverywhere(databases.all.map((one) => countsOf(one, codes, span)))
  const found = new Map<string, Map<string, PackedCounts>>()
  for (const { outlet, month: of, counts } of rows.flat()) {
    const months = found.get(outlet) ?? new Map<string, PackedCounts>()
    const known = months.get(of)
    months.set(of, known ? addedUp([known, JSON.parse(counts)]) : JSON.parse(counts))
    found.set(outlet, months)
  }
  return found
}

type Carded = { readonly outlet: ScoredOutletRow; readonly card: Scorecard }

async function cardsOf(asking: Asking, month: string): Promise<readonly Carded[]> {
  const [outlets] = await readTogether([scoredOutlets(asking.hub, monthBefore(month))])
  const closedOn = freezeDayOf(month, asking.config.publications)
  const cards: Carded[] = []
  for (let from = 0; from < outlets.length; from += AT_ONCE) {
    const part = outlets.slice(from, from + AT_ONCE)
    const codes = part.map(({ code }) => code)
    const counted = await countsForCards(asking, codes, month)
    for (const outlet of part) {
      const counts = counted.get(outlet.code) ?? new Map()
      cards.push({ outlet, card: scoreOfOutlet({ month, closedOn, counts }) })
    }
  }
  return cards
}

async function pastOf({ hub }: Asking, cards: readonly Carded[], months: readonly string[]) {
  const past = new Map<string, PastRow>()
  for (let from = 0; from < cards.length; from += AT_ONCE) {
    const codes = cards.slice(from, from + AT_ONCE).map(({ outlet }) => outlet.code)
    const [rows] = await readTogether([pastCards(hub, codes, months)])
    for (const row of rows) past.set(`${row.outlet_code} ${row.month}`, row)
  }
  return past
}

function pastMonth(month: string, row: PastRow | undefined): PastMonth {
  const score = row?.score ?? null
  const { breaches } = row ? (JSON.parse(row.line) as CardLine) : { breaches: [] }
  return { month, passes: score === null ? null : score >= PASS_MARK, breaches }
}

const worstLine = (card: Scorecard): CardLine['worst'] => {
  const worst = worstOf(card)
  if (!worst) return null
  const { id, value, n, points } = worst
  return { id, value: value ?? 0, n, points: points ?? 0 }
}

/**
 * Scores every outlet that repairs for a month, with the funnel of all of them and the months before, and
 * answers what to write. What is closed already stays as it is.
 */
export async function closeScorecards(asking: Asking, month: string): Promise<readonly Prepared[]> {
  const cards = await cardsOf(asking, month)
  const before = monthsUpTo(month, REVIEW_AFTER.within).slice(0, -1).toReversed()
  const past = await pastOf(asking, cards, before)
  const breaches = breachesOf(cards.map(({ card }) => card))
  const closed = cards.map(({ outlet, card }): ClosedCard => {
    const rows = before.map((one) => past.get(`${outlet.code} ${one}`))
    const own = breaches.get(card) ?? []
    const months: readonly PastMonth[] = [
      { month, passes: card.passes, breaches: own },
      ...before.map((one, at) => pastMonth(one, rows[at])),
    ]
    const line: CardLine = {
      ...{ worst: worstLine(card), breaches: own, proposal: proposeReview(months) },
      before: rows.map((row) => row?.score ?? null),
    }
    return { ...outlet, card, line, gap: card.score === null ? LAST : PASS_MARK - card.score }
  })
  return Array.from({ length: Math.ceil(closed.length / WRITTEN_AT_ONCE) }, (_, at) =>
    closeCards(asking.hub, closed.slice(at * WRITTEN_AT_ONCE, (at + 1) * WRITTEN_AT_ONCE)),
  )
}
