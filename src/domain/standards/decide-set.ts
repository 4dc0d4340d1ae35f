import { type SetFault, setFaults } from './set-faults.ts'
import type { Standard } from './standard.ts'
import {
  type Edition,
  isEdition,
  type SetHead,
  type StandardSet,
  setSubject,
} from './standard-set.ts'

export type SetAction =
  | { readonly type: 'edit_head'; readonly head: SetHead }
  /** A new standard at the end, or other words in the place of those with its id. */
  | { readonly type: 'put'; readonly standard: Standard }
  | { readonly type: 'drop'; readonly id: string }
  /** null = at once. */
  | { readonly type: 'publish'; readonly effectiveFrom: number | null }

export type SetRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'unknown_standard'
  | 'bad_dates'
  | 'too_far_ahead'
  | 'set_faults'

/** `data` holds codes and times: the words lie in the version's row. */
export type SetEvent = {
  readonly subject: string
  readonly version: number
  readonly type: 'standard_set.drafted' | 'standard_set.edited' | 'standard_set.published'
  readonly data: Readonly<Record<string, unknown>>
}

export type SetDecision =
  | { readonly ok: true; readonly event: SetEvent; readonly set: StandardSet }
  | {
      readonly ok: false
      readonly refusal: SetRefusal
      readonly faults: readonly SetFault[]
    }

const no = (refusal: SetRefusal, faults: readonly SetFault[] = []): SetDecision => ({
  ...{ ok: false, refusal, faults },
})

const MOST_STANDARDS = 100

/**
 * Begins the next version as a copy of the newest one. There is one draft at a time: where the newest
 * is a draft itself it is `not_allowed_now`. After edition 3 it answers draft 4, revision 1.
 */
export function draftSet(newest: StandardSet, number: string): SetDecision {
  if (!isEdition(newest)) return no('not_allowed_now')
  const version = newest.version + 1
  return {
    ok: true,
    event: {
      ...{ subject: setSubject(version), version: 1, type: 'standard_set.drafted' },
      data: { from: newest.version },
    },
    set: {
      ...newest,
      ...{ version, revision: 1, number, status: 'draft', effectiveFrom: null, publishedAt: null },
    },
  }
}

function edited(set: StandardSet, action: Exclude<SetAction, { type: 'publish' }>) {
  if (action.type === 'edit_head') return { set: { ...set, ...action.head }, data: { head: true } }
  const id = action.type === 'put' ? action.standard.id : action.id
  const at = set.standards.findIndex((standard) => standard.id === id)
  if (action.type === 'drop') {
    if (at < 0) return null
    return { set: { ...set, standards: set.standards.toSpliced(at, 1) }, data: { dropped: id } }
  }
  const standards =
    at < 0 ? [...set.standards, action.standard] : set.standards.with(at, action.standard)
  return { set: { ...set, standards }, data: { put: id } }
}

type Now = {
  readonly expectedRevision: number
  readonly now: number
  /** The edition before; null = this would be the first. */
  readonly previous: Edition | null
}

/** How far ahead a version may be announced: a year that holds any date, inclusive. */
const FURTHEST_MS = 366 * 86_400_000

function published(set: StandardSet, asked: number | null, { now, previous }: Now): SetDecision {
  const effectiveFrom = asked ?? now
  const faults = setFaults(set.standards)
  if (faults.length > 0) return no('set_faults', faults)
  if (effectiveFrom < now) return no('bad_dates')
  if (effectiveFrom > now + FURTHEST_MS) return no('too_far_ahead')
  if (previous && effectiveFrom <= previous.effectiveFrom) return no('bad_dates')
  const revision = set.revision + 1
  const repealed = previous?.version ?? null
  return {
    ok: true,
    event: {
      ...{ subject: setSubject(set.version), version: revision, type: 'standard_set.published' },
      data: { effectiveFrom, repeals: repealed, number: set.number },
    },
    set: { ...set, revision, status: 'published', effectiveFrom, publishedAt: now },
  }
}

/**
 * Decides about a step with a version of the set. What is published stays as it is (`not_allowed_now`);
 * another revision than the one seen is `stale`. Publishing takes a set without faults; it takes effect
 * at once or later, never in the past, and after its predecessor did (`bad_dates`), 366 days ahead at
 * most (`too_far_ahead`: nothing takes it back), and repeals its predecessor at that very instant. One step is one event.
 */
export function decideSet(set: StandardSet, action: SetAction, when: Now): SetDecision {
  if (set.revision !== when.expectedRevision) return no('stale')
  if (set.status !== 'draft') return no('not_allowed_now')
  if (action.type === 'publish') return published(set, action.effectiveFrom, when)
  const next = edited(set, action)
  if (!next) return no('unknown_standard')
  if (next.set.standards.length > MOST_STANDARDS) return no('not_allowed_now')
  const revision = set.revision + 1
  return {
    ok: true,
    event: {
      ...{ subject: setSubject(set.version), version: revision, type: 'standard_set.edited' },
      data: next.data,
    },
    set: { ...next.set, revision },
  }
}
