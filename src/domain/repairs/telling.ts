import { isCode, isInstant } from './coded-values.ts'
import { WAYS_BACK, type WayBack } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import { badValue, firstBad, goTo, type Ruling, type Situation } from './ruling.ts'

/**
 * News for the customer: by when they hear next, and a new time with the reason, if there is one. The
 * first promise stands; a phone that was never received has no promise to change.
 */
export function inform(action: ActionOf<'inform'>, { repair, at }: Situation): Ruling {
  const { nextUpdateBy, promisedAt, reason } = action
  const isNew = promisedAt !== null
  const bad = firstBad({
    nextUpdateBy: isInstant(nextUpdateBy) && nextUpdateBy > at,
    promisedAt: !isNew || (repair.promise !== null && isInstant(promisedAt) && promisedAt > at),
    reason: reason === null ? !isNew : isCode(reason),
  })
  return bad ?? goTo(repair.status, { promisedAt, reason }, { nextUpdateBy })
}

const isWayBack = (value: string | null): value is WayBack =>
  WAYS_BACK.some((wayBack) => wayBack === value)

/**
 * Puts something recorded right. Model and way back change here; what is personal changes beside the
 * ledger, which only says that it did. Nothing of it moves a clock.
 */
export function correct(action: ActionOf<'correct'>, { repair }: Situation): Ruling {
  const { field, value, reason } = action
  if (!isCode(reason)) return badValue('reason')
  const facts = { field, value, reason }
  switch (field) {
    case 'model':
      return isCode(value) ? goTo(repair.status, facts, { model: value }) : badValue('value')
    case 'way_back':
      return isWayBack(value) ? goTo(repair.status, facts, { wayBack: value }) : badValue('value')
    case 'accessories':
      return value === null || isCode(value) ? goTo(repair.status, facts) : badValue('value')
    case 'imei':
      return value === null ? goTo(repair.status, facts) : badValue('value')
    case 'contact': {
      const told = action.isNewPhone ? { ...facts, isNewPhone: true } : facts
      return value === null ? goTo(repair.status, told) : badValue('value')
    }
    default:
      return badValue('field')
  }
}
