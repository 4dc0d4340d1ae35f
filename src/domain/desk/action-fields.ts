import type { Field, FieldSetting, StaffStep } from './repair-field.ts'
import type { StepList } from './repair-lists.ts'
import { localInput } from './repair-times.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The next full hour, that long from now. */
const inTime =
  (ms: number) =>
  ({ now, zone }: FieldSetting): string =>
    localInput(Math.ceil((now + ms) / HOUR_MS) * HOUR_MS, zone)

const isDue = ({ repair }: FieldSetting): boolean => (repair.amountDue?.amountMinor ?? 0) > 0
const isManager = ({ actor }: FieldSetting): boolean => actor.roles.includes('outlet_manager')
const isOwnRepeat = ({ repair, actor }: FieldSetting): boolean =>
  repair.repeatOf !== null && repair.finishedBy === actor.id

const faultKnown = ({ repair }: FieldSetting): string =>
  repair.finding?.faultCode ?? repair.faultCode
const coverageKnown = ({ repair }: FieldSetting): string =>
  repair.finding?.coverage ?? repair.coverage ?? ''

const coverage: Field = {
  ...{ kind: 'choice', name: 'coverage', list: 'coverages', label: 'coverage' },
  initial: coverageKnown,
}
const finding: readonly Field[] = [
  {
    ...{ kind: 'choice', name: 'faultCode', list: 'faultsFound', label: 'finding' },
    initial: faultKnown,
  },
  coverage,
]
const part: Field = { kind: 'code', name: 'part', label: 'part', hint: 'parts' }
const expectedOn: Field = { kind: 'date', name: 'expectedOn', label: 'expected_on' }
const device: readonly Field[] = [
  { kind: 'imeis', name: 'device.imeis', label: 'imeis', optional: true },
  { kind: 'words', name: 'device.serial', label: 'serial', optional: true },
]
const newDevice: readonly Field[] = device.map((field) =>
  field.kind === 'imeis' ? { ...field, label: 'new_imeis' } : field,
)
const remedy: readonly Field[] = [
  { kind: 'choice', name: 'rule', list: 'rules', label: 'rule' },
  { kind: 'code', name: 'clause', label: 'clause', hint: 'clause' },
  { kind: 'date', name: 'on', label: 'remedy_from' },
]
const parcel: readonly Field[] = [
  { kind: 'choice', name: 'courier', list: 'couriers', label: 'courier' },
  { kind: 'words', name: 'tracking', label: 'tracking' },
]
const condition: Field = {
  ...{ kind: 'checks', name: 'condition', list: 'conditions', label: 'condition' },
}
const shelf: Field = { kind: 'code', name: 'shelf', label: 'shelf', optional: true }
const functionTest: Field = {
  ...{ kind: 'checks', name: 'functionTest', list: 'functionTests', label: 'function_test' },
  hint: 'function_test',
}
const evidence: Field = { kind: 'choice', name: 'evidence', list: 'evidence', label: 'evidence' }
const askVersion: Field = {
  ...{ kind: 'given', name: 'askVersion', label: 'ask_kind' },
  initial: ({ repair }) => String(repair.ask?.version ?? ''),
}

const awaiting = { field: 'continueTo.status', is: ['awaiting_parts'] }
const correcting = (what: string) => ({ field: 'field', is: [what] })

const ASK: readonly Field[] = [
  {
    ...{ kind: 'choice', name: 'kind', list: 'askKinds', label: 'ask_kind' },
    initial: ({ repair }) => repair.ask?.kind ?? 'price',
  },
  { kind: 'lines', name: 'lines', label: 'lines', hint: 'ask_money', optional: true },
  {
    ...{ kind: 'money', name: 'declineCostMinor', label: 'decline_cost', hint: 'decline_cost' },
    optional: true,
  },
  {
    ...{ kind: 'choice', name: 'faultCode', list: 'faults', label: 'finding', optional: true },
    initial: faultKnown,
  },
  {
    ...{ kind: 'choice', name: 'coverage', list: 'coverages', label: 'coverage', optional: true },
    initial: coverageKnown,
  },
  {
    ...{ kind: 'choice', name: 'notCovered', list: 'notCovered', label: 'not_covered' },
    optional: true,
  },
  {
    ...{ kind: 'choice', name: 'continueTo.status', list: 'continuations', label: 'continue_to' },
    initial: ({ repair }) => (repair.status === 'quality_check' ? 'quality_check' : 'repairing'),
  },
  { ...part, name: 'continueTo.part', when: awaiting },
  { ...expectedOn, name: 'continueTo.expectedOn', when: awaiting },
  {
    ...{ kind: 'same', name: 'continueTo.barrier', label: 'continue_to', of: 'kind' },
    ...{ blame: 'continueTo.status', when: { field: 'continueTo.status', is: ['ready'] } },
  },
]

