import { isMonth } from '../voices/period.ts'
import {
  type Frozen,
  type Publication,
  type PublicationStatus,
  publicationSubject,
} from './publication.ts'
import { freezableMonth, type PublicationDays } from './publication-calendar.ts'
import type { RevisionReason } from './publication-document.ts'

export type PublicationAction =
  | {
      readonly type: 'freeze'
      readonly frozen: Frozen
      readonly wrongZeros: number
      /** Contests of the month that nobody has decided. */
      readonly openContests: number
    }
  | { readonly type: 'sign_off' }
  /** For good. */
  | { readonly type: 'publish' }
  /** Before it is published, so that its month can be made anew under another number. */
  | { readonly type: 'drop' }

type Type = PublicationAction['type']

/** From where each step goes, and to where. Published and dropped are ends. */
export const PUBLICATION_STEPS = {
  freeze: { from: ['draft'], to: 'frozen' },
  sign_off: { from: ['frozen'], to: 'signed' },
  publish: { from: ['signed'], to: 'published' },
  drop: { from: ['draft', 'frozen', 'signed'], to: 'dropped' },
} as const satisfies Record<Type, { from: readonly PublicationStatus[]; to: PublicationStatus }>

export type PublicationRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'second_person_needed'
  | 'contests_open'
  | 'too_soon'
  | 'too_late'
  | 'bad_value'

export type PublicationEvent = {
  readonly subject: string
  readonly version: number
  readonly type: `publication.${'drafted' | 'frozen' | 'signed_off' | 'published' | 'dropped'}`
  readonly data: Readonly<Record<string, unknown>>
}

export type PublicationDecision =
  | { readonly ok: true; readonly event: PublicationEvent; readonly publication: Publication }
  | { readonly ok: false; readonly refusal: PublicationRefusal }

const EVENTS = {
  freeze: 'publication.frozen',
  sign_off: 'publication.signed_off',
  publish: 'publication.published',
  drop: 'publication.dropped',
} as const

const no = (refusal: PublicationRefusal): PublicationDecision => ({ ok: false, refusal })

type Drafting = {
  /** All there are, in order of their numbers. */
  readonly standing: readonly Publication[]
  readonly month: string
  readonly reason: RevisionReason | null
  /** Local day of the network. */
  readonly today: string
  readonly days: PublicationDays
}

const ENDS: ReadonlySet<PublicationStatus> = new Set(['published', 'dropped'])

/**
 * Begins the next number, which has no gap before it, once the month's freeze day has come (`too_soon`).
 * One is under way at a time (`not_allowed_now`). A month that was published takes a revision, which
 * says why (`bad_value` without a reason, or with one for a first). A month that was left out isn't told
 * once a later one is (`too_late`): what may be told without telling of few people is told in the order of
 * months. After number 3 it answers draft 4.
 */
export function draftPublication(drafting: Drafting): PublicationDecision {
  const { standing, month, reason, today, days } = drafting
  if (!isMonth(month)) return no('bad_value')
  if (month > freezableMonth(today, days)) return no('too_soon')
  if (standing.some(({ status }) => !ENDS.has(status))) return no('not_allowed_now')
  const before = standing.filter((one) => one.month === month && one.status === 'published')
  const revises = before.at(-1)?.number ?? null
  if ((revises === null) !== (reason === null)) return no('bad_value')
  const isLater = (one: Publication) => one.status === 'published' && one.month > month
  if (revises === null && standing.some(isLater)) return no('too_late')
  const number = (standing.at(-1)?.number ?? 0) + 1
  const revision = before.length + 1
  return {
    ok: true,
    event: {
      ...{ subject: publicationSubject(number), version: 1, type: 'publication.drafted' },
      data: { month, revision, revises, reason },
    },
    publication: {
      ...{ number, version: 1, month, revision, revises, reason, status: 'draft' },
      ...{ frozenBy: null, signedBy: null, frozenAt: null, publishedAt: null, frozen: null },
    },
  }
}

type When = {
  readonly expectedVersion: number
  /** Staff id. */
  readonly actor: string
  readonly now: number
}

function stepped(publication: Publication, action: PublicationAction, { actor, now }: When) {
  switch (action.type) {
    case 'freeze':
      return { ...publication, frozenBy: actor, frozenAt: now, frozen: action.frozen }
    case 'sign_off':
      return { ...publication, signedBy: actor }
    case 'publish':
      return { ...publication, publishedAt: now }
    case 'drop':
      return publication
  }
}

const hashesOf = ({ frozen }: Publication) =>
  Object.fromEntries(frozen?.files.map(({ name, sha256 }) => [name, sha256]) ?? [])

/**
 * Decides about a step with a publication. Figures are fixed by `freeze` and never change again; days
 * without data where there should be some keep it from freezing until somebody says why they are right
 * (`bad_value`), and so does a contest that nobody has decided (`contests_open`). Who froze doesn't sign off (`second_person_needed`). Publishing is for good. Another
 * version than the one seen is `stale`, another status `not_allowed_now`.
 */
export function decidePublication(
  publication: Publication,
  action: PublicationAction,
  when: When,
): PublicationDecision {
  if (publication.version !== when.expectedVersion) return no('stale')
  const { from, to }: { from: readonly PublicationStatus[]; to: PublicationStatus } =
    PUBLICATION_STEPS[action.type]
  if (!from.includes(publication.status)) return no('not_allowed_now')
  const isSecond = action.type !== 'sign_off' || publication.frozenBy !== when.actor
  if (!isSecond) return no('second_person_needed')
  if (action.type === 'freeze' && action.openContests > 0) return no('contests_open')
  if (action.type === 'freeze' && action.wrongZeros > 0 && action.frozen.zeros === null) {
    return no('bad_value')
  }
  const version = publication.version + 1
  const next = { ...stepped(publication, action, when), version, status: to }
  return {
    ok: true,
    event: {
      ...{ subject: publicationSubject(publication.number), version, type: EVENTS[action.type] },
      data: action.type === 'freeze' ? { month: next.month, sha256: hashesOf(next) } : {},
    },
    publication: next,
  }
}
