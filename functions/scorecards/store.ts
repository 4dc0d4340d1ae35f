import type { Scorecard } from '#domain/scorecards/score-of-outlet.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'
import type { CardLine } from './card-line.ts'

export type ListedRow = {
  readonly outlet_code: string
  readonly month: string
  readonly name_en: string
  readonly name_zh: string
  readonly score: number | null
  readonly applicable: number
  readonly stars: number
  /** `CardLine` */
  readonly line: string
}
export type CardRow = ListedRow & {
  /** `Scorecard['criteria']` with what was earned; null = another month was asked for. */
  readonly card: string | null
}
export type ScoredOutletRow = {
  readonly code: string
  readonly region_id: string
  readonly partner_id: string | null
  readonly name_en: string
  readonly name_zh: string
}
export type CountsRow = { readonly outlet: string; readonly month: string; readonly counts: string }
export type PastRow = { readonly outlet_code: string; readonly month: string } & Pick<
  ListedRow,
  'score' | 'line'
>

const LISTED = 'outlet_code, month, name_en, name_zh, score, applicable, stars, line'
const OF_CARD = LISTED.split(', ')
  .map((column) => `scorecards.${column}`)
  .join(', ')

export const statements = {
  worstOfNetwork: statement<[month: string, most: number], ListedRow>(
    `SELECT ${LISTED} FROM scorecards WHERE month = ?1 ORDER BY gap DESC LIMIT ?2`,
    ['2026-10', 10],
  ),
  cardsBelow: statement<[region: string, month: string, most: number], ListedRow>(
    `WITH RECURSIVE inside(id) AS (
       SELECT id FROM regions WHERE id = ?1
       UNION ALL
       SELECT regions.id FROM inside CROSS JOIN regions ON regions.parent_id = inside.id)
     SELECT ${OF_CARD} FROM inside
     CROSS JOIN scorecards ON month = ?2 AND scorecards.region_id = inside.id LIMIT ?3`,
    ['cn-zhejiang', '2026-10', 10],
  ),
  cardsOfPartner: statement<[partner: string, month: string, most: number], ListedRow>(
    `SELECT ${LISTED} FROM scorecards WHERE month = ?2 AND partner_id = ?1 LIMIT ?3`,
    ['p-1', '2026-10', 10],
  ),
  cardsOfOutlet: statement<[outlet: string, from: string, shown: string], CardRow>(
    `SELECT ${LISTED}, CASE WHEN month = ?3 THEN card END AS card FROM scorecards
     WHERE outlet_code = ?1 AND month >= ?2 ORDER BY month DESC`,
    ['SZ-001', '2025-11', '2026-10'],
  ),
  newestCard: statement<[outlet: string], CardRow>(
    `SELECT ${LISTED}, card FROM scorecards WHERE outlet_code = ?1 ORDER BY month DESC LIMIT 1`,
    ['SZ-001'],
  ),
  closedMonths: statement<[months: string], { readonly month: string }>(
    `SELECT value AS month FROM json_each(?1) AS wanted
     WHERE EXISTS (SELECT 1 FROM scorecards WHERE month = wanted.value)`,
    ['["2026-10"]'],
  ),
  countedMonths: statement<[months: string], { readonly month: string }>(
    `SELECT month FROM json_each(?1) AS wanted
     CROSS JOIN kpi_region_months ON month = wanted.value AND region_id = 'network'`,
    ['["2026-10"]'],
  ),
  // Read once a month, as it is closed.
  scoredOutlets: statement<[before: string], ScoredOutletRow>(
    `SELECT code, region_id, partner_id, name_en, name_zh FROM outlets
     WHERE operation <> 'closed' AND (services ->> 'repair' = 'done' OR EXISTS (
       SELECT 1 FROM scorecards
       WHERE outlet_code = outlets.code AND month = ?1 AND score IS NOT NULL))`,
    ['2026-09'],
    { scans: ['outlets'] },
  ),
  countsOf: statement<[outlets: string, from: string, to: string], CountsRow>(
    `SELECT outlet_code AS outlet, month, counts FROM json_each(?1) AS wanted
     CROSS JOIN kpi_months ON outlet_code = wanted.value AND month BETWEEN ?2 AND ?3`,
    ['["SZ-001"]', '2026-06', '2026-10'],
  ),
  pastCards: statement<[outlets: string, months: string], PastRow>(
    `SELECT outlet_code, scorecards.month, score, line FROM json_each(?1) AS wanted
     CROSS JOIN json_each(?2) AS past
     CROSS JOIN scorecards ON outlet_code = wanted.value AND scorecards.month = past.value`,
    ['["SZ-001"]', '["2026-09"]'],
  ),
  // A month that was closed meanwhile stays as it is.
  closeCards: statement<[cards: string]>(
    `INSERT INTO scorecards (outlet_code, month, region_id, partner_id, name_en, name_zh, method,
       score, applicable, stars, gap, line, card)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
       value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value -> 11, value -> 12
     FROM json_each(?1) WHERE true ON CONFLICT (outlet_code, month) DO NOTHING`,
    ['[["SZ-001","2026-10","cn","p-1","x","x",1,80,60,3,-10,{},{}]]'],
  ),
} satisfies Statements

