import {
  decideImprovement,
  type ImprovementRefusal,
} from '#domain/improvements/decide-improvement.ts'
import type {
  BothLanguages,
  Improvement,
  ImprovementWords,
} from '#domain/improvements/improvement.ts'
import type { ImprovementAction, ImprovementPlan } from '#domain/improvements/improvement-action.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { type Command, commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { type Asking, findImprovement, whyNotForRegion } from './see-improvements.ts'
import { writeImprovement } from './store.ts'

type Writing = Asking & Pick<Sources, 'now' | 'config' | 'randomByte'>

export type PlanWords = Pick<ImprovementWords, 'heard' | 'change'>

/** A step with what is said at it. */
export type SaidAction =
  | { readonly type: 'revise'; readonly plan: ImprovementPlan; readonly words: PlanWords }
  | { readonly type: 'finish'; readonly day: string; readonly evidence: BothLanguages }
  | { readonly type: 'drop'; readonly reason: BothLanguages }
  | Extract<ImprovementAction, { readonly type: 'start' | 'measure' | 'publish' | 'withdraw' }>

export type ImprovementAnswer = { readonly id: string; readonly version: number }
export type EditImprovementRefusal =
  | ImprovementRefusal
  | 'not_found'
  | 'not_your_role'
  | 'unknown_place'
  | 'stale'
  | 'key_reused'
export type ImprovementTask = Task<ImprovementAnswer, EditImprovementRefusal>

/** The network's own day: by it an improvement is due, done and overdue. */
export const networkDay = ({ now, config }: Pick<Sources, 'now' | 'config'>): string =>
  wallTimeIn(networkZone(config), now).date

const RANDOM_BYTES = 5

/** An id that begins with its time, so that later improvements sort after earlier ones. */
function newId(now: number, randomByte: () => number): string {
  const random = Array.from({ length: RANDOM_BYTES }, () =>
    randomByte().toString(16).padStart(2, '0'),
  )
  return `imp_${now.toString(36).padStart(9, '0')}${random.join('')}`
}

const refusing =
  ({ hub }: Asking, command: Command) =>
  (refusal: EditImprovementRefusal): ImprovementTask => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal } },
  })

type Deciding = {
  readonly standing: Improvement | null
  readonly action: ImprovementAction
  readonly words: ImprovementWords
}

function proposed(
  asking: Writing,
  command: Command,
  { standing, action, words }: Deciding,
): ImprovementTask {
  const { hub, now } = asking
  const decision = decideImprovement(standing, action, networkDay(asking))
  if (!decision.ok) return refusing(asking, command)(decision.refusal)
  const { event, improvement } = decision
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { id: improvement.id, version: improvement.version },
      events: [{ ...event, happenedAt: now }],
      rows: [writeImprovement(hub, improvement, { words, now })],
    },
  }
}

type PlanWish = {
  readonly plan: ImprovementPlan
  readonly words: PlanWords
  readonly key: string | null
}

/** Puts a new improvement on record, not public yet. */
export async function planImprovement(
  asking: Writing,
  { plan, words, key }: PlanWish,
): Promise<ImprovementTask> {
  const { hub, now, staff, randomByte } = asking
  const body = { plan, words }
  const command = await commandOf({ name: 'plan_improvement', key, body, actor: staff.id, now })
  const refusal = await whyNotForRegion(asking, plan.region)
  if (refusal) return refusing(asking, command)(refusal)
  const [kept] = await readTogether([keptAnswer(hub, command)])
  const replay = replayOf<ImprovementAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  const action = { type: 'plan', id: newId(now, randomByte), plan } as const
  const said = { ...words, evidence: null, reason: null }
  return proposed(asking, command, { standing: null, action, words: said })
}

/** The words after a step. */
function wordsAfter(words: ImprovementWords, action: SaidAction): ImprovementWords {
  switch (action.type) {
    case 'revise':
      return { ...words, ...action.words }
    case 'finish':
      return { ...words, evidence: action.evidence }
    case 'drop':
      return { ...words, reason: action.reason }
    default:
      return words
  }
}

/** What the domain decides on: a step without its words. */
function bare(action: SaidAction): ImprovementAction {
  switch (action.type) {
    case 'revise':
      return { type: 'revise', plan: action.plan }
    case 'finish':
      return { type: 'finish', day: action.day }
    case 'drop':
      return { type: 'drop' }
    default:
      return action
  }
}

type Wish = {
  readonly id: string
  readonly action: SaidAction
  /** The version that the asker has seen. */
  readonly expectedVersion: number
  readonly key: string | null
}

/** Takes a step with an improvement, or writes it anew, for somebody who may in its region. */
export async function editImprovement(
  asking: Writing,
  { id, action, expectedVersion, key }: Wish,
): Promise<ImprovementTask> {
  const { hub, now, staff } = asking
  const body = { id, action, expectedVersion }
  const name = `${action.type}_improvement`
  const command = await commandOf({ name, key, body, actor: staff.id, now })
  const refused = refusing(asking, command)
  const seen = await findImprovement(asking, id)
  if ('refusal' in seen) return refused(seen.refusal)
  if (!seen.mayEdit) return refused('not_your_role')
  const { improvement: standing, words } = seen
  if (action.type === 'revise' && action.plan.region !== standing.region) {
    const refusal = await whyNotForRegion(asking, action.plan.region)
    if (refusal) return refused(refusal)
  }
  const [kept] = await readTogether([keptAnswer(hub, command)])
  const replay = replayOf<ImprovementAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  if (standing.version !== expectedVersion) return refused('stale')
  const said = wordsAfter(words, action)
  return proposed(asking, command, { standing, action: bare(action), words: said })
}
