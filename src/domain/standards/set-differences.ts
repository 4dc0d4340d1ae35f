import type { Standard } from './standard.ts'
import type { SetHead, StandardSet } from './standard-set.ts'

export type StandardField = Exclude<keyof Standard, 'id'>

export type SetDifference = {
  readonly head: readonly (keyof SetHead)[]
  readonly added: readonly Standard[]
  readonly dropped: readonly Standard[]
  readonly changed: readonly {
    readonly before: Standard
    readonly after: Standard
    readonly fields: readonly StandardField[]
  }[]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields in which two wordings of one standard differ, in a standard's own order. */
export const changedFields = (before: Standard, after: Standard): readonly StandardField[] =>
  (Object.keys(after) as (keyof Standard)[]).filter(
    (field): field is StandardField => field !== 'id' && !isSame(before[field], after[field]),
  )

/**
 * What a version says otherwise than the one before: standards that came, that went, and the fields in
 * which others changed. Another order alone is no difference.
 */
export function setDifference(before: StandardSet, after: StandardSet): SetDifference {
  const old = new Map(before.standards.map((standard) => [standard.id, standard]))
  const kept = new Set(after.standards.map(({ id }) => id))
  return {
    head: (['number', 'scope', 'supervisor'] as const).filter(
      (field) => !isSame(before[field], after[field]),
    ),
    added: after.standards.filter(({ id }) => !old.has(id)),
    dropped: before.standards.filter(({ id }) => !kept.has(id)),
    changed: after.standards.flatMap((standard) => {
      const was = old.get(standard.id)
      const fields = was ? changedFields(was, standard) : []
      return was && fields.length > 0 ? [{ before: was, after: standard, fields }] : []
    }),
  }
}
