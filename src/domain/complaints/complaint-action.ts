import type {
  ComplaintCause,
  ComplaintLevel,
  ComplaintRemedy,
  ComplaintSource,
  UrgentReason,
  Verdict,
} from './complaint.ts'

export type RegisterComplaint = {
  readonly type: 'register'
  readonly code: string
  readonly channel: string
  readonly formal: boolean
  readonly anonymous: boolean
  readonly locale: 'en' | 'zh-CN'
  readonly countryCode: string
  readonly outlet: string | null
  readonly repair: string | null
  readonly source: ComplaintSource | null
  readonly cause: ComplaintCause | null
  readonly urgent: UrgentReason | null
  readonly legalDate: string | null
  readonly receivedAt: number
}

/** What may be done, with codes and ids alone: every word goes to the private row. */
export type ComplaintAction =
  | RegisterComplaint
  | { readonly type: 'reclassify' }
  | { readonly type: 'merge'; readonly into: string }
  | {
      readonly type: 'dispatch'
      readonly level: ComplaintLevel
      /** Null = the level's own. */
      readonly owner: string | null
      readonly urgent: UrgentReason | null
      /** The outlet it turned out to be about; null = as it stands. */
      readonly outlet: string | null
    }
  | { readonly type: 'redirect'; readonly owner: string | null }
  | { readonly type: 'contact'; readonly reached: boolean }
  | { readonly type: 'assign'; readonly outlet: string }
  | {
      readonly type: 'report'
      readonly customerContacted: boolean
      /** Whose statement it holds, by staff id; null = nobody's on record. */
      readonly technician: string | null
      readonly cause: ComplaintCause
      readonly remedy: ComplaintRemedy
    }
  | { readonly type: 'verify' }
  | { readonly type: 'send_back' }
  | { readonly type: 'answer'; readonly verdict: Verdict; readonly remedy: ComplaintRemedy }
  | { readonly type: 'agree' }
  | { readonly type: 'silence' }
  | { readonly type: 'disagree' }
  | { readonly type: 'escalate' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'reopen' }

export type ComplaintActionType = ComplaintAction['type']
export type ComplaintActionOf<T extends ComplaintActionType> = Extract<ComplaintAction, { type: T }>

/** Every action, in the order of the procedure. */
export const COMPLAINT_ACTIONS = [
  'register',
  'dispatch',
  'contact',
  'assign',
  'report',
  'verify',
  'send_back',
  'answer',
  'agree',
  'disagree',
  'redirect',
  'escalate',
  'merge',
  'reclassify',
  'withdraw',
  'reopen',
  'silence',
] as const satisfies readonly ComplaintActionType[]
