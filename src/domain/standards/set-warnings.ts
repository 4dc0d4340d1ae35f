import { figureOfStandard } from '../kpis/figure-of-standard.ts'
import { changedFields, type StandardField } from './set-differences.ts'
import type { Standard } from './standard.ts'
import type { SetHead, StandardSet } from './standard-set.ts'

const SIDES = ['en', 'zh-CN'] as const
export type WordsSide = (typeof SIDES)[number]

/** What may well be meant and keeps nothing from being published, but should be seen before. */
export type SetWarning =
  | { readonly code: 'no_figure'; readonly id: string }
  | {
      readonly code: 'one_language'
      /** null = the document's own head. */
      readonly id: string | null
      readonly field: StandardField | keyof SetHead
      /** The only one that changed. */
      readonly side: WordsSide
    }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * The languages of which only one changed in a field's words, however deep they stand; none where both
 * did, or neither. Of `{ en: 'a', 'zh-CN': '一' }` and `{ en: 'b', 'zh-CN': '一' }` it is `en`.
 */
export function lonelySides(before: unknown, after: unknown): readonly WordsSide[] {
  if (!isRecord(before) || !isRecord(after)) return []
  if (!SIDES.every((side) => side in after)) {
    const found = Object.keys(after).flatMap((key) => lonelySides(before[key], after[key]))
    return SIDES.filter((side) => found.includes(side))
  }
  const changed = SIDES.filter((side) => before[side] !== after[side])
  return changed.length === 1 ? changed : []
}

const COUNTED_BY: readonly StandardField[] = ['audience', 'stage', 'touchpoint', 'kpi', 'threshold']

/** Which measures nobody counts yet stands for long: only what is new is worth a warning. */
const isSilent = (before: Standard | undefined, after: Standard): boolean =>
  after.audience === 'public' &&
  figureOfStandard(after) === null &&
  (!before || changedFields(before, after).some((field) => COUNTED_BY.includes(field)))

/**
 * What to look at before a set is published, against the one that it repeals (null = the first): promises
 * that are new, or counted otherwise than before, by which no figure is counted, and words that changed
 * in one language alone.
 * A promise of 60 minutes that becomes one of 10 answers `no_figure`.
 */
export function setWarnings(
  before: StandardSet | null,
  after: Pick<StandardSet, 'standards' | keyof SetHead>,
): readonly SetWarning[] {
  const old = new Map(before?.standards.map((standard) => [standard.id, standard]))
  const lonely = (id: string | null, field: StandardField | keyof SetHead, sides: unknown[]) =>
    lonelySides(sides[0], sides[1]).map((side) => ({
      ...({ code: 'one_language', id, field, side } as const),
    }))
  const ofHead = (['scope', 'supervisor'] as const).flatMap((field) =>
    lonely(null, field, [before?.[field], after[field]]),
  )
  const ofStandards = after.standards.flatMap((standard): readonly SetWarning[] => {
    const { id } = standard
    const was = old.get(id)
    const silent = isSilent(was, standard) ? [{ code: 'no_figure', id } as const] : []
    const fields = was ? changedFields(was, standard) : []
    return [
      ...silent,
      ...fields.flatMap((field) => lonely(id, field, [was?.[field], standard[field]])),
    ]
  })
  return [...ofHead, ...ofStandards]
}
