import { describe, expect, it } from 'vitest'
import {
  decideSurvey,
  SURVEY_STEPS,
  type SurveyAction,
  type SurveyActionType,
} from '#domain/surveys/decide-survey.ts'
import { foldSurvey } from '#domain/surveys/evolve-survey.ts'
import { deskDueAt, SURVEY_STATUSES, type Survey, surveyDueAt } from '#domain/surveys/survey.ts'
import {
  aboutRepair,
  answer,
  CUSTOMER,
  DAY,
  ENDED,
  HOUR,
  ID,
  STAFF,
  SYSTEM,
  taken,
} from './a-survey.ts'

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type)
const ASKED = ENDED + HOUR

describe('an invitation', () => {
  it('asks five questions, and ends after fourteen days', () => {
    const { survey } = taken([])
    expect(survey.questions).toHaveLength(5)
    expect(survey.expiresAt).toBe(ASKED + 14 * DAY)
    expect(survey.scores).toEqual({})
  })

  it("is reminded once, on the fifth day, of one who hasn't begun", () => {
    const { survey } = taken([])
    const remind = { type: 'remind' } as const
    const by = { actor: SYSTEM, now: ASKED + 5 * DAY - 1 }
    expect(decideSurvey(survey, remind, by)).toEqual({ ok: false, refusal: 'not_allowed_now' })
    const reminded = taken([[remind, ASKED + 5 * DAY]]).survey
    expect(surveyDueAt(reminded)).toBe(reminded.expiresAt)
    const again = decideSurvey(reminded, remind, { actor: SYSTEM, now: ASKED + 6 * DAY })
    expect(again.ok).toBe(false)
    expect(surveyDueAt(taken([[answer({ isDone: false }), ASKED + HOUR]]).survey)).toBe(
      reminded.expiresAt,
    )
  })

  it('takes no answer from the instant it expires', () => {
    const { survey } = taken([])
    const late = { actor: CUSTOMER, now: survey.expiresAt }
    expect(decideSurvey(survey, answer(), late)).toEqual({ ok: false, refusal: 'survey_over' })
    expect(decideSurvey(survey, answer(), { ...late, now: survey.expiresAt - 1 }).ok).toBe(true)
  })
})

describe('an answer', () => {
  it('that was sent off is the last one', () => {
    const { survey } = taken([[answer(), ASKED]])
    expect(survey.status).toBe('completed')
    const again = decideSurvey(survey, answer(), { actor: CUSTOMER, now: ASKED })
    expect(again).toEqual({ ok: false, refusal: 'survey_over' })
  })

  it('in part is kept, and goes on where it stopped', () => {
    const { survey } = taken([
      [answer({ scores: { csat: 3 }, isDone: false }), ASKED],
      [answer({ scores: { nps: 9 } }), ASKED + DAY],
    ])
    expect(survey.scores).toEqual({ csat: 3, nps: 9 })
    expect(survey.firstAnsweredAt).toBe(ASKED)
  })

  it('may be words alone, but not nothing', () => {
    const words = answer({ scores: {}, hasComment: true })
    expect(taken([[words, ASKED]]).survey.status).toBe('completed')
    const nothing = decideSurvey(taken([]).survey, answer({ scores: {} }), {
      actor: CUSTOMER,
      now: ASKED,
    })
    expect(nothing).toEqual({ ok: false, refusal: 'nothing_answered' })
  })
})

describe('a callback', () => {
  it.each([1, 2])('is opened by a %i, due in 24 hours', (csat) => {
    const { survey } = taken([[answer({ scores: { csat } }), ASKED]])
    expect(survey.callback).toMatchObject({ openedAt: ASKED, dueAt: ASKED + DAY, doneAt: null })
    expect(deskDueAt(survey)).toBe(ASKED + DAY)
  })

  it("isn't opened by a 3, nor by low effort or recommendation alone", () => {
    const { survey } = taken([[answer({ scores: { csat: 3, ces: 1, nps: 0 } }), ASKED]])
    expect(survey.callback).toBeNull()
  })

  it('is opened by a part of an answer, and once only', () => {
    const { events } = taken([
      [answer({ scores: { csat: 1 }, isDone: false }), ASKED],
      [answer({ scores: { csat: 2 } }), ASKED + HOUR],
    ])
    expect(types(events).filter((type) => type === 'survey.callback_opened')).toHaveLength(1)
  })

  it('is tried until it is solved or became a complaint', () => {
    const low = [answer({ scores: { csat: 1 } }), ASKED] as const
    const tried = (outcome: 'not_reached' | 'reached' | 'solved', at: number) =>
      [{ type: 'try_callback', outcome, complaint: null }, at] as const
    const { survey } = taken([
      low,
      tried('not_reached', ASKED + HOUR),
      tried('solved', ASKED + DAY),
    ])
    expect(survey.callback?.tries.map(({ outcome }) => outcome)).toEqual(['not_reached', 'solved'])
    expect(deskDueAt(survey)).toBeNull()
    const [more, now] = tried('reached', ASKED + DAY)
    expect(decideSurvey(survey, more, { actor: STAFF, now }).ok).toBe(false)
    expect(taken([low, tried('reached', ASKED + HOUR)]).survey.callback?.doneAt).toBeNull()
  })

  it('is in time by its first try within 24 hours', () => {
    const low = [answer({ scores: { csat: 1 } }), ASKED] as const
    const firstTry = (at: number) =>
      taken([low, [{ type: 'try_callback', outcome: 'reached', complaint: null }, at]]).events.at(
        -1,
      )?.data
    expect(firstTry(ASKED + DAY)).toMatchObject({ inTime: true })
    expect(firstTry(ASKED + DAY + 1)).toMatchObject({ inTime: false })
  })
})