type Listing = { readonly month: string; readonly most: number }

/** The worst of the whole network, those without a score last. */
export const worstOfNetwork = (hub: Database, { month, most }: Listing): Prepared<ListedRow> =>
  prepare(hub, statements.worstOfNetwork, [month, most])

/** Outlets that lay in a region, or below it, when the month was closed; in no order. */
export const cardsBelow = (hub: Database, region: string, { month, most }: Listing) =>
  prepare(hub, statements.cardsBelow, [region, month, most])

export const cardsOfPartner = (hub: Database, partner: string, { month, most }: Listing) =>
  prepare(hub, statements.cardsOfPartner, [partner, month, most])

/** An outlet's months from one on, newest first; the card of one of them. */
export const cardsOfOutlet = (
  hub: Database,
  outlet: string,
  { from, shown }: { readonly from: string; readonly shown: string },
): Prepared<CardRow> => prepare(hub, statements.cardsOfOutlet, [outlet, from, shown])

export const newestCard = (hub: Database, outlet: string) =>
  prepare(hub, statements.newestCard, [outlet])

/** Of some months, those that are closed. */
export const closedMonths = (hub: Database, months: readonly string[]) =>
  prepare(hub, statements.closedMonths, [JSON.stringify(months)])

/** Of some months, those in which anything was counted anywhere. */
export const countedMonths = (hub: Database, months: readonly string[]) =>
  prepare(hub, statements.countedMonths, [JSON.stringify(months)])

/** Outlets that repair, and those that did by what was scored the month before: whose services are edited isn't left out. */
export const scoredOutlets = (hub: Database, before: string) =>
  prepare(hub, statements.scoredOutlets, [before])

/** Packed months of outlets, both ends included, as far as they stand in this database. */
export const countsOf = (
  database: Database,
  outlets: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Prepared<CountsRow> =>
  prepare(database, statements.countsOf, [JSON.stringify(outlets), from, to])

export const pastCards = (
  hub: Database,
  outlets: readonly string[],
  months: readonly string[],
): Prepared<PastRow> =>
  prepare(hub, statements.pastCards, [JSON.stringify(outlets), JSON.stringify(months)])

export type ClosedCard = ScoredOutletRow & {
  readonly card: Scorecard
  readonly gap: number
  readonly line: CardLine
}

export const closeCards = (hub: Database, closed: readonly ClosedCard[]): Prepared =>
  prepare(hub, statements.closeCards, [
    JSON.stringify(
      closed.map(({ code, region_id, partner_id, name_en, name_zh, card, gap, line }) => [
        ...[code, card.month, region_id, partner_id, name_en, name_zh, card.method],
        ...[card.score, card.applicable, card.stars, gap, line, card],
      ]),
    ),
  ])
