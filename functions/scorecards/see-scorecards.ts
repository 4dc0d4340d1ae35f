import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { freezableMonth } from '#domain/publications/publication-calendar.ts'
import type { Qualification } from '#domain/scorecards/qualification.ts'
import { readTogether } from '#functions/db/statement.ts'
import {
  type Asking,
  type NamedPlace,
  type PlaceRefusal,
  placesToSee,
  type SeenPlace,
  seePlace,
} from '#functions/kpis/see-place.ts'
import type { CardLine } from './card-line.ts'
import { openQualifications } from './qualification-store.ts'
import {
  cardsBelow,
  cardsOfOutlet,
  cardsOfPartner,
  type ListedRow,
  worstOfNetwork,
} from './store.ts'

/** What one page lists; a larger place is told to be looked at by region. */
const MOST = 500
const MOST_OPEN = 200

export type ListedCard = Omit<ListedRow, 'line' | 'name_en' | 'name_zh' | 'outlet_code'> & {
  readonly outlet: string
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  readonly line: CardLine
  /** null = nobody owes a step. */
  readonly process: Qualification | null
}

export type ScorecardList = SeenPlace & {
  readonly month: string
  /** Those with an open process or a proposed review first, then the farthest below the pass mark. */
  readonly cards: readonly ListedCard[]
  readonly isTooMany: boolean
  /** Of the network: processes about outlets that have no scorecard in that month. */
  readonly others: readonly Qualification[]
  readonly places: readonly NamedPlace[]
}

const isAsking = ({ process, line }: ListedCard): boolean =>
  process !== null || line.proposal !== null

const byNeed = (a: ListedCard, b: ListedCard): number =>
  Number(isAsking(b)) - Number(isAsking(a)) || (a.score ?? Infinity) - (b.score ?? Infinity) || 0

/** An outlet's row of a list. */
export const listedCard = (row: ListedRow, process: Qualification | null): ListedCard => ({
  ...{ outlet: row.outlet_code, month: row.month, score: row.score },
  ...{ applicable: row.applicable, stars: row.stars, process },
  name: { en: row.name_en, 'zh-CN': row.name_zh },
  line: JSON.parse(row.line),
})

function rowsAt(hub: Asking['hub'], { place }: SeenPlace, month: string) {
  const listing = { month, most: MOST + 1 }
  switch (place.kind) {
    case 'network':
      return worstOfNetwork(hub, listing)
    case 'region':
      return cardsBelow(hub, place.id, listing)
    case 'partner':
      return cardsOfPartner(hub, place.id, listing)
    case 'outlet':
      return cardsOfOutlet(hub, place.id, { from: month, shown: '' })
  }
}

/**
 * The scorecards of a place's outlets in a month: a row each, and one for each process that is open
 * anywhere. Null month = the newest that is closed by its day.
 */
export async function seeScorecards(
  asking: Asking,
  wish: { readonly place: string | null; readonly month: string | null },
): Promise<ScorecardList | { readonly refusal: PlaceRefusal }> {
  const seen = await seePlace(asking, wish.place)
  if ('refusal' in seen) return seen
  const { hub, now, config } = asking
  const today = wallTimeIn(networkZone(config), now).date
  const month = wish.month ?? freezableMonth(today, config.publications)
  const [rows, open] = await readTogether([
    rowsAt(hub, seen, month),
    openQualifications(hub, MOST_OPEN),
  ])
  const processes = new Map(
    open.map((row) => [row.outlet_code, JSON.parse(row.state) as Qualification]),
  )
  const scored = new Set(rows.map(({ outlet_code }) => outlet_code))
  const isNetwork = seen.place.kind === 'network'
  const cards = rows
    .filter((row) => row.month === month)
    .map((row) => listedCard(row, processes.get(row.outlet_code) ?? null))
  return {
    ...{ ...seen, month, isTooMany: rows.length > MOST, places: await placesToSee(asking) },
    others: isNetwork ? [...processes.values()].filter((one) => !scored.has(one.outlet)) : [],
    cards: cards.slice(0, MOST).toSorted(byNeed),
  }
}
