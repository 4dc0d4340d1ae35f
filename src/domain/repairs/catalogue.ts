import type { ProductFamily } from '../outlets/outlet.ts'
import type { BookableService } from './repair.ts'

/** What is wrong, as customers choose it and benches find it; `no_fault` is for findings only. */
export const FAULT_CODES = [
  'screen',
  'battery',
  'charging',
  'camera',
  'speaker',
  'microphone',
  'buttons',
  'liquid',
  'no_power',
  'overheating',
  'network',
  'software',
  'data',
  'other',
  'no_fault',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]
export type ReportedFault = Exclude<FaultCode, 'no_fault'>

/** What a customer can report. */
export const REPORTED_FAULTS: readonly ReportedFault[] = FAULT_CODES.filter(
  (code) => code !== 'no_fault',
)

/** A model that is on no list: it can be booked, without price or one-hour promise. */
export const OTHER_MODEL = 'other'

/** `name` is the maker's, the same in every language. `priceClass` names a row of `Catalogue.work`. */
export type Model = {
  readonly id: string
  readonly family: ProductFamily
  readonly name: string
  readonly priceClass: string
}

/** Out of warranty: the whole service with labour, integer minor units of the network's currency. */
export type PriceRange = { readonly fromMinor: number; readonly toMinor: number }

/** What putting a fault right usually costs and takes; hands-on minutes at the bench. */
export type Work = PriceRange & { readonly minutes: number }

export type Catalogue = {
  readonly models: readonly Model[]
  /** By price class; a fault that is missing can't be had by that class (a watch has no camera). */
  readonly work: Readonly<Record<string, Readonly<Partial<Record<ReportedFault, Work>>>>>
  /** By model id: what is repaired while you wait, where an outlet offers it. */
  readonly oneHour: Readonly<Record<string, readonly ReportedFault[]>>
  /** Model id by type allocation code, the first eight digits of an IMEI. */
  readonly tacs: Readonly<Record<string, string>>
  /** How long the warranty runs from the date of purchase. */
  readonly warrantyMonths: { readonly device: number; readonly battery: number }
}

/** One device's fault, by model id and fault code as a customer sent them. */
export type ModelAndFault = { readonly model: string; readonly fault: string }

/** Whether a text is a fault code, findings' `no_fault` included. */
export const isFaultCode = (text: string): text is FaultCode =>
  (FAULT_CODES as readonly string[]).includes(text)

/** Whether a text is a fault that a customer can report: any fault code but `no_fault`. */
export const isReportedFault = (text: string): text is ReportedFault =>
  (REPORTED_FAULTS as readonly string[]).includes(text)

/** The model of an id, or null for `other` and ids that are on no list. */
export const modelOf = (catalogue: Catalogue, id: string): Model | null =>
  catalogue.models.find((model) => model.id === id) ?? null

/** Whether a model can be booked: a listed id, or `other`. */
export const isKnownModel = (catalogue: Catalogue, id: string): boolean =>
  id === OTHER_MODEL || modelOf(catalogue, id) !== null

function workOf(catalogue: Catalogue, { model, fault }: ModelAndFault): Work | null {
  const priceClass = modelOf(catalogue, model)?.priceClass
  if (priceClass === undefined || !isReportedFault(fault)) return null
  return catalogue.work[priceClass]?.[fault] ?? null
}

/**
 * What a repair usually costs out of warranty, both ends included; null when nobody can say before
 * the phone was seen: another model, a fault without a usual price. An estimate, never an offer.
 * With a screen of 399 to 549 yuan, `priceRange(catalogue, { model: 'f2', fault: 'screen' })` is
 * `{ fromMinor: 39900, toMinor: 54900 }`.
 */
export function priceRange(catalogue: Catalogue, asked: ModelAndFault): PriceRange | null {
  const work = workOf(catalogue, asked)
  return work && { fromMinor: work.fromMinor, toMinor: work.toMinor }
}

/** Hands-on minutes that a repair usually takes, without waiting or parts; null when nobody can say. */
export const typicalMinutes = (catalogue: Catalogue, asked: ModelAndFault): number | null =>
  workOf(catalogue, asked)?.minutes ?? null

/** Whether model and fault stand on the one-hour list, which is fixed at intake. Never for `other`. */
export const isOneHourListed = (catalogue: Catalogue, { model, fault }: ModelAndFault): boolean =>
  modelOf(catalogue, model) !== null &&
  isReportedFault(fault) &&
  (catalogue.oneHour[model]?.includes(fault) ?? false)

/**
 * The faults that a model can have, in the order they are offered: those with usual work, and
 * `other`. All of them for `other` and unknown models.
 * A watch's faults have no `camera` among them.
 */
export function faultsOfModel(catalogue: Catalogue, model: string): readonly ReportedFault[] {
  const priceClass = modelOf(catalogue, model)?.priceClass
  if (priceClass === undefined) return REPORTED_FAULTS
  const work = catalogue.work[priceClass] ?? {}
  return REPORTED_FAULTS.filter((fault) => fault === 'other' || work[fault] !== undefined)
}

/**
 * The service that a fault leads to unless somebody chooses otherwise: software and data have their
 * own; what stands on the one-hour list is `one_hour`; everything else `repair`.
 * `defaultService(catalogue, { model: 'w1', fault: 'software' })` is `software_update`.
 */
export function defaultService(catalogue: Catalogue, asked: ModelAndFault): BookableService {
  if (asked.fault === 'software') return 'software_update'
  if (asked.fault === 'data') return 'data_help'
  return isOneHourListed(catalogue, asked) ? 'one_hour' : 'repair'
}

/** What a fault usually costs and takes over several models: both ends of the price, the middle time. */
export type UsualWork = PriceRange & { readonly minutes: number }

/**
 * A fault's usual work over the models of the family most people bring, phones; over all models where
 * no phone is listed. Minutes are the upper median, so that half of the models take no longer. null =
 * nobody can say, as for `other`.
 * With two phones whose screens take 40 and 50 minutes, `usualWork(catalogue, 'screen')` has 50.
 */
export function usualWork(catalogue: Catalogue, fault: ReportedFault): UsualWork | null {
  const phones = catalogue.models.filter(({ family }) => family === 'phone')
  const models = phones.length > 0 ? phones : catalogue.models
  const works = models.flatMap(({ id }) => workOf(catalogue, { model: id, fault }) ?? [])
  const times = works.map(({ minutes }) => minutes).sort((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)]
  if (median === undefined) return null
  return {
    fromMinor: Math.min(...works.map(({ fromMinor }) => fromMinor)),
    toMinor: Math.max(...works.map(({ toMinor }) => toMinor)),
    minutes: median,
  }
}
