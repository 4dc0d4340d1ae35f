import {
  COMPLAINT_CAUSES,
  COMPLAINT_LEVELS,
  COMPLAINT_REMEDIES,
  type Complaint,
  URGENT_REASONS,
  VERDICTS,
} from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'

/** What the desk does with a complaint that is there: the customer and the clock have their own ways. */
export const STAFF_COMPLAINT_STEPS = [
  'dispatch',
  'contact',
  'assign',
  'report',
  'verify',
  'send_back',
  'answer',
  'redirect',
  'escalate',
  'merge',
  'reclassify',
  'reopen',
] as const satisfies readonly ComplaintActionType[]
export type StaffComplaintStep = (typeof STAFF_COMPLAINT_STEPS)[number]

/** Lists that a form chooses from; `people` = whoever may be given it, or worked on it there. */
export const COMPLAINT_LISTS = {
  levels: COMPLAINT_LEVELS,
  urgent: URGENT_REASONS,
  causes: COMPLAINT_CAUSES,
  remedies: COMPLAINT_REMEDIES,
  verdicts: VERDICTS,
  reached: ['yes', 'no'],
} as const
export type ComplaintList = keyof typeof COMPLAINT_LISTS

type Base = {
  /** Of its input, and of its value in the step's body. */
  readonly name: string
  /** May be left empty. */
  readonly optional?: true
  /** Whether the field is there at all. */
  readonly only?: (complaint: Complaint) => boolean
  /** What it begins with. */
  readonly initial?: (complaint: Complaint) => string
}

export type ComplaintField = Base &
  (
    | { readonly kind: 'choice'; readonly list: ComplaintList }
    | { readonly kind: 'owner' | 'technician' }
    | { readonly kind: 'yes' }
    | { readonly kind: 'code' }
    | { readonly kind: 'words' }
    | { readonly kind: 'instant' }
  )

const words = (name: string): ComplaintField => ({ kind: 'words', name })
const owner: ComplaintField = { kind: 'owner', name: 'owner', optional: true }

const LATE: ComplaintField = { kind: 'instant', name: 'happenedAt', optional: true }

/** The fields of each step's form, in order: what is asked, shown and read comes from here alone. */
const COMPLAINT_FIELDS: Record<StaffComplaintStep, readonly ComplaintField[]> = {
  dispatch: [
    {
      ...{ kind: 'choice', name: 'level', list: 'levels' },
      initial: ({ outlet }) => (outlet === null ? 'hq' : 'outlet'),
    },
    owner,
    {
      ...{ kind: 'choice', name: 'urgent', list: 'urgent', optional: true },
      initial: ({ urgent }) => urgent ?? '',
    },
    { kind: 'code', name: 'outlet', optional: true, only: ({ outlet }) => outlet === null },
  ],
  contact: [
    { kind: 'choice', name: 'reached', list: 'reached' },
    { kind: 'words', name: 'wants', optional: true },
  ],
  assign: [{ kind: 'code', name: 'outlet', initial: ({ outlet }) => outlet ?? '' }],
  report: [
    {
      ...{ kind: 'yes', name: 'customerContacted' },
      only: ({ anonymous }) => !anonymous,
    },
    {
      ...{ kind: 'technician', name: 'technician', optional: true },
      only: ({ outlet }) => outlet !== null,
    },
    { ...words('statement'), only: ({ status }) => status === 'with_outlet' },
    words('happened'),
    {
      ...{ kind: 'choice', name: 'cause', list: 'causes' },
      initial: ({ cause }) => cause ?? '',
    },
    { kind: 'choice', name: 'remedy', list: 'remedies' },
  ],
  verify: [],
  send_back: [words('missing')],
  answer: [
    { kind: 'choice', name: 'verdict', list: 'verdicts' },
    {
      ...{ kind: 'choice', name: 'remedy', list: 'remedies' },
      initial: ({ report }) => report?.remedy ?? '',
    },
    words('answer'),
  ],
  redirect: [owner, words('reason')],
  escalate: [words('reason')],
  merge: [{ kind: 'code', name: 'into' }],
  reclassify: [words('reason')],
  reopen: [words('facts')],
}

/**
 * The fields that a step's form has as a complaint stands, the time of a late entry last.
 * `complaintFieldsOf('verify', complaint)` is that alone.
 */
export const complaintFieldsOf = (
  step: StaffComplaintStep,
  complaint: Complaint,
): readonly ComplaintField[] => [
  ...COMPLAINT_FIELDS[step].filter(({ only }) => only?.(complaint) ?? true),
  LATE,
]

/** Whether a text names a step of the desk. */
export const isStaffComplaintStep = (text: string): text is StaffComplaintStep =>
  (STAFF_COMPLAINT_STEPS as readonly string[]).includes(text)
