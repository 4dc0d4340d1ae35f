import { describe, expect, it } from 'vitest'
import { decideFeedback } from '#domain/feedback/decide-feedback.ts'
import { foldFeedback } from '#domain/feedback/evolve-feedback.ts'
import {
  FEEDBACK_EVENT_TYPES,
  FEEDBACK_STATUSES,
  type FeedbackAction,
  type FeedbackStatus,
} from '#domain/feedback/feedback.ts'
import { FEEDBACK_PARTIES } from '#domain/feedback/feedback-table.ts'
import { by, HOUR, later, newFeedback, registered, type Story } from './a-feedback.ts'

const COMPLAINT = '7K3M9QXF2T8BW'
const suspected = later(registered(), [1, { type: 'suspect' }])
const STORIES: Readonly<Record<FeedbackStatus, Story>> = {
  open: suspected,
  answered: later(suspected, [2, { type: 'answer' }]),
  solved: later(suspected, [2, { type: 'answer' }], [3, { type: 'solve' }]),
  complaint: later(suspected, [2, { type: 'confirm', complaint: COMPLAINT }]),
}

const ACTIONS: readonly FeedbackAction[] = [
  { type: 'answer' },
  { type: 'solve' },
  { type: 'reopen' },
  { type: 'tag', themes: ['speed'] },
  { type: 'confirm', complaint: COMPLAINT },
  { type: 'dismiss' },
]

/** Action, from, to ('=' is where it was), who. */
const TABLE: readonly (readonly [FeedbackAction['type'], string, string, string])[] = [
  ['answer', 'open answered', 'answered', 'staff'],
  ['solve', 'answered', 'solved', 'customer staff'],
  ['reopen', 'answered solved', 'open', 'customer'],
  ['tag', 'open answered solved complaint', '=', 'staff'],
  ['confirm', 'open answered solved', 'complaint', 'decider'],
  ['dismiss', 'open answered solved', '=', 'decider'],
]

describe('feedback obeys its table', () => {
  for (const action of ACTIONS) {
    const [, froms = '', to, who = ''] = TABLE.find(([type]) => type === action.type) ?? []
    for (const from of FEEDBACK_STATUSES) {
      const listed = froms.split(' ').includes(from)
      it(`${action.type} from ${from} is ${listed ? `for ${who}` : 'refused to everybody'}`, () => {
        const { feedback } = STORIES[from]
        for (const party of FEEDBACK_PARTIES) {
          const now = feedback.receivedAt + 9 * HOUR
          const decision = decideFeedback(feedback, action, {
            ...{ now, happenedAt: null, actor: by(party) },
          })
          if (!listed) expect(decision).toEqual({ ok: false, refusal: 'not_allowed_now' })
          else if (!who.split(' ').includes(party))
            expect(decision).toEqual({ ok: false, refusal: 'not_your_role' })
          else
            expect(decision).toMatchObject({
              ok: true,
              feedback: { status: to === '=' ? from : to, version: feedback.version + 1 },
              events: [{ type: FEEDBACK_EVENT_TYPES[action.type], happenedAt: now }],
            })
        }
      })
    }
  }

  it('is what its events tell, from any point on', () => {
    for (const { feedback, events } of Object.values(STORIES)) {
      expect(foldFeedback(events)).toEqual(feedback)
    }
    expect(() => foldFeedback(STORIES.solved.events.slice(1))).toThrow('has no event 2')
  })

  it('cannot be decided on twice, or without a suspicion', () => {
    const { feedback } = later(STORIES.open, [5, { type: 'dismiss' }])
    const deciding = { now: feedback.receivedAt + 9 * HOUR, happenedAt: null, actor: by('decider') }
    const again = [
      decideFeedback(feedback, { type: 'dismiss' }, deciding),
      decideFeedback(registered().feedback, { type: 'confirm', complaint: COMPLAINT }, deciding),
    ]
    for (const decision of again)
      expect(decision).toEqual({ ok: false, refusal: 'not_allowed_now' })
  })

  it('may be suspected anew once a suspicion was dismissed', () => {
    const { feedback } = later(STORIES.open, [5, { type: 'dismiss' }], [6, { type: 'suspect' }])
    expect(feedback.suspicion).toMatchObject({ state: 'open', decidedAt: null })
  })

  it('happens neither before what was last nor after now', () => {
    const actor = by('staff')
    const { feedback } = STORIES.answered
    const now = feedback.lastHappenedAt
    for (const happenedAt of [now - 1, now + 1, Number.NaN]) {
      const decision = decideFeedback(feedback, { type: 'answer' }, { now, happenedAt, actor })
      expect(decision).toEqual({ ok: false, refusal: 'bad_time' })
    }
    const early = { now: now - 100 * HOUR, happenedAt: null, actor: by('customer') }
    expect(decideFeedback(null, { type: 'register', feedback: newFeedback() }, early)).toEqual({
      ...{ ok: false, refusal: 'bad_time' },
    })
  })
})
