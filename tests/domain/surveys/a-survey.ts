import { decideSurvey, type SurveyAction, type SurveyActor } from '#domain/surveys/decide-survey.ts'
import type { Survey, Surveyed } from '#domain/surveys/survey.ts'
import type { SurveyEvent } from '#domain/surveys/survey-event.ts'

export const ENDED = Date.UTC(2026, 10, 18, 3)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const ID = '7K3M9QXF2T8BV.9'

export const SYSTEM: SurveyActor = { id: 'system', role: 'system' }
export const CUSTOMER: SurveyActor = { id: 'customer', role: 'customer' }
export const STAFF: SurveyActor = { id: 'stf_one', role: 'staff' }

export const aboutRepair = (change: Partial<Surveyed> = {}): Surveyed => ({
  ...{ kind: 'repair', touchpoint: 'outlet', outlet: 'SZ-001', repairCode: '7K3M9QXF2T8BV' },
  ...{ ending: 'collected', outcome: 'repaired', day: '2026-11-18', endedAt: ENDED, wave: null },
  ...change,
})

export type Taken = { readonly survey: Survey; readonly events: readonly SurveyEvent[] }

/** A survey with steps taken one after another, each by whoever may; throws where one is refused. */
export function taken(
  steps: readonly (readonly [SurveyAction, at: number])[],
  about: Surveyed = aboutRepair(),
): Taken {
  const events: SurveyEvent[] = []
  let survey: Survey | null = null
  const all = [[{ type: 'invite', id: ID, about }, ENDED + HOUR] as const, ...steps]
  for (const [action, now] of all) {
    const actor =
      action.type === 'answer'
        ? CUSTOMER
        : action.type === 'try_callback' || action.type === 'decide_suspicion'
          ? STAFF
          : SYSTEM
    const decision = decideSurvey(survey, action, { now, actor })
    if (!decision.ok) throw new Error(`${action.type}: ${decision.refusal}`)
    events.push(...decision.events)
    survey = decision.survey
  }
  if (!survey) throw new Error('no survey')
  return { survey, events }
}

export const answer = (
  change: Partial<Extract<SurveyAction, { type: 'answer' }>> = {},
): SurveyAction => ({
  ...{ type: 'answer', scores: { csat: 4 }, hasComment: false, isSuspicious: false, isDone: true },
  ...change,
})