describe('words of dissatisfaction', () => {
  it('are suspected, not a complaint, until somebody decides within 24 hours', () => {
    const cross = [answer({ hasComment: true, isSuspicious: true }), ASKED] as const
    const { survey } = taken([cross])
    expect(survey.suspicion).toMatchObject({ state: 'open', dueAt: ASKED + DAY, complaint: null })
    const confirm = { type: 'decide_suspicion', confirmed: true, complaint: 'C' } as const
    const decided = taken([cross, [confirm, ASKED + HOUR]]).survey
    expect(decided.suspicion).toMatchObject({ state: 'confirmed', by: 'stf_one', complaint: 'C' })
    expect(decideSurvey(decided, confirm, { actor: STAFF, now: ASKED + HOUR }).ok).toBe(false)
  })
})

const EXAMPLES: Readonly<Record<SurveyActionType, SurveyAction>> = {
  invite: { type: 'invite', id: ID, about: aboutRepair() },
  remind: { type: 'remind' },
  undeliver: { type: 'undeliver' },
  expire: { type: 'expire' },
  answer: answer(),
  decide_suspicion: { type: 'decide_suspicion', confirmed: false, complaint: null },
  try_callback: { type: 'try_callback', outcome: 'reached', complaint: null },
}

describe('the table', () => {
  const low = answer({ scores: { csat: 1 }, isSuspicious: true, hasComment: true })
  const base = taken([[{ ...low, isDone: false } as SurveyAction, ASKED]]).survey
  const actors = { system: SYSTEM, customer: CUSTOMER, staff: STAFF }

  it.each(Object.keys(EXAMPLES) as SurveyActionType[])(
    'lets %s happen from where it says',
    (type) => {
      const { who, from } = SURVEY_STEPS[type]
      for (const status of [null, ...SURVEY_STATUSES]) {
        const survey: Survey | null = status === null ? null : { ...base, status }
        const now = type === 'answer' ? ASKED : base.expiresAt
        const decision = decideSurvey(survey, EXAMPLES[type], { actor: actors[who], now })
        expect([status, decision.ok]).toEqual([status, from.includes(status)])
      }
    },
  )

  it.each(Object.keys(EXAMPLES) as SurveyActionType[])('lets nobody else do %s', (type) => {
    const others = Object.values(actors).filter(({ role }) => role !== SURVEY_STEPS[type].who)
    for (const actor of others) {
      const survey = type === 'invite' ? null : base
      const decision = decideSurvey(survey, EXAMPLES[type], { actor, now: ASKED })
      expect(decision).toEqual({ ok: false, refusal: 'not_your_role' })
    }
  })
})

it('the fold of all events is the survey', () => {
  const { survey, events } = taken([
    [{ type: 'remind' }, ASKED + 5 * DAY],
    [answer({ scores: { csat: 1 }, isDone: false }), ASKED + 6 * DAY],
    [answer({ scores: { nps: 3 }, hasComment: true, isSuspicious: true }), ASKED + 6 * DAY],
    [{ type: 'try_callback', outcome: 'complaint', complaint: 'C' }, ASKED + 7 * DAY],
    [{ type: 'decide_suspicion', confirmed: true, complaint: 'C' }, ASKED + 7 * DAY],
  ])
  expect(foldSurvey(events)).toEqual(survey)
  expect(events.map(({ version }) => version)).toEqual(events.map((_, place) => place + 1))
})
