import { questionsOf } from './questions.ts'
import type { Survey } from './survey.ts'
import type { SurveyEvent } from './survey-event.ts'

type Invited = Extract<SurveyEvent, { type: 'survey.invited' }>

const idOf = ({ subject }: SurveyEvent): string => subject.slice(subject.indexOf('/') + 1)

function invited({ data, happenedAt, ...event }: Invited & SurveyEvent): Survey {
  const { kind, touchpoint, outlet, repairCode, ending, outcome, day, endedAt, wave } = data
  const id = idOf(event as SurveyEvent)
  return {
    ...{ kind, touchpoint, outlet, repairCode, ending, outcome, day, endedAt, wave, id },
    ...{ version: 1, status: 'invited', questions: questionsOf(kind, id), scores: {} },
    ...{ hasComment: false, invitedAt: happenedAt, remindedAt: null, expiresAt: data.expiresAt },
    ...{ firstAnsweredAt: null, completedAt: null, callback: null, suspicion: null },
  }
}

/** What an event changes beside version and status. */
function changed(survey: Survey, event: SurveyEvent): Partial<Survey> {
  const at = event.happenedAt
  switch (event.type) {
    case 'survey.reminded':
      return { remindedAt: at }
    case 'survey.answered': {
      const { scores, hasComment } = event.data
      return { scores, hasComment, firstAnsweredAt: survey.firstAnsweredAt ?? at }
    }
    case 'survey.completed':
      return { completedAt: at }
    case 'survey.suspected': {
      const { dueAt } = event.data
      const open = { state: 'open', by: null, complaint: null } as const
      return { suspicion: { suspectedAt: at, dueAt, ...open } }
    }
    case 'survey.suspicion_decided': {
      const { confirmed, complaint, by } = event.data
      const state = confirmed ? 'confirmed' : 'dismissed'
      return { suspicion: survey.suspicion && { ...survey.suspicion, state, by, complaint } }
    }
    case 'survey.callback_opened': {
      const { dueAt } = event.data
      return { callback: { openedAt: at, dueAt, tries: [], doneAt: null, complaint: null } }
    }
    case 'survey.callback_tried': {
      const { outcome, by, complaint } = event.data
      const { callback } = survey
      if (!callback) throw new Error(`${event.subject} has no callback to try`)
      const isDone = outcome === 'solved' || outcome === 'complaint'
      const tries = [...callback.tries, { at, by, outcome }]
      return { callback: { ...callback, tries, doneAt: isDone ? at : null, complaint } }
    }
    default:
      return {}
  }
}

/**
 * The survey after one of its events, which needs nothing but the event. Null is the survey before its
 * invitation. Throws for an event that isn't the next: a gap, a first one that is no invitation.
 */
export function evolveSurvey(survey: Survey | null, event: SurveyEvent): Survey {
  if (event.version !== (survey?.version ?? 0) + 1) {
    throw new Error(`${event.subject}: ${event.version} isn't the next event`)
  }
  if (event.type === 'survey.invited') return invited(event)
  if (!survey) throw new Error(`${event.subject} begins without an invitation`)
  const { version, data } = event
  return { ...survey, ...changed(survey, event), version, status: data.status }
}

/** The survey that a list of all its events tells, oldest first; null of an empty list. */
export const foldSurvey = (events: readonly SurveyEvent[]): Survey | null =>
  events.reduce<Survey | null>(evolveSurvey, null)
