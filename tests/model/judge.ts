import type { Booking } from '#domain/bookings/booking.ts'
import type { Role } from '#domain/repairs/actor.ts'
import { type Answered, type Asked, codeOf } from './asked.ts'
import type { Remembered } from './model.ts'
import { OUTLETS } from './network.ts'
import type { Standing } from './peek.ts'
import { REPAIR_STEPS, VISIT_STEPS, whoMayNow } from './step-table.ts'

export class Broken extends Error {}

export function must(holds: boolean, say: () => string): void {
  if (!holds) throw new Broken(say())
}

const said = (asked: Asked, answered: Answered): string =>
  `${JSON.stringify(asked.input)} answered ${JSON.stringify(answered)}`

/** A second asking under one key gets the first answer; with another body it is refused. */
export function judgeAgain(
  { asked, known }: Remembered,
  { answered, isAltered }: { readonly answered: Answered; readonly isAltered: boolean },
): void {
  if (known.kind !== 'done' || asked.input.key === null || asked.use === 'hold') return
  if (isAltered) {
    const isRefused = answered.kind === 'refused' && answered.refusal === 'key_reused'
    must(isRefused, () => `another body under a used key: ${said(asked, answered)}`)
    return
  }
  const isSame =
    answered.kind === 'done' && JSON.stringify(answered.answer) === JSON.stringify(known.answer)
  must(isSame, () => `asked again: ${said(asked, answered)}, at first ${JSON.stringify(known)}`)
}

type Step = Extract<Asked, { use: 'visit' | 'repair' }>

/** Who may take this step now by the table of the tests, or null where it has none. */
function whoBy(asked: Step, { repair, booking }: Standing): readonly Role[] | null {
  if (asked.use === 'repair') return whoMayNow(repair, asked.input.action.type)
  const { type } = asked.input.action
  if (type === 'book' || !booking) return null
  const { from, who, asks = who } = VISIT_STEPS[type]
  return from.includes(booking.status) ? asks : null
}

const isConditional = (asked: Step): boolean => {
  const { type } = asked.input.action
  if (asked.use === 'repair')
    return type !== 'request' && REPAIR_STEPS[type as 'post'].isConditional === true
  // Missed only after its time; and a visit is moved while its repair is still to come.
  return type === 'miss' || type === 'move'
}

type Moment = { readonly before: Standing; readonly now: number }

/** Whether the time given is one that a step can have happened at. */
const isTimely = ({ input }: Step, last: number, now: number): boolean => {
  const at = input.happenedAt ?? now
  return at >= last && at <= now
}

const standingOf = (asked: Step, { repair, booking }: Standing) =>
  asked.use === 'repair' ? repair : (booking as Booking)

/** Why a step could rightly be refused so; a refusal that nothing here explains is a fault. */
function explains(refusal: string, asked: Step, { before, now }: Moment): boolean {
  const { action, actor, expectedVersion } = asked.input
  const standing = standingOf(asked, before)
  const who = whoBy(asked, before)
  switch (refusal) {
    case 'stale':
      return expectedVersion !== null && expectedVersion !== standing.version
    case 'not_allowed_now':
      return who === null || isConditional(asked)
    case 'not_your_role':
      return (
        who !== null && (!actor.roles.some((role) => who.includes(role)) || isOthersVoice(asked))
      )
    case 'bad_time':
      return !isTimely(asked, standing.lastHappenedAt, now)
    case 'link_needed':
      return (action.type === 'accept' || action.type === 'decline') && actor.via !== 'link'
    case 'ask_closed':
      return action.type === 'accept' || action.type === 'decline'
    case 'agreement_needed':
      return 'coverage' in action && action.coverage === 'customer_pays'
    case 'second_person_needed':
      return action.type === 'pass_check' && before.repair.repeatOf !== null
    case 'unknown_outlet':
      return 'outlet' in action && !OUTLETS.some(({ code }) => code === action.outlet)
    default:
      return false
  }
}

/** Cancelled in the name of somebody that the actor isn't; accepted by a system that nobody told. */
const isOthersVoice = ({ input: { action } }: Step): boolean =>
  action.type === 'cancel' || action.type === 'accept' || action.type === 'decline'

const ABOUT_SLOTS = new Set([
  ...['slot_full', 'too_soon', 'no_such_slot', 'beyond_horizon', 'outlet_suspended'],
])

function judgeStep(asked: Step, answered: Answered, moment: Moment & { isPlausible: boolean }) {
  const { before, isPlausible } = moment
  if (answered.kind === 'done') {
    const who = whoBy(asked, before)
    const may = who !== null && asked.input.actor.roles.some((role) => who.includes(role))
    must(may, () => `not in the table from ${before.repair.status}: ${said(asked, answered)}`)
    return
  }
  const { refusal } = answered
  // Values are the domain's own affair, unless nothing was wrong with them.
  if (refusal === 'bad_value' && (!isPlausible || dependsOnMore(asked))) return
  if (asked.use === 'visit' && asked.input.action.type === 'move' && ABOUT_SLOTS.has(refusal))
    return
  must(explains(refusal, asked, moment), () => `refused without reason: ${said(asked, answered)}`)
}

const VALUES_DEPEND = new Set<string>(['ask', 'hand_over', 'move', 'arrive', 'send_on'])

/** Whether usual values may make no sense from where the repair stands; a receipt names its device. */
function dependsOnMore(asked: Step): boolean {
  const { type } = asked.input.action
  if (asked.use === 'repair' && type === 'receive') return asked.input.personal === undefined
  return VALUES_DEPEND.has(type)
}

/** What is new may be refused for its slot, its hold or its outlet; what stands goes by the table. */
const REFUSALS_OF_NEW: Readonly<Record<string, ReadonlySet<string>>> = {
  hold: new Set([...ABOUT_SLOTS, 'hold_gone']),
  book: new Set([...ABOUT_SLOTS, 'hold_gone', 'unknown_hold', 'service_not_offered']),
  mail_in: new Set(['no_mail_in', 'outlet_closed']),
}

/** Judges the first answer to a command that nobody else's came between. */
export function judge(
  asked: Asked,
  answered: Answered,
  moment: { readonly before: Standing | null; readonly now: number; readonly isPlausible: boolean },
): void {
  const { before, ...rest } = moment
  if (asked.use === 'visit' || asked.use === 'repair') {
    must(before !== null, () => `nothing stands as ${codeOf(asked)}`)
    if (before) judgeStep(asked, answered, { before, ...rest })
    return
  }
  if (answered.kind === 'done') return
  // The hold is the key of a booking: somebody else's body may have used it up.
  if (asked.use === 'book' && asked.input.holdId !== null && answered.refusal === 'key_reused')
    return
  const known = REFUSALS_OF_NEW[asked.use]?.has(answered.refusal) === true
  must(known, () => `refused without reason: ${said(asked, answered)}`)
}
