import type { FixpointConfig } from '#config'
import type { ComplaintActionType } from '#domain/complaints/complaint-action.ts'
import {
  COMPLAINT_EVENT_TYPES,
  CONTACT_MISSED,
  type ComplaintEvent,
} from '#domain/complaints/complaint-event.ts'
import {
  isStaffComplaintStep,
  type StaffComplaintStep,
} from '#domain/complaints/complaint-fields.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Faults, Typed } from '../form-query.ts'
import type { DeskComplaint } from '../show-complaint.ts'

/** Refusals of a step that the page says in the words of the API's problems. */
const TOLD = [
  'stale',
  'not_allowed_now',
  'not_your_role',
  'bad_time',
  'bad_value',
  'second_person_needed',
  'too_late',
  'unknown_outlet',
  'merge_closed',
  'key_reused',
] as const
export type ToldRefusal = (typeof TOLD)[number]
export const toldRefusal = (refusal: string): ToldRefusal =>
  TOLD.find((one) => one === refusal) ?? 'not_allowed_now'

/** A step that was just tried and not taken, with all that was typed. */
export type TriedStep = {
  readonly step: StaffComplaintStep
  readonly typed: Typed
  readonly faults: Faults
  /** Null = fields are at fault. */
  readonly refusal: ToldRefusal | null
  /** The version that the person had seen. */
  readonly seen: number
}

/** Everything the page of a complaint at the desk is made from. */
export type ComplaintPage = {
  readonly shown: DeskComplaint
  /** Where its photos are seen for some minutes, by id. */
  readonly photoLinks: ReadonlyMap<string, string>
  readonly locale: Locale
  readonly t: Translate
  /** Epoch ms. */
  readonly now: number
  readonly config: FixpointConfig
  /** Makes each form that is sent twice one command. */
  readonly commandId: string
  readonly tried: TriedStep | null
  /** What was just done. */
  readonly done: StaffComplaintStep | 'register' | null
}

export const addressOf = (code: string): string => `/desk/complaints/${code}/`

/** An instant by the clock of the complaint's place. */
export const at = ({ locale, shown }: ComplaintPage, instant: number): string =>
  timeText(locale, shown.complaint.zone, instant)

/** Who did something: a name, the customer, the system; an id where nobody has that name any more. */
export function nameOf({ shown, t }: ComplaintPage, actor: string): string {
  if (actor === 'customer') return t('desk.complaints.by.customer')
  if (actor === 'system') return t('desk.complaints.by.system')
  return shown.names.get(actor) ?? actor
}

const ACTION_OF = new Map<string, ComplaintActionType>(
  (Object.keys(COMPLAINT_EVENT_TYPES) as ComplaintActionType[]).map((action) => [
    COMPLAINT_EVENT_TYPES[action],
    action,
  ]),
)

/** What an event is called at the desk. */
export function eventText(t: Translate, { type }: ComplaintEvent): string {
  if (type === CONTACT_MISSED) return t('desk.complaints.event.contact_missed')
  return t(`desk.complaints.event.${ACTION_OF.get(type) ?? 'register'}`)
}

/** Steps that lead off the way: open to whoever needs them, and never what is to be done next. */
const DETOURS: readonly StaffComplaintStep[] = [
  ...(['send_back', 'redirect', 'escalate', 'merge', 'reclassify', 'reopen'] as const),
]
export const isDetour = (step: StaffComplaintStep): boolean => DETOURS.includes(step)

/** The steps of staff among what may be done, the next one first. */
export const stepsOf = ({ shown }: ComplaintPage): readonly StaffComplaintStep[] =>
  shown.allowed.filter(isStaffComplaintStep)