const RECEIVE: readonly Field[] = [
  ...device,
  { kind: 'flag', name: 'isAnnounced', label: 'is_announced', initial: () => 'true' },
  condition,
  {
    ...{ kind: 'checks', name: 'accessories', list: 'accessories', label: 'accessories' },
    optional: true,
  },
  coverage,
  {
    ...{ kind: 'instant', name: 'promisedAt', label: 'promised_at', hint: 'promise' },
    initial: inTime(2 * DAY_MS),
  },
  {
    ...{ kind: 'instant', name: 'arrivedAt', label: 'arrived_at', optional: true },
    only: ({ repair }) => repair.wayIn === 'walk_in',
  },
  { kind: 'money', name: 'ceilingMinor', label: 'ceiling', optional: true },
  { kind: 'words', name: 'mayCollect', label: 'may_collect', optional: true },
  shelf,
]

const HAND_OVER: readonly Field[] = [
  functionTest,
  {
    ...{ kind: 'choice', name: 'collectedBy', list: 'collectors', label: 'collected_by' },
    initial: () => 'customer',
  },
  {
    ...{ kind: 'words', name: 'collector', label: 'collector' },
    when: { field: 'collectedBy', is: ['other'] },
  },
  {
    ...{ kind: 'code', name: 'pickUpCode', label: 'pick_up_code', hint: 'pick_up_code' },
    ...{ optional: true, when: { field: 'collectedBy', is: ['other'] } },
  },
  { kind: 'choice', name: 'paidHow', list: 'payments', label: 'paid_how', only: isDue },
  {
    ...{ kind: 'given', name: 'paidHow', label: 'paid_how', initial: () => 'nothing_due' },
    only: (at) => !isDue(at),
  },
  {
    ...{ kind: 'code', name: 'invoice', label: 'invoice', optional: true, only: isDue },
    when: { field: 'paidHow', is: ['mobile', 'card', 'cash', 'transfer'] },
  },
  {
    ...{ kind: 'choice', name: 'waivedBy', list: 'people', label: 'waived_by', only: isDue },
    initial: ({ actor }) => actor.id,
    when: { field: 'paidHow', is: ['waived'] },
  },
]

const CORRECT: readonly Field[] = [
  { kind: 'choice', name: 'field', list: 'corrected', label: 'correct_field' },
  {
    ...{ kind: 'choice', name: 'value.model', path: 'value', list: 'models', label: 'model' },
    ...{ initial: ({ repair }) => repair.model, when: correcting('model') },
  },
  {
    ...{ kind: 'choice', name: 'value.way_back', path: 'value', list: 'waysBack' },
    ...{ label: 'way_back', when: correcting('way_back') },
  },
  {
    ...{ kind: 'checks', name: 'value.accessories', path: 'value', list: 'accessories' },
    ...{ label: 'accessories', joined: '+', optional: true, when: correcting('accessories') },
  },
  ...device.map((field) => ({ ...field, when: correcting('imei') })),
  { kind: 'words', name: 'phone', label: 'phone', optional: true, when: correcting('contact') },
  { kind: 'words', name: 'name', label: 'name', optional: true, when: correcting('contact') },
  { kind: 'choice', name: 'reason', list: 'correctionReasons', label: 'reason' },
]

const reason = (list: StepList): readonly Field[] => [
  { kind: 'choice', name: 'reason', list, label: 'reason' },
]

