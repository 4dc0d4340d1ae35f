import type { QualificationStatus, Standing } from './qualification.ts'

export const QUALIFICATION_ACTIONS = [
  'open_review',
  'dismiss',
  'notice',
  'reply',
  'find_cured',
  'disqualify',
  'suspend',
  'give_reasons',
  'keep',
  'lift',
  'appeal',
  'uphold',
  'overturn',
  'requalify',
  'miss',
] as const
export type QualificationActionType = (typeof QUALIFICATION_ACTIONS)[number]

/** HQ acts, the outlet answers, the clock only says that a time is over. */
export type QualificationSide = 'hq' | 'outlet' | 'system'

type Step = {
  readonly who: QualificationSide
  /** `before` = what the suspension broke into. */
  readonly to: QualificationStatus | 'before'
  /** Somebody else than those who took these steps. */
  readonly notBy?: readonly ('noticedBy' | 'suspendedBy' | 'decidedBy')[]
}

const stay = (who: QualificationSide, to: QualificationStatus): Step => ({ who, to })
/** By nobody who accused: neither who gave the notice nor who suspended. */
const judged = (to: Step['to']): Step => ({ who: 'hq', to, notBy: ['noticedBy', 'suspendedBy'] })
const suspend: Step = { who: 'hq', to: 'suspended' }

/**
 * What may happen in each status, by whom, and where it leads. Anything else is refused. No clock takes
 * an outlet's qualification: `miss` says that a time is over, and at most begins the time to cure.
 */
export const QUALIFICATION_TABLE: Record<
  QualificationStatus,
  Partial<Record<QualificationActionType, Step>>
> = {
  clear: { open_review: stay('hq', 'reviewing'), suspend },
  reviewing: {
    notice: stay('hq', 'on_notice'),
    dismiss: stay('hq', 'clear'),
    suspend,
    miss: stay('system', 'reviewing'),
  },
  on_notice: { reply: stay('outlet', 'curing'), suspend, miss: stay('system', 'curing') },
  curing: {
    reply: stay('outlet', 'curing'),
    find_cured: judged('clear'),
    disqualify: judged('disqualified'),
    suspend,
    miss: stay('system', 'curing'),
  },
  suspended: {
    give_reasons: stay('hq', 'suspended'),
    reply: stay('outlet', 'suspended'),
    keep: { who: 'hq', to: 'suspended', notBy: ['suspendedBy'] },
    lift: { who: 'hq', to: 'before', notBy: ['suspendedBy'] },
    disqualify: judged('disqualified'),
    miss: stay('system', 'suspended'),
  },
  disqualified: { appeal: stay('outlet', 'appealed'), requalify: stay('hq', 'clear') },
  appealed: {
    uphold: { who: 'hq', to: 'disqualified', notBy: ['noticedBy', 'suspendedBy', 'decidedBy'] },
    overturn: { who: 'hq', to: 'clear', notBy: ['noticedBy', 'suspendedBy', 'decidedBy'] },
    miss: stay('system', 'appealed'),
  },
}

/** How an outlet stands to the public in a status. An outlet that is reviewed stands as before. */
export const STANDING_OF: Record<QualificationStatus, Standing> = {
  ...{ clear: 'qualified', reviewing: 'qualified', on_notice: 'on_notice', curing: 'on_notice' },
  ...{ suspended: 'suspended', disqualified: 'disqualified', appealed: 'disqualified' },
}

/** Days that each side has, by the outlet's calendar; reasons in hours. Until the end of the last local day. */
export const QUALIFICATION_TIMES = {
  noticeDays: 14,
  replyDays: 10,
  cureDays: 30,
  decisionDays: 10,
  reasonHours: 24,
  reviewDays: 7,
  appealDays: 14,
  appealAnswerDays: 14,
} as const
