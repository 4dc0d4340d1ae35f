import { CHANNEL_RULES } from '#domain/feedback/channels.ts'
import { decideFeedback } from '#domain/feedback/decide-feedback.ts'
import type { Feedback, FeedbackAction, FeedbackKind } from '#domain/feedback/feedback.ts'
import { missesAt, nextDue } from '#domain/feedback/feedback-steps.ts'
import type { FeedbackActor } from '#domain/feedback/feedback-table.ts'
import { themesOf } from '#domain/feedback/themes.ts'
import { wantedSurvey } from '#domain/surveys/wanted-survey.ts'
import type { Life } from '../agenda.ts'
import { aboutMedian } from '../chances.ts'
import { RefusedStep, record } from '../ledger.ts'
import { minuteAfter } from '../lives/asking.ts'
import type { Case } from '../sim-case.ts'
import { codeNamed } from '../sim-codes.ts'
import { HOUR_MS, type World } from '../world.ts'
import { CONTENT_WORDS, QUESTION_WORDS, STAFF_WORDS, SUGGESTION_WORDS } from './voice-words.ts'
import { writeFeedback } from './written-voices.ts'

const CUSTOMER: FeedbackActor = { id: 'customer', parties: ['customer'] }
const SYSTEM: FeedbackActor = { id: 'system', parties: ['system'] }
const AGENT: FeedbackActor = { id: 'stf_demo_agent', parties: ['staff'] }

/** Feedback as it goes on. */
export type Telling = {
  readonly world: World
  readonly own: Case
  feedback: Feedback | null
  readonly words: Record<string, string>
  writtenAt: number
}

function take(
  kept: Telling,
  action: FeedbackAction,
  { at, actor }: { at: number; actor: FeedbackActor },
): Feedback {
  const { world, own } = kept
  const decision = decideFeedback(kept.feedback, action, { now: at, happenedAt: null, actor })
  if (!decision.ok) throw new RefusedStep(decision.refusal, { action, at, feedback: kept.feedback })
  const { feedback, events } = decision
  kept.feedback = feedback
  kept.writtenAt = at
  for (const event of events) {
    record(world, event, { recordedAt: at, actor: actor.id })
    const wanted = wantedSurvey(event)
    if (!wanted) continue
    const { outlet, touchpoint } = feedback
    world.onVoiceEnded(own, { wanted, outlet, touchpoint, kind: 'contact', endedAt: at })
  }
  return feedback
}

const WORDS: Readonly<Record<FeedbackKind, typeof QUESTION_WORDS>> = {
  question: QUESTION_WORDS,
  suggestion: SUGGESTION_WORDS,
  commendation: CONTENT_WORDS,
}

function register(kept: Telling, at: number): void {
  const { own } = kept
  const { random, home, customer, repair } = own
  const kind = random.weighted([
    [45, 'question'],
    [20, 'suggestion'],
    [own.mood > 0.6 ? 45 : 5, 'commendation'],
  ] as const)
  const channel = random.weighted([
    [45, 'web_form'],
    [25, 'hotline'],
    [15, 'comment_card'],
    [15, 'chat'],
  ] as const)
  const { isFormal, touchpoint } = CHANNEL_RULES[channel]
  const said = random.pick(WORDS[kind])[customer.locale]
  kept.words['said'] = said
  const code = codeNamed(kept.world.seed, `${own.code}/feedback/${at}`, home.outlet.bucket)
  const feedback = {
    ...{ code, kind, channel, isFormal, touchpoint, topic: themesOf(said)[0] ?? null },
    ...{ outlet: home.outlet.code, repair: repair?.code ?? null, zone: home.outlet.zone },
    ...{ locale: customer.locale, isReachable: true, receivedAt: at },
  }
  const isByStaff = channel === 'hotline' || channel === 'comment_card'
  take(kept, { type: 'register', feedback }, { at, actor: isByStaff ? AGENT : CUSTOMER })
  const themes = themesOf(said)
  if (themes.length > 0) take(kept, { type: 'tag', themes }, { at, actor: AGENT })
}

/** What runs out in silence before an instant is put on record by the clock, each at its minute. */
function* missing(kept: Telling, until: number): Generator<number, void, void> {
  for (;;) {
    const due = kept.feedback && nextDue(kept.feedback)
    if (due === null) return
    const at = minuteAfter(Math.max(due, kept.writtenAt))
    if (at >= until) return
    yield at
    const [what] = kept.feedback ? missesAt(kept.feedback, at) : []
    if (!what) return
    take(kept, { type: 'miss', what }, { at, actor: SYSTEM })
  }
}

/** Feedback from its first word to the answer, and on where that solved it. */
export function* telling(world: World, own: Case, at: number): Life {
  const kept: Telling = { world, own, feedback: null, words: {}, writtenAt: at }
  register(kept, at)
  const finish = () => {
    world.openVoices.delete(finish)
    writeFeedback(kept)
  }
  world.openVoices.add(finish)
  const median = 3 / own.home.manner.keepsWord ** 2
  const answeredAt = Math.round(at + 10 * 60_000 + aboutMedian(own.random, median * HOUR_MS, 0.8))
  yield* missing(kept, answeredAt)
  yield answeredAt
  take(kept, { type: 'answer' }, { at: answeredAt, actor: AGENT })
  kept.words['answer.1'] = STAFF_WORDS.answer[own.customer.locale]
  if (kept.feedback?.kind === 'question' && own.random.chance(0.95)) {
    const solvedAt = Math.round(answeredAt + aboutMedian(own.random, 3 * HOUR_MS, 0.8))
    yield* missing(kept, solvedAt)
    yield solvedAt
    take(kept, { type: 'solve' }, { at: solvedAt, actor: CUSTOMER })
  } else {
    yield* missing(kept, Number.POSITIVE_INFINITY)
  }
  finish()
}
