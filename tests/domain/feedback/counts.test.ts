import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEEDBACK_CHANNELS } from '#domain/feedback/channels.ts'
import { decideFeedback } from '#domain/feedback/decide-feedback.ts'
import type { Feedback, FeedbackAction, FeedbackEvent } from '#domain/feedback/feedback.ts'
import { FEEDBACK_PARTIES } from '#domain/feedback/feedback-table.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { HOUR, later, newFeedback, registered } from './a-feedback.ts'

type Sums = Record<string, number>

/** What the counts add up to, by measure, outlet and day; zero is nothing. */
function summed(events: readonly FeedbackEvent[]): Sums {
  const sums: Sums = {}
  for (const { measure, outlet, day, by } of events.flatMap(countsOfEvent)) {
    if (measure.includes('|')) continue
    const key = `${measure} ${outlet} ${day}`
    sums[key] = (sums[key] ?? 0) + by
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

/**
 * The same told anew from when things happened: every round that was opened is due, but for one that
 * became a complaint before its deadline, and is in time if its first answer came by then; a solution
 * counts if it was there by the deadline and was not taken back.
 */
function recount(events: readonly FeedbackEvent[], feedback: Feedback): Sums {
  const sums: Sums = {}
  const add = (measure: string, at: number) => {
    const key = `feedback.${measure} ${feedback.outlet ?? 'none'} ${wallTimeIn(feedback.zone, at).date}`
    sums[key] = (sums[key] ?? 0) + 1
  }
  const hours: Record<string, number> = { email: 48, letter: 48, comment_card: 48, social: 48 }
  for (const one of ['press', 'regulator', 'dealer', 'carrier']) hours[one] = 48
  const limit = (hours[feedback.channel] ?? 24) * HOUR
  const times = (type: string) =>
    events.filter((event) => event.type === `feedback.${type}`).map(({ happenedAt }) => happenedAt)
  const [confirmedAt = Number.POSITIVE_INFINITY] = times('suspicion_confirmed')
  for (const at of times('registered')) add('received', at)
  for (const at of times('suspected')) add('suspected', at)
  for (const at of times('suspicion_confirmed')) add('suspicion_confirmed', at)
  if (feedback.channel === 'observation') return sums
  const opened = [...times('registered'), ...times('reopened')]
  for (const [place, from] of opened.entries()) {
    const until = opened[place + 1] ?? Number.POSITIVE_INFINITY
    const first = times('answered').find((at) => at >= from && at <= until)
    if (first === undefined && confirmedAt <= from + limit) continue
    add('answer_due', from + limit)
    if (first !== undefined && first <= from + limit) add('answered_in_time', from + limit)
  }
  if (feedback.channel !== 'hotline' || feedback.kind !== 'question') return sums
  const [from = 0] = opened
  const solvedAt = feedback.solving.solvedAt
  if (solvedAt === null && confirmedAt <= from + limit) return sums
  add('solution_due', from + limit)
  if (solvedAt !== null && solvedAt <= from + limit) add('solved_in_time', from + limit)
  return sums
}

const action: fc.Arbitrary<FeedbackAction> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<FeedbackAction>({ type: 'answer' }) },
  { weight: 3, arbitrary: fc.constant<FeedbackAction>({ type: 'solve' }) },
  { weight: 2, arbitrary: fc.constant<FeedbackAction>({ type: 'reopen' }) },
  fc.constant<FeedbackAction>({ type: 'suspect' }),
  fc.constant<FeedbackAction>({ type: 'dismiss' }),
  fc.constant<FeedbackAction>({ type: 'confirm', complaint: '7K3M9QXF2T8BW' }),
  fc
    .constantFrom('answer' as const, 'solution' as const, 'suspicion' as const)
    .map((what): FeedbackAction => ({ type: 'miss', what })),
)

const story = fc.record({
  channel: fc.constantFrom(...FEEDBACK_CHANNELS, 'hotline' as const, 'hotline' as const),
  kind: fc.constantFrom('question' as const, 'question' as const, 'suggestion' as const),
  outlet: fc.constantFrom('HZ-001', null),
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'),
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * HOUR }), action), { maxLength: 14 }),
})

describe('feedback answered and solved in time', () => {
  it('equals a recount from the events, whatever happens in whatever order', () => {
    let inTime = 0
    fc.assert(
      fc.property(story, ({ steps, ...facts }) => {
        const fresh = newFeedback(facts)
        let { feedback, events } = registered(fresh)
        let now = fresh.receivedAt
        for (const [pause, next] of steps) {
          now += pause
          const actor = { id: 'anybody', parties: FEEDBACK_PARTIES }
          const decision = decideFeedback(feedback, next, { now, happenedAt: null, actor })
          if (!decision.ok) continue
          feedback = decision.feedback
          events = [...events, ...decision.events]
        }
        const told = summed(events)
        inTime += Object.keys(told).filter((key) => key.includes('_in_time')).length
        expect(told).toEqual(recount(events, feedback))
      }),
      { numRuns: 3_000, seed: 5 },
    )
    expect(inTime).toBeGreaterThan(500)
  })

  it('is counted on the local day of the deadline, for its touchpoint too', () => {
    const receivedAt = Date.parse('2026-09-30T23:30:00+08:00')
    const { events } = later(registered({ receivedAt }), [1, { type: 'answer' }])
    expect(events.flatMap(countsOfEvent)).toEqual(
      [
        { measure: 'feedback.received', day: '2026-09-30' },
        { measure: 'feedback.answer_due', day: '2026-10-01' },
        { measure: 'feedback.answered_in_time', day: '2026-10-01' },
      ].flatMap(({ measure, day }) =>
        [measure, `${measure}|touchpoint=web`].map((name) => ({
          ...{ outlet: 'HZ-001', day, measure: name, by: 1 },
        })),
      ),
    )
  })
})
