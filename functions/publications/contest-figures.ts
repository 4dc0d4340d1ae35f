import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import type { Contest } from '#domain/publications/contest.ts'
import {
  type ContestAction,
  type ContestRefusal,
  type ContestStep,
  decideContest,
} from '#domain/publications/decide-contest.ts'
import { type Command, commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotAtOutlet, whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import {
  type ContestWords,
  homeOfRepair,
  undecidedOfOutlet,
  writeContest,
  writeWords,
} from './contest-store.ts'
import { type Asking, contestIdAt, findContest, todayOf, YEAR_MS } from './show-contests.ts'

type Writing = Asking & Pick<Sources, 'databases' | 'randomByte'>
export type ContestAnswer = { readonly id: string; readonly version: number }
type Refusal =
  | ContestRefusal
  | 'unknown_outlet'
  | 'unknown_repair'
  | 'contests_open'
  | 'not_your_role'
  | 'not_found'
  | 'key_reused'
export type ContestTask = Task<ContestAnswer, Refusal>

const RANDOM_BYTES = 5
/** A month doesn't freeze before each is decided: one outlet can't keep it open by their number. */
const MOST_UNDECIDED = 30

function newId({ now, randomByte }: Writing): string {
  const random = Array.from({ length: RANDOM_BYTES }, () =>
    randomByte().toString(16).padStart(2, '0'),
  )
  return contestIdAt(now) + random.join('')
}

async function hasEnough(
  { hub, now }: Writing,
  { outlet, month }: Pick<Contest, 'outlet' | 'month'>,
) {
  const asked = { outlet, month, after: contestIdAt(now - YEAR_MS) }
  const [[row]] = await readTogether([undecidedOfOutlet(hub, asked)])
  return (row?.undecided ?? 0) >= MOST_UNDECIDED
}

type Deciding = {
  readonly command: Command
  readonly standing: Contest | null
  readonly action: ContestAction
  readonly expectedVersion: number
  readonly words: ContestWords
}

async function proposed(asking: Writing, deciding: Deciding): Promise<ContestTask> {
  const { hub, now, config, staff } = asking
  const { command, standing, action, expectedVersion, words } = deciding
  const [kept] = await readTogether([keptAnswer(hub, command)])
  const replay = replayOf<ContestAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  if (action.type === 'raise' && (await hasEnough(asking, action))) {
    return refused(asking, command, 'contests_open')
  }
  const decided = decideContest(standing, action, {
    ...{ expectedVersion, actor: staff.id, now, today: todayOf(asking), days: config.publications },
  })
  if (!decided.ok) return refused(asking, command, decided.refusal)
  const { contest, event } = decided
  const { id, version } = contest
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { id, version },
      events: [{ ...event, happenedAt: now }],
      rows: [writeContest(hub, contest, now), writeWords(hub, id, words)],
    },
  }
}

const refused = ({ hub }: Writing, command: Command, refusal: Refusal): ContestTask => ({
  ...{ database: hub, command, proposal: { kind: 'refused', refusal } },
})

type Raising = {
  readonly outlet: string
  readonly month: string
  readonly kpi: FigureId
  /** Code of a repair of the outlet; null = none. */
  readonly repair: string | null
  readonly said: string
  readonly key: string | null
}

async function whyNotEvidence({ databases }: Writing, { repair, outlet }: Raising) {
  if (repair === null) return null
  const database = databases.of(bucketOfTicket(repair))
  const [[row]] = await readTogether([homeOfRepair(database, repair)])
  return row?.home_outlet === outlet ? null : 'unknown_repair'
}

/** Contests what was counted at an outlet of one's own, within its month's window. */
export async function raiseContest(asking: Writing, raising: Raising): Promise<ContestTask> {
  const { staff, now, hub } = asking
  const { key, said, ...facts } = raising
  const body = { ...facts, said }
  const command = await commandOf({ name: 'raise_contest', key, body, actor: staff.id, now })
  const why = await whyNotAtOutlet({ hub, staff }, facts.outlet, 'publication.contest')
  if (why) return refused(asking, command, why === 'out_of_scope' ? 'unknown_outlet' : why)
  const evidence = await whyNotEvidence(asking, raising)
  if (evidence) return refused(asking, command, evidence)
  const action = { type: 'raise', id: newId(asking), ...facts } as const
  const words = { said, answer: null }
  return await proposed(asking, { command, standing: null, action, expectedVersion: 0, words })
}

type Step = {
  readonly id: string
  readonly expectedVersion: number
  readonly step: ContestStep
  /** What is answered to the outlet; null = nothing. */
  readonly answer: string | null
  readonly key: string | null
}

const BY_SECOND: ReadonlySet<ContestStep['type']> = new Set(['approve', 'send_back'])

/** Decides a contest for the whole network: excludes days, approves that, corrects or refuses; nobody who is of the outlet too. */
export async function decideOnContest(
  asking: Writing,
  { id, expectedVersion, step, answer, key }: Step,
): Promise<ContestTask> {
  const { staff, now } = asking
  const body = { id, expectedVersion, step, answer }
  const command = await commandOf({ name: 'decide_contest', key, body, actor: staff.id, now })
  const permission = BY_SECOND.has(step.type) ? 'publication.sign' : 'publication.make'
  if (whyNotEverywhere(staff, permission)) return refused(asking, command, 'not_your_role')
  const found = await findContest(asking, id)
  if ('refusal' in found) return refused(asking, command, found.refusal)
  const isOfOutlet = !(await whyNotAtOutlet(asking, found.contest.outlet, 'publication.contest'))
  if (isOfOutlet) return refused(asking, command, 'second_person_needed')
  const words = { said: found.words.said, answer }
  const standing = found.contest
  return await proposed(asking, { command, standing, action: step, expectedVersion, words })
}
