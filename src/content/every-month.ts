import type {
  PublicationEntry,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import type { PublishedId } from '#domain/publications/published-figures.ts'
import { monthsOf } from '#domain/publications/told-figures.ts'
import { newestFigures, readDocument, thePublications } from './publications.ts'

export type TrendMonth = {
  readonly figure: PublishedFigure
  /** The publication that says so. */
  readonly number: number
}

const keyOf = ({ kpi, cut }: PublishedId): string => `${kpi} ${cut}`

/**
 * What stands before the newest publication's twelve months: each document tells twelve, so that every
 * twelfth is read, and of each the months that no newer one tells.
 */
function olderOnes(standing: readonly PublicationEntry[]): readonly PublicationEntry[] {
  const A_YEAR = 12
  return standing.filter((_, at) => at > 0 && (at % A_YEAR === 0 || at === standing.length - 1))
}

async function readOlder(): Promise<ReadonlyMap<string, readonly TrendMonth[]>> {
  const { standing } = await thePublications()
  const all = new Map<string, TrendMonth[]>()
  for (const { number } of olderOnes(standing)) {
    for (const figure of readDocument(number).figures) {
      if (figure.scope !== 'network' || figure.period.kind !== 'month') continue
      if (figure.status !== 'final') continue
      const known = all.get(keyOf(figure)) ?? []
      all.set(keyOf(figure), [...known, { figure, number }])
    }
  }
  return all
}

let older: Promise<ReadonlyMap<string, readonly TrendMonth[]>> | undefined

/** Every month that was ever published of a figure of the network, the newest first, by what stands of it. */
export async function everyMonth(id: PublishedId): Promise<readonly TrendMonth[]> {
  const newest = await newestFigures()
  if (!newest) return []
  older ??= readOlder()
  const { number } = newest.entry
  const own = monthsOf(newest, id).map((figure) => ({ figure, number }))
  const all = [...own]
  for (const one of (await older).get(keyOf(id)) ?? []) {
    const isTold = all.some(({ figure }) => figure.period.to === one.figure.period.to)
    if (!isTold) all.push(one)
  }
  return all.toSorted((a, b) => (a.figure.period.to < b.figure.period.to ? 1 : -1))
}
