import { replyDue, SUSPICION_MS } from './channels.ts'
import type {
  Feedback,
  FeedbackAction,
  FeedbackActionType,
  FeedbackFacts,
  FeedbackRefusal,
  Miss,
  Round,
} from './feedback.ts'

type Change = Partial<Omit<Feedback, 'code' | 'version' | 'lastHappenedAt'>>

/** What a step changes, and what its event says for counting, with instants in place of days. */
export type Step =
  | { readonly change: Change; readonly facts: StepFacts }
  | { readonly refusal: FeedbackRefusal }

export type StepFacts = Omit<FeedbackFacts, 'answerDueDay' | 'solveDueDay'> & {
  readonly answerDueAt?: number | null
  readonly solveDueAt?: number | null
  readonly complaint?: string
}

type ActionOf<Type extends FeedbackActionType> = Extract<FeedbackAction, { readonly type: Type }>
type Take<Type extends FeedbackActionType> = (
  feedback: Feedback,
  action: ActionOf<Type>,
  at: number,
) => Step

const inTime = (at: number, dueAt: number | null): boolean => dueAt !== null && at <= dueAt

const newRound = (openedAt: number, dueAt: number | null): Round => ({
  ...{ openedAt, dueAt, answeredAt: null, missed: false },
})

/** The round that is open, or was last. */
export function lastRound({ rounds }: Pick<Feedback, 'rounds'>): Round {
  const round = rounds.at(-1)
  if (!round) throw new Error('feedback without a round')
  return round
}

const withLast = ({ rounds }: Feedback, change: Partial<Round>): readonly Round[] =>
  rounds.map((round, place) => (place === rounds.length - 1 ? { ...round, ...change } : round))

const register: Take<'register'> = (feedback) => {
  const { answerBy, solveBy } = replyDue(feedback)
  return {
    change: {
      status: 'open',
      rounds: [newRound(feedback.receivedAt, answerBy)],
      solving: { dueAt: solveBy, solvedAt: null, missed: false },
    },
    facts: { answerDueAt: answerBy, solveDueAt: solveBy },
  }
}

const answer: Take<'answer'> = (feedback, _, at) => {
  const { answeredAt, dueAt } = lastRound(feedback)
  const isFirst = answeredAt === null
  return {
    change: {
      status: 'answered',
      answerCount: feedback.answerCount + 1,
      ...(isFirst && { rounds: withLast(feedback, { answeredAt: at }) }),
    },
    facts: { answeredInTime: isFirst && inTime(at, dueAt), answerDueAt: dueAt },
  }
}

const solve: Take<'solve'> = ({ solving }, _, at) => ({
  change: { status: 'solved', solving: { ...solving, solvedAt: at } },
  facts: { solvedInTime: inTime(at, solving.dueAt), solveDueAt: solving.dueAt },
})

/** What was called solved wasn't, so that it no longer counts; the question gets a round of its own. */
const reopen: Take<'reopen'> = (feedback, _, at) => {
  const { solving, rounds } = feedback
  const { answerBy } = replyDue({ ...feedback, receivedAt: at })
  const { solvedAt, dueAt } = solving
  return {
    change: {
      status: 'open',
      rounds: [...rounds, newRound(at, answerBy)],
      solving: { ...solving, solvedAt: null },
    },
    facts: {
      answerDueAt: answerBy,
      solveDueAt: dueAt,
      solvedInTime: solvedAt !== null && inTime(solvedAt, dueAt),
    },
  }
}

const tag: Take<'tag'> = (feedback, { themes }) => ({
  ...{ change: { themes }, facts: { themesBefore: feedback.themes } },
})

const suspect: Take<'suspect'> = ({ suspicion }, _, at) =>
  suspicion?.state === 'open'
    ? { refusal: 'not_allowed_now' }
    : {
        change: {
          suspicion: {
            ...{ state: 'open', suspectedAt: at, dueAt: at + SUSPICION_MS },
            ...{ decidedAt: null, complaint: null, missed: false },
          },
        },
        facts: {},
      }

