import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { excludedDays } from '#domain/publications/excluded-days.ts'
import { monthAfter } from '#domain/publications/publication-calendar.ts'
import type {
  ExclusionReason,
  PublishedExclusion,
} from '#domain/publications/publication-document.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { approvedExclusions, countsOfDays } from './contest-store.ts'

type Asking = Pick<Sources, 'hub' | 'databases'>

/** Months that a publication reads up to its own: twelve of trend, and those until a figure is final. */
export const MONTHS_BACK = 16

/** Exclusions that somebody approved, of all months that a publication of one tells of. */
export async function readExclusions(
  { hub }: Pick<Asking, 'hub'>,
  month: string,
): Promise<readonly PublishedExclusion[]> {
  const [rows] = await readTogether([
    approvedExclusions(hub, monthAfter(month, -MONTHS_BACK), month),
  ])
  const key = ({ from, outlet }: PublishedExclusion) => `${from} ${outlet}`
  return rows
    .map(({ outlet_code: outlet, from_day, to_day, reason }) => ({
      ...{ outlet, from: from_day ?? '', to: to_day ?? '', reason: reason as ExclusionReason },
    }))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

type Taken = { readonly outlet: string; readonly month: string; readonly counts: PackedCounts }
const MONTH_LETTERS = 7

/** What was counted on the days that exclusions take out, in whichever database it stands. */
export async function countsTakenOut(
  { databases }: Pick<Asking, 'databases'>,
  exclusions: readonly PublishedExclusion[],
): Promise<readonly Taken[]> {
  const days = excludedDays(exclusions)
  if (days.length === 0) return []
  const rows = await readEverywhere(databases.all.map((one) => countsOfDays(one, days)))
  return rows.flat().map(({ outlet, day, counts }) => ({
    ...{ outlet, month: day.slice(0, MONTH_LETTERS), counts: JSON.parse(counts) },
  }))
}
