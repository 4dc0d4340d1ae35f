import { NETWORK, partnerKey } from '#domain/kpis/close-months.ts'
import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { lastDayOf } from '#domain/kpis/final-month.ts'
import { monthBefore, monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import {
  type EffectiveStandard,
  EVERYWHERE,
  effectiveStandards,
} from '#domain/standards/effective-standard.ts'
import { holdsAt } from '#domain/standards/standard.ts'
import { addedUp } from '#domain/surveys/figures.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { loadBook } from '#functions/standards/load-book.ts'
import { type Peers, readPeers } from './read-peers.ts'
import { outletMonths } from './read-store.ts'
import { type Asking, type PlaceRefusal, type SeenPlace, seePlace } from './see-place.ts'
import { regionMonths } from './store.ts'

/** What a trend goes back. */
export const MOST_MONTHS = 12

export type MonthCounts = {
  readonly month: string
  readonly counts: PackedCounts
  /** Of regions, partners and the network: the last local day added up; null = not yet, or counted as it happens. */
  readonly through: string | null
}

export type ReadFigures = SeenPlace & {
  readonly month: string
  /** By the network's clock. */
  readonly today: string
  /** The place's, oldest first; the month asked for is the last. */
  readonly months: readonly MonthCounts[]
  /** The network's of that month, to hold it against. */
  readonly network: PackedCounts
  /** Outlets of its kind and size; null = the place is no outlet, or the month isn't closed. */
  readonly peers: Peers | null
  /** In force there at the month's end. */
  readonly standards: readonly EffectiveStandard[]
  /** No edition was in force then: these are today's. */
  readonly isHeldToLater: boolean
}

const region = async ({ hub }: Pick<Asking, 'hub'>, id: string, months: readonly string[]) => {
  const [rows] = await readTogether([regionMonths(hub, id, months)])
  return months.map((month): MonthCounts => {
    const row = rows.find((one) => one.month === month)
    return {
      ...{ month, counts: row ? JSON.parse(row.counts) : {} },
      through: row?.closed_through ?? null,
    }
  })
}

/** Packed months of some outlets added up, wherever they stand: a late fact lies in another's database. */
async function outlets(
  { databases }: Pick<Asking, 'databases'>,
  codes: readonly string[],
  months: readonly string[],
): Promise<readonly MonthCounts[]> {
  const [from = '', to = from] = [months[0], months.at(-1)]
  const period = { from, to }
  const rows = await readEverywhere(databases.all.map((one) => outletMonths(one, codes, period)))
  const byMonth = new Map<string, PackedCounts[]>(months.map((month) => [month, []]))
  for (const { month, counts } of rows.flat()) byMonth.get(month)?.push(JSON.parse(counts))
  return months.map((month) => ({
    ...{ month, counts: addedUp(byMonth.get(month) ?? []), through: null },
  }))
}

async function monthsOf(asking: Asking, { place }: SeenPlace, months: readonly string[]) {
  switch (place.kind) {
    case 'network':
      return await region(asking, NETWORK, months)
    case 'region':
      return await region(asking, place.id, months)
    case 'partner':
      return await region(asking, partnerKey(place.id), months)
    case 'outlet':
      return await outlets(asking, [place.id], months)
  }
}

const DAY_MS = 86_400_000

/** What held there as the month ended, or holds now; a month from before all editions is held to today's. */
async function standardsOf(
  { hub, now }: Asking,
  { path }: SeenPlace,
  month: string,
): Promise<Pick<ReadFigures, 'standards' | 'isHeldToLater'>> {
  const at = Math.min(now, Date.parse(`${lastDayOf(month)}T00:00:00Z`) + DAY_MS)
  const book = await loadBook(hub, at, path)
  const then = effectiveStandards(book, { path: path ?? EVERYWHERE, at })
  const isHeldToLater = then.length === 0
  const held = isHeldToLater
    ? effectiveStandards(book, { path: path ?? EVERYWHERE, at: now })
    : then
  const standards =
    path && path.outlet !== null ? held.filter(({ standard }) => holdsAt(standard, path)) : held
  return { standards, isHeldToLater: isHeldToLater && standards.length > 0 }
}

export type Wish = {
  /** A place's key; null = one's own first. */
  readonly place: string | null
  readonly month: string
  /** How many months up to that one, 12 at most. */
  readonly back?: number
}

/**
 * Packed counts of a place for some months, with what it is held to and held against. A region's, a
 * partner's and the network's were added up as their days ended, so they cost a row a month; an outlet's are added up here.
 */
export async function readFigures(
  asking: Asking,
  { place, month, back = MOST_MONTHS }: Wish,
): Promise<ReadFigures | { readonly refusal: PlaceRefusal }> {
  const seen = await seePlace(asking, place)
  if ('refusal' in seen) return seen
  const { now, config } = asking
  const months = await monthsOf(asking, seen, monthsUpTo(month, back))
  const isNetwork = seen.place.kind === 'network'
  const beside = isNetwork ? [] : await region(asking, NETWORK, [month])
  const own = months.at(-1)?.counts ?? {}
  const isOutlet = seen.place.kind === 'outlet'
  return {
    ...{ ...seen, month, months },
    peers: isOutlet ? await readPeers(asking, seen.place.id, { month, own }) : null,
    today: wallTimeIn(networkZone(config), now).date,
    network: (isNetwork ? months.at(-1) : beside[0])?.counts ?? {},
    ...(await standardsOf(asking, seen, month)),
  }
}

/** Counts of the month before, for what is held against it. */
export const countsBefore = ({ months, month }: ReadFigures): PackedCounts =>
  months.find((one) => one.month === monthBefore(month))?.counts ?? {}
