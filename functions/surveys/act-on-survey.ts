import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Staff } from '#domain/staff/staff.ts'
import {
  decideSurvey,
  type SurveyAction,
  type SurveyActor,
  type SurveyRefusal,
} from '#domain/surveys/decide-survey.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import { orReplayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { wordsRow } from '#functions/voices/voice-on-record.ts'
import { CODE_LETTERS } from './invite-customer.ts'
import { standingAtSurvey } from './may-at-survey.ts'
import { surveyById, surveyFromRow, updateSurvey } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>

export type TakenAction = Exclude<SurveyAction, { type: 'invite' }>

export type SurveyStep = {
  readonly id: string
  /** What is done, or how it is read from what was typed once the survey is known; null = it can't be. */
  readonly action: TakenAction | ((survey: Survey) => TakenAction | null)
  /** What a repetition is told by, where the action is read from it. */
  readonly asked?: unknown
  /** The version the asker has seen; null = whatever stands. */
  readonly expectedVersion: number | null
  readonly actor: SurveyActor
  /** Somebody of the staff: whether they may is read from the outlet that was surveyed. */
  readonly staff?: Staff
  /** What was written, under its key: it goes to the private row alone. */
  readonly words?: (survey: Survey) => Readonly<Record<string, string>>
  readonly key: string | null
}

export type SurveyAnswer = {
  readonly id: string
  readonly version: number
  readonly status: string
}
export type StepRefusal = SurveyRefusal | 'not_found' | 'stale' | 'bad_value' | 'key_reused'

type Loaded = { readonly survey: Survey; readonly step: SurveyStep }

async function decided(
  asking: Asking,
  { survey, step }: Loaded,
): Promise<Proposal<SurveyAnswer, StepRefusal>> {
  const refuse = (refusal: StepRefusal) => ({ kind: 'refused', refusal }) as const
  const { staff, expectedVersion, actor, words } = step
  if (staff) {
    const whyNot = await standingAtSurvey({ hub: asking.hub, staff }, survey)
    const isVerdict = typeof step.action !== 'function' && step.action.type === 'decide_suspicion'
    const why = whyNot(isVerdict ? 'feedback.decide' : 'callback.act')
    if (why) return refuse(why)
  }
  if (expectedVersion !== null && expectedVersion !== survey.version) return refuse('stale')
  const action = typeof step.action === 'function' ? step.action(survey) : step.action
  if (!action) return refuse('bad_value')
  const decision = decideSurvey(survey, action, { now: asking.now, actor })
  if (!decision.ok) return refuse(decision.refusal)
  const after = decision.survey
  const database = asking.databases.of(bucketOfTicket(survey.id.slice(0, CODE_LETTERS)))
  return {
    kind: 'change',
    answer: { id: after.id, version: after.version, status: after.status },
    events: decision.events,
    rows: [
      updateSurvey(database, after, asking.now),
      ...(words ? [wordsRow(database, after.id, words(survey))] : []),
    ],
  }
}

/**
 * Takes one step of a survey: load, decide, propose. A step taken before under the same key gets its
 * first answer; another version than the one seen is `stale`; out of somebody's scope there is no such
 * survey.
 */
export async function actOnSurvey(
  asking: Asking,
  step: SurveyStep,
): Promise<Task<SurveyAnswer, StepRefusal>> {
  const { id, action, asked = action, actor, key, expectedVersion } = step
  const command = await commandOf({
    ...{ name: 'survey.step', key, actor: actor.id, now: asking.now },
    body: { id, asked, expectedVersion },
    mac: (text) => asking.keys.mac('command', text),
  })
  const database = asking.databases.of(bucketOfTicket(id.slice(0, CODE_LETTERS)))
  const [[row]] = await readTogether([surveyById(database, id)])
  const proposal: Proposal<SurveyAnswer, StepRefusal> = row
    ? await decided(asking, { survey: surveyFromRow(row), step })
    : { kind: 'refused', refusal: 'not_found' }
  return { database, command, proposal: await orReplayed(database, command, proposal) }
}
