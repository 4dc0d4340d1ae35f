import { NO_FAULT, partsUpdateBy } from './asks.ts'
import { areCodes, areSomeCodes, isCode, isDate } from './coded-values.ts'
import { type Barrier, COVERAGES, type Coverage, type Money, type Repair } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import {
  badValue,
  firstBad,
  goReady,
  goTo,
  type Refused,
  type Ruling,
  refuse,
  type Situation,
} from './ruling.ts'

type Found = { readonly faultCode: string; readonly coverage: Coverage }

/** Work begins on a fault, and at the customer's cost only after an agreed price. Null = it may. */
function whyNotWork({ faultCode, coverage }: Found, repair: Repair): Refused | null {
  const bad = firstBad({
    faultCode: isCode(faultCode) && faultCode !== NO_FAULT,
    coverage: COVERAGES.includes(coverage),
  })
  if (bad) return bad
  return coverage === 'customer_pays' && !repair.agreed ? refuse('agreement_needed') : null
}

/** Takes the phone to the bench. */
export const diagnose = (): Ruling => goTo('diagnosing')

/**
 * Begins the repair of what was found. Refuses "no fault" (`bad_value`), and work at the customer's cost
 * before a price was agreed (`agreement_needed`).
 */
export function start(action: ActionOf<'start'>, { repair }: Situation): Ruling {
  const { faultCode, coverage } = action
  return whyNotWork(action, repair) ?? goTo('repairing', { faultCode, coverage })
}

/** Waits for a part until the end of the local day it is expected on, today at the earliest; else as `start`. */
export function awaitParts(action: ActionOf<'await_parts'>, situation: Situation): Ruling {
  const { faultCode, coverage, part, expectedOn } = action
  const refused =
    whyNotWork(action, situation.repair) ??
    firstBad({
      part: isCode(part),
      expectedOn: isDate(expectedOn) && expectedOn >= situation.day,
    })
  if (refused) return refused
  return goTo(
    'awaiting_parts',
    { faultCode, coverage, part, expectedOn },
    { nextUpdateBy: partsUpdateBy(expectedOn, situation) },
  )
}

/** The part comes another day, today at the earliest, for a coded reason. */
export function newDate(action: ActionOf<'new_date'>, situation: Situation): Ruling {
  const { expectedOn, reason } = action
  const bad = firstBad({
    expectedOn: isDate(expectedOn) && expectedOn >= situation.day,
    reason: isCode(reason),
  })
  if (bad) return bad
  const nextUpdateBy = partsUpdateBy(expectedOn, situation)
  return goTo('awaiting_parts', { expectedOn, reason }, { nextUpdateBy })
}

/** The part is here: work goes on. */
export const partArrived = (): Ruling => goTo('repairing')

/** The work is done, and by whom: a repeat repair is checked by somebody else. Work on "no fault" is none. */
export function finish(action: ActionOf<'finish'>, { deciding }: Situation): Ruling {
  const { type: _, ...facts } = action
  const bad = firstBad({
    faultCode: isCode(action.faultCode) && action.faultCode !== NO_FAULT,
    work: isCode(action.work),
    parts: areCodes(action.parts),
    oldPart: ['kept', 'returned', 'none'].includes(action.oldPart),
    boardChanged: typeof action.boardChanged === 'boolean',
  })
  return bad ?? goTo('quality_check', { ...facts, finishedBy: deciding.actor.id })
}

/** The repair doesn't hold: back to the bench, with a coded reason. */
export const failCheck = (action: ActionOf<'fail_check'>): Ruling =>
  isCode(action.reason) ? goTo('repairing', { reason: action.reason }) : badValue('reason')

const agreedDue = ({ agreed }: Repair): Money | null =>
  agreed?.currency && agreed.totalMinor > 0
    ? { amountMinor: agreed.totalMinor, currency: agreed.currency }
    : null

/** Whether this check is one by a person of a repeat repair that they finished themselves. */
const isOwnRepeat = ({ repair, deciding }: Situation): boolean =>
  repair.repeatOf !== null && repair.finishedBy === deciding.actor.id

/**
 * The repair works. A repeat repair takes a second person, or a manager's reason why there is none;
 * the reason stands in the event and is counted. What was agreed falls due. Refuses the finisher of a
 * repeat repair (`second_person_needed`), and a check of nothing (`bad_value`).
 */
export function passCheck(action: ActionOf<'pass_check'>, situation: Situation): Ruling {
  const { functionTest, override } = action
  const isOverride = override !== null && isOwnRepeat(situation)
  if (isOwnRepeat(situation) && override === null) return refuse('second_person_needed')
  if (isOverride && !situation.deciding.actor.roles.includes('outlet_manager'))
    return refuse('second_person_needed')
  const bad = firstBad({
    functionTest: areSomeCodes(functionTest),
    override: !isOverride || isCode(override),
  })
  if (bad) return bad
  const facts = { functionTest, override: isOverride ? override : null }
  return goReady('repaired', facts, { amountDue: agreedDue(situation.repair) })
}

const WORKSHOP_BARRIERS: readonly Barrier[] = [
  'no_fault_found',
  'unrepairable',
  'part_unavailable',
  'other',
]

/**
 * The workshop can't or needn't repair it: "no fault" is a finding and a barrier at once. What the
 * customer decides (declined, withdrawn, no answer) is no barrier of the workshop's.
 */
export function giveUp(action: ActionOf<'give_up'>): Ruling {
  const { faultCode, barrier } = action
  const bad = firstBad({
    faultCode: isCode(faultCode) && (faultCode === NO_FAULT) === (barrier === 'no_fault_found'),
    barrier: WORKSHOP_BARRIERS.includes(barrier),
  })
  return bad ?? goReady('returned_unrepaired', { faultCode, barrier }, { barrier })
}
