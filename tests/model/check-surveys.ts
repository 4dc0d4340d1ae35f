import { foldSurvey } from '#domain/surveys/evolve-survey.ts'
import { surveyDueAt } from '#domain/surveys/survey.ts'
import type { SurveyEvent } from '#domain/surveys/survey-event.ts'
import { must } from './judge.ts'
import type { Records } from './records.ts'

/** Each survey is the fold of its events, with the clock that its state says. */
function checkFold({ surveys, events }: Records): void {
  const told = Map.groupBy(
    events.filter(({ subject }) => subject.startsWith('survey/')),
    ({ subject }) => subject.slice('survey/'.length),
  )
  for (const { code: id, json, state, dueAt } of surveys) {
    const own = (told.get(id) ?? []) as unknown as readonly SurveyEvent[]
    const folded = JSON.stringify(foldSurvey(own))
    must(folded === json, () => `survey ${id} is ${json}, by its events ${folded}`)
    must(dueAt === surveyDueAt(state), () => `survey ${id}: its clock stands at ${dueAt}`)
    told.delete(id)
  }
  must(told.size === 0, () => `events of no survey: ${[...told.keys()]}`)
}

/**
 * Every ending that stands is asked about or waits to be, but for a lapse; and what is asked about ended
 * like that.
 */
function checkAsked({ repairs, surveys, wanted, events }: Records): void {
  const known = new Set([...wanted, ...surveys.map(({ code }) => code)])
  for (const { code, version, status, state } of repairs) {
    if (status !== 'closed' || state.ending === 'lapsed') continue
    must(known.has(`${code}.${version}`), () => `${code} ended (${state.ending}): nobody is asked`)
  }
  const endings = new Set(
    events
      .filter(({ data }) => data['status'] === 'closed' && data['ending'] !== 'lapsed')
      .map(({ subject, version }) => `${subject.slice(subject.indexOf('/') + 1)}.${version}`),
  )
  for (const id of known) must(endings.has(id), () => `${id} is asked about, and didn't end`)
}

/** Whom surveys ask, and what stands of them. */
export function checkSurveys(records: Records): void {
  checkFold(records)
  checkAsked(records)
}
