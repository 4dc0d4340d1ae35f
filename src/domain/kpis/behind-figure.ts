import type { Repair } from '../repairs/repair.ts'
import type { CountDelta } from './count-events.ts'
import { definitionOf, type FigureId } from './kpi-definitions.ts'
import { tallyOfRepair } from './tally-of-repair.ts'

/** What a figure is counted from. */
export type Behind = 'repairs' | 'surveys' | 'feedback' | 'complaints' | 'visits'

const KINDS: readonly (readonly [prefix: string, behind: Behind])[] = [
  ['survey.', 'surveys'],
  ['feedback.', 'feedback'],
  ['complaint', 'complaints'],
  ['queue_', 'visits'],
  ['visits_', 'visits'],
]

/**
 * What stands behind a figure: repairs, or what its numerator is made of.
 * `behindFigure('repeat_30')` is `repairs`, `behindFigure('complaint_rate')` is `complaints`.
 */
export function behindFigure(id: FigureId): Behind {
  const { formula } = definitionOf(id)
  const [measure = ''] =
    formula.kind === 'quantile'
      ? [formula.sketch]
      : formula.kind === 'net'
        ? [formula.scores]
        : formula.hits
  return KINDS.find(([prefix]) => measure.startsWith(prefix))?.[1] ?? 'repairs'
}

/** Whether a repair is in a numerator; `counted` where it is in a figure and its own events don't tell which side. */
export type CountedAs = 'hit' | 'miss' | 'counted'

/** How a repair counts in a figure, and on which local day; null = it doesn't, or not yet. */
export type CountedIn = { readonly as: CountedAs; readonly day: string } | null

/** Their returns are counted by later repairs. */
const BY_RETURNS: ReadonlySet<FigureId> = new Set<FigureId>([
  'repeat_7',
  'repeat_30',
  'repeat_90',
  'attributable_repeat',
  'repeat_classified',
  'first_time_fix',
])

/** What a repair itself says at its home; that it is a return of another counts at that one. */
function ownTally(repair: Repair): readonly CountDelta[] {
  const { figures, homeOutlet } = repair
  if (!figures) return []
  const own = tallyOfRepair({ ...repair, figures: { ...figures, repeat: null } })
  return own.filter(({ outlet }) => outlet === homeOutlet)
}

/**
 * How a repair counts in a figure of its home outlet: in the numerator, in the denominator alone, or
 * `counted` in a distribution. Whether a phone came back stands with its later repair, so of returns it is
 * `counted`; a first-time fix that a second trip ended is a miss all the same.
 * Ready by its promise of 3 October: `countedIn('promise_kept', repair)` is a `hit` of `2026-10-03`.
 */
export function countedIn(id: FigureId, repair: Repair): CountedIn {
  const { formula } = definitionOf(id)
  if (formula.kind === 'net') return null
  const tally = ownTally(repair)
  if (formula.kind === 'quantile') {
    const value = tally.find(({ measure }) => measure.startsWith(`${formula.sketch}~`))
    return value ? { as: 'counted', day: value.day } : null
  }
  const of = tally.find(({ measure }) => formula.of.includes(measure))
  if (!of) return null
  const isHit = tally.some(({ measure }) => formula.hits.includes(measure))
  if (!BY_RETURNS.has(id)) return { as: isHit ? 'hit' : 'miss', day: of.day }
  return { as: id === 'first_time_fix' && !isHit ? 'miss' : 'counted', day: of.day }
}
