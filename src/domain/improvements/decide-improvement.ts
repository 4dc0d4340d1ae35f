import { isDay, whyNoFigure } from './figure-rules.ts'
import type { Improvement } from './improvement.ts'
import { improvementSubject } from './improvement.ts'
import {
  IMPROVEMENT_EVENT_TYPES,
  IMPROVEMENT_TABLE,
  type ImprovementAction,
  type ImprovementEventType,
  type ImprovementPlan,
} from './improvement-action.ts'

/** What every event says of the improvement after it, so that folding needs the event alone. */
export type ImprovementStanding = Omit<Improvement, 'id' | 'version'>

export type ImprovementEvent = {
  /** `improvement/<id>` */
  readonly subject: string
  readonly version: number
  readonly type: ImprovementEventType
  readonly data: ImprovementStanding
}

export type ImprovementRefusal = 'not_allowed_now' | 'bad_dates' | 'bad_value'
export type ImprovementDecision =
  | {
      readonly ok: true
      readonly event: ImprovementEvent
      readonly improvement: Improvement
    }
  | { readonly ok: false; readonly refusal: ImprovementRefusal }

/** An improvement after one of its events. */
export function evolveImprovement(event: ImprovementEvent): Improvement {
  const { subject, version, data } = event
  return { id: subject.slice(improvementSubject('').length), version, ...data }
}

/** A day that was named before may lie behind today; a new one may not. */
function whyNoPlan(
  plan: ImprovementPlan,
  standing: Improvement | null,
  today: string,
): ImprovementRefusal | null {
  const { themes, dueDay, kpi, before } = plan
  if (themes.length === 0 || (kpi === null) !== (before === null)) return 'bad_value'
  if (!isDay(dueDay) || (dueDay < today && dueDay !== standing?.dueDay)) return 'bad_dates'
  return kpi && before ? whyNoFigure(kpi, before, today) : null
}

type Change = Partial<ImprovementStanding>
type Step =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly refusal: ImprovementRefusal }

const changed = (change: Change): Step => ({ ok: true, change })
const unless = (refusal: ImprovementRefusal | null, change: Change): Step =>
  refusal ? { ok: false, refusal } : changed(change)

/** After is after: its period begins once the day is over on which it was done. What was measured before stays. */
function measured(
  { kpi, before, after: measuredBefore, earlier = [], endedOn }: Improvement,
  { after }: Extract<ImprovementAction, { readonly type: 'measure' }>,
  today: string,
): Step {
  if (!kpi || !before || !endedOn) return { ok: false, refusal: 'not_allowed_now' }
  const why = whyNoFigure(kpi, after, today)
  return unless(why ?? (after.from > endedOn ? null : 'bad_dates'), {
    after,
    ...(measuredBefore && { earlier: [...earlier, measuredBefore] }),
  })
}

function finished({ before }: Improvement, day: string, today: string): Step {
  const isLate = !isDay(day) || day > today || (before !== null && before.until > day)
  return unless(isLate ? 'bad_dates' : null, { status: 'done', endedOn: day })
}

function stepOf(standing: Improvement, action: ImprovementAction, today: string): Step {
  switch (action.type) {
    case 'plan':
      return { ok: false, refusal: 'not_allowed_now' }
    case 'revise':
      return unless(whyNoPlan(action.plan, standing, today), action.plan)
    case 'start':
      return changed({ status: 'under_way' })
    case 'finish':
      return finished(standing, action.day, today)
    case 'drop':
      return changed({ status: 'dropped', endedOn: today })
    case 'measure':
      return measured(standing, action, today)
    case 'publish':
    case 'withdraw':
      return standing.isPublic === (action.type === 'publish')
        ? { ok: false, refusal: 'not_allowed_now' }
        : changed({ isPublic: action.type === 'publish' })
  }
}

function decided(
  id: string,
  version: number,
  { type, data }: Pick<ImprovementEvent, 'type' | 'data'>,
): ImprovementDecision {
  const event = { subject: improvementSubject(id), version, type, data }
  return { ok: true, event, improvement: evolveImprovement(event) }
}

/**
 * Decides an action by the table; nothing is ever taken off the record. Planning needs a theme, a day
 * that isn't over, and a measure together with its figure before, or neither; finishing a day up to
 * today that the figure before doesn't reach past; the figure after a period that begins later.
 * `today` is the network's local day. A finished one that is to start: `not_allowed_now`.
 */
export function decideImprovement(
  standing: Improvement | null,
  action: ImprovementAction,
  today: string,
): ImprovementDecision {
  const type = IMPROVEMENT_EVENT_TYPES[action.type]
  if (!IMPROVEMENT_TABLE[action.type].includes(standing?.status ?? null)) {
    return { ok: false, refusal: 'not_allowed_now' }
  }
  if (action.type === 'plan') {
    const refusal = whyNoPlan(action.plan, null, today)
    if (refusal) return { ok: false, refusal }
    const data = {
      ...({ status: 'planned', isPublic: false, after: null, endedOn: null } as const),
      ...{ ...action.plan, firstDueDay: action.plan.dueDay },
    }
    return decided(action.id, 1, { type, data })
  }
  if (!standing) return { ok: false, refusal: 'not_allowed_now' }
  const step = stepOf(standing, action, today)
  if (!step.ok) return step
  const { id, version, ...data } = standing
  return decided(id, version + 1, { type, data: { ...data, ...step.change } })
}
