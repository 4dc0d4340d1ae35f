import { NO_OUTLET } from '#domain/kpis/no-outlet.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { carries, holdsEverywhere } from '#domain/staff/permissions.ts'
import { addedUp, type PackedCounts } from '#domain/surveys/figures.ts'
import { type Analysis, analysisOf } from '#domain/voices/analysis.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import {
  type Asking,
  type ScopeRefusal,
  scopeOfVoices,
  type WantedScope,
} from './scope-of-voices.ts'
import { monthsOf, provinceNames, type RegionRow, regionNames } from './store.ts'

export type HeardRegion = {
  readonly id: string
  readonly name: { readonly en: string; readonly 'zh-CN': string }
}

const heard = ({ id, name_en: en, name_zh: zh }: RegionRow): HeardRegion => ({
  ...{ id, name: { en, 'zh-CN': zh } },
})

/** Packed rows that one look may read: a year of four hundred outlets, a month of five thousand. */
const MOST_ROWS = 6_000

export type Wish = WantedScope & { readonly months: readonly string[] }
export type AnalysisRefusal = ScopeRefusal | 'period_too_long'

/** What customers say in some months: one packed row is read of each outlet and month. */
export async function analyseVoices(
  asking: Asking,
  wish: Wish,
): Promise<Analysis | { readonly refusal: AnalysisRefusal }> {
  const scope = await scopeOfVoices(asking, wish)
  if (!scope.ok) return { refusal: scope.refusal }
  const { databases, now, config } = asking
  const { months } = wish
  if (scope.outlets.length * months.length > MOST_ROWS) return { refusal: 'period_too_long' }
  const outlets = scope.isWhole ? [...scope.outlets, NO_OUTLET] : scope.outlets
  const rows = await readEverywhere(databases.all.map((one) => monthsOf(one, outlets, months)))
  const byMonth = new Map<string, PackedCounts[]>(months.map((month) => [month, []]))
  for (const { month, counts } of rows.flat()) byMonth.get(month)?.push(JSON.parse(counts))
  const today = wallTimeIn(networkZone(config), now).date
  return analysisOf(
    months.map((month) => ({ month, counts: addedUp(byMonth.get(month) ?? []) })),
    today,
  )
}

/** Regions that somebody may look at by name: each province, or those that they hold. */
export async function regionsToHear({
  hub,
  staff,
}: Pick<Asking, 'hub' | 'staff'>): Promise<readonly HeardRegion[]> {
  if (holdsEverywhere(staff, 'voice.analyse')) {
    const [rows] = await readTogether([provinceNames(hub)])
    return rows.map(heard).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }
  const own = staff.grants.flatMap(({ role, scope }) =>
    carries(role, 'voice.analyse') && scope.kind === 'region' ? [scope.region] : [],
  )
  const [rows] = await readTogether([regionNames(hub, own)])
  return rows.map(heard)
}
