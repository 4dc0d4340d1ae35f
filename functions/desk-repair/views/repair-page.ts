import type { FixpointConfig } from '#config'
import type { FieldSetting, StaffStep } from '#domain/desk/repair-field.ts'
import type { Faults, Typed } from '#domain/desk/repair-form.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { DeskRepair } from '#functions/repairs/show-desk-repair.ts'
import type { StatusPage } from '#functions/repairs/views/status-page.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import { type MessageKey, type Translate, translator } from '#i18n/translate.ts'
import type { OpenChoices } from './words.ts'

/** Refusals of a step that the page says in the words of the API's problems. */
export const TOLD_REFUSALS = [
  'stale',
  'not_allowed_now',
  'not_your_role',
  'link_needed',
  'ask_closed',
  'bad_time',
  'bad_value',
  'second_person_needed',
  'agreement_needed',
  'unknown_outlet',
  'key_reused',
] as const
export type ToldRefusal = (typeof TOLD_REFUSALS)[number]

/** A step that was just tried and not taken, with all that was typed. */
export type TriedStep = {
  readonly step: StaffStep
  readonly typed: Typed
  readonly faults: Faults
  /** Null = fields are at fault. */
  readonly refusal: ToldRefusal | null
  /** The version that the person had seen. */
  readonly seen: number
}

/** What became of something else than a step. */
export type SideNotice =
  | { readonly kind: 'note'; readonly words: string; readonly fault: 'required' | 'too_long' }
  | { readonly kind: 'shelf'; readonly typed: string }
  | { readonly kind: 'assign'; readonly isTaken: boolean }
  | { readonly kind: 'photos'; readonly refused: readonly RefusedPhoto[]; readonly kept: number }

export type RefusedPhoto = { readonly name: string; readonly why: PhotoFault }

export const PHOTO_FAULTS = [
  'empty',
  'too_big',
  'too_many_pixels',
  'not_a_photo',
  'damaged',
  'moving',
  'more_than_a_photo',
  'too_many',
] as const
export type PhotoFault = (typeof PHOTO_FAULTS)[number]

/** Everything the page of a repair at the desk is made from. */
export type RepairPage = {
  readonly shown: DeskRepair
  readonly locale: Locale
  readonly t: Translate
  /** Epoch ms. */
  readonly now: number
  readonly config: FixpointConfig
  readonly staff: Staff
  /** Makes each form that is sent twice one command. */
  readonly commandId: string
  readonly tried: TriedStep | null
  readonly side: SideNotice | null
  /** The step that was just taken. */
  readonly done: StaffStep | null
  /** Where each photo is served, for the next minutes; by id. */
  readonly photoLinks: ReadonlyMap<string, string>
}

type Parts = Omit<RepairPage, 't'>

export const repairPage = (parts: Parts): RepairPage => ({ ...parts, t: translator(parts.locale) })

/** An instant by the clock of the outlet where the phone is. */
export const at = ({ locale, shown }: RepairPage, instant: number): string =>
  timeText(locale, shown.outlet.zone, instant)

/** What a form of this page is made for. */
export const settingOf = ({ shown, now }: RepairPage): FieldSetting => ({
  repair: shown.repair,
  actor: shown.actor,
  now,
  zone: shown.outlet.zone,
})

/** What its forms choose from beside the lists; whoever acts may always name themselves. */
export const choicesHere = ({ locale, config, shown, staff }: RepairPage): OpenChoices => ({
  locale,
  config,
  people: [{ id: staff.id, name: staff.name }, ...shown.people.filter(({ id }) => id !== staff.id)],
})

const NOBODY_OF_STAFF: Readonly<Record<string, MessageKey>> = {
  customer: 'desk.repair.by.customer',
  system: 'desk.repair.by.system',
}

/** Who did something: a name, the customer, the system; an id where nobody has that name any more. */
export const nameOf = ({ shown, t }: RepairPage, actor: string): string => {
  const key = NOBODY_OF_STAFF[actor]
  return key ? (t as (key: MessageKey) => string)(key) : (shown.names.get(actor) ?? actor)
}

/** The repair as the views of its public page take it. */
export const asStatusPage = ({ shown, locale, now, config }: RepairPage): StatusPage => ({
  ...shown,
  ...{ locale, now, config, via: 'lookup', askVersion: null, commandId: '' },
  ...{ notice: null, mistyped: null },
})

export const addressOf = (code: string): string => `/desk/repairs/${code}/`
export const addressOfVisit = (code: string): string => `/desk/visits/${code}/`
