import { figureOfStandard } from '../kpis/figure-of-standard.ts'
import { FIGURE_IDS, type FigureId } from '../kpis/kpi-definitions.ts'
import type { Standard } from '../standards/standard.ts'
import type { CountedThing } from './disclosure.ts'
import { CUTS, type Cut } from './publication-document.ts'

export type PublishedId = { readonly kpi: FigureId; readonly cut: Cut | null }

/** Figures whose denominator is people who said something; the others count repairs and visits. */
const OF_PEOPLE: ReadonlySet<FigureId> = new Set([
  ...(['csat', 'dsat', 'nps', 'ces', 'response_rate'] as const),
  ...(['feedback_answered_in_time', 'feedback_solved_in_time', 'upheld_share'] as const),
  ...(['complaint_contact_in_time', 'complaint_report_in_time'] as const),
  'complaint_answer_in_time',
])

/** What the denominator of a figure counts. `countedBy('csat')` is `people`. */
export const countedBy = (id: FigureId): CountedThing => (OF_PEOPLE.has(id) ? 'people' : 'repairs')

/** Told by parts alone: a whole beside its parts would tell the part that is hidden. */
const isCut = (id: FigureId): boolean => id.startsWith('feedback_')

/**
 * Not published: complaints upheld by repairs, which would tell how many people a hidden share of complaints
 * stands on, and habits that the desk asks about and whose fault a return is, of which nobody is promised anything.
 */
const NOT_PUBLISHED: ReadonlySet<FigureId> = new Set([
  ...(['upheld_rate', 'promised_late', 'asked_again', 'entered_late'] as const),
  ...(['attributable_repeat', 'repeat_classified'] as const),
])

/** What the network publishes. */
export const OF_NETWORK: readonly PublishedId[] = FIGURE_IDS.filter(
  (kpi) => !NOT_PUBLISHED.has(kpi),
).flatMap((kpi): PublishedId[] =>
  isCut(kpi) ? CUTS.map((cut) => ({ kpi, cut })) : [{ kpi, cut: null }],
)

/** What regions and outlets publish: what customers meet there. */
export const OF_PLACES: readonly PublishedId[] = (
  [
    ...(['one_hour_rate', 'turnaround_walk_in_3d', 'turnaround_mail_in_10d'] as const),
    ...(['turnaround_walk_in_p50', 'promise_kept', 'repeat_30', 'first_time_fix'] as const),
    ...(['called_in_time', 'left_unserved', 'unrepaired_share', 'complaint_rate'] as const),
    ...(['csat', 'dsat'] as const),
  ] as const
).map((kpi) => ({ kpi, cut: null }))

/**
 * What is published of whether a standard is kept; null where none measures just that. Questions are
 * told by touchpoint. Brought in, three days: `turnaround_walk_in_3d`, uncut.
 */
export function publishedOfStandard(standard: Standard): PublishedId | null {
  const kpi = figureOfStandard(standard)
  if (kpi === null || NOT_PUBLISHED.has(kpi)) return null
  return { kpi, cut: isCut(kpi) ? `touchpoint=${standard.touchpoint}` : null }
}
