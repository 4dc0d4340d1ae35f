import { type Catalogue, isFaultCode, modelOf } from './catalogue.ts'
import { ORDS_OF_FAULT } from './ords-fault.ts'
import type { OrdsRecord } from './ords-record.ts'
import type { OrdsBarrier, OrdsStatus } from './ords-status.ts'
import type { Barrier, Outcome, Repair } from './repair.ts'

type OrdsEnd = { readonly status: OrdsStatus; readonly barrier: OrdsBarrier | null }
const ended = (status: OrdsStatus, barrier: OrdsBarrier | null = null): OrdsEnd => ({
  status,
  barrier,
})

const OF_BARRIER: Readonly<Record<Barrier, OrdsEnd>> = {
  unrepairable: ended('End of life'),
  part_unavailable: ended('End of life', 'Spare parts not available'),
  declined: ended('Repairable'),
  no_answer: ended('Repairable'),
  withdrawn: ended('Unknown'),
  no_fault_found: ended('Unknown'),
  other: ended('Unknown'),
}

/**
 * How one of our repairs ended in the standard's words. Only what was repaired is `Fixed`: an exchange,
 * refund or inspection report says nothing about whether that device could be. Declined or unanswered
 * is `Repairable` (somebody said what it would take), what couldn't be done or had no part is `End of
 * life`; withdrawn, no fault found and other reasons are `Unknown`.
 * `ordsEndOf('returned_unrepaired', 'part_unavailable')` has the barrier `Spare parts not available`.
 */
export function ordsEndOf(outcome: Outcome, barrier: Barrier | null): OrdsEnd {
  if (outcome === 'repaired') return ended('Fixed')
  return outcome === 'returned_unrepaired' && barrier !== null
    ? OF_BARRIER[barrier]
    : ended('Unknown')
}

/**
 * The outcome and barrier that a record's end would have here: the way back of `ordsEndOf`, as near as
 * the words are. Null where the record doesn't know. `Repairable` says who didn't: nobody here, `other`.
 * `outcomeOfOrds({ status: 'Fixed', barrier: null })` is `{ outcome: 'repaired', barrier: null }`.
 */
export function outcomeOfOrds({
  status,
  barrier,
}: OrdsEnd): { readonly outcome: Outcome; readonly barrier: Barrier | null } | null {
  if (status === 'Unknown') return null
  if (status === 'Fixed') return { outcome: 'repaired', barrier: null }
  if (status === 'Repairable') return { outcome: 'returned_unrepaired', barrier: 'other' }
  const isPart = barrier === 'Spare parts not available'
  return { outcome: 'returned_unrepaired', barrier: isPart ? 'part_unavailable' : 'unrepairable' }
}

export type OwnWords = {
  readonly catalogue: Catalogue
  /** What the network calls itself, as the provider of records and the maker of its models. */
  readonly name: string
  /** ISO 3166-1 alpha-2, of the outlet. */
  readonly countryCode: string
  /** The outlet-local day it closed. */
  readonly closedOn: string
}

/**
 * One of our repairs as an open record: no code, model, price, person or word of it. Null for repairs
 * that aren't closed, and for those that closed before the phone was received: nothing was repaired.
 * The fault is the finding's, else the reported one; a model on no list has no brand and counts as a
 * mobile.
 */
export function ordsOfRepair(repair: Repair, words: OwnWords): OrdsRecord | null {
  const { outcome, receivedAt, status } = repair
  if (status !== 'closed' || receivedAt === null || outcome === null) return null
  const model = modelOf(words.catalogue, repair.model)
  const fault = repair.finding?.faultCode ?? repair.faultCode
  return {
    provider: words.name,
    countryCode: words.countryCode,
    family: model?.family ?? 'phone',
    brand: model && words.name,
    yearOfManufacture: null,
    ageYears: null,
    fault: isFaultCode(fault) ? ORDS_OF_FAULT[fault] : 'Other',
    ...ordsEndOf(outcome, repair.barrier),
    outletCode: repair.homeOutlet,
    date: words.closedOn,
  }
}
