import { decideSeveralFeedback } from '#domain/feedback/decide-feedback.ts'
import type { Feedback, FeedbackAction, FeedbackRefusal } from '#domain/feedback/feedback.ts'
import type { FeedbackActor } from '#domain/feedback/feedback-table.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Command, commandOf, toldBefore } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { orReplayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { wordsRow } from '#functions/voices/voice-on-record.ts'
import { partiesOf } from './see-feedback.ts'
import {
  type FeedbackEventRow,
  feedbackByCode,
  feedbackEvents,
  feedbackFromRow,
  updateFeedback,
} from './store.ts'

export type FeedbackStep = {
  readonly code: string
  /** Steps of one person, taken together: all of them happen, or none. */
  readonly actions: readonly [FeedbackAction, ...FeedbackAction[]]
  /** The version the asker has seen; null = whatever stands, for clocks. */
  readonly expectedVersion: number | null
  /** Who acts: somebody of the staff by what they hold where it belongs, or customer and clock. */
  readonly by: FeedbackActor | Staff
  /** Words that belong to the step; '' = none. */
  readonly words?: string
  readonly key: string | null
}

export type FeedbackAnswer = {
  readonly code: string
  readonly version: number
  readonly status: string
}
export type FeedbackStepRefusal = FeedbackRefusal | 'unknown_feedback' | 'key_reused'
type Proposed = Proposal<FeedbackAnswer, FeedbackStepRefusal>

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>

/** Never reached: no version is as high. */
const NO_VERSION = Number.MAX_SAFE_INTEGER
const MOST_LATER = 4

const answerOf = ({ code, version, status }: Feedback): FeedbackAnswer => ({
  ...{ code, version, status },
})

function replayOf(code: string, later: readonly FeedbackEventRow[], command: Command) {
  const told = toldBefore(later, command)
  if (!told) return null
  if ('refusal' in told) return { kind: 'refused', refusal: told.refusal } as const
  const { version, data } = told.own
  const { status } = JSON.parse(data) as { readonly status: string }
  return { kind: 'replay', answer: { code, version, status } } as const
}

/** Where the words of a step go: the answer, or what isn't solved, by its number. */
function wordsOf(feedback: Feedback, { actions, words }: FeedbackStep): Record<string, string> {
  if (!words || !actions.some(({ type }) => type === 'answer' || type === 'reopen')) return {}
  const isAnswer = actions.some(({ type }) => type === 'answer')
  const key = isAnswer
    ? `answer.${feedback.answerCount}`
    : `not_solved.${feedback.rounds.length - 1}`
  return { [key]: words }
}

type Loaded = {
  readonly database: Database
  readonly feedback: Feedback
  readonly later: readonly FeedbackEventRow[]
}

async function load({ databases }: Asking, step: FeedbackStep): Promise<Loaded | null> {
  const { code, expectedVersion } = step
  const database = databases.of(bucketOfTicket(code))
  const after = expectedVersion ?? NO_VERSION
  const [[row], later] = await readTogether([
    feedbackByCode(database, code),
    feedbackEvents(database, code, { after, most: MOST_LATER }),
  ])
  return row ? { database, feedback: feedbackFromRow(row), later } : null
}

/** Of the staff, what they are to this feedback; out of their scope there is none. */
async function actorOf(
  { hub }: Asking,
  { feedback }: Loaded,
  { by }: FeedbackStep,
): Promise<FeedbackActor | { readonly refusal: 'unknown_feedback' | 'not_your_role' }> {
  if ('parties' in by) return by
  const seen = await partiesOf({ hub, staff: by }, feedback)
  return 'refusal' in seen ? seen : { id: by.id, parties: seen.parties }
}

async function proposalOf(
  asking: Asking,
  loaded: Loaded,
  { step, command }: { readonly step: FeedbackStep; readonly command: Command },
): Promise<Proposed> {
  const refused = (refusal: FeedbackStepRefusal): Proposed => ({ kind: 'refused', refusal })
  const { feedback, later, database } = loaded
  const actor = await actorOf(asking, loaded, step)
  if ('refusal' in actor) return refused(actor.refusal)
  const replay = replayOf(feedback.code, later, command)
  if (replay) return replay
  const { expectedVersion, actions, words } = step
  if (expectedVersion !== null && feedback.version !== expectedVersion) return refused('stale')
  if (actions.some(({ type }) => type === 'answer') && !words) return refused('bad_value')
  const decision = decideSeveralFeedback(
    feedback,
    actions.map((action) => ({ action, actor, now: asking.now, happenedAt: null })),
  )
  if (!decision.ok) return refused(decision.refusal)
  const after = decision.feedback
  const said = wordsOf(after, step)
  return {
    kind: 'change',
    answer: answerOf(after),
    events: decision.events,
    rows: [
      updateFeedback(database, after, asking.now),
      ...(Object.keys(said).length > 0 ? [wordsRow(database, after.code, said)] : []),
    ],
  }
}

/**
 * Takes a step of feedback: load, decide, propose. A step taken before under the same key gets its first
 * answer; another version than the one seen is `stale`.
 */
export async function actOnFeedback(
  asking: Asking,
  step: FeedbackStep,
): Promise<Task<FeedbackAnswer, FeedbackStepRefusal>> {
  const { code, actions, expectedVersion, by, words, key } = step
  const command: Command = {
    ...(await commandOf({
      ...{ name: `feedback.${actions[0].type}`, key, actor: by.id, now: asking.now },
      body: { code, expectedVersion, actions, words: words ?? '' },
      mac: (text) => asking.keys.mac('command', text),
    })),
    toldByEvents: expectedVersion !== null,
  }
  const loaded = await load(asking, step)
  if (!loaded) {
    const proposal = { kind: 'refused', refusal: 'unknown_feedback' } as const
    return { database: asking.hub, command, proposal }
  }
  const { database } = loaded
  const proposal = await proposalOf(asking, loaded, { step, command })
  return { database, command, proposal: await orReplayed(database, command, proposal) }
}
