import type { FeedbackFacts, FeedbackStanding } from '../feedback/feedback.ts'
import { keptWallTimeIn } from '../outlets/kept-wall-time.ts'
import type { CountDelta } from './count-events.ts'
import { NO_OUTLET } from './no-outlet.ts'

type Counted = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

type Delta = Pick<CountDelta, 'measure' | 'by'> & { readonly day: string | null | undefined }

/** What each event changes: a deadline is counted on its own local day, whenever it was kept. */
const OF_FEEDBACK: Readonly<Record<string, (facts: FeedbackFacts & { day: string }) => Delta[]>> = {
  'feedback.registered': ({ day, answerDueDay, solveDueDay }) => [
    { measure: 'feedback.received', day, by: 1 },
    { measure: 'feedback.answer_due', day: answerDueDay, by: 1 },
    { measure: 'feedback.solution_due', day: solveDueDay, by: 1 },
  ],
  'feedback.answered': ({ answerDueDay, answeredInTime }) => [
    { measure: 'feedback.answered_in_time', day: answerDueDay, by: Number(answeredInTime) },
  ],
  'feedback.solved': ({ solveDueDay, solvedInTime }) => [
    { measure: 'feedback.solved_in_time', day: solveDueDay, by: Number(solvedInTime) },
  ],
  'feedback.reopened': ({ answerDueDay, solveDueDay, solvedInTime }) => [
    { measure: 'feedback.answer_due', day: answerDueDay, by: 1 },
    { measure: 'feedback.solved_in_time', day: solveDueDay, by: -Number(solvedInTime) },
  ],
  'feedback.suspected': ({ day }) => [{ measure: 'feedback.suspected', day, by: 1 }],
  'feedback.suspicion_confirmed': (facts) => [
    { measure: 'feedback.suspicion_confirmed', day: facts.day, by: 1 },
    {
      measure: 'feedback.answer_due',
      day: facts.answerDueDay,
      by: -Number(facts.answerGoesOver),
    },
    {
      measure: 'feedback.solution_due',
      day: facts.solveDueDay,
      by: -Number(facts.solveGoesOver),
    },
  ],
}

/**
 * What tagging changes: each theme counts once, on the local day when it reached us; a tag that is taken
 * off is taken back. From speed to price, of the 20th: speed -1, price +1 on the 20th.
 */
function themeDeltas(
  { themes, themesBefore = [], receivedAt, zone }: FeedbackStanding & FeedbackFacts,
  outlet: string,
): readonly CountDelta[] {
  const { date: day } = keptWallTimeIn(zone, receivedAt)
  const delta = (by: number) => (theme: string) => ({
    ...{ outlet, day, measure: `feedback.tagged|theme=${theme}`, by },
  })
  return [
    ...themes.filter((theme) => !themesBefore.includes(theme)).map(delta(1)),
    ...themesBefore.filter((theme) => !themes.includes(theme)).map(delta(-1)),
  ]
}

/**
 * The counts that an event of feedback changes, of its outlet or of none, each once over all and once for
 * its touchpoint. What is due counts on the deadline's local day from the start, what was in time is
 * added to that day and, where the customer says that it isn't solved, taken back. What goes over to a
 * complaint before its deadline isn't due here any more; what was missed before stays so.
 * `feedback.answered` in time at SZ-001, due on the 22nd, answers `feedback.answered_in_time` by 1 on the
 * 22nd, and the same with `|touchpoint=web`.
 */
export function countsOfFeedback({ type, data }: Counted): readonly CountDelta[] {
  const outlet = typeof data['outlet'] === 'string' ? data['outlet'] : NO_OUTLET
  if (type === 'feedback.tagged') {
    return themeDeltas(data as unknown as FeedbackStanding & FeedbackFacts, outlet)
  }
  const deltas = Object.hasOwn(OF_FEEDBACK, type) ? OF_FEEDBACK[type] : undefined
  if (!deltas) return []
  return deltas(data as unknown as FeedbackFacts & { day: string })
    .flatMap(({ day, ...delta }) =>
      day == null || delta.by === 0 ? [] : [{ ...delta, day, outlet }],
    )
    .flatMap((delta) => [
      delta,
      { ...delta, measure: `${delta.measure}|touchpoint=${String(data['touchpoint'])}` },
    ])
}
