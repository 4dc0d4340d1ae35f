import type { Outcome, RepairStatus, WayBack, WayIn } from '../repairs/repair.ts'
import type { RepairEventType } from '../repairs/repair-event.ts'
import { messageOfVoice } from './messages-of-voice.ts'
import { TEMPLATES, type Template } from './templates.ts'
import type { AnyTemplate } from './voice-templates.ts'

/** An event of any capability, as it is appended. */
type AnyEvent = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
}

/** What is read of a repair's event. */
type Facts = {
  readonly status: RepairStatus
  readonly outcome: Outcome | null
  readonly wayIn: WayIn
  readonly wayBack: WayBack
  readonly isHome: boolean
  readonly visitAt?: number | null
  readonly promisedAt?: number | null
}

export type AskedMessage = { readonly template: Template; readonly dueAt: number }
export type MessageOfEvent = {
  readonly template: AnyTemplate
  readonly dueAt: number
  readonly subject: string
  readonly version: number
}

type Pair = { readonly collect: Template; readonly post: Template }

const READY: Record<Outcome, Pair> = {
  repaired: { collect: 'ready_repaired', post: 'ready_repaired_post' },
  exchanged: { collect: 'ready_exchanged', post: 'ready_exchanged_post' },
  certified: { collect: 'ready_certified', post: 'ready_certified_post' },
  refunded: { collect: 'ready_refunded', post: 'ready_refunded' },
  returned_unrepaired: { collect: 'not_repaired', post: 'not_repaired_post' },
}
const AS_IT_WAS: Pair = { collect: 'returned_as_it_was', post: 'returned_as_it_was_post' }
const NO_ANSWER: Pair = { collect: 'returned_no_answer', post: 'returned_no_answer_post' }

type Ask = (facts: Facts) => Template | null

const nothing: Ask = () => null
const always =
  (template: Template): Ask =>
  () =>
    template

/** A phone that must first go back to where it is collected isn't ready for anybody. */
const readyAs =
  (pairOf: (outcome: Outcome) => Pair): Ask =>
  ({ status, outcome, wayBack, isHome }) => {
    if (status !== 'ready' || outcome === null) return null
    const isThere = isHome || wayBack === 'post' || outcome === 'refunded'
    return isThere ? pairOf(outcome)[wayBack] : null
  }

const ready = readyAs((outcome) => READY[outcome])
const asItWas = readyAs(() => AS_IT_WAS)

const ticketCode: Ask = ({ wayIn, visitAt }) => {
  if (wayIn === 'mail_in') return 'ticket_code_mail_in'
  return typeof visitAt === 'number' ? 'ticket_code' : 'ticket_code_no_visit'
}

/** Coming home is what makes a phone ready to collect; one to be posted was ready where it was repaired. */
const cameHome: Ask = (facts) => (facts.wayBack === 'collect' ? ready(facts) : null)

const OF_REPAIR: Record<RepairEventType, Ask> = {
  'repair.requested': ticketCode,
  'repair.posted': nothing,
  'repair.received': always('received'),
  'repair.diagnosis_started': nothing,
  'repair.asked': always('answer_needed'),
  'repair.accepted': asItWas,
  'repair.declined': asItWas,
  'repair.ask_expired': readyAs(() => NO_ANSWER),
  'repair.withdrawn': asItWas,
  'repair.started': nothing,
  'repair.parts_awaited': always('part_date'),
  'repair.date_changed': always('part_date'),
  'repair.part_arrived': nothing,
  'repair.finished': nothing,
  'repair.check_failed': nothing,
  'repair.check_passed': ready,
  'repair.given_up': ready,
  'repair.exchanged': ready,
  'repair.refunded': ready,
  'repair.certified': ready,
  'repair.reopened': nothing,
  'repair.handed_over': always('report'),
  'repair.settled': always('refund_sent'),
  'repair.posted_back': always('on_its_way'),
  'repair.delivered': always('report'),
  'repair.bounced': always('back_again'),
  'repair.sent_on': always('moving'),
  'repair.taken_in': cameHome,
  'repair.reported_lost': always('lost'),
  'repair.found': always('found'),
  'repair.informed': ({ promisedAt }) => (typeof promisedAt === 'number' ? 'new_time' : 'news'),
  'repair.corrected': nothing,
  'repair.cancelled': always('cancelled'),
  'repair.lapsed': always('lapsed'),
  'repair.abandoned': always('last_notice'),
  'repair.reclaimed': nothing,
}

const isOfRepair = (type: string): type is RepairEventType => Object.hasOwn(OF_REPAIR, type)

function templateOf({ type, data }: AnyEvent): Template | null {
  if (isOfRepair(type)) return OF_REPAIR[type](data as unknown as Facts)
  if (type === 'booking.moved') return 'visit_moved'
  return type === 'booking.cancelled' && data.by === 'outlet' ? 'visit_cancelled' : null
}

/**
 * The message that an event by itself asks for, due when it happened (epoch ms); none for most. A
 * booking has its repair's messages, but for a moved visit and one that the outlet itself cancels.
 * An accepted ask tells nothing while work goes on; where what was agreed is to give the phone back,
 * it is ready. `repair.check_passed` away from home, way back `collect`: `[]`.
 */
export function messagesOfEvent(event: AnyEvent): readonly AskedMessage[] {
  const template = templateOf(event)
  return template === null ? [] : [{ template, dueAt: event.happenedAt }]
}

const codeOf = (subject: string): string => subject.slice(subject.indexOf('/') + 1)

/** Whether what follows in the batch makes a message untrue, or says the same. */
function isOvertaken({ template }: AskedMessage, later: readonly AnyEvent[]): boolean {
  const { during, topic } = TEMPLATES[template]
  return later.some(
    (event) =>
      (isOfRepair(event.type) && !during.includes((event.data as unknown as Facts).status)) ||
      messagesOfEvent(event).some((next) => TEMPLATES[next.template].topic === topic),
  )
}

/**
 * The messages that a command's events ask for together: none that a later event of the same repair
 * overtakes. Registering at the counter (requested, received) sends `received` alone; an ask that the
 * agreed ceiling accepts at once sends no answer link; a visit that its outlet cancels says so, and
 * not that the repair is cancelled too.
 */
export function messagesOfEvents(events: readonly AnyEvent[]): readonly MessageOfEvent[] {
  const cancelledByOutlet = new Set(
    events.flatMap((event) =>
      templateOf(event) === 'visit_cancelled' ? [codeOf(event.subject)] : [],
    ),
  )
  return events.flatMap((event, place): readonly MessageOfEvent[] => {
    const { subject, version } = event
    const voice = messageOfVoice(event)
    if (voice) return [{ ...voice, subject, version }]
    const code = codeOf(subject)
    const later = events.slice(place + 1).filter((next) => codeOf(next.subject) === code)
    return messagesOfEvent(event)
      .filter((asked) => !isOvertaken(asked, later))
      .filter(({ template }) => template !== 'cancelled' || !cancelledByOutlet.has(code))
      .map((asked) => ({ ...asked, subject, version }))
  })
}
