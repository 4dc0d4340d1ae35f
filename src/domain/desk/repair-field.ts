import type { Actor } from '../repairs/actor.ts'
import type { Repair } from '../repairs/repair.ts'
import type { RepairActionType } from '../repairs/repair-action.ts'
import type { OpenList, StepList } from './repair-lists.ts'

/** What the system does by its clocks, and what begins a repair: no step of the desk's. */
type NoStaffStep = 'request' | 'expire' | 'lapse'
export type StaffStep = Exclude<RepairActionType, NoStaffStep>

/** What a form is made for. */
export type FieldSetting = {
  readonly repair: Repair
  readonly actor: Pick<Actor, 'id' | 'roles'>
  /** Epoch ms. */
  readonly now: number
  /** IANA zone of the outlet where the phone is. */
  readonly zone: string
}

/** What a form has in a field: as many texts as it has inputs of that name. */
export type Texts = readonly string[]

type Base = {
  /** Of its inputs, and where its value goes in the step's body: `device.serial`. */
  readonly name: string
  /** Where its value goes, if that isn't its name: two fields may be for one value. */
  readonly path?: string
  readonly label: FieldLabel
  readonly hint?: FieldHint
  /** May be left empty. */
  readonly optional?: true
  /** Whether the field is there at all, by how the repair stands and who asks. */
  readonly only?: (at: FieldSetting) => boolean
  /** Only counts while another field of the form has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
  /** What it begins with. */
  readonly initial?: (at: FieldSetting) => string
}

export type Field = Base &
  (
    | { readonly kind: 'choice'; readonly list: StepList | OpenList }
    /** Several of a list; `joined` = as one text. */
    | { readonly kind: 'checks'; readonly list: StepList; readonly joined?: string }
    | { readonly kind: 'flag' }
    /** A code, number or id without spaces. */
    | { readonly kind: 'code' }
    /** Several of them, with commas or spaces between. */
    | { readonly kind: 'codes' }
    /** Words of a person: they go to the private row. */
    | { readonly kind: 'words' }
    | { readonly kind: 'imeis' }
    | { readonly kind: 'money' }
    | { readonly kind: 'date' }
    | { readonly kind: 'instant' }
    | { readonly kind: 'lines' }
    /** Known already: carried along unseen. */
    | { readonly kind: 'given' }
    /** What another field says, once more; `blame` is the field that is at fault where it doesn't fit. */
    | { readonly kind: 'same'; readonly of: string; readonly blame: string }
  )

export const FIELD_LABELS = [
  'accessories',
  'actual_time',
  'amount',
  'arrived_at',
  'ask_kind',
  'barrier',
  'board_changed',
  'carrier',
  'ceiling',
  'claim',
  'clause',
  'collected_by',
  'collector',
  'condition',
  'continue_to',
  'correct_field',
  'courier',
  'coverage',
  'decline_cost',
  'evidence',
  'expected_on',
  'fault',
  'finding',
  'found_where',
  'function_test',
  'imeis',
  'invoice',
  'is_announced',
  'lines',
  'may_collect',
  'model',
  'name',
  'new_imeis',
  'next_update_by',
  'not_covered',
  'old_part',
  'outlet',
  'override',
  'paid_how',
  'part',
  'parts',
  'payment_reference',
  'phone',
  'pick_up_code',
  'promised_at',
  'proof',
  'reason',
  'remedy_from',
  'rule',
  'serial',
  'shelf',
  'tracking',
  'waived_by',
  'way_back',
  'work',
] as const
export type FieldLabel = (typeof FIELD_LABELS)[number]

export const FIELD_HINTS = [
  'ask_money',
  'clause',
  'code',
  'decline_cost',
  'function_test',
  'outlet',
  'override',
  'parts',
  'pick_up_code',
  'promise',
  'reason_for_promise',
] as const
export type FieldHint = (typeof FIELD_HINTS)[number]