/** A clock that still runs is the complaint's from now on; one that ran out in silence stays a miss. */
const confirm: Take<'confirm'> = (feedback, { complaint }, at) => {
  const { suspicion, solving } = feedback
  if (suspicion?.state !== 'open') return { refusal: 'not_allowed_now' }
  const round = lastRound(feedback)
  return {
    change: {
      status: 'complaint',
      suspicion: { ...suspicion, state: 'confirmed', decidedAt: at, complaint },
    },
    facts: {
      complaint,
      ...{ answerDueAt: round.dueAt, solveDueAt: solving.dueAt },
      answerGoesOver: round.answeredAt === null && inTime(at, round.dueAt),
      solveGoesOver: solving.solvedAt === null && inTime(at, solving.dueAt),
    },
  }
}

const dismiss: Take<'dismiss'> = ({ suspicion }, _, at) =>
  suspicion?.state === 'open'
    ? { change: { suspicion: { ...suspicion, state: 'dismissed', decidedAt: at } }, facts: {} }
    : { refusal: 'not_allowed_now' }

/** Which deadlines ran out in silence, and aren't on record as missed yet. */
export function missesAt(feedback: Feedback, at: number): readonly Miss[] {
  if (feedback.status === 'complaint') return []
  const { solving, suspicion } = feedback
  const round = lastRound(feedback)
  const isOver = (dueAt: number | null, missed: boolean) => dueAt !== null && at > dueAt && !missed
  const found: readonly (readonly [Miss, boolean])[] = [
    ['answer', round.answeredAt === null && isOver(round.dueAt, round.missed)],
    ['solution', solving.solvedAt === null && isOver(solving.dueAt, solving.missed)],
    ['suspicion', suspicion?.state === 'open' && isOver(suspicion.dueAt, suspicion.missed)],
  ]
  return found.filter(([, is]) => is).map(([what]) => what)
}

const miss: Take<'miss'> = (feedback, { what }, at) => {
  if (!missesAt(feedback, at).includes(what)) return { refusal: 'not_allowed_now' }
  const { solving, suspicion } = feedback
  const changes: Record<Miss, Change> = {
    answer: { rounds: withLast(feedback, { missed: true }) },
    solution: { solving: { ...solving, missed: true } },
    suspicion: { suspicion: suspicion && { ...suspicion, missed: true } },
  }
  return { change: changes[what], facts: { missed: what } }
}

/** What each action does to feedback at an instant; whether it may is asked before. */
export const FEEDBACK_STEPS: { readonly [Type in FeedbackActionType]: Take<Type> } = {
  register,
  answer,
  solve,
  reopen,
  tag,
  suspect,
  confirm,
  dismiss,
  miss,
}

/**
 * When a clock must look at feedback again, epoch ms: the earliest deadline that still runs; null = none.
 * A miss on record runs no more. The clock comes a millisecond later, since the deadline itself is in time.
 */
export function nextDue(feedback: Feedback): number | null {
  if (feedback.status === 'complaint') return null
  const { solving, suspicion } = feedback
  const round = lastRound(feedback)
  const running = [
    round.answeredAt === null && !round.missed ? round.dueAt : null,
    solving.solvedAt === null && !solving.missed ? solving.dueAt : null,
    suspicion?.state === 'open' && !suspicion.missed ? suspicion.dueAt : null,
  ].filter((dueAt) => dueAt !== null)
  return running.length === 0 ? null : Math.min(...running) + 1
}

/**
 * Where feedback stands in a list of what is to be done, epoch ms: the earliest deadline of what still
 * wants a person, missed or not; null = nothing does, as of an observation that is no complaint.
 */
export function todoAt(feedback: Feedback): number | null {
  const { status, solving, suspicion } = feedback
  if (status === 'complaint') return null
  const round = lastRound(feedback)
  const awaited = [
    ...(status === 'open' && round.dueAt !== null ? [round.dueAt] : []),
    ...(status !== 'solved' && solving.dueAt !== null ? [solving.dueAt] : []),
    ...(suspicion?.state === 'open' ? [suspicion.dueAt] : []),
  ]
  return awaited.length === 0 ? null : Math.min(...awaited)
}
