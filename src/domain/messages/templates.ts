import { type BookableService, REPAIR_STATUSES, type RepairStatus } from '../repairs/repair.ts'

/** Every message has a link: to the repair's page, or to answering an ask. */
type Linked = { readonly link: string }
type Coded = Linked & { readonly code: string }
type Timed = Linked & { readonly time: string }
type Dated = Linked & { readonly date: string }
type Placed = Linked & { readonly outlet: string }

/**
 * Every message there is, by the id that gateways approve, with its variables as they are read:
 * short words in the customer's language.
 */
export type TemplateVariables = {
  readonly ticket_code: Coded
  readonly ticket_code_no_visit: Coded
  readonly ticket_code_mail_in: Coded
  readonly code_again: Coded
  readonly visit_moved: Timed
  readonly visit_cancelled: Linked
  readonly visit_stopped: Timed
  readonly received: Coded
  readonly answer_needed: Timed
  readonly answer_reminder: Timed
  readonly answer_reminder_last: Timed
  readonly part_date: Dated
  readonly ready_repaired: Placed
  readonly ready_repaired_post: Linked
  readonly ready_exchanged: Placed
  readonly ready_exchanged_post: Linked
  readonly ready_certified: Linked
  readonly ready_certified_post: Linked
  readonly ready_refunded: Linked
  readonly not_repaired: Linked
  readonly not_repaired_post: Linked
  readonly returned_as_it_was: Linked
  readonly returned_as_it_was_post: Linked
  readonly returned_no_answer: Linked
  readonly returned_no_answer_post: Linked
  readonly moving: Placed
  readonly on_its_way: Linked & { readonly tracking: string }
  readonly report: Linked
  readonly refund_sent: Linked
  readonly back_again: Linked
  readonly lost: Linked
  readonly found: Linked
  readonly news: Linked
  readonly new_time: Timed
  readonly cancelled: Linked
  readonly lapse_reminder: Dated
  readonly lapsed: Linked
  readonly uncollected_reminder: Placed
  readonly uncollected_reminder_second: Placed
  readonly uncollected_reminder_last: Placed
  readonly last_notice: Linked
}
export type Template = keyof TemplateVariables

/** What a message is about: a later one about the same takes the place of one not yet sent. */
export type Topic =
  | 'code'
  | 'visit'
  | 'receipt'
  | 'answer'
  | 'part'
  | 'ready'
  | 'transfer'
  | 'parcel'
  | 'search'
  | 'news'
  | 'end'

/**
 * Whether the customer waits for it, and so wants it at night too: `always` (asked for a moment ago),
 * `one_hour` (waits in or near the shop while a one-hour repair is done) or `never`.
 */
type Awaited = 'always' | 'one_hour' | 'never'

type TemplateRule = {
  readonly topic: Topic
  readonly awaited: Awaited
  /** Statuses in which it is still true. */
  readonly during: readonly RepairStatus[]
}

const open = REPAIR_STATUSES.filter((status) => status !== 'closed')
const under = open.filter((status) => status !== 'requested')

const code = { topic: 'code', awaited: 'always', during: ['requested'] } as const
const answer = { topic: 'answer', awaited: 'one_hour', during: ['awaiting_decision'] } as const
const ready = { topic: 'ready', awaited: 'one_hour', during: ['ready'] } as const
const posting = { ...ready, awaited: 'never' } as const
const end = { topic: 'end', awaited: 'never', during: ['closed'] } as const
const news = { topic: 'news', awaited: 'never', during: under } as const

/** What each template is about, until when it is true, and whether it may go out at night. */
export const TEMPLATES: Readonly<Record<Template, TemplateRule>> = {
  ticket_code: code,
  ticket_code_no_visit: code,
  ticket_code_mail_in: { ...code, during: ['requested', 'in_transit_in'] },
  code_again: { ...code, during: open },
  visit_moved: { topic: 'visit', awaited: 'always', during: ['requested'] },
  visit_cancelled: { ...end, topic: 'visit' },
  visit_stopped: { topic: 'visit', awaited: 'never', during: ['requested'] },
  received: { topic: 'receipt', awaited: 'always', during: under },
  answer_needed: answer,
  answer_reminder: { ...answer, awaited: 'never' },
  answer_reminder_last: { ...answer, awaited: 'never' },
  part_date: { topic: 'part', awaited: 'never', during: ['awaiting_parts'] },
  ready_repaired: ready,
  ready_repaired_post: posting,
  ready_exchanged: ready,
  ready_exchanged_post: posting,
  ready_certified: ready,
  ready_certified_post: posting,
  ready_refunded: ready,
  not_repaired: ready,
  not_repaired_post: posting,
  returned_as_it_was: ready,
  returned_as_it_was_post: posting,
  returned_no_answer: { ...ready, awaited: 'never' },
  returned_no_answer_post: posting,
  moving: { topic: 'transfer', awaited: 'never', during: ['in_transfer'] },
  on_its_way: { topic: 'parcel', awaited: 'never', during: ['in_transit_out'] },
  report: end,
  refund_sent: end,
  back_again: { topic: 'parcel', awaited: 'never', during: ['ready'] },
  lost: { topic: 'search', awaited: 'never', during: ['lost'] },
  found: { topic: 'search', awaited: 'never', during: open },
  news,
  new_time: news,
  cancelled: { ...end, awaited: 'always' },
  lapse_reminder: { topic: 'end', awaited: 'never', during: ['requested'] },
  lapsed: end,
  uncollected_reminder: posting,
  uncollected_reminder_second: posting,
  uncollected_reminder_last: posting,
  last_notice: end,
}

/** The most letters of an outlet's name in a text message: what is longer is cut. */
export const LONGEST_OUTLET = { en: 40, 'zh-CN': 10 } as const

export const isTemplate = (text: string): text is Template => Object.hasOwn(TEMPLATES, text)

/**
 * Whether a message may go out between 21:00 and 8:00, since the customer is waiting for it.
 * `isAwaited('ready_repaired', 'one_hour')` is true, for another service false: that can wait till eight.
 */
export function isAwaited(template: Template, service: BookableService): boolean {
  const { awaited } = TEMPLATES[template]
  return awaited === 'always' || (awaited === 'one_hour' && service === 'one_hour')
}
