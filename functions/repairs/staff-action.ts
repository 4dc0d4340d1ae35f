import type { StaffStep } from '#domain/desk/repair-field.ts'
import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { PrivateChange } from './private-store.ts'
import type { StepSaid } from './step-json.ts'

type Terms = {
  /** Of sums that the desk types. */
  readonly currency: string
  /** How telephone numbers are read. */
  readonly country: string
}

type Device = { readonly imeis: readonly string[]; readonly serial?: string | null | undefined }

/** A step in the domain's terms: coded facts for the event, and what is personal beside it. */
export type StaffAction = {
  readonly action: RepairAction
  readonly personal?: PrivateChange
  readonly shelf?: string | null
  /** What somebody else who collects the phone showed. */
  readonly pickUpCode?: string
}

type Reading = {
  readonly [T in StaffStep]?: (said: StepSaid<T>, terms: Terms) => StaffAction | null
}

const numbersOf = ({ imeis, serial }: Device): PrivateChange => ({
  device: { ...(imeis.length > 0 && { imeis }), ...(serial && { serial }) },
})

const hasNumbers = (device: Device | null | undefined): device is Device =>
  device != null && (device.imeis.length > 0 || Boolean(device.serial))

/** A number that can't be called is no correction: null. */
function correction(said: StepSaid<'correct'>, { country }: Terms): StaffAction | null {
  const { field, value = null, reason, device, phone, name } = said
  const action: RepairAction = { type: 'correct', field, value: value ?? null, reason }
  if (field === 'imei') {
    return hasNumbers(device) ? { action, personal: numbersOf(device) } : null
  }
  if (field !== 'contact') return { action }
  const read = phone ? readContactPhone(phone, country) : null
  if (read && !read.ok) return null
  if (!read && !name) return null
  const contact = {
    ...(read?.ok && { phone: { dial: read.dial, display: read.display } }),
    ...(name && { name }),
  }
  return { action, personal: { contact } }
}

/** Steps whose words differ from the event's; the others are taken as they are said. */
const READINGS: Reading = {
  // Field by field: what stands beside them in a body is personal.
  receive: (said, { currency }) => ({
    action: {
      ...{ type: 'receive', isAnnounced: said.isAnnounced, condition: said.condition },
      ...{ accessories: said.accessories, coverage: said.coverage, promisedAt: said.promisedAt },
      ...{ arrivedAt: said.arrivedAt ?? null, repeatOf: null },
      ...(said.tested && { tested: said.tested }),
      ...(said.proof && { proof: said.proof }),
      ...(said.dataLoss && { dataLoss: said.dataLoss }),
      ceiling: said.ceilingMinor == null ? null : { amountMinor: said.ceilingMinor, currency },
    },
    personal: {
      ...numbersOf(said.device),
      ...(said.mayCollect && { contact: { mayCollect: said.mayCollect } }),
    },
    shelf: said.shelf ?? null,
  }),
  ask: ({ notCovered, faultCode, coverage, ...said }, { currency }) => ({
    action: {
      ...{ type: 'ask', ...said, notCovered: notCovered ?? null },
      ...{ faultCode: faultCode ?? null, coverage: coverage ?? null },
      currency: said.lines.length > 0 || said.declineCostMinor > 0 ? currency : null,
    },
  }),
  finish: ({ device, ...said }) => ({
    action: { type: 'finish', ...said },
    ...(hasNumbers(device) && { personal: numbersOf(device) }),
  }),
  exchange: ({ device, ...said }) =>
    hasNumbers(device)
      ? { action: { type: 'exchange', ...said }, personal: numbersOf(device) }
      : null,
  hand_over: ({ collector, invoice, waivedBy, pickUpCode, ...said }) => ({
    action: {
      ...{ type: 'hand_over', ...said, invoice: invoice ?? null },
      waivedBy: waivedBy ?? null,
    },
    ...(collector && { personal: { words: { collector } } }),
    ...(pickUpCode && { pickUpCode }),
  }),
  pass_check: ({ override, functionTest }) => ({
    action: { type: 'pass_check', functionTest, override: override ?? null },
  }),
  take_in: ({ condition, shelf }) => ({
    action: { type: 'take_in', condition },
    shelf: shelf ?? null,
  }),
  inform: ({ nextUpdateBy, promisedAt, reason }) => ({
    action: {
      ...{ type: 'inform', nextUpdateBy, promisedAt: promisedAt ?? null },
      reason: reason ?? null,
    },
  }),
  found: ({ where, outlet }) => ({ action: { type: 'found', where, outlet: outlet ?? null } }),
  cancel: ({ proof }) => ({ action: { type: 'cancel', proof: proof ?? null } }),
  correct: correction,
}

/** What staff said of a step, as the domain takes it; null where a number of it can't be read. */
export function staffAction<T extends StaffStep>(
  type: T,
  said: StepSaid<T>,
  terms: Terms,
): StaffAction | null {
  const reading = READINGS[type] as
    | ((said: unknown, terms: Terms) => StaffAction | null)
    | undefined
  return reading ? reading(said, terms) : { action: { type, ...said } as unknown as RepairAction }
}
