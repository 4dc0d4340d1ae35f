import type { Standard } from './standard.ts'
import { isMeasure, laxerParts } from './strictness.ts'

export const SET_FAULTS = [
  'empty',
  'listed_twice',
  'bad_measure',
  'serves_nothing',
  'serves_itself',
  'other_measure',
  'laxer_than_promise',
] as const

/** Why a set may not be published, and by which standard. */
export type SetFault = {
  readonly id: string | null
  readonly code: (typeof SET_FAULTS)[number]
}

function faultsOf(standard: Standard, standards: readonly Standard[]): readonly SetFault['code'][] {
  const { audience, serves } = standard
  const own: SetFault['code'][] = isMeasure(standard) ? [] : ['bad_measure']
  if (standards.filter(({ id }) => id === standard.id).length > 1) own.push('listed_twice')
  if (serves === null) return own
  if (audience === 'public') return [...own, 'serves_itself']
  const promise = standards.find(({ id }) => id === serves)
  if (promise?.audience !== 'public') return [...own, 'serves_nothing']
  if (promise.kpi !== standard.kpi) return [...own, 'other_measure']
  return laxerParts(standard, promise).length > 0 ? [...own, 'laxer_than_promise'] : own
}

/**
 * Everything that keeps a set from being published; none = it may be. An internal standard serves a
 * public one of the same set by the same measure, and asks for no less; a public one serves nothing.
 * An internal 85 % in 60 min that serves a promise of 90 % in 60 min answers `laxer_than_promise`.
 */
export const setFaults = (standards: readonly Standard[]): readonly SetFault[] =>
  standards.length === 0
    ? [{ id: null, code: 'empty' }]
    : standards.flatMap((standard) =>
        faultsOf(standard, standards).map((code) => ({ id: standard.id, code })),
      )