/**
 * The fields of each step's form, in order: what is asked, shown and read comes from here alone, so
 * that a new step has no form before somebody says what it needs.
 */
export const ACTION_FIELDS: Record<StaffStep, readonly Field[]> = {
  post: parcel,
  receive: RECEIVE,
  diagnose: [],
  ask: ASK,
  accept: [askVersion, evidence],
  decline: [askVersion, ...reason('declineReasons'), evidence],
  withdraw: reason('withdrawReasons'),
  start: finding,
  await_parts: [...finding, part, expectedOn],
  new_date: [expectedOn, ...reason('delayReasons')],
  part_arrived: [],
  finish: [
    ...finding.slice(0, 1),
    { kind: 'choice', name: 'work', list: 'works', label: 'work' },
    { kind: 'codes', name: 'parts', label: 'parts', hint: 'parts', optional: true },
    { kind: 'choice', name: 'oldPart', list: 'oldParts', label: 'old_part' },
    { kind: 'flag', name: 'boardChanged', label: 'board_changed' },
    ...newDevice.map((field) => ({ ...field, when: { field: 'boardChanged', is: ['true'] } })),
  ],
  fail_check: reason('checkFailures'),
  pass_check: [
    functionTest,
    {
      ...{ kind: 'choice', name: 'override', list: 'overrides', label: 'override' },
      hint: 'override',
      only: (at) => isManager(at) && isOwnRepeat(at),
    },
  ],
  give_up: [
    {
      ...{ kind: 'choice', name: 'faultCode', list: 'faults', label: 'finding' },
      initial: faultKnown,
    },
    { kind: 'choice', name: 'barrier', list: 'barriers', label: 'barrier' },
  ],
  exchange: [...remedy, ...newDevice],
  refund: remedy,
  certify: remedy,
  reopen: reason('reopenReasons'),
  hand_over: HAND_OVER,
  settle: [{ kind: 'code', name: 'paymentReference', label: 'payment_reference' }],
  post_back: parcel,
  delivered: [],
  bounce: reason('bounceReasons'),
  send_on: [
    {
      ...{ kind: 'code', name: 'outlet', label: 'outlet', hint: 'outlet' },
      initial: ({ repair }) => (repair.atOutlet === repair.homeOutlet ? '' : repair.homeOutlet),
    },
    { kind: 'choice', name: 'carrier', list: 'couriers', label: 'carrier' },
  ],
  take_in: [condition, shelf],
  report_lost: [{ kind: 'code', name: 'claim', label: 'claim' }],
  found: [
    { kind: 'choice', name: 'where', list: 'foundPlaces', label: 'found_where' },
    { kind: 'code', name: 'outlet', label: 'outlet', hint: 'outlet', optional: true },
  ],
  inform: [
    {
      ...{ kind: 'instant', name: 'nextUpdateBy', label: 'next_update_by' },
      initial: inTime(DAY_MS),
    },
    {
      ...{ kind: 'instant', name: 'promisedAt', label: 'promised_at', optional: true },
      only: ({ repair }) => repair.promise !== null,
    },
    {
      ...{ kind: 'choice', name: 'reason', list: 'delayReasons', label: 'reason', optional: true },
      hint: 'reason_for_promise',
    },
  ],
  correct: CORRECT,
  cancel: [
    {
      ...{ kind: 'choice', name: 'proof', list: 'cancelProofs', label: 'proof' },
      only: ({ repair }) => repair.status === 'in_transit_in',
    },
  ],
  abandon: [],
  reclaim: [],
}

/** On every form, folded away: a late entry after an outage. */
export const LATE_FIELD: Field = {
  ...{ kind: 'instant', name: 'happenedAt', label: 'actual_time', optional: true },
}

/**
 * The fields that a step's form has for somebody, as the repair stands: something due is paid or waived,
 * nothing due is neither; an override only for the manager who finished a repeat repair.
 * `fieldsOf('diagnose', at)` is the late entry's alone.
 */
export const fieldsOf = (step: StaffStep, at: FieldSetting): readonly Field[] => [
  ...ACTION_FIELDS[step].filter(({ only }) => only?.(at) ?? true),
  LATE_FIELD,
]
