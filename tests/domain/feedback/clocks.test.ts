import { describe, expect, it } from 'vitest'
import { FEEDBACK_CHANNELS, replyDue } from '#domain/feedback/channels.ts'
import { lastRound, missesAt, nextDue } from '#domain/feedback/feedback-steps.ts'
import { at, HOUR, later, registered } from './a-feedback.ts'

const NOON = at('2026-09-30T12:00:00+08:00')

describe('what is answered by when', () => {
  it.each([
    ['faq_question', 24],
    ['web_form', 24],
    ['chat', 24],
    ['hotline', 24],
    ['structured_conversation', 24],
    ['telephone_poll', 24],
    ['email', 48],
    ['letter', 48],
    ['comment_card', 48],
    ['social', 48],
    ['press', 48],
    ['regulator', 48],
    ['dealer', 48],
    ['carrier', 48],
    ['observation', null],
  ] as const)('%s: %s hours', (channel, hours) => {
    const due = replyDue({ kind: 'suggestion', channel, receivedAt: NOON })
    expect(due).toEqual({ answerBy: hours === null ? null : NOON + hours * HOUR, solveBy: null })
  })

  it('a question on the hotline is to be solved by then too, and no other', () => {
    const solved = FEEDBACK_CHANNELS.filter(
      (channel) => replyDue({ kind: 'question', channel, receivedAt: NOON }).solveBy !== null,
    )
    expect(solved).toEqual(['hotline'])
    const thanks = replyDue({ kind: 'commendation', channel: 'hotline', receivedAt: NOON })
    expect(thanks.solveBy).toBeNull()
  })

  it.each([
    ['over a holiday', '2026-09-30T23:30:00+08:00', '2026-10-01T23:30:00+08:00', 'Asia/Shanghai'],
    [
      'over a make-up workday',
      '2026-10-10T08:00:00+08:00',
      '2026-10-11T08:00:00+08:00',
      'Asia/Shanghai',
    ],
    [
      'through the lunch break',
      '2026-11-20T12:15:00+08:00',
      '2026-11-21T12:15:00+08:00',
      'Asia/Shanghai',
    ],
    [
      'when the clock is put back',
      '2026-10-31T22:00:00-04:00',
      '2026-11-01T21:00:00-05:00',
      'America/New_York',
    ],
    [
      'when the clock is put forward',
      '2027-03-13T22:00:00-05:00',
      '2027-03-14T23:00:00-04:00',
      'America/New_York',
    ],
  ])('24 hours are 24 hours %s', (_, receivedAt, dueAt, zone) => {
    const { feedback } = registered({ receivedAt: at(receivedAt), zone })
    expect(lastRound(feedback).dueAt).toBe(at(dueAt))
  })

  it('runs from when it reached us, though it is entered later', () => {
    const { feedback } = registered({ channel: 'letter', receivedAt: NOON - 40 * HOUR })
    expect(lastRound(feedback).dueAt).toBe(NOON + 8 * HOUR)
  })
})

describe('in time or missed', () => {
  it('an answer at the very deadline is in time, a millisecond later it is not', () => {
    for (const [late, inTime] of [
      [0, true],
      [1 / HOUR, false],
    ] as const) {
      const { events } = later(registered(), [24 + late, { type: 'answer' }])
      expect(events.at(-1)?.data).toMatchObject({
        answeredInTime: inTime,
        answerDueDay: '2026-10-01',
      })
    }
  })

  it('silence past the deadline is a miss, which a later answer does not undo', () => {
    const story = registered()
    const dueAt = story.feedback.receivedAt + 24 * HOUR
    expect(missesAt(story.feedback, dueAt)).toEqual([])
    expect(missesAt(story.feedback, dueAt + 1)).toEqual(['answer'])
    const { feedback, events } = later(
      story,
      [25, { type: 'miss', what: 'answer' }],
      [26, { type: 'answer' }],
    )
    expect(lastRound(feedback)).toMatchObject({ missed: true, answeredAt: NOON + 26 * HOUR })
    expect(events.at(-1)?.data).toMatchObject({ answeredInTime: false })
    expect(missesAt(feedback, dueAt + 1)).toEqual([])
  })

  it('answered and solved are told apart', () => {
    const { feedback, events } = later(
      registered({ channel: 'hotline' }),
      [2, { type: 'answer' }],
      [25, { type: 'miss', what: 'solution' }],
      [30, { type: 'solve' }],
    )
    expect(events.map(({ data }) => [data['answeredInTime'], data['solvedInTime']])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, undefined],
      [undefined, false],
    ])
    expect(feedback.solving).toMatchObject({ missed: true, solvedAt: NOON + 30 * HOUR })
  })

  it('an answer is no acknowledgement: until a person answers, the clock runs', () => {
    const { feedback } = registered()
    expect(feedback).toMatchObject({ status: 'open', answerCount: 0 })
    expect(nextDue(feedback)).toBe(NOON + 24 * HOUR + 1)
  })

  it('what is not solved gets a round of its own; the first result stands', () => {
    const { feedback } = later(registered(), [3, { type: 'answer' }], [50, { type: 'reopen' }])
    expect(feedback.status).toBe('open')
    expect(feedback.rounds).toEqual([
      { openedAt: NOON, dueAt: NOON + 24 * HOUR, answeredAt: NOON + 3 * HOUR, missed: false },
      { openedAt: NOON + 50 * HOUR, dueAt: NOON + 74 * HOUR, answeredAt: null, missed: false },
    ])
  })

  it('a person decides on a suspicion within 24 hours of it, or it is a miss too', () => {
    const story = later(registered({ channel: 'observation' }), [1, { type: 'suspect' }])
    expect(nextDue(story.feedback)).toBe(NOON + 25 * HOUR + 1)
    expect(missesAt(story.feedback, NOON + 25 * HOUR + 1)).toEqual(['suspicion'])
    const { feedback } = later(
      story,
      [26, { type: 'miss', what: 'suspicion' }],
      [27, { type: 'confirm', complaint: '7K3M9QXF2T8BW' }],
    )
    expect(feedback.suspicion).toMatchObject({ state: 'confirmed', missed: true })
    expect(nextDue(feedback)).toBeNull()
  })

  it('a deadline that is not over, or is on record as missed, is not missed', () => {
    const story = later(registered(), [25, { type: 'miss', what: 'answer' }])
    expect(() => later(registered(), [24, { type: 'miss', what: 'answer' }])).toThrow()
    expect(() => later(story, [26, { type: 'miss', what: 'answer' }])).toThrow()
    expect(() => later(story, [26, { type: 'miss', what: 'solution' }])).toThrow()
  })
})
