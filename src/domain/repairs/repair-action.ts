import type { ProductFamily } from '../outlets/outlet.ts'
import type {
  AskKind,
  AskLine,
  Barrier,
  BookableService,
  ContinueTo,
  Coverage,
  Money,
  NotCoveredReason,
  WayBack,
  WayIn,
} from './repair.ts'
import type { RepeatVisit } from './repeat-visit.ts'

/** What a rule owes the customer; `on` is the local date that it counts from, typed in. */
type RemedyAction<T> = {
  readonly type: T
  readonly rule: string
  readonly clause: string
  readonly on: string
}

/** Coded facts of an action; names, numbers and words that are personal travel beside it. */
export type RepairAction =
  | {
      readonly type: 'request'
      readonly code: string
      readonly wayIn: WayIn
      readonly wayBack: WayBack
      readonly outlet: string
      readonly service: BookableService
      readonly model: string
      readonly faultCode: string
      readonly locale: 'en' | 'zh-CN'
      readonly visitAt: number | null
      readonly ceiling: Money | null
    }
  | { readonly type: 'post'; readonly courier: string | null; readonly tracking: string | null }
  | {
      readonly type: 'receive'
      /** Whether it is the device that was announced. */
      readonly isAnnounced: boolean
      readonly condition: readonly string[]
      readonly accessories: readonly string[]
      readonly coverage: Coverage
      readonly promisedAt: number
      /** Of a walk-in; null = it is received as it arrives. */
      readonly arrivedAt: number | null
      readonly ceiling: Money | null
      readonly repeatOf: string | null
      /** Model and fault are on the one-hour list now; left out = no. */
      readonly isOneHourListed?: boolean
      /** Listed, and this outlet offers one hour; left out = nobody said whether it does. */
      readonly isOneHourDue?: boolean
      /** Of the model; left out or null = on no list. */
      readonly family?: ProductFamily | null
      /** Which hand-over this is the return of, for the figures; left out or null = none. */
      readonly repeat?: RepeatVisit | null
      /** The function test at intake; left out = it couldn't be tested. */
      readonly tested?: { readonly works: readonly string[]; readonly fails: readonly string[] }
      /** How the purchase was shown, and its local date; left out = not shown. */
      readonly proof?: { readonly kind: string; readonly boughtOn: string }
      /** The wording by which the customer agreed that data may be lost; left out = they didn't. */
      readonly dataLoss?: string
    }
  | { readonly type: 'diagnose' }
  | {
      readonly type: 'ask'
      readonly kind: AskKind
      readonly lines: readonly AskLine[]
      readonly currency: string | null
      readonly declineCostMinor: number
      readonly notCovered: NotCoveredReason | null
      readonly continueTo: ContinueTo
      /** Needed from diagnosing on. */
      readonly faultCode: string | null
      readonly coverage: Coverage | null
    }
  | { readonly type: 'accept'; readonly askVersion: number; readonly evidence: string | null }
  | {
      readonly type: 'decline'
      readonly askVersion: number
      readonly reason: string
      readonly evidence: string | null
    }
  | { readonly type: 'expire' }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'start'; readonly faultCode: string; readonly coverage: Coverage }
  | {
      readonly type: 'await_parts'
      readonly faultCode: string
      readonly coverage: Coverage
      readonly part: string
      readonly expectedOn: string
    }
  | { readonly type: 'new_date'; readonly expectedOn: string; readonly reason: string }
  | { readonly type: 'part_arrived' }
  | {
      readonly type: 'finish'
      readonly faultCode: string
      readonly work: string
      readonly parts: readonly string[]
      readonly oldPart: 'kept' | 'returned' | 'none'
      readonly boardChanged: boolean
    }
  | { readonly type: 'fail_check'; readonly reason: string }
  | {
      readonly type: 'pass_check'
      readonly functionTest: readonly string[]
      /** A manager's reason for letting the finisher check a repeat repair. */
      readonly override: string | null
    }
  | { readonly type: 'give_up'; readonly faultCode: string; readonly barrier: Barrier }
  | RemedyAction<'exchange'>
  | RemedyAction<'refund'>
  | RemedyAction<'certify'>
  | { readonly type: 'reopen'; readonly reason: 'not_fixed' | 'changed_mind' }
  | {
      readonly type: 'hand_over'
      readonly functionTest: readonly string[]
      readonly collectedBy: 'customer' | 'other'
      readonly paidHow: 'cash' | 'card' | 'mobile' | 'transfer' | 'waived' | 'nothing_due'
      /** Staff id of who waived it; left out = the actor. */
      readonly waivedBy?: string | null
      readonly invoice: string | null
    }
  | { readonly type: 'settle'; readonly paymentReference: string }
  | { readonly type: 'post_back'; readonly courier: string; readonly tracking: string }
  | { readonly type: 'delivered' }
  | {
      readonly type: 'bounce'
      readonly reason: 'refused' | 'not_collected' | 'bad_address' | 'damaged'
    }
  | { readonly type: 'send_on'; readonly outlet: string; readonly carrier: string }
  | { readonly type: 'take_in'; readonly condition: readonly string[] }
  | { readonly type: 'report_lost'; readonly claim: string }
  | {
      readonly type: 'found'
      readonly where: string
      /** The outlet that has it now; left out = the one it was at or going to. */
      readonly outlet?: string | null
    }
  | {
      readonly type: 'inform'
      readonly nextUpdateBy: number
      readonly promisedAt: number | null
      readonly reason: string | null
    }
  | {
      readonly type: 'correct'
      readonly field: 'imei' | 'model' | 'contact' | 'way_back' | 'accessories'
      /** New coded value where the field is no personal one (model, way back). */
      readonly value: string | null
      readonly reason: string
      /** Another phone than before: links sent to that one end. Only of a contact. */
      readonly isNewPhone?: boolean
    }
  | { readonly type: 'cancel'; readonly proof: string | null }
  | {
      readonly type: 'lapse'
      /** Start of the slot where the visit was moved since the request; left out = never moved. */
      readonly slotAt?: number | null
    }
  | { readonly type: 'abandon' }
  | { readonly type: 'reclaim' }

export type RepairActionType = RepairAction['type']

export type ActionOf<T extends RepairActionType> = Extract<RepairAction, { readonly type: T }>
