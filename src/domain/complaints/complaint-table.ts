import type { ComplaintStatus } from './complaint.ts'
import type { ComplaintActionType } from './complaint-action.ts'
import type { ComplaintRole } from './complaint-actor.ts'

type Who = readonly ComplaintRole[]

const team: Who = ['agent', 'hq_quality']
const owner: Who = ['owner']
const qualityOrOwner: Who = ['hq_quality', 'owner']
/** Who isn't of an outlet; that they wrote no part of the report is asked beside. */
const verifier: Who = ['agent', 'regional_manager', 'hq_quality']
const customer: Who = ['customer']
const system: Who = ['system']

/** Who may register one: there is none yet. */
export const WHO_MAY_REGISTER: Who = [
  'customer',
  'agent',
  'counter',
  'bench',
  'outlet_manager',
  'regional_manager',
  'hq_quality',
  'system',
]

const escalate: Who = ['system', 'regional_manager', 'hq_quality']
const always = { withdraw: customer } as const
const running = { escalate, ...always } as const

/**
 * What may happen to a complaint in each status, and by whom. Anything else is refused; there is no
 * action that deletes. `hq_owner` is the owner of what the head office answers for alone; what hangs on
 * whether the customer said who they are is in `conditions.ts`.
 */
export const COMPLAINT_TABLE: Record<ComplaintStatus, Partial<Record<ComplaintActionType, Who>>> = {
  registered: { dispatch: team, reclassify: qualityOrOwner, merge: qualityOrOwner, ...running },
  dispatched: {
    contact: owner,
    assign: owner,
    report: ['hq_owner'],
    redirect: owner,
    reclassify: qualityOrOwner,
    merge: qualityOrOwner,
    ...running,
  },
  contacted: { assign: owner, report: ['hq_owner'], redirect: owner, ...running },
  with_outlet: { report: ['outlet_manager', 'hq_owner'], redirect: owner, ...running },
  reported: { verify: verifier, send_back: verifier, ...running },
  verified: { answer: owner, ...running },
  answered: { agree: customer, disagree: customer, silence: system, ...always },
  closed: { reopen: ['customer', 'hq_quality'] },
}
