import type { RepairFigures } from './repair-figures.ts'

/** What the network knows about a repair. Vocabulary: docs/domain.md, "Repairs". */

export const REPAIR_STATUSES = [
  'requested',
  'in_transit_in',
  'received',
  'diagnosing',
  'awaiting_decision',
  'awaiting_parts',
  'repairing',
  'quality_check',
  'in_transfer',
  'ready',
  'in_transit_out',
  'lost',
  'closed',
] as const
export type RepairStatus = (typeof REPAIR_STATUSES)[number]

/** Set when `ready` is entered; closing never changes it. */
export const OUTCOMES = [
  'repaired',
  'exchanged',
  'refunded',
  'certified',
  'returned_unrepaired',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How a repair closed. */
export const ENDINGS = [
  'collected',
  'delivered',
  'settled',
  'cancelled',
  'lapsed',
  'abandoned',
] as const
export type Ending = (typeof ENDINGS)[number]

export const WAYS_IN = ['walk_in', 'mail_in'] as const
export type WayIn = (typeof WAYS_IN)[number]

export const WAYS_BACK = ['collect', 'post'] as const
export type WayBack = (typeof WAYS_BACK)[number]

export const COVERAGES = [
  'in_warranty',
  'out_of_warranty',
  'goodwill',
  'recall',
  'damage',
  'customer_pays',
] as const
export type Coverage = (typeof COVERAGES)[number]

/** What can be booked. */
export const BOOKABLE_SERVICES = ['repair', 'one_hour', 'software_update', 'data_help'] as const
export type BookableService = (typeof BOOKABLE_SERVICES)[number]

/** What outlet and customer must agree on before work goes on. */
export const ASK_KINDS = [
  'price',
  'no_fault_found',
  'unrepairable',
  'damage',
  'data_loss',
  'part_unavailable',
  'wrong_device',
  'other_condition',
] as const
export type AskKind = (typeof ASK_KINDS)[number]

/** Why the warranty doesn't pay. */
export const NOT_COVERED_REASONS = [
  'warranty_ended',
  'liquid',
  'impact',
  'opened_by_others',
  'wear',
  'not_listed',
] as const
export type NotCoveredReason = (typeof NOT_COVERED_REASONS)[number]

/** What a line of an ask charges for. */
export const CHARGE_ITEMS = [
  'screen',
  'battery',
  'board',
  'camera',
  'charging_port',
  'speaker',
  'back_cover',
  'other_part',
  'labour',
  'diagnosis',
  'data_help',
  'shipping',
  'discount',
] as const
export type ChargeItem = (typeof CHARGE_ITEMS)[number]

/** Integer minor units of the ask's currency; only a discount is negative. */
export type AskLine = { readonly item: ChargeItem; readonly amountMinor: number }

/** Where an accepted ask leads. */
export type ContinueTo =
  | { readonly status: 'diagnosing' | 'repairing' | 'quality_check' }
  | { readonly status: 'awaiting_parts'; readonly part: string; readonly expectedOn: string }
  /** Ready as returned_unrepaired. */
  | { readonly status: 'ready'; readonly barrier: Barrier }

/** Why a phone goes back unrepaired. */
export const BARRIERS = [
  'no_fault_found',
  'unrepairable',
  'part_unavailable',
  'declined',
  'no_answer',
  'withdrawn',
  'other',
] as const
export type Barrier = (typeof BARRIERS)[number]

/** An open question to the customer. `version` counts the asks of this repair from 1. */
export type Ask = {
  readonly version: number
  readonly kind: AskKind
  readonly lines: readonly AskLine[]
  /** ISO 4217; null when no money is asked. */
  readonly currency: string | null
  readonly totalMinor: number
  /** What declining costs, 0 = nothing. */
  readonly declineCostMinor: number
  readonly notCovered: NotCoveredReason | null
  readonly continueTo: ContinueTo
  readonly askedFrom: RepairStatus
  readonly askedAt: number
  /** After it the ask expires: 14 days. */
  readonly expiresAt: number
  /** The price holds until then: 30 days. */
  readonly priceHoldsUntil: number
}

export type AgreedPrice = {
  readonly askVersion: number
  readonly totalMinor: number
  readonly currency: string | null
  readonly agreedAt: number
}

/** The last price asked and not agreed: a customer who changes their mind gets it until it lapses. */
export type OfferedPrice = {
  readonly totalMinor: number
  readonly currency: string
  readonly holdsUntil: number
  /** Whether the customer came back for it in time: then the next price asked isn't above it. */
  readonly isHeld: boolean
}

export type Money = { readonly amountMinor: number; readonly currency: string }

export type Parcel = { readonly courier: string | null; readonly tracking: string | null }

/** Fault code of the finding, and whether the warranty pays. */
export type Finding = {
  readonly faultCode: string
  readonly coverage: Coverage
  readonly barrier: Barrier | null
}

/** A repair as its events say, without anything personal. Instants are epoch ms. */
export type Repair = {
  readonly code: string
  /** Number of the last event, from 1. */
  readonly version: number
  readonly status: RepairStatus
  readonly wayIn: WayIn
  readonly wayBack: WayBack
  /** Where the customer came or sent it to; never changes. */
  readonly homeOutlet: string
  /** Where the phone is, or is to be. */
  readonly atOutlet: string
  readonly service: BookableService
  readonly model: string
  readonly faultCode: string
  readonly locale: 'en' | 'zh-CN'
  /** Start of the visit's slot; null for mail-in and walk-ins without one. */
  readonly visitAt: number | null
  /** "Repair without asking up to …", agreed at request or intake. */
  readonly ceiling: Money | null
  readonly requestedAt: number
  readonly arrivedAt: number | null
  readonly receivedAt: number | null
  /** The customer's clock: when it began and stopped; null while it hasn't. */
  readonly clockStartedAt: number | null
  readonly clockStoppedAt: number | null
  /** First promised time, which KPIs judge, and the one now told to the customer. */
  readonly promise: {
    readonly firstAt: number
    readonly currentAt: number
    readonly reason: string | null
  } | null
  readonly nextUpdateBy: number | null
  readonly coverage: Coverage | null
  readonly finding: Finding | null
  /** The open ask; null outside awaiting_decision. */
  readonly ask: Ask | null
  readonly askCount: number
  readonly agreed: AgreedPrice | null
  readonly offered: OfferedPrice | null
  readonly partExpectedOn: string | null
  readonly part: string | null
  /** Staff id of who finished the repair last. */
  readonly finishedBy: string | null
  /** Whether model and fault were on the one-hour list when it was received. */
  readonly isOneHourListed: boolean
  /** How often links sent before ended because they went to a wrong phone; left out = never. */
  readonly linkEpoch?: number
  /** Earlier repair of the same device within 30 / 90 days, by code; null = none known. */
  readonly repeatOf: string | null
  readonly outcome: Outcome | null
  readonly barrier: Barrier | null
  /** When `ready` was entered last, here or away from home; null outside ready and later. */
  readonly readyAt: number | null
  readonly ending: Ending | null
  /** Whether the system assumed the delivery: then it may still bounce or be reported lost. */
  readonly deliveryAssumed: boolean
  readonly closedAt: number | null
  readonly parcelIn: Parcel | null
  /** The parcel on its way back, or the one that bounced. */
  readonly parcelOut: Parcel | null
  /** When it was posted back last; null after it came back. */
  readonly sentBackAt: number | null
  /** Outlet a transfer is on its way to. */
  readonly transferTo: string | null
  /** Who held the phone when it was lost. */
  readonly lostBy: Holder | null
  /** What is to pay at hand-over; null when nothing is, or nothing yet. */
  readonly amountDue: Money | null
  readonly paid: { readonly how: string; readonly invoice: string | null } | null
  /** When the last event happened: the next one never before it. */
  readonly lastHappenedAt: number
  /** What figures need beside; left out of repairs asked for before figures were kept. */
  readonly figures?: RepairFigures
}

/** Who has the phone, or whose turn it is. */
export const HOLDERS = ['customer', 'courier', 'outlet', 'supply', 'nobody'] as const
export type Holder = (typeof HOLDERS)[number]
